/**
 * I21: compliance capacity is a share, never falls, and costs what its marginal costs add up to.
 *
 *     0 ≤ m_b ≤ 1 ;  m_b' ≥ m_b ;  nmax' ≥ nmax
 *     0 ≤ mo(i) ≤ mo(i+1) ;  Σ_{i≤n} mo(i) = C_over(n) = the amount charged
 *     C_over(n) = 0 when load·n ≤ nmax or η = 0
 *
 * @source Model document, sections 5.6 and 12
 * @module
 */
import { differs, type Check, type Violation } from '../../engine/checks.ts'
import { PROGRAMME_ON, type Market } from '../market.ts'
import { MICROLENDER } from '../parameters.ts'
import { chargedPartnerCost, marginalOversight, oversightLoadOf } from '../pricing/oversight.ts'
import { bankName } from './agent-names.ts'

const RELATIVE = 1e-9

/** Checked before anybody fails, while lists are those the month was charged for. */
export const complianceCapacity: Check<Market> = {
  id: 'complianceCapacity',
  label: { en: 'Compliance capacity grows and is paid for', zh: '合规能力只增不减且如数计费' },
  after: 'market.settle',
  find(market) {
    for (let b = 0; b < market.banks.size; b++) {
      const violation = findCapability(market, b) ?? findOversight(market, b)
      if (violation) return violation
    }
    return undefined
  },
}

function findCapability(market: Market, b: number): Violation | undefined {
  const { banks, work } = market
  const level = banks.riskManagement[b]
  const before = work.trace.riskManagement[b]
  if (!(level >= 0 && level <= 1)) {
    return broken('0 ≤ own risk management ≤ 1', level, level < 0 ? 0 : 1, market, b)
  }
  if (!(level >= before)) {
    return broken('own risk management does not fall', level, before, market, b)
  }
  const capacity = banks.complianceCapacity[b]
  const least = work.trace.complianceCapacity[b]
  // nmax is worked out anew from m_b: rounding may take off the last digit.
  return capacity >= least * (1 - RELATIVE)
    ? undefined
    : broken('compliance capacity does not fall', capacity, least, market, b)
}

function findOversight(market: Market, b: number): Violation | undefined {
  const { banks, edges, parameters, work } = market
  if (banks.programme[b] !== PROGRAMME_ON || banks.licence[b] === MICROLENDER) return undefined
  const { fromStart } = edges.links
  const partners = fromStart[b + 1] - fromStart[b] + work.pendingPartners[b]
  const load = oversightLoadOf(market, b)
  const capacity = work.trace.complianceCapacity[b]
  const convexity = parameters.oversightConvexity
  const charged = work.trace.oversight[b]
  if (load * partners <= capacity || convexity === 0) {
    return charged === 0
      ? undefined
      : broken('no oversight cost within capacity', charged, 0, market, b)
  }
  const cost = chargedPartnerCost(market, work.inForce.rules, b)
  let last = 0
  let sum = 0
  for (let i = 1; i <= partners; i++) {
    const marginal = marginalOversight(i, load, capacity, convexity, cost)
    if (!(marginal >= last - RELATIVE * last)) {
      return broken('cost of one more partner does not fall', marginal, last, market, b)
    }
    last = marginal
    sum += marginal
  }
  const identity = 'Σ marginal oversight cost = oversight cost charged'
  return differs(identity, sum, charged, RELATIVE * charged, [bankName(market, b)])
}

function broken(
  identity: string,
  left: number,
  right: number,
  market: Market,
  b: number,
): Violation {
  return { identity, left, right, tolerance: 0, agents: [bankName(market, b)] }
}
