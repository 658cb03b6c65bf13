/**
 * Which platforms are left, and what they hold and lend, by tier.
 * @module
 */
import { memberLabel, platformGroups } from './groups.ts'
import type { Figures } from './figures.ts'
import { defineMetric, ratio, type MetricDefinition } from './metric.ts'

const SMALL_CODES = [0, 0, 1, 1]
const EVERY_CODE = [1, 1, 1, 1]

/** Active platforms of a group, with at least so many partners. */
function countActive(figures: Figures, codes: readonly number[], partners: number): number {
  const { market, platformCodes, platformPartners } = figures
  let count = 0
  for (let p = 0; p < market.platforms.size; p++) {
    if (market.platforms.failed[p] === 1 || platformPartners[p] < partners) continue
    count += codes[platformCodes[p]]
  }
  return count
}

function countAll(figures: Figures, codes: readonly number[]): number {
  let count = 0
  for (const code of figures.platformCodes) count += codes[code]
  return count
}

function sumColumn(figures: Figures, column: Float64Array, codes: readonly number[]): number {
  let sum = 0
  for (let p = 0; p < column.length; p++) sum += codes[figures.platformCodes[p]] * column[p]
  return sum
}

const survival = { en: 'Platforms still active, share', zh: '平台存续率' }
const balance = { en: 'Outstanding loans', zh: '在贷余额' }
const lent = { en: 'New loans in the month', zh: '当月新放款' }
const survivalDoc = 'Platforms that have not failed ÷ platforms at period 0'

export const platformMetrics: readonly MetricDefinition[] = [
  defineMetric({
    id: 'platformSurvival',
    label: survival,
    unit: 'share',
    theme: 'institutions',
    doc: `${survivalDoc}.`,
    read: (figures) => ratio(countActive(figures, EVERY_CODE, 0), figures.market.platforms.size),
  }),
  ...platformGroups.map((group) =>
    defineMetric({
      id: `platformSurvival${group.suffix}`,
      label: memberLabel(survival, group.label),
      unit: 'share',
      theme: 'institutions',
      doc: `${survivalDoc}; ${group.label.en}.`,
      read: (figures) =>
        ratio(countActive(figures, group.codes, 0), countAll(figures, group.codes)),
    }),
  ),
  defineMetric({
    id: 'activeSmallPlatforms',
    label: { en: 'Small institutions still active', zh: '仍在经营的中小助贷机构' },
    unit: 'platforms',
    theme: 'institutions',
    doc: 'Platforms of tier small that have not failed.',
    read: (figures) => countActive(figures, SMALL_CODES, 0),
  }),
  defineMetric({
    id: 'listedSmallPlatforms',
    label: { en: 'Small institutions on at least one list', zh: '至少在一份名单上的中小助贷机构' },
    unit: 'platforms',
    theme: 'institutions',
    doc: 'Active platforms of tier small with at least one partner bank, an affiliate not counted.',
    read: (figures) => countActive(figures, SMALL_CODES, 1),
  }),
  defineMetric({
    id: 'balance',
    label: balance,
    unit: 'mn',
    theme: 'credit',
    doc: 'Σ performing loans on all partnerships [mn].',
    read: (figures) => sumColumn(figures, figures.market.platforms.balance, EVERY_CODE),
  }),
  ...platformGroups.map((group) =>
    defineMetric({
      id: `balance${group.suffix}`,
      label: memberLabel(balance, group.label),
      unit: 'mn',
      theme: 'credit',
      doc: `Performing loans made through ${group.label.en} [mn].`,
      read: (figures) => sumColumn(figures, figures.market.platforms.balance, group.codes),
    }),
  ),
  ...platformGroups.map((group) =>
    defineMetric({
      id: `originations${group.suffix}`,
      label: memberLabel(lent, group.label),
      unit: 'mn/month',
      flow: true,
      theme: 'credit',
      doc: `New loans of the month through ${group.label.en}, all funders [mn].`,
      read: (figures) => sumColumn(figures, figures.market.platforms.originated, group.codes),
    }),
  ),
]
