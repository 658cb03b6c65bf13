/**
 * Where every opening value of an agent comes from, and how much of the market rests on data.
 *
 * Values the steady state sets later (equity, bad loans, demand) are not among them; whoever sets
 * them adds their rows with origin `inverted`.
 * @module
 */
import { SimulationError } from '../../engine/errors.ts'
import { bankProvenance } from './bank-provenance.ts'
import { imputed, ORIGINS, type Fact, type Origin } from './fact.ts'
import type { Facts } from './facts.ts'
import { platformProvenance } from './platform-provenance.ts'
import type { Population } from './population.ts'

/** One value of one agent and its origin. */
export interface ProvenanceRow extends Fact {
  readonly column: string
}

/**
 * Rows of one agent, in column order.
 *
 * @param id  such as `bank:yilian`, `platform:ant` or `guarantor:qfin`
 * @throws SimulationError AGENT_UNKNOWN
 */
export function provenanceOf(facts: Facts, population: Population, id: string): ProvenanceRow[] {
  const bank = population.bankNames.findIndex((names) => names.id === id)
  if (bank >= 0) return bankProvenance(facts, population, bank)
  const platform = population.platformNames.findIndex((names) => names.id === id)
  if (platform >= 0) return platformProvenance(facts, population, platform)
  const guarantor = population.guarantorNames.findIndex((names) => names.id === id)
  if (guarantor >= 0) return guarantorProvenance(population, guarantor)
  const expected = 'the id of a bank, platform or guarantor, such as bank:yilian'
  throw new SimulationError([{ code: 'AGENT_UNKNOWN', expected, got: id }])
}

/**
 * Share of opening values by origin; the four sum to 1.
 *
 * @param more  rows of values set after the draw
 */
export function originShares(
  population: Population,
  more: readonly ProvenanceRow[] = [],
): Record<Origin, number> {
  const { facts, bankNames, platformNames, guarantorNames } = population
  const agents = [...bankNames, ...platformNames, ...guarantorNames]
  const rows = agents.flatMap((names) => provenanceOf(facts, population, names.id)).concat(more)
  const shares: Record<Origin, number> = { data: 0, derived: 0, imputed: 0, inverted: 0 }
  for (const row of rows) shares[row.origin]++
  for (const origin of ORIGINS) shares[origin] /= rows.length
  return shares
}

function guarantorProvenance(population: Population, g: number): ProvenanceRow[] {
  const { outstanding, equity } = population.guarantors
  return [
    { column: 'outstanding', ...imputed(outstanding[g], 'mn') },
    { column: 'equity', ...imputed(equity[g], 'mn') },
  ]
}
