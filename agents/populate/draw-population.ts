/**
 * The opening population of one replicate: facts where they exist, keyed draws where they do not.
 * @module
 */
import type { Key } from '../../engine/stream.ts'
import { PROGRAMME_ON } from '../market.ts'
import type { Parameters } from '../parameters.ts'
import { drawBanks } from './draw-banks.ts'
import { drawLinks } from './draw-links.ts'
import { drawPlatforms } from './draw-platforms.ts'
import type { Facts } from './facts.ts'
import { targetGuarantors } from './guarantors.ts'
import { microlenderNames } from './microlenders.ts'
import type { BankPopulation, PlatformPopulation, Population } from './population.ts'

/** Pure: the same facts, parameters and key give the same bytes. */
export function drawPopulation(facts: Facts, parameters: Parameters, key: Key): Population {
  const platforms = drawPlatforms(facts, parameters, key, facts.banks.length)
  const banks = drawBanks(facts, platforms, parameters, key)
  const links = drawLinks(facts, banks, platforms, key)
  return {
    facts,
    banks,
    platforms,
    guarantors: targetGuarantors(facts.guarantors.length, platforms, parameters),
    links,
    regions: facts.regions.length,
    regionWeight: facts.regionWeight,
    meanFundingCost: meanFundingCost(banks),
    bankNames: bankNames(facts, platforms),
    platformNames: facts.platforms.map((platform) => platform.names),
    guarantorNames: facts.guarantors,
  }
}

/** f̄ = Σ cap·f / Σ cap over programmes on, without microlenders [1/year]. */
function meanFundingCost(banks: BankPopulation): number {
  let weighted = 0
  let capacity = 0
  for (let b = 0; b < banks.size; b++) {
    if (banks.programme[b] !== PROGRAMME_ON || banks.affiliateOf[b] >= 0) continue
    weighted += banks.programmeCapacity[b] * banks.fundingCost[b]
    capacity += banks.programmeCapacity[b]
  }
  return weighted / capacity
}

function bankNames(facts: Facts, platforms: PlatformPopulation): Population['bankNames'] {
  const names = facts.banks.map((bank) => bank.names)
  for (let p = 0; p < platforms.size; p++) {
    if (platforms.affiliate[p] < 0) continue
    names[platforms.affiliate[p]] = microlenderNames(facts.platforms[p].names)
  }
  return names
}
