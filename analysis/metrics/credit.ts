/**
 * Who gets credit: applications, approvals, funding, in total and by borrower segment.
 * @module
 */
import type { Market } from '../../agents/market.ts'
import { memberLabel, segmentGroups } from './groups.ts'
import { defineMetric, ratio, type MetricDefinition, type Text } from './metric.ts'

/** Σ of a borrower column over the regions of segments `from` up to, not including, `to`. */
function sumOf(market: Market, column: Float64Array, from: number, to: number): number {
  let sum = 0
  for (let row = from * market.regions; row < to * market.regions; row++) sum += column[row]
  return sum
}

/** Σ of a per-segment column. */
function sumSegments(column: Float64Array, from: number, to: number): number {
  let sum = 0
  for (let s = from; s < to; s++) sum += column[s]
  return sum
}

interface Family {
  id: string
  label: Text
  unit: string
  better: 'higher' | 'lower' | 'neither'
  doc: string
  /** The value over segments `from` up to, not including, `to`. */
  of: (market: Market, from: number, to: number) => number
}

const families: readonly Family[] = [
  {
    id: 'originations',
    label: { en: 'New loans in the month', zh: '当月新放款' },
    unit: 'mn/month',
    better: 'neither',
    doc: 'Loans made this month [mn].',
    of: ({ segments }, from, to) => sumSegments(segments.originated, from, to),
  },
  {
    id: 'approvalRate',
    label: { en: 'Approval rate', zh: '通过率' },
    unit: 'share',
    better: 'neither',
    doc: 'Approved ÷ applied for, by amount; no applications: not defined.',
    of: (market, from, to) =>
      ratio(
        sumOf(market, market.borrowers.approved, from, to),
        sumOf(market, market.borrowers.applications, from, to),
      ),
  },
  {
    id: 'unfunded',
    label: { en: 'Approved but not funded', zh: '获批但未放款' },
    unit: 'mn/month',
    better: 'lower',
    doc: 'Approved by a platform and funded by no bank this month [mn].',
    of: (market, from, to) =>
      sumOf(market, market.borrowers.approved, from, to) -
      sumOf(market, market.borrowers.funded, from, to),
  },
  {
    id: 'excludedBorrowers',
    label: { en: 'Applicants left without a loan', zh: '未获贷款的申请人' },
    unit: 'borrowers/month',
    better: 'lower',
    doc: '(applied for - funded) ÷ averageTicket: counted, not valued; informal lending is outside the model.',
    of: (market, from, to) =>
      (sumOf(market, market.borrowers.applications, from, to) -
        sumOf(market, market.borrowers.funded, from, to)) /
      market.parameters.averageTicket,
  },
  {
    id: 'servedShare',
    label: { en: 'Demand served', zh: '需求满足率' },
    unit: 'share',
    better: 'higher',
    doc: 'Funded ÷ demand pool of the month; no demand: not defined.',
    of: (market, from, to) =>
      ratio(
        sumOf(market, market.borrowers.funded, from, to),
        sumOf(market, market.borrowers.demandPool, from, to),
      ),
  },
]

export const creditMetrics: readonly MetricDefinition[] = families.flatMap(({ of, ...family }) => [
  defineMetric({
    ...family,
    theme: 'credit',
    flow: true,
    read: ({ market }) => of(market, 0, segmentGroups.length),
  }),
  ...segmentGroups.map((group) =>
    defineMetric({
      ...family,
      id: family.id + group.suffix,
      label: memberLabel(family.label, group.label),
      theme: 'credit',
      flow: true,
      doc: `${family.doc} Borrowers of ${group.label.en}.`,
      read: ({ market }) => of(market, group.code, group.code + 1),
    }),
  ),
])
