/**
 * Banks' profit and capital. Monthly profit is annualised by 12.
 * @module
 */
import type { Market } from '../../agents/market.ts'
import { MICROLENDER, TRUST } from '../../agents/parameters.ts'
import { rulesOf, type Figures } from './figures.ts'
import { licenceGroups, memberLabel } from './groups.ts'
import { defineMetric, ratio, type MetricDefinition } from './metric.ts'

/** Trusts and microlenders are not bound by a capital adequacy ratio. */
export function hasCapitalRatio({ banks }: Market, b: number): boolean {
  const licence = banks.licence[b]
  return licence !== TRUST && licence !== MICROLENDER && banks.failed[b] === 0
}

/** Risk-weighted assets of bank b: RW_P·L + RW_O·O [mn]. */
export function riskWeighted(figures: Figures, b: number): number {
  const { banks, parameters } = figures.market
  return (
    rulesOf(figures).riskWeight[b] * banks.partnerLoans[b] +
    parameters.riskWeightOther * banks.otherLoans[b]
  )
}

/** Σ(E+T2)/ΣRWA over the banks of one licence, or of all (-1). */
function capitalRatio(figures: Figures, licence: number): number {
  const { market } = figures
  const { banks } = market
  let capital = 0
  let weighted = 0
  for (let b = 0; b < banks.size; b++) {
    if (!hasCapitalRatio(market, b) || (licence >= 0 && banks.licence[b] !== licence)) continue
    capital += banks.equity[b] + banks.tier2[b]
    weighted += riskWeighted(figures, b)
  }
  return ratio(capital, weighted)
}

/** After-tax annual profit over Σ of assets or equity, all working banks. */
function annualReturn(market: Market, over: (market: Market, b: number) => number): number {
  const { banks, parameters } = market
  let income = 0
  let base = 0
  for (let b = 0; b < banks.size; b++) {
    if (banks.failed[b] === 1) continue
    income += banks.income[b]
    base += over(market, b)
  }
  return ratio(12 * (1 - parameters.taxRate) * income, base)
}

/** C + L + NPL - Al + O [mn]. */
function assets({ banks }: Market, b: number): number {
  return (
    banks.cash[b] +
    banks.partnerLoans[b] +
    banks.badLoans[b] -
    banks.allowance[b] +
    banks.otherLoans[b]
  )
}

function programmeReturn(figures: Figures): number {
  const { market } = figures
  const { banks } = market
  const rules = rulesOf(figures)
  let profit = 0
  let capital = 0
  for (let b = 0; b < banks.size; b++) {
    if (!hasCapitalRatio(market, b) || !(banks.partnerLoans[b] > 0)) continue
    profit += banks.programmeProfit[b]
    const target = Math.max(banks.capitalTarget[b], rules.capitalFloor[b])
    capital += target * rules.riskWeight[b] * banks.partnerLoans[b]
  }
  return ratio(12 * profit, capital)
}

function shareInBreach(figures: Figures): number {
  const { market } = figures
  const { banks } = market
  const floor = rulesOf(figures).capitalFloor
  let breaches = 0
  let bound = 0
  for (let b = 0; b < banks.size; b++) {
    const weighted = riskWeighted(figures, b)
    if (!hasCapitalRatio(market, b) || !(weighted > 0)) continue
    bound++
    if ((banks.equity[b] + banks.tier2[b]) / weighted < floor[b]) breaches++
  }
  return ratio(breaches, bound)
}

const car = { en: 'Capital adequacy ratio', zh: '资本充足率' }
const carDoc = 'Σ(equity + tier 2)/Σ RWA, RWA = RW_P·L + RW_O·O'

export const bankResultMetrics: readonly MetricDefinition[] = [
  defineMetric({
    id: 'programmeRoe',
    label: { en: 'Return on capital of programmes', zh: '助贷业务资本回报率' },
    unit: '1/year',
    flow: true,
    theme: 'risk',
    better: 'higher',
    doc: '12·(Σy·Int - (f+o)L/12 - LGD·N - CC) over CAR*·RW_P·L, before tax; trusts and microlenders left out.',
    read: programmeReturn,
  }),
  defineMetric({
    id: 'roa',
    label: { en: 'Return on assets', zh: '资产收益率' },
    unit: '1/year',
    flow: true,
    theme: 'risk',
    better: 'higher',
    doc: '12·(profit after tax of the month) ÷ assets, all working banks.',
    read: ({ market }) => annualReturn(market, assets),
  }),
  defineMetric({
    id: 'roe',
    label: { en: 'Return on equity', zh: '净资产收益率' },
    unit: '1/year',
    flow: true,
    theme: 'risk',
    better: 'higher',
    doc: '12·(profit after tax of the month) ÷ equity, all working banks.',
    read: ({ market }) => annualReturn(market, ({ banks }, b) => banks.equity[b]),
  }),
  defineMetric({
    id: 'car',
    label: car,
    unit: 'share',
    theme: 'risk',
    better: 'higher',
    doc: `${carDoc}; trusts and microlenders have none.`,
    read: (figures) => capitalRatio(figures, -1),
  }),
  ...licenceGroups
    .filter(({ code }) => code !== TRUST && code !== MICROLENDER)
    .map((group) =>
      defineMetric({
        id: `car${group.suffix}`,
        label: memberLabel(car, group.label),
        unit: 'share',
        theme: 'risk',
        better: 'higher',
        doc: `${carDoc}; ${group.label.en}.`,
        read: (figures) => capitalRatio(figures, group.code),
      }),
    ),
  defineMetric({
    id: 'carBreach',
    label: { en: 'Banks below the capital floor, share', zh: '低于资本底线的银行占比' },
    unit: 'share',
    theme: 'risk',
    better: 'lower',
    doc: 'Banks with CAR below carMin plus surcharge ÷ banks bound by it; its mean over replicates is the probability.',
    read: shareInBreach,
  }),
]
