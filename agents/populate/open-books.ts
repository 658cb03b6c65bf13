/**
 * Balance sheets of period 0 from the burnt-in market.
 *
 * @source Model document, sections 10 (steps 1, 4 and 8) and 19.3
 * @module
 */
import { countLists } from '../bank/value-partners.ts'
import { PROGRAMME_ON, type Market } from '../market.ts'
import { MICROLENDER } from '../parameters.ts'
import { visitCells } from '../loans/loan-book.ts'
import { decisionProgrammeCost } from '../pricing/partner-cost.ts'
import { revealCost } from '../bank/spare-known-programmes.ts'
import { programmeValueOf } from '../bank/review-programme.ts'
import { complianceBillOf } from '../settlement/settle-bank.ts'
import { openVintages } from '../settlement/burn-in-stock.ts'
import { sumOutstanding } from '../settlement/settle-guarantors.ts'
import { setCapital, setGuarantorCapital, setSize } from './create-market.ts'
import { medianOf } from './median.ts'
import { otherLoanMargin } from './other-loan-margin.ts'
import type { Population } from './population.ts'

/** Other loans are at least this share of all loans. */
const LEAST_OTHER = 0.05
/** Fewest partners a head office can oversee. */
const LEAST_CAPACITY = 5

/** A bank whose list is observed has a programme that pays: Ω < F0 reveals a lower cost. */
export function revealPinnedCosts(market: Market): void {
  const { banks } = market
  for (let b = 0; b < banks.size; b++) {
    if (banks.pinned[b] === 0 || banks.programme[b] !== PROGRAMME_ON) continue
    banks.programmeValue[b] = programmeValueOf(market, b)
    if (banks.programmeValue[b] < decisionProgrammeCost(market, b)) revealCost(market, b)
  }
}

/** Vintages, capital, deposits, guarantors, capacity; then the market runs freely. */
export function openBooks(market: Market, population: Population): void {
  countLists(market)
  openVintages(market)
  sumLoans(market)
  openBanks(market, population)
  openPlatforms(market)
  setSizes(market)
  for (let b = 0; b < market.banks.size; b++) openBalanceSheet(market, population, b)
  market.environment.frozen = false
  market.environment.macroOn = true
  market.environment.leastProgrammes.fill(0)
}

/** Performing loans by bank and platform, debt by segment, and what of it will turn bad each month. */
function sumLoans(market: Market): void {
  const { edges, loans, banks, platforms, segments, work } = market
  const { links } = edges
  banks.partnerLoans.fill(0)
  platforms.balance.fill(0)
  segments.debt.fill(0)
  work.bank.defaults.fill(0)
  work.bank.interest.fill(0)
  work.bank.activations.fill(0)
  segments.pastDefaults.fill(0)
  platforms.pastDefaults.fill(0)
  for (let slot = 0; slot < links.count; slot++) {
    const b = links.from[slot]
    const p = links.to[slot]
    banks.partnerLoans[b] += edges.balance[slot]
    platforms.balance[p] += edges.balance[slot]
  }
  visitCells(loans, (cell, line, slot, s) => {
    const b = links.from[slot]
    const p = links.to[slot]
    const principal = loans.principal[cell]
    const defaults = principal * loans.hazard[line]
    segments.debt[s] += principal
    segments.pastDefaults[3 * s] += defaults
    platforms.pastDefaults[3 * p] += defaults
    work.bank.defaults[b] += (1 - loans.cover[line]) * defaults
    work.bank.interest[b] += principal * loans.yield[cell]
  })
  repeatNewest(segments.pastDefaults)
  repeatNewest(platforms.pastDefaults)
}

/** A steady state: the last three months defaulted alike. */
function repeatNewest(pastDefaults: Float64Array): void {
  for (let i = 0; i < pastDefaults.length; i += 3) pastDefaults.fill(pastDefaults[i], i, i + 3)
}

/** Loans, capital and bad loans in the steady state. */
function openBanks(market: Market, population: Population): void {
  const { banks, parameters, work } = market
  for (let b = 0; b < banks.size; b++) {
    const total = population.banks.totalLoans[b]
    const other = total - banks.partnerLoans[b]
    const least = LEAST_OTHER * total
    banks.otherLoans[b] = banks.licence[b] === MICROLENDER ? 0 : Math.max(other, least)
    setCapital(banks, population, b, parameters.riskWeightOther)
    banks.badLoans[b] = parameters.workoutMonths * work.bank.defaults[b]
    banks.allowance[b] = parameters.lossGivenDefault * banks.badLoans[b]
    banks.peakLoans[b] = banks.partnerLoans[b]
    banks.stockReference[b] = banks.partnerLoans[b]
    banks.growthReference[b] = banks.partnerLoans[b]
    banks.growthReferenceOther[b] = banks.otherLoans[b]
    banks.onAtStart[b] = banks.programme[b] === PROGRAMME_ON ? 1 : 0
    banks.exitedAt[b] = -1
    banks.weakQuarters[b] = 0
    banks.strongQuarters[b] = 0
    banks.suspendedUntil[b] = 0
  }
}

function openPlatforms(market: Market): void {
  const { platforms, guarantors } = market
  platforms.startBalance.set(platforms.balance)
  sumOutstanding(market)
  setGuarantorCapital(guarantors)
}

/** size = cap over the median cap of programmes on; capacity from the list length. */
function setSizes(market: Market): void {
  const { banks, parameters, work } = market
  const capacities: number[] = []
  for (let b = 0; b < banks.size; b++) {
    banks.programmeCapacity[b] =
      banks.programmeAppetite[b] *
      banks.capacityFactor[b] *
      (banks.otherLoans[b] + banks.partnerLoans[b])
    if (banks.programme[b] === PROGRAMME_ON && banks.licence[b] !== MICROLENDER) {
      capacities.push(banks.programmeCapacity[b])
    }
  }
  const median = medianOf(capacities)
  for (let b = 0; b < banks.size; b++) {
    setSize(banks, b, banks.programmeCapacity[b] / median, parameters)
    const capacity = Math.max(LEAST_CAPACITY, parameters.capacitySlack * work.listLength[b])
    banks.complianceCapacity[b] = capacity
    banks.complianceCapacityStart[b] = capacity
  }
}

/** Cash and deposits from the identity; ν so that the return on assets is the reported one. */
function openBalanceSheet(market: Market, population: Population, b: number): void {
  const { banks, parameters, work } = market
  const lgd = parameters.lossGivenDefault
  const loans = banks.partnerLoans[b]
  const bad = banks.badLoans[b]
  const net = loans + (1 - lgd) * bad + banks.otherLoans[b]
  banks.cash[b] = parameters.liquidityRatio * net
  const assets = banks.cash[b] + net
  banks.deposits[b] = assets - banks.equity[b]
  const programmeIncome =
    work.bank.interest[b] -
    banks.operatingCost[b] * loans -
    12 * lgd * work.bank.defaults[b] -
    12 * complianceBillOf(market, b)
  banks.otherLoanMargin[b] = otherLoanMargin({
    returnOnAssets: population.banks.returnOnAssets[b],
    assets,
    deposits: banks.deposits[b],
    fundingCost: banks.fundingCost[b],
    programmeIncome,
    otherLoans: banks.otherLoans[b],
    taxRate: parameters.taxRate,
  })
}
