/**
 * Partnerships: how many there are and between whom. Permanent links of affiliates are not counted.
 * @module
 */
import { licenceGroups, memberLabel, platformGroups, sumOfGroup } from './groups.ts'
import { defineMetric, ratio, type MetricDefinition } from './metric.ts'

const label = { en: 'Partnerships', zh: '合作关系' }
const doc = 'Σ A over pairs of bank and platform: partnerships through which loans may be made'

export const linkMetrics: readonly MetricDefinition[] = [
  defineMetric({
    id: 'links',
    label,
    unit: 'links',
    theme: 'partners',
    doc: `${doc}.`,
    read: (figures) => figures.links,
  }),
  ...platformGroups.map((group) =>
    defineMetric({
      id: `links${group.suffix}`,
      label: memberLabel(label, group.label),
      unit: 'links',
      theme: 'partners',
      doc: `${doc}, with ${group.label.en}.`,
      read: (figures) => sumOfGroup(figures.linksByCode, group.codes),
    }),
  ),
  ...licenceGroups.map((group) =>
    defineMetric({
      id: `links${group.suffix}`,
      label: memberLabel(label, group.label),
      unit: 'links',
      theme: 'partners',
      doc: `${doc}, of ${group.label.en}.`,
      read: (figures) => figures.linksByLicence[group.code],
    }),
  ),
  defineMetric({
    id: 'headLinkShare',
    label: { en: 'Partnerships with leading platforms, share', zh: '头部平台合作占比' },
    unit: 'share',
    theme: 'concentration',
    doc: 'Links with leading platforms ÷ all links; no links: not defined.',
    read: (figures) => ratio(figures.linksByCode[0], figures.links),
  }),
]
