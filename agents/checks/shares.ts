/**
 * Probabilities and shares stay where probabilities and shares live.
 *
 * @source Model document, sections 5.1, 5.3 and 12
 * @module
 */
import { differs, type Check, type Violation } from '../../engine/checks.ts'
import type { Market } from '../market.ts'
import { SEGMENTS } from '../parameters.ts'
import { SITES } from '../pricing/outlook.ts'
import { guarantorName, platformName } from './agent-names.ts'

const RELATIVE = 1e-9

/** I12: 0 ≤ α, h_t, pay_g ≤ 1. */
export const probabilities: Check<Market> = {
  id: 'probabilities',
  label: { en: 'Probabilities lie between 0 and 1', zh: '概率介于0与1之间' },
  find(market) {
    return findApproval(market) ?? findHazard(market) ?? findPaid(market)
  },
}

function findApproval(market: Market): Violation | undefined {
  const { work, platforms } = market
  const { approval, served, rules } = work.inForce
  const quotes = rules.classCount * platforms.size * SITES * SEGMENTS
  for (let q = 0; q < quotes; q++) {
    if (served[q] === 0 || (approval[q] >= 0 && approval[q] <= 1)) continue
    const p = Math.floor(q / (SITES * SEGMENTS)) % platforms.size
    return outside('approval rate', approval[q], [platformName(market, p)])
  }
  return undefined
}

/** No line in use leaves the range at infinity, which is no violation. */
function findHazard({ work }: Market): Violation | undefined {
  const { leastHazard, mostHazard } = work.trace
  if (leastHazard < 0 || Number.isNaN(leastHazard)) return outside('hazard', leastHazard, [])
  return mostHazard > 1 ? outside('hazard', mostHazard, []) : undefined
}

function findPaid(market: Market): Violation | undefined {
  const { paidShare, size } = market.guarantors
  for (let g = 0; g < size; g++) {
    if (paidShare[g] >= 0 && paidShare[g] <= 1) continue
    return outside('paid share of claims', paidShare[g], [guarantorName(market, g)])
  }
  return undefined
}

function outside(subject: string, value: number, agents: readonly string[]): Violation {
  const identity = `0 ≤ ${subject} ≤ 1`
  return { identity, left: value, right: value < 0 ? 0 : 1, tolerance: 0, agents }
}

/**
 * I13: applications and those who stay away make up the pool, region by region and over platforms; the
 * concentration of the month's lending lies in [1/n, 1].
 *
 *     M·Σσ + M·v0/Den = M ;   Σ_p σ_ps·Σ_r M_sr = Σ_r applications_sr
 */
export const choiceShares: Check<Market> = {
  id: 'choiceShares',
  label: { en: 'Shares add up to one', zh: '份额合计为一' },
  find(market) {
    return findPool(market) ?? findMarketShare(market) ?? findConcentration(market)
  },
}

function findPool({ borrowers, segments, regions, work }: Market): Violation | undefined {
  const { demandPool, applications } = borrowers
  const { denominator } = work.inForce
  for (let s = 0; s < SEGMENTS; s++) {
    for (let r = 0; r < regions; r++) {
      const cell = s * regions + r
      const pool = demandPool[cell]
      const away = (pool * segments.outsideWeight[s]) / denominator[r * SEGMENTS + s]
      const whole = applications[cell] + away
      const gap = whole - pool
      if (gap <= RELATIVE * pool && gap >= -RELATIVE * pool) continue
      const identity = `applicants and others of segment ${s + 1} in region ${r} = pool`
      return differs(identity, whole, pool, RELATIVE * pool)
    }
  }
  return undefined
}

function findMarketShare({ borrowers, platforms, regions }: Market): Violation | undefined {
  for (let s = 0; s < SEGMENTS; s++) {
    let pool = 0
    let applied = 0
    for (let cell = s * regions; cell < (s + 1) * regions; cell++) {
      pool += borrowers.demandPool[cell]
      applied += borrowers.applications[cell]
    }
    let share = 0
    for (let p = 0; p < platforms.size; p++) share += platforms.marketShare[p * SEGMENTS + s]
    const identity = `applications by platform = by region, segment ${s + 1}`
    const violation = differs(identity, share * pool, applied, RELATIVE * pool)
    if (violation) return violation
  }
  return undefined
}

function findConcentration(market: Market): Violation | undefined {
  const { originated, size } = market.platforms
  let sum = 0
  let squares = 0
  for (let p = 0; p < size; p++) {
    sum += originated[p]
    squares += originated[p] * originated[p]
    if (originated[p] >= 0) continue
    const identity = 'lending of a platform ≥ 0'
    const agents = [platformName(market, p)]
    return { identity, left: originated[p], right: 0, tolerance: 0, agents }
  }
  if (sum === 0) return undefined
  const herfindahl = squares / (sum * sum)
  if (herfindahl >= (1 - RELATIVE) / size && herfindahl <= 1 + RELATIVE) return undefined
  const right = herfindahl > 1 ? 1 : 1 / size
  return { identity: '1/n ≤ HHI ≤ 1', left: herfindahl, right, tolerance: RELATIVE, agents: [] }
}
