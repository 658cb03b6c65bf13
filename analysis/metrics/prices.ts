/**
 * What borrowers pay: the all-in cost (综合融资成本) of this month's loans.
 * @module
 */
import { log } from '../../engine/numerics/log.ts'
import type { Market } from '../../agents/market.ts'
import { defineMetric, ratio, type MetricDefinition } from './metric.ts'
import { memberLabel, segmentGroups } from './groups.ts'
import { total } from './shares.ts'

/**
 * Logit surplus of the borrowers of one segment and all regions: Σ_r (M/β)·ln(Den/v0), with
 * Den = v0 + Σ_p weights the denominator of demand and 1/β the price sensitivity in price units.
 */
function segmentSurplus(market: Market, s: number): number {
  const { borrowers, segments, regions, work } = market
  const { denominator } = work.inForce
  let surplus = 0
  for (let r = 0; r < regions; r++) {
    const row = s * regions + r
    surplus += borrowers.demandPool[row] * log(denominator[row] / segments.outsideWeight[s])
  }
  return surplus / work.priceSensitivity[s]
}

const surplus = { en: 'Borrower surplus (index)', zh: '借款人剩余（指数）' }
const surplusDoc =
  'Σ (M/β)·ln(1+Σ wt/v0) over segments and regions: an index of offers, not of approvals: a lower ceiling raises it while fewer are approved'

export const priceMetrics: readonly MetricDefinition[] = [
  defineMetric({
    id: 'averageApr',
    label: { en: 'All-in cost, mean of new loans', zh: '新放款平均综合融资成本' },
    unit: '1/year',
    theme: 'price',
    flow: true,
    better: 'lower',
    doc: 'Σ price·new loans ÷ Σ new loans of the month; no loans: not defined.',
    read: ({ market: { segments } }) =>
      ratio(total(segments.priceVolume), total(segments.originated)),
  }),
  ...segmentGroups.map((group) =>
    defineMetric({
      id: `averageApr${group.suffix}`,
      label: memberLabel(
        { en: 'All-in cost, mean of new loans', zh: '新放款平均综合融资成本' },
        group.label,
      ),
      unit: '1/year',
      theme: 'price',
      flow: true,
      better: 'lower',
      doc: `Σ price·new loans ÷ Σ new loans of the month; ${group.label.en}.`,
      read: ({ market: { segments } }) =>
        ratio(segments.priceVolume[group.code], segments.originated[group.code]),
    }),
  ),
  defineMetric({
    id: 'shareAbove24',
    label: { en: 'New loans above 24%, share', zh: '新放款中成本高于24%的占比' },
    unit: 'share',
    theme: 'price',
    flow: true,
    doc: 'New loans priced strictly above 24% ÷ all new loans of the month.',
    read: ({ market: { segments } }) => ratio(total(segments.above24), total(segments.originated)),
  }),
  defineMetric({
    id: 'originationsAbove24',
    label: { en: 'New loans above 24%', zh: '成本高于24%的新放款' },
    unit: 'mn/month',
    theme: 'price',
    flow: true,
    doc: 'New loans of the month priced strictly above 24%.',
    read: ({ market: { segments } }) => total(segments.above24),
  }),
  defineMetric({
    id: 'shareAbove20',
    label: { en: 'New loans above 20%, share', zh: '新放款中成本高于20%的占比' },
    unit: 'share',
    theme: 'price',
    flow: true,
    doc: 'New loans priced strictly above 20% ÷ all new loans of the month.',
    read: ({ market: { segments } }) => ratio(total(segments.above20), total(segments.originated)),
  }),
  defineMetric({
    id: 'borrowerSurplus',
    label: surplus,
    unit: 'index',
    theme: 'price',
    flow: true,
    better: 'higher',
    doc: `${surplusDoc}.`,
    source: 'Small, Rosen (1981), Econometrica 49:105',
    read: ({ market }) => {
      let sum = 0
      for (let s = 0; s < market.segments.size; s++) sum += segmentSurplus(market, s)
      return sum
    },
  }),
  ...segmentGroups.map((group) =>
    defineMetric({
      id: `borrowerSurplus${group.suffix}`,
      label: memberLabel(surplus, group.label),
      unit: 'index',
      theme: 'price',
      flow: true,
      better: 'higher',
      doc: `${surplusDoc}; ${group.label.en}.`,
      source: 'Small, Rosen (1981), Econometrica 49:105',
      read: ({ market }) => segmentSurplus(market, group.code),
    }),
  ),
]
