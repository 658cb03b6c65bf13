/**
 * When shocks strike and how long they last. Nothing is remembered: draws are looked up by name, so
 * whether a shock of an earlier month still lasts can be asked again.
 *
 * @source Model document, sections 2 (luck) and 8.5
 * @module
 */
import { purpose, uniform, type Key } from '../../engine/stream.ts'
import type { Shock } from './shock.ts'

/** The stream of each kind, so that one kind's luck never depends on another's. */
const purposes: Readonly<Record<Shock['kind'], number>> = {
  defaultWave: purpose('environment.defaultWave'),
  partnerFailure: purpose('environment.partnerFailure'),
  fundingShock: purpose('environment.fundingShock'),
  enforcementCampaign: purpose('environment.enforcementCampaign'),
  guarantorRun: purpose('environment.guarantorRun'),
  trafficShock: purpose('environment.trafficShock'),
  lenderDistress: purpose('environment.lenderDistress'),
}

/** Whether a shock strikes in a period; never before period 0. */
export function strikesIn(shock: Shock, key: Key, period: number): boolean {
  if (period < 0) return false
  const { when, kind, id = 0 } = shock
  if ('period' in when) return when.period === period
  return uniform(key, purposes[kind], id, 0, period) < when.monthlyProbability
}

/** Whether a shock that struck in the last `months` periods, this one included, still lasts. */
export function isUnderWay(
  shock: Shock & { readonly months: number },
  key: Key,
  period: number,
): boolean {
  for (let past = period; past >= 0 && past > period - shock.months; past--) {
    if (strikesIn(shock, key, past)) return true
  }
  return false
}
