import { describe, expect, it } from 'vitest'
import { intPow } from '../../../engine/numerics/pow.ts'
import { indexLinks } from '../../../engine/links.ts'
import { keepProbability, reviewPartners } from '../../../agents/bank/review-partners.ts'
import { searchPartners } from '../../../agents/bank/search-partners.ts'
import { LOW_VALUE, RULE_BOOK, type Market } from '../../../agents/market.ts'
import { applyRules } from '../../../agents/regulator/apply-rules.ts'
import { valuePartners } from '../../../agents/bank/value-partners.ts'
import { valued, valuePartner } from '../../../agents/bank/partner-value.ts'
import { FIVE_SIGMA } from '../../fixtures/bounds.ts'
import {
  announce,
  prepare,
  QUARTER_END,
  runPhases,
  steadyMarket,
  total,
  toyMarket,
  type Row,
  type ToySetting,
} from '../../fixtures/toy-market.ts'

const HUGE: Row = { otherLoans: 1e9 }

function partners(market: Market): number {
  return total(market.edges.links.active)
}

describe('the chance that a partner is kept', () => {
  it('is Λ(net/τ), and a step as τ → 0', () => {
    expect(keepProbability(0.5, 0.5)).toBeCloseTo(1 / (1 + Math.exp(-1)), 15)
    expect(keepProbability(-0.5, 0.5)).toBeCloseTo(1 / (1 + Math.exp(1)), 15)
    expect(keepProbability(0, 0.5)).toBe(0.5)
    expect([keepProbability(1e-12, 0), keepProbability(0, 0), keepProbability(-1e-12, 0)]).toEqual([
      1, 0.5, 0,
    ])
  })

  it('never rises with the cost of a partner (I15)', () => {
    const chance = (cost: number) => {
      const rules = { partnerCost: Float64Array.of(cost) }
      const market = steadyMarket({ banks: [HUGE], platforms: 1, rules }, 1)
      prepare(market)
      valuePartner(market, 0, 0, true)
      return keepProbability(valued.value, 0.5)
    }
    for (const cost of [0, 0.3, 1, 4]) expect(chance(cost + 0.1)).toBeLessThan(chance(cost))
  })
})

describe('LC5: survival of Pareto-distributed partnerships', () => {
  const N = 2000

  /** Platforms whose weights, hence balances, are the quantiles of a Pareto distribution. */
  function survivors(a: number, cost: number, penalty = 0): number {
    const platforms = Array.from({ length: N }, (_, i): Row => {
      const weight = Math.exp(-Math.log((i + 0.5) / N) / a)
      return { trafficWeight: weight, complianceCapacity: 0.4 }
    })
    const rules = {
      partnerCost: Float64Array.of(cost),
      inspectionRate: Float64Array.of(penalty),
      fine: Float64Array.of(1),
      penaltyLag: 0,
    }
    const parameters = {
      choiceNoise: 0,
      reviewRate: 1,
      oversightConvexity: 0,
      suspensionShare: 0,
      accountabilityCost: 0,
    }
    const setting: ToySetting = { banks: [HUGE], platforms, rules, parameters }
    // Scaled so that q*ψS = w: a partnership is worth its platform's weight.
    const market = steadyMarket(setting, platforms[0].trafficWeight as number)
    prepare(market)
    runPhases(market, [reviewPartners], 0)
    return partners(market)
  }

  it.each([
    [1, 6.25],
    [0.8, 9.88],
    [1.2, 4.61],
  ])('with exponent %s an 84%% fall needs the threshold to rise %s-fold', (a, printed) => {
    const rise = Math.exp(-Math.log(0.16) / a)
    expect(Math.abs(rise - printed)).toBeLessThanOrEqual(0.005)
    const load = 1 + 0.5 * 0.6
    const before = survivors(a, 1.5 / load)
    const after = survivors(a, (1.5 * rise) / load)
    // Each count is the Pareto tail N·q*^−a to within one.
    expect(Math.abs(before - N * Math.exp(-a * Math.log(1.5)))).toBeLessThanOrEqual(1)
    expect(Math.abs(after / before - 0.16)).toBeLessThanOrEqual(1.16 / before)
  })

  it('holds expected penalties to be a cost like any other', () => {
    // q·v·Pen = .5·(.3·.5·.6)·1 raises the threshold from F1·load to F1·load + .045.
    expect(survivors(1, (1.5 - 0.045) / 1.3, 0.5)).toBe(survivors(1, 1.5 / 1.3))
  })
})

describe('LC7: cuts before the date', () => {
  const EFFECTIVE = 12
  const N = 4000
  // At V = 3, −3 exactly, the month t_E−6 is a tie (ω = ½, value 0), kept with probability ½ by 5.7;
  // the closed form of the document counts it as kept, as it is for any V^old just above 3.
  const OLD = 3 * (1 + 1e-6)

  const left = (() => {
    const parameters = { choiceNoise: 0, oversightConvexity: 0, partnerComplianceLoad: 0 }
    const rules = { partnerCost: Float64Array.of(1) }
    const market = steadyMarket({ banks: [HUGE], platforms: N, rules, parameters }, OLD + 1)
    const next = { partnerCost: Float64Array.of(OLD + 1 + 3) }
    announce(market, { rules: next, announced: 0, effective: EFFECTIVE, accelerated: true })
    const counts: number[] = []
    for (let period = 0; period < EFFECTIVE; period++) {
      runPhases(market, [applyRules, valuePartners, reviewPartners], period)
      indexLinks(market.edges.links)
      counts.push(partners(market))
    }
    return counts
  })()

  it('start in the first month with ω_t > V^old/(V^old − V^new): five before it', () => {
    expect(left.slice(0, EFFECTIVE - 5)).toEqual(new Array(EFFECTIVE - 5).fill(N))
    expect(left[EFFECTIVE - 5]).toBeLessThan(N)
  })

  it('leave .7⁵ = .16807 of the partners on the date', () => {
    const share = intPow(0.7, 5)
    expect(share).toBeCloseTo(0.16807, 12)
    const error = Math.sqrt((share * (1 - share)) / N)
    expect(Math.abs(left[EFFECTIVE - 1] / N - share)).toBeLessThanOrEqual(FIVE_SIGMA * error)
  })
})

describe('reviews', () => {
  const setting = (own: Partial<ToySetting>): ToySetting => ({
    banks: [HUGE],
    platforms: 3,
    ...own,
  })

  it('name their reason and date', () => {
    const rules = { partnerCost: Float64Array.of(100) }
    const parameters = { choiceNoise: 0, reviewRate: 1 }
    const market = steadyMarket(setting({ rules, parameters }), 1)
    prepare(market, 4)
    runPhases(market, [reviewPartners], 4)
    expect(partners(market)).toBe(0)
    expect([...market.edges.endedReason.subarray(0, 3)]).toEqual([LOW_VALUE, LOW_VALUE, LOW_VALUE])
    expect([...market.edges.endedAt.subarray(0, 3)]).toEqual([4, 4, 4])
  })

  it('spare a platform’s own affiliate', () => {
    const rules = { partnerCost: Float64Array.of(100, 100) }
    const parameters = { choiceNoise: 0, reviewRate: 1 }
    const banks = [HUGE, { licence: 8, affiliateOf: 0, equity: 10 }]
    const links = [[0, 0], [1, 0]] as const // prettier-ignore
    const market = steadyMarket({ banks, platforms: 1, links, rules, parameters }, 1)
    prepare(market)
    runPhases(market, [reviewPartners], 0)
    expect([...market.edges.links.active.subarray(0, 2)]).toEqual([0, 1])
  })

  it('cut the least valuable at once under a head-count cap', () => {
    const platforms = [{ trafficWeight: 2 }, { trafficWeight: 1 }, { trafficWeight: 3 }]
    const rules = { headcountCap: Float64Array.of(2) }
    const market = steadyMarket(setting({ platforms, rules, parameters: { reviewRate: 0 } }), 9)
    prepare(market)
    runPhases(market, [reviewPartners], 0)
    expect([...market.edges.links.active.subarray(0, 3)]).toEqual([1, 0, 1])
    expect(market.edges.endedReason[1]).toBe(RULE_BOOK)
  })
})

describe('search', () => {
  function searched(margin: number, parameters: ToySetting['parameters'] = {}, cost = 1): Market {
    const market = steadyMarket(
      {
        banks: [HUGE],
        platforms: [{ complianceCapacity: 1 }],
        rules: { partnerCost: Float64Array.of(cost), approvalDelay: Float64Array.of(3) },
        parameters: { choiceNoise: 0, oversightConvexity: 0, ...parameters },
      },
      margin,
    )
    market.edges.links.active[0] = 0
    market.edges.endedAt[0] = -5
    indexLinks(market.edges.links)
    prepare(market, QUARTER_END)
    runPhases(market, [searchPartners], QUARTER_END)
    return market
  }

  it('signs only what pays for setting up: V > F_set', () => {
    // Keep if V > 0 but form only if V > F_set = 1: a margin of 2 is the line at F1 = 1.
    expect(searched(2 + 1e-9).edges.pending[0]).toBe(1)
    expect(searched(2 - 1e-9).edges.pending[0]).toBe(0)
  })

  it('needs the platform’s consent: (1−ψ)·Σ q̂·S ≥ F^P', () => {
    // With ψ = .1 the platform keeps nine times the bank's margin.
    expect(searched(3, { partnerServiceCost: 27 * (1 - 1e-9) }).edges.pending[0]).toBe(1)
    expect(searched(3, { partnerServiceCost: 27 * (1 + 1e-9) }).edges.pending[0]).toBe(0)
  })

  it('lets a signed partner lend after the approval delay, when setting up is paid', () => {
    const market = searched(3)
    expect(market.edges.pendingUntil[0]).toBe(QUARTER_END + 3)
    prepare(market, QUARTER_END + 2)
    runPhases(market, [reviewPartners], QUARTER_END + 2)
    expect(market.edges.links.active[0]).toBe(0)
    prepare(market, QUARTER_END + 3)
    runPhases(market, [reviewPartners], QUARTER_END + 3)
    expect(market.edges.links.active[0]).toBe(1)
    expect(market.edges.formedAt[0]).toBe(QUARTER_END + 3)
    expect(market.work.bank.activations[0]).toBe(1)
  })

  it('waits for the end of a quarter', () => {
    const market = searched(0)
    market.borrowers.basePool.fill(1e18)
    prepare(market, QUARTER_END + 1)
    runPhases(market, [searchPartners], QUARTER_END + 1)
    expect(market.edges.pending[0]).toBe(0)
  })

  it('passes over partners it has, waits for, or left this month, and failed platforms', () => {
    const market = toyMarket({
      banks: [{}],
      platforms: 5,
      parameters: { choiceNoise: 0, setupCost: 0, partnerServiceCost: 0 },
    })
    const { edges } = market
    for (const slot of [1, 2, 3, 4]) edges.links.active[slot] = 0
    edges.pending[1] = 1
    edges.endedAt[2] = QUARTER_END
    edges.endedAt[4] = -9
    market.platforms.failed[3] = 1
    indexLinks(edges.links)
    prepare(market, QUARTER_END)
    runPhases(market, [searchPartners], QUARTER_END)
    expect([...edges.pending.subarray(0, 5)]).toEqual([0, 1, 0, 0, 1])
  })
})
