/**
 * How lists change: partnerships ended and begun, likeness to the opening lists, survival.
 * @module
 */
import { memberLabel, platformGroups, sumOfGroup } from './groups.ts'
import { defineMetric, ratio, type MetricDefinition } from './metric.ts'

const survival = { en: 'Opening partnerships never cut', zh: '期初合作关系存续率' }
const survivalDoc =
  'Kaplan–Meier survival of the partnerships the run opened with; none is censored, so it is the ' +
  'share never cut so far (one cut and formed again counts as cut)'
const KAPLAN_MEIER = 'Kaplan, Meier (1958), JASA 53:457'

export const churnMetrics: readonly MetricDefinition[] = [
  defineMetric({
    id: 'separations',
    label: { en: 'Partnerships ended in the month', zh: '当月终止的合作' },
    unit: 'links',
    theme: 'partners',
    flow: true,
    doc: 'Σ A(t-1)·(1-A(t)).',
    read: (figures) => figures.separations,
  }),
  defineMetric({
    id: 'formations',
    label: { en: 'Partnerships begun in the month', zh: '当月新增的合作' },
    unit: 'links',
    theme: 'partners',
    flow: true,
    doc: 'Σ (1-A(t-1))·A(t).',
    read: (figures) => figures.formations,
  }),
  defineMetric({
    id: 'listJaccard',
    label: { en: 'Likeness to the opening lists', zh: '与期初名单的相似度' },
    unit: 'share',
    theme: 'partners',
    doc: '|A∩A₀|/|A∪A₀| over all pairs, A₀ the opening lists; both empty: not defined.',
    source: 'Jaccard (1912), New Phytologist 11:37',
    read: (figures) =>
      ratio(figures.openingActive, figures.openingLinks + figures.links - figures.openingActive),
  }),
  defineMetric({
    id: 'edgeSurvival',
    label: survival,
    unit: 'share',
    theme: 'partners',
    doc: `${survivalDoc}.`,
    source: KAPLAN_MEIER,
    read: (figures) => ratio(sumOfGroup(figures.uncutByCode, [1, 1, 1, 1]), figures.openingLinks),
  }),
  ...platformGroups.map((group) =>
    defineMetric({
      id: `edgeSurvival${group.suffix}`,
      label: memberLabel(survival, group.label),
      unit: 'share',
      theme: 'partners',
      doc: `${survivalDoc}, with ${group.label.en}.`,
      source: KAPLAN_MEIER,
      read: (figures) =>
        ratio(
          sumOfGroup(figures.uncutByCode, group.codes),
          sumOfGroup(figures.openingByCode, group.codes),
        ),
    }),
  ),
]
