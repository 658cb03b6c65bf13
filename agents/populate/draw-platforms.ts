/**
 * Platforms of one replicate: which small ones are niche and where, who guarantees them, who owns a
 * licensed microlender.
 *
 * @source model document, section 10, steps 3-5, and section 19.4
 * @module
 */
import { gumbelTopK } from '../../engine/choice.ts'
import { createStream, purpose, setStream, type Key, type Stream } from '../../engine/stream.ts'
import { HEAD, LISTED, SEGMENTS, SMALL, type Parameters } from '../parameters.ts'
import { drawRegion, fillReach, regionChoice } from './draw-regions.ts'
import type { Facts, PlatformFacts } from './facts.ts'
import type { PlatformPopulation } from './population.ts'
import { SEGMENT_SHARES } from './segment-shares.ts'

const NICHE = purpose('init.niche')
const NICHE_HOME = purpose('init.nicheHome')
const MICROLENDERS = purpose('init.microlender')
const GUARANTOR = purpose('init.guarantor')

/** Small platforms with a small-loan licence of their own. */
const SMALL_LICENCES = 20
/** Net worth over balance, before a year of overhead. */
const NET_WORTH_OVER_BALANCE = 0.05

/** Columns of all platforms; `affiliate` holds bank rows counted from `firstMicrolender`. */
export function drawPlatforms(
  facts: Facts,
  parameters: Parameters,
  key: Key,
  firstMicrolender: number,
): PlatformPopulation {
  const platforms = emptyPlatforms(facts.platforms.length, facts.regions.length)
  const stream = createStream()
  for (let p = 0; p < platforms.size; p++) fillPlatform(platforms, p, facts, parameters)
  markNiche(platforms, facts, parameters, key, stream)
  for (let p = 0; p < platforms.size; p++) adaptToNiche(platforms, p, facts, parameters)
  assignGuarantors(platforms, facts, key, stream)
  licenseMicrolenders(platforms, facts, key, stream, firstMicrolender)
  for (let p = 0; p < platforms.size; p++) {
    if (platforms.affiliate[p] >= 0) platforms.ownFundingShare[p] = parameters.ownFundingShare
  }
  return platforms
}

function fillPlatform(
  platforms: PlatformPopulation,
  p: number,
  facts: Facts,
  parameters: Parameters,
): void {
  const known = facts.platforms[p]
  const tier = known.tier
  const balance = known.balance.value
  const listedAdvantage = parameters.dataAdvantage[LISTED]
  const distance = parameters.dataAdvantage[tier] - listedAdvantage
  platforms.id[p] = p
  platforms.tier[p] = tier
  platforms.homeRegion[p] = -1
  platforms.guarantor[p] = -1
  platforms.affiliate[p] = -1
  platforms.balance[p] = balance
  platforms.segmentShare.set(SEGMENT_SHARES[tier], p * SEGMENTS)
  platforms.dataAdvantage[p] = listedAdvantage + parameters.dataAdvantageSlope * distance
  platforms.dataAdvantageHome[p] = platforms.dataAdvantage[p]
  platforms.acquisitionCost[p] = parameters.acquisitionCost[tier]!
  platforms.operatingCost[p] = parameters.platformOperatingCost[tier]!
  platforms.guaranteeCover[p] = known.guaranteeCover?.value ?? parameters.guaranteeCover[tier]
  platforms.lenderSurplusShare[p] = parameters.lenderSurplusShare[tier]!
  platforms.complianceCapacity[p] = parameters.platformCompliance[tier]!
  platforms.fixedCostFactor[p] = 1
  platforms.netWorth[p] = known.equity?.value ?? assumedNetWorth(known, parameters)
}

/** W = .05·balance + one year of overhead [mn]. */
export function assumedNetWorth(platform: PlatformFacts, parameters: Parameters): number {
  const overhead = parameters.fixedCost[platform.tier]
  return NET_WORTH_OVER_BALANCE * platform.balance.value + overhead
}

/** A fixed number of small platforms are niche, each equally likely; each has a home. */
function markNiche(
  platforms: PlatformPopulation,
  facts: Facts,
  parameters: Parameters,
  key: Key,
  stream: Stream,
): void {
  const small = rowsOfTier(platforms, SMALL)
  const count = Math.round(parameters.nicheShare * small.length)
  const regions = regionChoice(facts.regionWeight)
  for (const p of pickEqually(small, count, key, NICHE, stream)) {
    platforms.niche[p] = 1
    platforms.homeRegion[p] = drawRegion(regions, stream, key, NICHE_HOME, platforms.id[p])
  }
}

function adaptToNiche(
  platforms: PlatformPopulation,
  p: number,
  facts: Facts,
  parameters: Parameters,
): void {
  const regions = facts.regionWeight.length
  const home = platforms.homeRegion[p]
  const { relativeReach } = platforms
  fillReach(relativeReach, p * regions, facts.regionWeight, home, parameters.nicheHomeReach)
  if (platforms.niche[p] === 0) return
  const advantage = platforms.dataAdvantage[p]
  const atHome = Math.min(advantage + parameters.localDataBonus, parameters.dataAdvantageMax)
  platforms.dataAdvantageHome[p] = Math.max(advantage, atHome)
  const compliance = platforms.complianceCapacity[p] + parameters.nicheCompliance
  platforms.complianceCapacity[p] = Math.min(1, compliance)
  const acquisition = platforms.acquisitionCost[p] - parameters.nicheAcquisitionDiscount
  platforms.acquisitionCost[p] = Math.max(0, acquisition)
}

/** Listed platforms have their captive; a small one chooses among third parties with equal weight. */
function assignGuarantors(
  platforms: PlatformPopulation,
  facts: Facts,
  key: Key,
  stream: Stream,
): void {
  const captives = rowsOfTier(platforms, LISTED)
  captives.forEach((p, captive) => (platforms.guarantor[p] = captive))
  const thirdParties = facts.guarantors.length - captives.length
  const scores = new Float64Array(thirdParties)
  const ids = Int32Array.from(scores, (_, i) => captives.length + i)
  const chosen = new Int32Array(1)
  for (const p of rowsOfTier(platforms, SMALL)) {
    setStream(stream, key, GUARANTOR, platforms.id[p], 0)
    if (gumbelTopK(scores, ids, thirdParties, 1, stream, chosen) === 0) continue
    platforms.guarantor[p] = ids[chosen[0]]
  }
}

/** Rows of microlenders follow their platforms: small ones first, then heads with a licence. */
function licenseMicrolenders(
  platforms: PlatformPopulation,
  facts: Facts,
  key: Key,
  stream: Stream,
  firstMicrolender: number,
): void {
  const small = rowsOfTier(platforms, SMALL)
  const owners = pickEqually(small, SMALL_LICENCES, key, MICROLENDERS, stream)
  for (const p of rowsOfTier(platforms, HEAD)) {
    if (facts.platforms[p].affiliateEquity !== undefined) owners.push(p)
  }
  owners.forEach((p, i) => (platforms.affiliate[p] = firstMicrolender + i))
}

/** `count` rows, each equally likely, ascending. */
function pickEqually(
  rows: Int32Array,
  count: number,
  key: Key,
  name: number,
  stream: Stream,
): number[] {
  const chosen = new Int32Array(count)
  setStream(stream, key, name, 0, 0)
  const picked = gumbelTopK(new Float64Array(rows.length), rows, rows.length, count, stream, chosen)
  return Array.from(chosen.subarray(0, picked).sort(), (i) => rows[i])
}

function rowsOfTier(platforms: PlatformPopulation, tier: number): Int32Array {
  return platforms.id.filter((p) => platforms.tier[p] === tier)
}

function emptyPlatforms(size: number, regions: number): PlatformPopulation {
  const column = (): Float64Array => new Float64Array(size)
  return {
    size,
    id: new Int32Array(size),
    tier: new Uint8Array(size),
    niche: new Uint8Array(size),
    homeRegion: new Int8Array(size),
    guarantor: new Int32Array(size),
    affiliate: new Int32Array(size),
    balance: column(),
    segmentShare: new Float64Array(size * SEGMENTS),
    dataAdvantage: column(),
    dataAdvantageHome: column(),
    acquisitionCost: column(),
    operatingCost: column(),
    guaranteeCover: column(),
    lenderSurplusShare: column(),
    ownFundingShare: column(),
    complianceCapacity: column(),
    fixedCostFactor: column(),
    netWorth: column(),
    relativeReach: new Float64Array(size * regions),
  }
}
