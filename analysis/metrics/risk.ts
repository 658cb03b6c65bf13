/**
 * Defaults and who bears them.
 * @module
 */
import { memberLabel, platformGroups } from './groups.ts'
import type { Figures } from './figures.ts'
import { defineMetric, ratio, type MetricDefinition } from './metric.ts'
import { total } from './shares.ts'

const overdue = { en: 'Overdue 91–180 days', zh: '逾期91–180天率' }
const overdueDoc =
  "The last three months' defaults ÷ (performing loans + the same); a default is dated 90 days past due"
const PAST_MONTHS = 3

function overdueOfGroup(figures: Figures, codes: readonly number[]): number {
  const { platforms } = figures.market
  let defaults = 0
  let balance = 0
  for (let p = 0; p < platforms.size; p++) {
    if (codes[figures.platformCodes[p]] !== 1) continue
    balance += platforms.balance[p]
    for (let k = 0; k < PAST_MONTHS; k++) defaults += platforms.pastDefaults[p * PAST_MONTHS + k]
  }
  return ratio(defaults, balance + defaults)
}

/** Guaranteed balance and equity of the guarantors that have not failed. */
function guarantorTotals({ market: { guarantors } }: Figures) {
  let outstanding = 0
  let equity = 0
  let failed = 0
  for (let g = 0; g < guarantors.size; g++) {
    if (guarantors.failed[g] === 1) {
      failed++
      continue
    }
    outstanding += guarantors.outstanding[g]
    equity += guarantors.equity[g]
  }
  return { outstanding, equity, failed, size: guarantors.size }
}

export const riskMetrics: readonly MetricDefinition[] = [
  defineMetric({
    id: 'defaultFlow',
    label: { en: 'Defaults in the month', zh: '当月违约额' },
    unit: 'mn/month',
    flow: true,
    theme: 'risk',
    better: 'lower',
    doc: 'Σ defaults of this month [mn].',
    read: ({ market }) => total(market.segments.defaulted),
  }),
  defineMetric({
    id: 'nplRatio',
    label: { en: 'Non-performing ratio', zh: '不良率' },
    unit: 'share',
    theme: 'risk',
    better: 'lower',
    doc: 'NPL/(L+NPL) of facilitation loans, all banks: what guarantors repaid is not in it.',
    read: ({ market: { banks } }) =>
      ratio(total(banks.badLoans), total(banks.partnerLoans) + total(banks.badLoans)),
  }),
  defineMetric({
    id: 'delinquency90',
    label: overdue,
    unit: 'share',
    theme: 'risk',
    better: 'lower',
    doc: `${overdueDoc}.`,
    read: ({ market: { segments, banks } }) => {
      const defaults = total(segments.pastDefaults)
      return ratio(defaults, total(banks.partnerLoans) + defaults)
    },
  }),
  ...platformGroups.map((group) =>
    defineMetric({
      id: `delinquency90${group.suffix}`,
      label: memberLabel(overdue, group.label),
      unit: 'share',
      theme: 'risk',
      better: 'lower',
      doc: `${overdueDoc}; ${group.label.en}.`,
      read: (figures) => overdueOfGroup(figures, group.codes),
    }),
  ),
  defineMetric({
    id: 'guaranteeCoverage',
    label: { en: 'Guaranteed share of loans', zh: '担保覆盖率' },
    unit: 'share',
    theme: 'risk',
    doc: 'G/L: balance covered by working guarantors ÷ performing facilitation loans.',
    read: (figures) =>
      ratio(guarantorTotals(figures).outstanding, total(figures.market.banks.partnerLoans)),
  }),
  defineMetric({
    id: 'guaranteeLeverage',
    label: { en: 'Guarantee leverage', zh: '担保放大倍数' },
    unit: 'multiple',
    theme: 'risk',
    better: 'lower',
    doc: 'G/K: balance covered ÷ equity, working guarantors.',
    read: (figures) => {
      const { outstanding, equity } = guarantorTotals(figures)
      return ratio(outstanding, equity)
    },
  }),
  defineMetric({
    id: 'guarantorRuin',
    label: { en: 'Guarantors failed, share', zh: '担保公司倒闭占比' },
    unit: 'share',
    theme: 'risk',
    better: 'lower',
    doc: 'Failed guarantors ÷ guarantors at period 0.',
    read: (figures) => {
      const { failed, size } = guarantorTotals(figures)
      return ratio(failed, size)
    },
  }),
]
