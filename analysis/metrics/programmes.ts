/**
 * Banks' facilitation programmes: how many are on, and which have been given up.
 * @module
 */
import { PROGRAMME_ON, type Market } from '../../agents/market.ts'
import { licenceGroups, memberLabel, sizeTenths, sizeThirds } from './groups.ts'
import { defineMetric, ratio, type MetricDefinition } from './metric.ts'

/** 1 if bank b had a programme at period 0 and has given it up for good so far. */
export function hasExited({ banks }: Market, b: number): number {
  return banks.onAtStart[b] === 1 && banks.exitedAt[b] >= 0 ? 1 : 0
}

function isOn({ banks }: Market, b: number): boolean {
  return banks.programme[b] === PROGRAMME_ON && banks.failed[b] === 0 && banks.affiliateOf[b] < 0
}

/** Programmes on among the banks with `column[b] === code`. */
function countOn(market: Market, column: ArrayLike<number>, code: number): number {
  let count = 0
  for (let b = 0; b < market.banks.size; b++) {
    if (column[b] === code && isOn(market, b)) count++
  }
  return count
}

/** Exits ÷ programmes on at period 0, among the banks with `column[b] === code`. */
function exitShare(market: Market, column: ArrayLike<number>, code: number): number {
  let exits = 0
  let start = 0
  for (let b = 0; b < market.banks.size; b++) {
    if (column[b] !== code) continue
    exits += hasExited(market, b)
    start += market.banks.onAtStart[b]
  }
  return ratio(exits, start)
}

function totalOf(market: Market, one: (market: Market, b: number) => number): number {
  let count = 0
  for (let b = 0; b < market.banks.size; b++) count += one(market, b)
  return count
}

/** Exit share of local banks (a home region) or national ones. */
function exitShareByReach(market: Market, local: boolean): number {
  let exits = 0
  let start = 0
  for (let b = 0; b < market.banks.size; b++) {
    if (market.banks.homeRegion[b] >= 0 !== local) continue
    exits += hasExited(market, b)
    start += market.banks.onAtStart[b]
  }
  return ratio(exits, start)
}

const on = { en: 'Programmes on', zh: '开展业务的银行' }
const share = { en: 'Banks that stopped, share', zh: '停办银行占比' }
const exitDoc =
  'Programmes given up since period 0 ÷ programmes on at period 0; a bank that returned is not an exit'

export const programmeMetrics: readonly MetricDefinition[] = [
  defineMetric({
    id: 'programmesOn',
    label: on,
    unit: 'banks',
    theme: 'institutions',
    doc: 'Banks whose facilitation business is on; affiliates are not counted.',
    read: ({ market }) => totalOf(market, (m, b) => (isOn(m, b) ? 1 : 0)),
  }),
  ...licenceGroups.map((group) =>
    defineMetric({
      id: `programmesOn${group.suffix}`,
      label: memberLabel(on, group.label),
      unit: 'banks',
      theme: 'institutions',
      doc: `Banks whose facilitation business is on, among ${group.label.en}.`,
      read: ({ market }) => countOn(market, market.banks.licence, group.code),
    }),
  ),
  defineMetric({
    id: 'programmeExits',
    label: { en: 'Banks that stopped', zh: '停办银行' },
    unit: 'banks',
    theme: 'institutions',
    doc: 'Banks on at period 0 that have given up their facilitation business and not returned.',
    read: ({ market }) => totalOf(market, hasExited),
  }),
  defineMetric({
    id: 'programmeExitShare',
    label: share,
    unit: 'share',
    theme: 'institutions',
    doc: `${exitDoc}.`,
    read: ({ market }) => exitShare(market, market.banks.onAtStart, 1),
  }),
  ...licenceGroups.map((group) =>
    defineMetric({
      id: `programmeExitShare${group.suffix}`,
      label: memberLabel(share, group.label),
      unit: 'share',
      theme: 'institutions',
      doc: `${exitDoc}; ${group.label.en}.`,
      read: ({ market }) => exitShare(market, market.banks.licence, group.code),
    }),
  ),
  ...sizeThirds.map((group) =>
    defineMetric({
      id: `programmeExitShare${group.suffix}`,
      label: memberLabel(share, group.label),
      unit: 'share',
      theme: 'institutions',
      doc: `${exitDoc}; ${group.label.en} on at period 0.`,
      read: (figures) => exitShare(figures.market, figures.sizeThird, group.code),
    }),
  ),
  ...sizeTenths.map((group) =>
    defineMetric({
      id: `programmeExitShare${group.suffix}`,
      label: memberLabel(share, group.label),
      unit: 'share',
      theme: 'institutions',
      doc: `${exitDoc}; ${group.label.en} of programmes on at period 0.`,
      read: (figures) => exitShare(figures.market, figures.sizeTenth, group.code),
    }),
  ),
  defineMetric({
    id: 'programmeExitShareLocal',
    label: memberLabel(share, { en: 'local banks', zh: '地方法人银行' }),
    unit: 'share',
    theme: 'institutions',
    doc: `${exitDoc}; banks with a home region.`,
    read: ({ market }) => exitShareByReach(market, true),
  }),
  defineMetric({
    id: 'programmeExitShareNational',
    label: memberLabel(share, { en: 'national lenders', zh: '全国性机构' }),
    unit: 'share',
    theme: 'institutions',
    doc: `${exitDoc}; banks without a home region.`,
    read: ({ market }) => exitShareByReach(market, false),
  }),
]
