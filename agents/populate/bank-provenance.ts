/**
 * Where the opening values of a bank come from.
 * @module
 */
import { ASSUMED, imputed, type Fact } from './fact.ts'
import type { BankFacts, Facts } from './facts.ts'
import type { Population } from './population.ts'
import type { ProvenanceRow } from './provenance.ts'

const DRAWN = `${ASSUMED}, drawn`

/** Rows of bank row `b`, licensed funder or microlender. */
export function bankProvenance(facts: Facts, population: Population, b: number): ProvenanceRow[] {
  const known = facts.banks[b]
  if (known === undefined) return microlenderProvenance(facts, population, b)
  const { banks } = population
  return [
    { column: 'licence', ...identity(known, banks.licence[b]) },
    { column: 'homeRegion', ...homeRegion(known, banks.homeRegion[b]) },
    { column: 'totalLoans', ...valueOr(known.totalLoans, banks.totalLoans[b], 'mn') },
    { column: 'programmeAppetite', ...appetite(known, banks.programmeAppetite[b]) },
    { column: 'capitalRatio', ...valueOr(known.capitalRatio, banks.capitalRatio[b], '1') },
    { column: 'totalEquity', ...valueOr(known.totalEquity, banks.totalEquity[b], 'mn') },
    { column: 'tier1Ratio', ...valueOr(known.tier1Ratio, banks.tier1Ratio[b], '1') },
    { column: 'capitalBuffer', ...imputed(banks.capitalBuffer[b], '1', DRAWN) },
    { column: 'returnOnAssets', ...known.returnOnAssets },
    { column: 'capacityTrend', ...known.capacityTrend },
    ...parameterRows(population, b),
    { column: 'complianceCapability', ...imputed(banks.complianceCapability[b], '1', DRAWN) },
    { column: 'riskManagement', ...imputed(banks.riskManagement[b], '1', DRAWN) },
    { column: 'programme', ...identity(known, banks.programme[b]) },
    { column: 'listLength', ...valueOr(known.listLength, banks.listLength[b], 'partners') },
  ].filter((row) => !Number.isNaN(row.value))
}

function microlenderProvenance(facts: Facts, population: Population, b: number): ProvenanceRow[] {
  const { banks } = population
  const reported = facts.platforms[banks.affiliateOf[b]].affiliateEquity
  const origin = reported === undefined ? imputed(0, 'code', DRAWN) : reported
  return [
    { column: 'licence', ...origin, value: banks.licence[b], unit: 'code' },
    { column: 'homeRegion', ...imputed(banks.homeRegion[b], 'id') },
    { column: 'totalEquity', ...valueOr(reported, banks.totalEquity[b], 'mn') },
    ...parameterRows(population, b),
    { column: 'complianceCapability', ...imputed(banks.complianceCapability[b], '1', DRAWN) },
    { column: 'riskManagement', ...imputed(banks.riskManagement[b], '1', DRAWN) },
  ]
}

function parameterRows({ banks }: Population, b: number): ProvenanceRow[] {
  const funding = imputed(banks.fundingCost[b], '1/year', 'parameter fundingCost')
  const operating = imputed(banks.operatingCost[b], '1/year', 'parameter bankOperatingCost')
  return [
    { column: 'fundingCost', ...funding },
    { column: 'operatingCost', ...operating },
  ]
}

function valueOr(fact: Fact | undefined, value: number, unit: string): Fact {
  return fact ?? imputed(value, unit, DRAWN)
}

/** What a bank is: known of an institution of the data, assumed of a filler row. */
function identity(known: BankFacts, value: number): Fact {
  if (!known.named) return imputed(value, 'code')
  const source = 'public data tables'
  return { value, unit: 'code', origin: 'data', source, date: '', confidence: 'high' }
}

function homeRegion(known: BankFacts, value: number): Fact {
  if (known.homeRegion === undefined) return imputed(value, 'id', DRAWN)
  if (!known.named || value < 0) return imputed(value, 'id')
  const source = 'name of the bank'
  return { value, unit: 'id', origin: 'derived', source, date: '', confidence: 'high' }
}

/** A drawn appetite that meets its reported bound carries the bound's source. */
function appetite(known: BankFacts, value: number): Fact {
  const { appetite: reported, appetiteBound: bound } = known
  if (reported !== undefined) return reported
  if (bound !== undefined && value === bound.value) return { ...bound, origin: 'imputed' }
  return imputed(value, '1', DRAWN)
}
