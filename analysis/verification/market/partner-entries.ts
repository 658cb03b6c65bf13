/**
 * LC5, LC7 and LC19: which partners a bank keeps, in closed form.
 * @module
 */
import { indexLinks } from '../../../engine/links.ts'
import { exp } from '../../../engine/numerics/exp.ts'
import { log } from '../../../engine/numerics/log.ts'
import { intPow } from '../../../engine/numerics/pow.ts'
import { programmeValueOf } from '../../../agents/bank/review-programme.ts'
import { reviewPartners } from '../../../agents/bank/review-partners.ts'
import { searchPartners } from '../../../agents/bank/search-partners.ts'
import { valuePartners } from '../../../agents/bank/value-partners.ts'
import type { Market } from '../../../agents/market.ts'
import { marginalOversight } from '../../../agents/pricing/oversight.ts'
import { applyRules } from '../../../agents/regulator/apply-rules.ts'
import type { Entry } from '../entry.ts'
import { asPrinted, exactly, within, withinErrors, type Reading } from '../reading.ts'
import type { Row } from './toy-agents.ts'
import { prepare, QUARTER_END, runPhases, total } from './toy-months.ts'
import { steadyMarket } from './toy-market.ts'
import { announce } from './toy-rules.ts'

const HUGE: Row = { otherLoans: 1e9 }
const PLATFORMS = 2000
const THRESHOLD = 1.5
/** What a partner of capacity .4 costs at F1 = 1. */
const LOAD = 1 + 0.5 * 0.6
const FALL = 0.84

const partnersOf = (market: Market) => total(market.edges.links.active)

/** Partnerships that survive one review at a cost, their values being Pareto quantiles. */
function survivors(exponent: number, cost: number): number {
  const platforms = Array.from({ length: PLATFORMS }, (_, i): Row => {
    const weight = exp(-log((i + 1 / 2) / PLATFORMS) / exponent)
    return { trafficWeight: weight, complianceCapacity: 0.4 }
  })
  const parameters = {
    choiceNoise: 0,
    reviewRate: 1,
    oversightConvexity: 0,
    suspensionShare: 0,
    accountabilityCost: 0,
  }
  const rules = { partnerCost: Float64Array.of(cost / LOAD) }
  // Scaled so that a partnership is worth its platform's weight.
  const market = steadyMarket(
    { banks: [HUGE], platforms, rules, parameters },
    platforms[0].trafficWeight as number,
  )
  prepare(market)
  runPhases(market, [reviewPartners], 0)
  return partnersOf(market)
}

const paretoTail: Entry = {
  id: 'LC5',
  topic: 'market',
  title: { en: 'Survival of unequal partnerships', zh: '规模不等的合作关系之存续' },
  setUp: {
    en: `${PLATFORMS} partnerships whose values are Pareto(a) quantiles, no noise; the cost rises by .16^(−1/a)`,
    zh: `${PLATFORMS}个价值为Pareto(a)分位的合作关系，无噪声；成本升至.16^(−1/a)倍`,
  },
  source: 'Model document, LC5',
  run: () =>
    [1, 0.8, 1.2].flatMap((a): Reading[] => {
      const before = survivors(a, THRESHOLD)
      const after = survivors(a, THRESHOLD * exp(-log(1 - FALL) / a))
      const tail = PLATFORMS * exp(-a * log(THRESHOLD))
      // A count of quantiles is its tail to within one.
      return [
        within({ en: `a = ${a}: partners before`, zh: `a = ${a}：此前合作数` }, tail, before, 1),
        within({ en: `a = ${a}: share that survives`, zh: `a = ${a}：存续占比` }, 1 - FALL, after / before, (2 - FALL) / before), // prettier-ignore
      ]
    }),
}

const EFFECTIVE = 12
const MANY = 4000
const RATE = 0.3
/** Just above 3: at 3 exactly the month before is a tie. */
const OLD = 3 * (1 + 1e-6)
const NEW = -3
const FIRST = EFFECTIVE - 5

/** Partners left after each month up to the date. */
function leftBefore(): number[] {
  const parameters = {
    choiceNoise: 0,
    oversightConvexity: 0,
    partnerComplianceLoad: 0,
    reviewRateAnnounced: RATE,
  }
  const rules = { partnerCost: Float64Array.of(1) }
  const market = steadyMarket({ banks: [HUGE], platforms: MANY, rules, parameters }, OLD + 1)
  const next = { partnerCost: Float64Array.of(OLD + 1 - NEW) }
  announce(market, { rules: next, announced: 0, effective: EFFECTIVE, accelerated: true })
  return Array.from({ length: EFFECTIVE }, (_, period) => {
    runPhases(market, [applyRules, valuePartners, reviewPartners], period)
    indexLinks(market.edges.links)
    return partnersOf(market)
  })
}

const anticipation: Entry = {
  id: 'LC7',
  topic: 'market',
  title: { en: 'Cuts before the date', zh: '生效前的削减' },
  setUp: {
    en: `${MANY} partnerships worth 3 under the old rules and −3 under the announced ones, horizon 12, ${RATE} reviewed a month: cuts start five months ahead`,
    zh: `${MANY}个合作关系旧规下值3、新规下值−3，视野12个月，每月审查${RATE}：提前五个月开始削减`,
  },
  source: 'Model document, LC7',
  run() {
    const left = leftBefore()
    const share = intPow(1 - RATE, EFFECTIVE - FIRST)
    const error = Math.sqrt((share * (1 - share)) / MANY)
    return [
      exactly({ en: 'first month with cuts', zh: '首个削减月' }, FIRST, left.findIndex((n) => n < MANY), 0), // prettier-ignore
      asPrinted({ en: '.7⁵', zh: '.7⁵' }, 0.16807, share, 5),
      withinErrors({ en: 'share left on the date', zh: '生效时剩余占比' }, share, left[EFFECTIVE - 1] / MANY, error), // prettier-ignore
    ]
  },
}

const CAPACITY = 20
/** Just above ½: at load 2 the 13th partner is a tie. */
const VALUE = 0.5 * (1 + 1e-9)
const CANDIDATES = 40
const SEARCHES = 8

/** Identical partners, each worth `VALUE` net of F1 = 1; the first `listed` on the list. */
function overseen(load: number, listed: number, searching = 0): Market {
  return steadyMarket(
    {
      banks: [{ otherLoans: 1e9, complianceCapacity: CAPACITY }],
      platforms: new Array<Row>(CANDIDATES).fill({ complianceCapacity: 1 }),
      links: Array.from({ length: listed }, (_, p) => [0, p] as const),
      rules: { partnerCost: Float64Array.of(1), headOffice: Uint8Array.of(1) },
      parameters: {
        oversightLoad: load,
        choiceNoise: 0,
        reviewRate: 1,
        setupCost: 0,
        partnerServiceCost: 0,
        candidates: searching,
      },
    },
    1 + VALUE,
  )
}

/** Partners after one review of a list. */
function reviewed(load: number, listed: number): number {
  const market = overseen(load, listed)
  prepare(market)
  runPhases(market, [reviewPartners], 0)
  return partnersOf(market)
}

/** Partners after two years of search from a shorter list. */
function searched(load: number, listed: number): number {
  const market = overseen(load, listed, 1)
  for (let quarter = 0; quarter < SEARCHES; quarter++) {
    const period = QUARTER_END + 3 * quarter
    prepare(market, period)
    runPhases(market, [reviewPartners, searchPartners], period)
    indexLinks(market.edges.links)
  }
  return partnersOf(market) + total(market.edges.pending)
}

const loads = [
  [1, 30],
  [1.25, 22],
  [2, 13],
] as const

const listLength: Entry = {
  id: 'LC19',
  topic: 'market',
  title: { en: 'The list a bank can oversee', zh: '银行能管理的名单' },
  setUp: {
    en: 'identical partners worth ½ each net of cost, capacity 20, convex oversight: ⌊20/a + ½ + 10/a²⌋ partners at load a, by review and by search',
    zh: '相同合作方净值各½，管理能力20，成本凸：负荷a时为⌊20/a + ½ + 10/a²⌋家，审查与搜寻皆然',
  },
  source: 'Model document, LC19',
  run: () =>
    loads.flatMap(([load, n]): Reading[] => {
      const at = (en: string, zh: string) => ({ en: `load ${load}: ${en}`, zh: `负荷${load}：${zh}` }) // prettier-ignore
      const market = overseen(load, CANDIDATES)
      prepare(market)
      let value = 0
      for (let i = 1; i <= n; i++) value += VALUE - marginalOversight(i, load, CAPACITY, 1, 1)
      return [
        exactly(at('list that passes review', '通过审查的名单'), n, reviewed(load, n), 0),
        exactly(at('one more does not', '多一家则不通过'), 0, reviewed(load, n + 1) > n ? 1 : 0, 0), // prettier-ignore
        exactly(at('list after search', '搜寻后的名单'), n, searched(load, n - 3), 0),
        exactly(at('value of the programme', '业务价值'), value, programmeValueOf(market, 0), 1e-9), // prettier-ignore
      ]
    }),
}

export const partnerEntries: readonly Entry[] = [paretoTail, anticipation, listLength]
