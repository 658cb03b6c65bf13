import type { Shock } from './shock.ts'

/** One row of the shock menu: what a reader sees, and the sizes used where a scenario gives none. */
export interface ShockKind {
  readonly kind: Shock['kind']
  readonly label: { readonly en: string; readonly zh: string }
  readonly doc: string
  readonly sizes: Readonly<Record<string, number>>
  readonly source: string
}

const SOURCE = 'Model document, section 8.5'

/** All kinds of shock. Durations and the rise of funding costs are assumed. */
export const shockMenu: readonly ShockKind[] = [
  {
    kind: 'defaultWave',
    label: { en: 'Default wave', zh: '违约潮' },
    doc: 'Z is set to −2, then decays with φ_Z',
    sizes: { macroState: -2 },
    source: SOURCE,
  },
  {
    kind: 'partnerFailure',
    label: { en: 'Failure of a platform', zh: '平台倒闭' },
    doc: 'A named platform fails; its links end and its stock defaults more for six months',
    sizes: {},
    source: SOURCE,
  },
  {
    kind: 'fundingShock',
    label: { en: 'Funding shock', zh: '资金冲击' },
    doc: 'f + Δ, a limit on new deposits, or cf × 0.7 for some banks',
    sizes: { costRise: 0.01, depositLimit: 0, capacityFactor: 0.7, months: 12 },
    source: SOURCE,
  },
  {
    kind: 'enforcementCampaign',
    label: { en: 'Enforcement campaign', zh: '专项检查' },
    doc: 'q × 5 for three months, banks of chosen home regions',
    sizes: { factor: 5, months: 3 },
    source: SOURCE,
  },
  {
    kind: 'guarantorRun',
    label: { en: 'Run on guarantors', zh: '增信机构挤兑' },
    doc: 'K × 0.5 for chosen guarantors; the rest of the economy gains what they lose',
    sizes: { factor: 0.5 },
    source: SOURCE,
  },
  {
    kind: 'trafficShock',
    label: { en: 'Traffic shock', zh: '流量冲击' },
    doc: 'w of a platform × factor',
    sizes: { factor: 0.5 },
    source: SOURCE,
  },
  {
    kind: 'lenderDistress',
    label: { en: 'Distressed lenders', zh: '资金方困境' },
    doc: 'cf × 0.94 and comp_b × 0.97 a month for chosen banks',
    sizes: { capacityFactor: 0.94, capabilityFactor: 0.97, months: Infinity },
    source: SOURCE,
  },
]
