/**
 * Inspections find violations; fines come due after a lag, some banks are suspended.
 *
 *     inspected iff u < q/12 ; each active edge violates iff u < v_bp ; any violation: one fine,
 *     due `inspectionToPenaltyMonths` later; with probability ς no new partner loans for n_susp months
 *
 * @source Model document, section 7, realised enforcement
 * @module
 */
import type { Context } from '../../engine/phase.ts'
import { purpose, uniform } from '../../engine/stream.ts'
import { FINE_HORIZON, PROGRAMME_ON, type Market } from '../market.ts'
import { MICROLENDER } from '../parameters.ts'
import { violationRate } from '../pricing/violation.ts'

const inspect = purpose('bank.inspect')
const violate = purpose('bank.violate')
const suspend = purpose('bank.suspend')

/** Runs this month's inspections. */
export function enforce(market: Market, context: Context): void {
  const { banks, work } = market
  const rules = work.inForce.rules
  for (let b = 0; b < banks.size; b++) {
    if (banks.programme[b] !== PROGRAMME_ON || banks.failed[b] === 1) continue
    if (banks.licence[b] === MICROLENDER) continue
    const rate = rules.inspectionRate[b] * market.environment.inspectionFactor[b]
    if (uniform(context.key, inspect, banks.id[b], 0, context.period) >= rate / 12) continue
    if (anyViolation(market, b, context)) punish(market, b, context)
  }
}

function anyViolation(market: Market, b: number, context: Context): boolean {
  const { banks, platforms, edges } = market
  const { links } = edges
  for (let i = links.fromStart[b]; i < links.fromStart[b + 1]; i++) {
    const p = links.to[links.fromSlots[i]]
    const luck = uniform(context.key, violate, banks.id[b], platforms.id[p], context.period)
    if (luck < violationRate(market, b, p)) return true
  }
  return false
}

function punish(market: Market, b: number, context: Context): void {
  const { banks, work, parameters, fines } = market
  const rules = work.inForce.rules
  const due = (context.period + rules.penaltyLag) % FINE_HORIZON
  fines[b * FINE_HORIZON + due] += rules.fine[b]
  const luck = uniform(context.key, suspend, banks.id[b], 0, context.period)
  if (luck < parameters.suspensionShare) {
    banks.suspendedUntil[b] = context.period + 1 + parameters.suspensionMonths
  }
}

/** Fines that fall due this month [mn]; taken out of the queue. */
export function collectFine(market: Market, b: number, period: number): number {
  const at = b * FINE_HORIZON + (period % FINE_HORIZON)
  const fine = market.fines[at]
  market.fines[at] = 0
  return fine
}
