/**
 * What is read of a bank: its list, its loans, its accounts.
 *
 * @source Model document, sections 2, 3.1 and 11
 * @module
 */
import { PROGRAMME_ON, type Market } from '../../agents/market.ts'
import { LARGE_STATE, MICROLENDER, SMALL, TRUST } from '../../agents/parameters.ts'
import { ratio } from '../metrics/metric.ts'
import { rulesAt, type ReadingDefinition } from './reading.ts'

/** Partners of a bank; the permanent link to the platform that owns a microlender is none. */
function partnersOf({ banks, edges }: Market, b: number): number {
  const { fromStart, fromSlots, to } = edges.links
  const owner = banks.affiliateOf[b]
  let partners = 0
  for (let i = fromStart[b]; i < fromStart[b + 1]; i++) if (to[fromSlots[i]] !== owner) partners++
  return partners
}

/** Share of the partners of a bank that are leading or listed platforms; none: not defined. */
function largeShare({ platforms, edges }: Market, b: number): number {
  const { fromStart, fromSlots, to } = edges.links
  let large = 0
  for (let i = fromStart[b]; i < fromStart[b + 1]; i++) {
    if (platforms.tier[to[fromSlots[i]]] !== SMALL) large++
  }
  return ratio(large, fromStart[b + 1] - fromStart[b])
}

function isOn({ banks }: Market, b: number): boolean {
  return banks.programme[b] === PROGRAMME_ON && banks.failed[b] === 0
}

/** Large state banks and microlenders publish no list; nor does anybody without a programme. */
function publishes(market: Market, b: number): boolean {
  const licence = market.banks.licence[b]
  return licence !== LARGE_STATE && licence !== MICROLENDER && isOn(market, b)
}

/** Different working guarantors of a bank's partners. */
function guarantorsOf({ platforms, guarantors, edges }: Market, b: number): number {
  const { fromStart, fromSlots, to } = edges.links
  const first = fromStart[b]
  let different = 0
  for (let i = first; i < fromStart[b + 1]; i++) {
    const g = platforms.guarantor[to[fromSlots[i]]]
    if (g < 0 || guarantors.failed[g] === 1) continue
    let seen = false
    for (let j = first; j < i && !seen; j++) seen = platforms.guarantor[to[fromSlots[j]]] === g
    if (!seen) different++
  }
  return different
}

/** (E − deductions + what counts besides)/RWA; not defined for trusts, microlenders, failed banks. */
function capitalOver(market: Market, b: number, period: number, capital: number): number {
  const { banks, parameters } = market
  const licence = banks.licence[b]
  if (licence === TRUST || licence === MICROLENDER || banks.failed[b] === 1) return NaN
  const weighted =
    rulesAt(market, period).riskWeight[b] * banks.partnerLoans[b] +
    parameters.riskWeightOther * banks.otherLoans[b]
  return ratio(capital, weighted)
}

/** C + L + NPL - Al + O [mn]. */
function assetsOf({ banks }: Market, b: number): number {
  return (
    banks.cash[b] +
    banks.partnerLoans[b] +
    banks.badLoans[b] -
    banks.allowance[b] +
    banks.otherLoans[b]
  )
}

const bank = { kind: 'bank', flow: false } as const

export const bankReadings: readonly ReadingDefinition[] = [
  {
    ...bank,
    id: 'partners',
    unit: 'partners',
    label: { en: 'Partners', zh: '合作平台数' },
    doc: 'Active links to platforms; 0 once the programme has stopped.',
    read: (market, b) => (isOn(market, b) ? partnersOf(market, b) : 0),
  },
  {
    ...bank,
    id: 'listSize',
    unit: 'partners',
    label: { en: 'Length of the published list', zh: '公布名单长度' },
    doc: 'Active links to platforms, as a bank would publish them; not defined once the programme is not on or the bank has failed, nor for large state banks and microlenders, which publish no list.',
    read: (market, b) => (publishes(market, b) ? partnersOf(market, b) : NaN),
  },
  {
    ...bank,
    id: 'listSizeWithGuarantors',
    unit: 'partners',
    label: { en: 'Length of the published list with guarantors', zh: '公布名单长度（含担保公司）' },
    doc: 'listSize plus the different working guarantors of the platforms on the list: for banks whose lists count these too.',
    read: (market, b) =>
      publishes(market, b) ? partnersOf(market, b) + guarantorsOf(market, b) : NaN,
  },
  {
    ...bank,
    id: 'largePartnerShare',
    unit: 'share',
    label: { en: 'Large partners on the list, share', zh: '名单中头部及上市平台占比' },
    doc: 'Leading and listed platforms ÷ all platforms on the published list; no list, or an empty one: not defined.',
    read: (market, b) => (publishes(market, b) ? largeShare(market, b) : NaN),
  },
  {
    ...bank,
    id: 'programmeOn',
    unit: '1',
    label: { en: 'Programme on', zh: '助贷业务在办' },
    doc: '1 while the programme is on and the bank works, else 0.',
    read: (market, b) => (isOn(market, b) ? 1 : 0),
  },
  {
    ...bank,
    id: 'partnerLoans',
    unit: 'mn',
    label: { en: 'Facilitation loans', zh: '助贷贷款余额' },
    doc: 'Performing facilitation loans, own share of joint loans (L).',
    read: ({ banks }, b) => banks.partnerLoans[b],
  },
  {
    ...bank,
    flow: true,
    id: 'newLoans',
    unit: 'mn/month',
    label: { en: 'New facilitation loans', zh: '新发放助贷贷款' },
    doc: 'New facilitation loans of the month, own share.',
    read: ({ banks }, b) => banks.originated[b],
  },
  {
    ...bank,
    id: 'nplRatio',
    unit: 'share',
    label: { en: 'Non-performing ratio', zh: '不良率' },
    doc: 'NPL/(L+NPL) of facilitation loans; neither: not defined.',
    read: ({ banks }, b) => ratio(banks.badLoans[b], banks.partnerLoans[b] + banks.badLoans[b]),
  },
  {
    ...bank,
    id: 'car',
    unit: 'share',
    label: { en: 'Capital adequacy ratio', zh: '资本充足率' },
    doc: '(E + tier 2)/RWA, RWA = RW_P·L + RW_O·O; not defined for trusts, microlenders and failed banks.',
    read: (market, b, period) =>
      capitalOver(market, b, period, market.banks.equity[b] + market.banks.tier2[b]),
  },
  {
    ...bank,
    id: 'tier1Ratio',
    unit: 'share',
    label: { en: 'Tier-1 ratio', zh: '一级资本充足率' },
    doc: '(E - fixed deductions)/RWA; not defined for trusts, microlenders and failed banks.',
    read: (market, b, period) =>
      capitalOver(market, b, period, market.banks.equity[b] - market.banks.tier1Deduction[b]),
  },
  {
    ...bank,
    flow: true,
    id: 'roa',
    unit: '1/year',
    label: { en: 'Return on assets', zh: '资产收益率' },
    doc: '12·(profit after tax of the month) ÷ assets; not defined for failed banks.',
    read: (market, b) => {
      const { banks, parameters } = market
      if (banks.failed[b] === 1) return NaN
      return ratio(12 * (1 - parameters.taxRate) * banks.income[b], assetsOf(market, b))
    },
  },
  {
    ...bank,
    id: 'equity',
    unit: 'mn',
    label: { en: 'Equity', zh: '净资产' },
    doc: 'Capital (E).',
    read: ({ banks }, b) => banks.equity[b],
  },
]
