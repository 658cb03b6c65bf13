/**
 * Design levers: alternatives no rule contains, off until a scenario sets them.
 *
 * @source model document, section 7, row P14
 * @module
 */
import { formOf } from './lever-forms.ts'
import type { Lever } from './lever.ts'

type Design = Pick<Lever, 'id' | 'label' | 'kind' | 'initial' | 'entersAt' | 'doc'> &
  Partial<Pick<Lever, 'unit' | 'bounds' | 'scopable' | 'entersThrough'>>

const designs: readonly Design[] = [
  {
    id: 'smallLenderCostFactor',
    label: { en: 'Compliance cost of small programmes', zh: '小规模机构合规成本系数' },
    kind: 'multiple',
    bounds: [0, 2],
    initial: 1,
    entersAt: '5.5 and 5.8 tier factor of programmes of size below 1',
    doc: 'Lighter partner and programme cost for banks with a programme below the median.',
  },
  {
    id: 'sharedDiligenceExponent',
    label: { en: 'Shared diligence', zh: '尽调共享弹性' },
    kind: 'share',
    bounds: [0, 1],
    initial: 0,
    scopable: false,
    entersAt: '5.5 partner cost over degree^z',
    doc: 'Banks share the diligence of a platform: the more funders, the cheaper. Helps heads most.',
  },
  {
    id: 'mutualRecognitionDiscount',
    label: { en: 'Mutual recognition of lists', zh: '名单互认折扣' },
    kind: 'share',
    bounds: [0, 1],
    initial: 0,
    scopable: false,
    entersAt: '5.5 partner cost times 1 - z',
    doc: 'Cheaper partner cost when another bank of the same licence lists the platform.',
  },
  {
    id: 'aprCapBySegment',
    label: { en: 'All-in cost cap by segment', zh: '分客群综合融资成本上限' },
    kind: 'list',
    unit: '1/year',
    bounds: [0.04, 0.36],
    initial: null,
    entersAt: '5.2 ceiling, in place of aprCapPerLoan',
    doc: 'One line per borrower segment, safest first.',
  },
  {
    id: 'nicheExemption',
    label: { en: 'Guarantee exemption of niche platforms', zh: '本地化平台增信费豁免' },
    kind: 'boolean',
    initial: false,
    entersAt: '5.2 guarantee stretch of niche platforms',
    doc: 'Guarantee fees of niche platforms stay outside the all-in cost.',
  },
  {
    id: 'listHeadcountCap',
    label: { en: 'Most partners on a list', zh: '名单机构数量上限' },
    kind: 'count',
    unit: 'partners',
    bounds: [1, 500],
    initial: null,
    entersThrough: ['P1', 'P14'],
    entersAt: '5.7 partners a bank may list, while whitelistRequired is publicListWithHeadcountCap',
    doc: 'The number that publicListWithHeadcountCap needs; no rule contains one.',
  },
]

/** The design levers as levers of the catalogue. */
export const designLevers: readonly Lever[] = designs.map((design) => ({
  unit: '1',
  scopable: true,
  entersThrough: ['P14'],
  ...design,
  form: formOf(design.id),
  value: null,
  nullable: design.initial === null,
  history: [],
  defaultOn: false,
  acts: true,
  status: 'not_a_rule',
  confidence: 'assumption',
  source: 'Design lever, not law (model document, section 7, P14)',
  links: [],
}))
