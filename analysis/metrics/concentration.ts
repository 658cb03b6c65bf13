/**
 * Concentration of business on platforms, by balance and by what was lent this month.
 * @module
 */
import { defineMetric, type MetricDefinition, type Text } from './metric.ts'
import { effectiveCount, herfindahl, shareEntropy, topShare } from './shares.ts'

const basis = [
  { suffix: '', column: 'balance', label: { en: 'by balance', zh: '按余额' } },
  { suffix: 'Originations', column: 'originated', label: { en: 'by new loans', zh: '按新放款' } },
] as const

interface Index {
  id: string
  label: Text
  unit: string
  doc: string
  source?: string
  of: (amounts: Float64Array) => number
}

const indices: readonly Index[] = [
  {
    id: 'hhi',
    label: { en: 'Concentration (HHI)', zh: '集中度（HHI）' },
    unit: '1',
    doc: 'Σ s², s the share of each platform. From 1/n to 1; no total: not defined.',
    source: 'Hirschman (1964), The Paternity of an Index',
    of: herfindahl,
  },
  {
    id: 'cr4',
    label: { en: 'Share of the four largest', zh: '前四大份额' },
    unit: 'share',
    doc: 'Sum of the four largest platform shares.',
    of: (amounts) => topShare(amounts, 4),
  },
  {
    id: 'cr5',
    label: { en: 'Share of the five largest', zh: '前五大份额' },
    unit: 'share',
    doc: 'Sum of the five largest platform shares.',
    of: (amounts) => topShare(amounts, 5),
  },
  {
    id: 'shareEntropy',
    label: { en: 'Entropy of shares', zh: '份额熵' },
    unit: '1',
    doc: '-Σ s·ln s, with 0·ln 0 = 0.',
    source: 'Shannon (1948), A Mathematical Theory of Communication',
    of: shareEntropy,
  },
  {
    id: 'effectivePlatforms',
    label: { en: 'Effective number of platforms', zh: '有效平台数' },
    unit: 'platforms',
    doc: 'exp(entropy): how many equal platforms would be as concentrated.',
    of: effectiveCount,
  },
]

export const concentrationMetrics: readonly MetricDefinition[] = basis.flatMap((by) =>
  indices.map(({ id, label, unit, doc, source, of }) =>
    defineMetric({
      id: id + by.suffix,
      label: { en: `${label.en}, ${by.label.en}`, zh: `${label.zh}，${by.label.zh}` },
      unit,
      theme: 'concentration',
      flow: by.column === 'originated',
      doc: `${doc} Shares ${by.label.en}.`,
      ...(source === undefined ? {} : { source }),
      read: ({ market }) => of(market.platforms[by.column]),
    }),
  ),
)
