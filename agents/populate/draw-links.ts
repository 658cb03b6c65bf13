/**
 * Partner lists of one replicate: how long, with whom.
 *
 *     score = ½·ln(balance) - 3·1{local bank, niche platform of another region} + Gumbel
 *
 * Named partners come first; the rest are the best scores.
 *
 * @source model document, section 10, step 7
 * @module
 */
import { gumbelTopK } from '../../engine/choice.ts'
import { logNormal } from '../../engine/distributions.ts'
import { log } from '../../engine/numerics/index.ts'
import { createStream, purpose, setStream, uniform, type Key } from '../../engine/stream.ts'
import { PROGRAMME_ON } from '../market.ts'
import type { BankFacts, Facts } from './facts.ts'
import { LICENCE_PROFILES } from './licence-profiles.ts'
import type { BankPopulation, OpeningLinks, PlatformPopulation } from './population.ts'

const LIST_LENGTH = purpose('init.listLength')
const PARTNER = purpose('init.partner')

/** Standard deviation of the logarithm of list lengths. */
const LENGTH_SD = 0.6
const BALANCE_WEIGHT = 0.5
const FAR_NICHE = 3

/** Links of programmes that are on; fills `banks.listLength`. */
export function drawLinks(
  facts: Facts,
  banks: BankPopulation,
  platforms: PlatformPopulation,
  key: Key,
): OpeningLinks {
  const scores = new Float64Array(platforms.size)
  const attraction = Float64Array.from(platforms.balance, (x) => BALANCE_WEIGHT * log(x))
  const chosen = new Int32Array(platforms.size)
  const listed = new Uint8Array(platforms.size)
  const named = new Uint8Array(platforms.size)
  const room = facts.banks.length * platforms.size
  const links = {
    count: 0,
    bank: new Int32Array(room),
    platform: new Int32Array(room),
    named: new Uint8Array(room),
  }
  const stream = createStream()
  for (let b = 0; b < facts.banks.length; b++) {
    if (banks.programme[b] !== PROGRAMME_ON) continue
    const known = facts.banks[b]
    const length = listLengthOf(known, platforms.size, uniform(key, LIST_LENGTH, banks.id[b], 0, 0))
    banks.listLength[b] = length
    named.fill(0)
    for (const p of known.partners) named[p] = 1
    listed.set(named)
    scorePartners(scores, attraction, named, banks.homeRegion[b], platforms)
    setStream(stream, key, PARTNER, banks.id[b], 0)
    const drawn = length - known.partners.length
    const picked = gumbelTopK(scores, platforms.id, platforms.size, drawn, stream, chosen)
    for (let i = 0; i < picked; i++) listed[chosen[i]] = 1
    for (let p = 0; p < platforms.size; p++) {
      if (listed[p] === 0) continue
      links.bank[links.count] = b
      links.platform[links.count] = p
      links.named[links.count] = named[p]
      links.count++
    }
  }
  return trimmed(links)
}

/** As observed, else drawn; at least every named partner and one, at most every platform. */
function listLengthOf(known: BankFacts, platforms: number, luck: number): number {
  const median = LICENCE_PROFILES[known.licence].medianList
  const length = known.listLength?.value ?? Math.round(logNormal(median, LENGTH_SD, luck))
  return Math.min(platforms, Math.max(1, known.partners.length, length))
}

function scorePartners(
  scores: Float64Array,
  attraction: Float64Array,
  named: Uint8Array,
  home: number,
  platforms: PlatformPopulation,
): void {
  for (let p = 0; p < platforms.size; p++) {
    const away = home >= 0 && platforms.niche[p] === 1 && platforms.homeRegion[p] !== home
    const score = attraction[p] - (away ? FAR_NICHE : 0)
    scores[p] = named[p] === 1 ? -Infinity : score
  }
}

function trimmed(links: OpeningLinks): OpeningLinks {
  const { count } = links
  return {
    count,
    bank: links.bank.slice(0, count),
    platform: links.platform.slice(0, count),
    named: links.named.slice(0, count),
  }
}
