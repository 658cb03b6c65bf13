/**
 * Where the opening values of a platform come from.
 * @module
 */
import { SEGMENTS, SMALL } from '../parameters.ts'
import { ASSUMED, imputed, type Fact } from './fact.ts'
import type { Facts } from './facts.ts'
import type { Population } from './population.ts'
import type { ProvenanceRow } from './provenance.ts'

const DRAWN = `${ASSUMED}, drawn`

/** Rows of platform row `p`. */
export function platformProvenance(
  facts: Facts,
  population: Population,
  p: number,
): ProvenanceRow[] {
  const known = facts.platforms[p]
  const { platforms } = population
  const small = known.tier === SMALL
  const chance = small ? DRAWN : ASSUMED
  const tier: Fact = small ? imputed(SMALL, 'code') : { ...known.balance, origin: 'data' }
  const rows: ProvenanceRow[] = [
    { column: 'tier', ...tier, value: known.tier, unit: 'code' },
    { column: 'balance', ...known.balance },
    { column: 'niche', ...imputed(platforms.niche[p], 'flag', chance) },
    { column: 'homeRegion', ...imputed(platforms.homeRegion[p], 'id', chance) },
    { column: 'guarantor', ...imputed(platforms.guarantor[p], 'id', chance) },
    { column: 'affiliate', ...affiliate(known.affiliateEquity, platforms.affiliate[p], chance) },
  ]
  for (let segment = 0; segment < SEGMENTS; segment++) {
    const share = imputed(platforms.segmentShare[p * SEGMENTS + segment], '1')
    rows.push({ column: `segmentShare${segment + 1}`, ...share })
  }
  const cover = imputed(platforms.guaranteeCover[p], '1', 'parameter guaranteeCover')
  return [
    ...rows,
    fromParameter('dataAdvantage', platforms.dataAdvantage[p], '1', 'dataAdvantage'),
    fromParameter('dataAdvantageHome', platforms.dataAdvantageHome[p], '1', 'localDataBonus'),
    fromParameter('acquisitionCost', platforms.acquisitionCost[p], '1/year', 'acquisitionCost'),
    fromParameter('operatingCost', platforms.operatingCost[p], '1/year', 'platformOperatingCost'),
    { column: 'guaranteeCover', ...(known.guaranteeCover ?? cover) },
    fromParameter('lenderSurplusShare', platforms.lenderSurplusShare[p], '1', 'lenderSurplusShare'),
    fromParameter('ownFundingShare', platforms.ownFundingShare[p], '1', 'ownFundingShare'),
    fromParameter('complianceCapacity', platforms.complianceCapacity[p], '1', 'platformCompliance'),
    { column: 'netWorth', ...(known.equity ?? imputed(platforms.netWorth[p], 'mn')) },
  ]
}

function affiliate(reported: Fact | undefined, row: number, chance: string): Fact {
  if (reported === undefined) return imputed(row, 'id', chance)
  return { ...reported, value: row, unit: 'id' }
}

function fromParameter(
  column: string,
  value: number,
  unit: string,
  parameter: string,
): ProvenanceRow {
  return { column, ...imputed(value, unit, `parameter ${parameter}`) }
}
