/**
 * A market from a population: all tables, links as they are at the start of burn-in, empty books.
 *
 * @source Model document, section 10, steps 1 to 5 and 7
 * @module
 */
import { addLink, indexLinks } from '../../engine/links.ts'
import { pow } from '../../engine/numerics/pow.ts'
import { createTable } from '../../engine/table.ts'
import { assembleMarket } from '../assemble-market.ts'
import { createEdges } from '../edges.ts'
import { createStockBook } from '../loans/loan-book.ts'
import {
  bankColumns,
  borrowerColumns,
  FINE_HORIZON,
  guarantorColumns,
  platformColumns,
  segmentColumns,
  type Banks,
  type Guarantors,
  type Market,
  type Platforms,
} from '../market.ts'
import { LICENCES, MICROLENDER, SEGMENTS, type Parameters } from '../parameters.ts'
import type { RuleMonth } from '../regulator/rule-book.ts'
import { createAccounts } from '../settlement/accounts.ts'
import { createWorkspace } from '../workspace.ts'
import { openingCapital } from './opening-capital.ts'
import type { Population } from './population.ts'

/** A period before all others. */
const LONG_AGO = -1_000_000
/** Room for links beyond those of the start, before arrays grow. */
const LINK_ROOM = 2
/** Guarantor capital at the start: outstanding over the legal multiple at 70% use. */
export const GUARANTOR_LEVERAGE = 7

/** The market at the start of burn-in. */
export function createMarket(
  population: Population,
  parameters: Parameters,
  rules: RuleMonth,
): Market {
  const { banks, platforms, guarantors, regions } = population
  const slots = LINK_ROOM * (population.links.count + platforms.size)
  const edges = createEdges(banks.size, platforms.size, slots)
  const market = assembleMarket({
    parameters,
    rules: [],
    preNotice: rules,
    shocks: [],
    banks: bankTable(population, parameters),
    platforms: platformTable(population),
    guarantors: guarantorTable(population),
    borrowers: createTable(borrowerColumns, SEGMENTS * regions),
    segments: createTable(segmentColumns, SEGMENTS),
    regions,
    regionWeight: population.regionWeight,
    relativeReach: platforms.relativeReach,
    meanFundingCost: population.meanFundingCost,
    edges,
    loans: createStockBook(parameters.tenor, platforms.size, slots),
    fines: new Float64Array(banks.size * FINE_HORIZON),
    environment: {
      macroState: 0,
      macroOn: false,
      frozen: true,
      inspectionFactor: new Float64Array(banks.size).fill(1),
      leastProgrammes: leastProgrammes(population),
    },
    ledger: createAccounts(),
    work: createWorkspace(
      parameters,
      rules,
      banks.size,
      platforms.size,
      guarantors.size,
      regions,
      slots,
    ),
    bankNames: population.bankNames,
    platformNames: population.platformNames,
    guarantorNames: population.guarantorNames,
  })
  openLinks(market, population)
  return market
}

function bankTable(population: Population, parameters: Parameters): Banks {
  const from = population.banks
  const banks = createTable(bankColumns, from.size)
  banks.id.set(from.id)
  banks.licence.set(from.licence)
  banks.homeRegion.set(from.homeRegion)
  banks.affiliateOf.set(from.affiliateOf)
  banks.otherLoans.set(from.otherLoans)
  banks.partnerLoans.set(from.partnerLoans)
  banks.fundingCost.set(from.fundingCost)
  banks.operatingCost.set(from.operatingCost)
  banks.complianceCapability.set(from.complianceCapability)
  banks.riskManagement.set(from.riskManagement)
  banks.riskManagementStart.set(from.riskManagement)
  banks.programmeAppetite.set(from.programmeAppetite)
  banks.capacityTrend.set(from.capacityTrend)
  banks.programme.set(from.programme)
  banks.pinned.set(from.pinned)
  banks.capacityFactor.fill(1)
  banks.programmeCostFactor.fill(1)
  banks.revealedMargin.fill(1)
  // Oversight does not bind before period 0, when capacity is set from the lists.
  banks.complianceCapacity.fill(Infinity)
  banks.complianceCapacityStart.fill(Infinity)
  banks.fundingLimit.fill(Infinity)
  banks.depositLimit.fill(Infinity)
  banks.exitedAt.fill(-1)
  banks.suspendedUntil.fill(LONG_AGO)
  for (let b = 0; b < from.size; b++) {
    setCapital(banks, population, b, parameters.riskWeightOther)
    setSize(banks, b, from.programmeSize[b], parameters)
  }
  return banks
}

/** Equity, tier 2 and the own target from what is reported and the loans in the columns. */
export function setCapital(
  banks: Banks,
  population: Population,
  b: number,
  riskWeightOther: number,
): void {
  const { capitalRatio, totalEquity, tier1Ratio, capitalBuffer } = population.banks
  const reported = {
    licence: banks.licence[b],
    capitalRatio: capitalRatio[b],
    totalEquity: totalEquity[b],
    tier1Ratio: tier1Ratio[b],
    capitalBuffer: capitalBuffer[b],
  }
  const capital = openingCapital(
    reported,
    banks.otherLoans[b],
    banks.partnerLoans[b],
    riskWeightOther,
  )
  banks.equity[b] = capital.equity
  banks.tier2[b] = capital.tier2
  banks.capitalTarget[b] = capital.capitalTarget
}

/** Programme size and the cost factors that follow from it. */
export function setSize(banks: Banks, b: number, size: number, parameters: Parameters): void {
  banks.programmeSize[b] = size
  const active = size > 0 && banks.licence[b] !== MICROLENDER
  banks.partnerSizeFactor[b] = active ? pow(size, parameters.partnerScale) : 1
  banks.programmeSizeFactor[b] = active ? pow(size, parameters.programmeScale) : 1
}

function platformTable(population: Population): Platforms {
  const from = population.platforms
  const platforms = createTable(platformColumns, from.size)
  platforms.id.set(from.id)
  platforms.tier.set(from.tier)
  platforms.niche.set(from.niche)
  platforms.homeRegion.set(from.homeRegion)
  platforms.guarantor.set(from.guarantor)
  platforms.affiliate.set(from.affiliate)
  platforms.dataAdvantage.set(from.dataAdvantage)
  platforms.dataAdvantageHome.set(from.dataAdvantageHome)
  platforms.acquisitionCost.set(from.acquisitionCost)
  platforms.operatingCost.set(from.operatingCost)
  platforms.guaranteeCover.set(from.guaranteeCover)
  platforms.lenderSurplusShare.set(from.lenderSurplusShare)
  platforms.ownFundingShare.set(from.ownFundingShare)
  platforms.complianceCapacity.set(from.complianceCapacity)
  platforms.fixedCostFactor.set(from.fixedCostFactor)
  platforms.netWorth.set(from.netWorth)
  platforms.failedAt.fill(-1)
  return platforms
}

/** Capital during burn-in comes from target balances; at period 0 from actual ones. */
function guarantorTable(population: Population): Guarantors {
  const { platforms } = population
  const guarantors = createTable(guarantorColumns, population.guarantors.size)
  guarantors.id.set(population.guarantors.id)
  guarantors.paidShare.fill(1)
  for (let p = 0; p < platforms.size; p++) {
    const g = platforms.guarantor[p]
    if (g >= 0) guarantors.outstanding[g] += platforms.guaranteeCover[p] * platforms.balance[p]
  }
  setGuarantorCapital(guarantors)
  return guarantors
}

/** K = G/(10·0.7), all of it cash. */
export function setGuarantorCapital(guarantors: Guarantors): void {
  for (let g = 0; g < guarantors.size; g++) {
    const equity = guarantors.outstanding[g] / GUARANTOR_LEVERAGE
    guarantors.equity[g] = equity
    guarantors.reviewedEquity[g] = equity
    guarantors.cash[g] = equity
    guarantors.claims[g] = 0
  }
}

/** Opening lists, and the permanent link of every licensed platform with its own microlender. */
function openLinks(market: Market, population: Population): void {
  const { links } = market.edges
  for (let i = 0; i < population.links.count; i++) {
    addLink(links, population.links.bank[i], population.links.platform[i])
  }
  const { platforms } = market
  for (let p = 0; p < platforms.size; p++) {
    if (platforms.affiliate[p] >= 0) addLink(links, platforms.affiliate[p], p)
  }
  market.edges.formedAt.fill(-market.parameters.burnIn, 0, links.count)
  indexLinks(links)
}

/** Lists published by 31 October 2025, per licence. */
function leastProgrammes(population: Population): Int32Array {
  const least = new Int32Array(LICENCES.length)
  population.facts.publishedLists.forEach((fact, licence) => {
    least[licence] = fact.value
  })
  return least
}
