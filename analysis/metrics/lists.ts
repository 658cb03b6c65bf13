/**
 * Whitelists (白名单): how long they are, and how unequally platforms are listed.
 * @module
 */
import { PROGRAMME_ON } from '../../agents/market.ts'
import { mean } from '../statistics/moments.ts'
import { quantile } from '../statistics/quantile.ts'
import type { Figures } from './figures.ts'
import { defineMetric, type MetricDefinition } from './metric.ts'
import { gini, topShare } from './shares.ts'

/** List lengths of banks with the programme on; affiliates have no list of their own. */
export function listLengths(figures: Figures): Float64Array {
  const { banks } = figures.market
  const lengths = new Float64Array(banks.size)
  let n = 0
  for (let b = 0; b < banks.size; b++) {
    if (banks.programme[b] !== PROGRAMME_ON || banks.failed[b] === 1) continue
    if (banks.affiliateOf[b] >= 0 && figures.bankPartners[b] === 0) continue
    lengths[n++] = figures.bankPartners[b]
  }
  return lengths.subarray(0, n)
}

/** Partners of active platforms. */
export function activeDegrees(figures: Figures): Float64Array {
  const { platforms } = figures.market
  const degrees = new Float64Array(platforms.size)
  let n = 0
  for (let p = 0; p < platforms.size; p++) {
    if (platforms.failed[p] === 0) degrees[n++] = figures.platformPartners[p]
  }
  return degrees.subarray(0, n)
}

const size = { unit: 'partners', theme: 'partners' } as const
const over = 'of list lengths Σ_p A over banks with the programme on; none: not defined'

export const listMetrics: readonly MetricDefinition[] = [
  defineMetric({
    id: 'whitelistSizeMedian',
    label: { en: 'Whitelist length, median', zh: '白名单长度（中位数）' },
    ...size,
    doc: `Median ${over}.`,
    read: (figures) => quantile(listLengths(figures), 0.5),
  }),
  defineMetric({
    id: 'whitelistSizeMean',
    label: { en: 'Whitelist length, mean', zh: '白名单长度（平均）' },
    ...size,
    doc: `Mean ${over}.`,
    read: (figures) => mean(listLengths(figures)),
  }),
  defineMetric({
    id: 'whitelistSizeQ1',
    label: { en: 'Whitelist length, lower quartile', zh: '白名单长度（下四分位）' },
    ...size,
    doc: `Lower quartile (type 7) ${over}.`,
    read: (figures) => quantile(listLengths(figures), 0.25),
  }),
  defineMetric({
    id: 'whitelistSizeQ3',
    label: { en: 'Whitelist length, upper quartile', zh: '白名单长度（上四分位）' },
    ...size,
    doc: `Upper quartile (type 7) ${over}.`,
    read: (figures) => quantile(listLengths(figures), 0.75),
  }),
  defineMetric({
    id: 'degreeGini',
    label: { en: 'Inequality of partners (Gini)', zh: '合作银行数的基尼系数' },
    unit: '1',
    theme: 'concentration',
    doc: 'ΣᵢΣⱼ|kᵢ-kⱼ|/(2n²k̄), k the funders of each active platform; k̄ = 0: 0.',
    source: 'Gini (1912), Variabilità e mutabilità',
    read: (figures) => gini(activeDegrees(figures)),
  }),
  defineMetric({
    id: 'cr5Links',
    label: { en: 'Share of the five largest, by partnerships', zh: '前五大份额，按合作关系' },
    unit: 'share',
    theme: 'concentration',
    doc: 'Links of the five platforms with most funders ÷ all links; no links: not defined.',
    read: (figures) => topShare(Float64Array.from(figures.platformPartners), 5),
  }),
]
