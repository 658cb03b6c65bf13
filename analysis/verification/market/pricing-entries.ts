/**
 * LC1, LC4, LC8 and LC10: prices, approval and the choice of platform in closed form.
 * @module
 */
import { exp } from '../../../engine/numerics/exp.ts'
import { normalDensity, normalCdf, normalQuantile } from '../../../engine/numerics/normal.ts'
import type { Market } from '../../../agents/market.ts'
import { SEGMENTS } from '../../../agents/parameters.ts'
import { SITES } from '../../../agents/pricing/outlook.ts'
import { borrowing, quote, quoted } from '../../../agents/pricing/quote.ts'
import { averageDefault, screening } from '../../../agents/pricing/screening.ts'
import { gini, herfindahl, topShare } from '../../metrics/shares.ts'
import type { Entry } from '../entry.ts'
import { asPrinted, atMost, exactly, unitsOff, within } from '../reading.ts'
import { printedQuotes, referenceQuotes, referenceTiers } from './printed-quotes.ts'
import type { Row } from './toy-agents.ts'
import { runPhases, total, untilApprovals } from './toy-months.ts'
import { toyMarket } from './toy-market.ts'

/** The segment with PD 5.5% and 1/β = .06. */
const S3 = 2
const BETA_INVERSE = 0.06
/** A root found to 1e-12 moves a price by as much. */
const ROOT = 1e-11

function priceOf(market: Market, p: number, s = S3): number {
  return market.work.inForce.price[p * SITES * SEGMENTS + s]
}

function sharesOf(market: Market, s = S3): Float64Array {
  return Float64Array.from({ length: market.platforms.size }, (_, p) => {
    return market.platforms.marketShare[p * SEGMENTS + s]
  })
}

/** Unit cost before what the platform adds: funding, running and capital [1/year]. */
const FUNDING_COST = 0.029 + 0.75 * 0.12 * 0.078

function equalPlatforms(n: number): Market {
  const platform: Row = {
    acquisitionCost: 0.081 - 0.015 - FUNDING_COST,
    segmentMix: [0, 0, 1, 0, 0],
  }
  const market = toyMarket({
    banks: n,
    platforms: new Array<Row>(n).fill(platform),
    pools: [0, 0, 100, 0, 0],
    outsideWeight: 1e-30,
    parameters: { markupMode: 'scaled' },
  })
  for (let period = 0; period < 6; period++) runPhases(market, untilApprovals, period)
  return market
}

const equalMarket: Entry = {
  id: 'LC1',
  topic: 'market',
  title: {
    en: 'No heterogeneity: no concentration',
    zh: '无异质性则无集中',
  },
  setUp: {
    en: 'four equal platforms and banks, no outside option, no ceiling; PD 5.5%, precision .42, unit cost .081, LGD .88, 1/β .06',
    zh: '四个相同平台与银行，无外部选择，无上限；PD 5.5%，精度.42，单位成本.081，LGD .88，1/β .06',
  },
  source: 'Model document, LC1; Caplin and Nalebuff (1991) on prices under logit demand',
  run() {
    const n = 4
    const market = equalPlatforms(n)
    const shares = sharesOf(market)
    const markup = (BETA_INVERSE * n) / (n - 1)
    quote(borrowing(0.055, 0.42), 0.081, 0.88, markup, Infinity)
    const pooled = averageDefault(screening(0.055, 0.42), quoted.cutoff, normalCdf(-quoted.cutoff))
    const approved = total(market.borrowers.approved) / total(market.borrowers.applications)
    return [
      exactly({ en: 'largest share', zh: '最大份额' }, 1 / n, Math.max(...shares)),
      exactly({ en: 'concentration (HHI)', zh: '集中度（HHI）' }, 1 / n, herfindahl(shares)),
      exactly({ en: 'share of the first four', zh: '前四份额' }, 1, topShare(shares, 4)),
      exactly({ en: 'Gini coefficient of list sizes', zh: '名单规模基尼系数' }, 0, gini(market.work.degree)), // prettier-ignore
      asPrinted({ en: 'price', zh: '价格' }, 0.19941, priceOf(market, 0), 5),
      exactly({ en: 'price as cost, loss and N/(β(N−1))', zh: '价格＝成本＋损失＋N/(β(N−1))' }, 0.081 + 0.88 * pooled + markup, priceOf(market, 0), ROOT), // prettier-ignore
      asPrinted({ en: 'approval', zh: '通过率' }, 0.9218, approved, 5),
    ]
  },
}

const logitPlatforms: readonly Row[] = [
  { trafficWeight: 3, dataAdvantage: 0.55, acquisitionCost: 0.01 },
  { trafficWeight: 1 },
  { trafficWeight: 0.4, acquisitionCost: 0.05 },
]

const logit: Entry = {
  id: 'LC4',
  topic: 'market',
  title: { en: 'Borrowers choose by logit', zh: '借款人按logit选择' },
  setUp: {
    en: 'three platforms of unequal weight, price and data; then the second one leaves',
    zh: '三个权重、价格与数据各异的平台；随后第二个退出',
  },
  source: 'Model document, LC4; McFadden (1974)',
  run() {
    const market = toyMarket({ banks: 2, platforms: logitPlatforms })
    runPhases(market, untilApprovals, 0)
    const without = toyMarket({ banks: 2, platforms: logitPlatforms })
    without.platforms.failed[1] = 1
    runPhases(without, untilApprovals, 0)
    const weight = market.platforms.trafficWeight
    let worst = 0
    for (let s = 0; s < SEGMENTS; s++) {
      const shares = sharesOf(market, s)
      for (let p = 1; p < 3; p++) {
        const gap = priceOf(market, 0, s) - priceOf(market, p, s)
        const known = (weight[0] / weight[p]) * exp(-gap / market.parameters.markupBase[s])
        worst = Math.max(worst, Math.abs(shares[0] / shares[p] / known - 1))
      }
    }
    const before = sharesOf(market)
    const after = sharesOf(without)
    const outside = 1 - total(before)
    const moved = (after[0] + after[2] - before[0] - before[2]) / before[1]
    return [
      atMost({ en: 'σ_p/σ_q against (w_p/w_q)·e^(−β(r_p−r_q)), relative', zh: 'σ_p/σ_q对(w_p/w_q)·e^(−β(r_p−r_q))的相对差' }, 1e-9, worst), // prettier-ignore
      exactly({ en: 'share of a platform that leaves which others gain', zh: '退出平台份额中由他人获得的部分' }, (1 - outside - before[1]) / (1 - before[1]), moved, 1e-9), // prettier-ignore
    ]
  },
}

function quoteOf(pd: number, c: number, k: number, loss: number, markup: number, cap: number) {
  quote(borrowing(pd, c), k, loss, markup, cap)
  return { ...quoted }
}

const screeningQuotes: Entry = {
  id: 'LC8',
  topic: 'market',
  title: { en: 'Screening under a ceiling', zh: '上限下的筛选' },
  setUp: {
    en: `PD 18%, LGD .88, mark-up .15, ${printedQuotes.length} pairs of precision and ceiling; ${referenceQuotes.length} reference quotes of three tiers and five segments, before and after 24%`,
    zh: `PD 18%，LGD .88，加价.15，${printedQuotes.length}组精度与上限；三类平台五个客群的${referenceQuotes.length}个参考报价，24%前后`,
  },
  source: 'Model document, LC8 and reference quotes',
  run() {
    const worst = { cutoff: 0, approval: 0, loss: 0, surplus: 0 }
    let notAtCeiling = 0
    for (const [c, k, ceiling, cutoff, approval, loss, surplus] of printedQuotes) {
      const found = quoteOf(0.18, c, k, 0.88, 0.15, ceiling)
      if (found.price !== ceiling) notAtCeiling++
      worst.cutoff = Math.max(worst.cutoff, unitsOff(cutoff, found.cutoff, 5))
      worst.approval = Math.max(worst.approval, unitsOff(approval, found.approval, 5))
      worst.loss = Math.max(worst.loss, unitsOff(loss, 0.88 * found.averageDefault, 5))
      worst.surplus = Math.max(worst.surplus, unitsOff(surplus, found.surplus, 5))
    }
    const reference = { price: 0, approval: 0, pd: 0 }
    for (const [tier, s, ceiling, price, approval, pd] of referenceQuotes) {
      const { precision, unitCost, lossCost } = referenceTiers[tier]
      const market = [0.015, 0.03, 0.055, 0.11, 0.18]
      const markups = [0.025, 0.04, 0.06, 0.095, 0.13]
      const found = quoteOf(market[s], precision, unitCost, lossCost, markups[s], ceiling)
      reference.price = Math.max(reference.price, unitsOff(price, found.price, 4))
      reference.approval = Math.max(reference.approval, unitsOff(approval, found.approval, 4))
      reference.pd = Math.max(reference.pd, unitsOff(pd, found.averageDefault, 5))
    }
    const digit = (en: string, zh: string, value: number) =>
      atMost({ en: `${en}: worst, in units of the last printed digit`, zh: `${zh}：最大偏差（末位单位）` }, 1 / 2, value) // prettier-ignore
    return [
      exactly({ en: 'quotes not at the ceiling', zh: '未达上限的报价数' }, 0, notAtCeiling, 0),
      digit('cut-off', '分界', worst.cutoff),
      digit('approval', '通过率', worst.approval),
      digit('expected loss', '预期损失', worst.loss),
      digit('surplus', '剩余', worst.surplus),
      digit('reference price', '参考价格', reference.price),
      digit('reference approval', '参考通过率', reference.approval),
      digit('reference default rate', '参考违约率', reference.pd),
    ]
  },
}

const noInformation: Entry = {
  id: 'LC10',
  topic: 'market',
  title: { en: 'As information vanishes', zh: '信息消失时' },
  setUp: {
    en: 'PD 11%, ceiling at unit cost plus LGD·PD; precision falls to 0. Surplus → c·φ(Φ⁻¹(PD))·√(2/π); at c = 0 everybody or nobody is approved',
    zh: 'PD 11%，上限＝单位成本＋LGD·PD；精度趋0。剩余→c·φ(Φ⁻¹(PD))·√(2/π)；c = 0时全通过或全拒绝',
  },
  source: 'Model document, LC10',
  run() {
    const c = 1e-3
    const { surplus } = quoteOf(0.11, c, 0.1, 1, 0.5, 0.21)
    const limit = normalDensity(normalQuantile(0.11)) * Math.sqrt(2 / Math.PI)
    const ceiling = 0.1 + 0.968 * 0.11
    const above = quoteOf(0.11, 0, 0.1, 0.968, 0.5, ceiling + 1e-9)
    const below = quoteOf(0.11, 0, 0.1, 0.968, 0.5, ceiling - 1e-9)
    return [
      // The next term is of order c: a thousandth of the limit, up to a factor of one.
      within({ en: 'surplus over precision at c = .001', zh: 'c = .001时剩余与精度之比' }, limit, surplus / c, c), // prettier-ignore
      exactly({ en: 'approved just above PD·LGD', zh: '略高于PD·LGD时通过率' }, 1, above.approval),
      exactly({ en: 'served just below it', zh: '略低于时是否服务' }, 0, below.served ? 1 : 0, 0),
      exactly({ en: 'price at c = 0 as cost, loss and mark-up', zh: 'c = 0价格＝成本＋损失＋加价' }, 0.1 + 0.968 * 0.11 + 0.05, quoteOf(0.11, 0, 0.1, 0.968, 0.05, 1).price), // prettier-ignore
    ]
  },
}

export const pricingEntries: readonly Entry[] = [equalMarket, logit, screeningQuotes, noInformation]
