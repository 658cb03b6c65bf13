/**
 * Banks of one replicate: sizes, appetites, capabilities and which programmes are on.
 *
 *     comp_b = clip(.55 + .08·ln size + .12·N, .05, .95)
 *     m_b    = clip(.45 + .10·ln size + .12·N, .05, .95)
 *     size   = cap / median cap of programmes on
 *
 * @source model document, section 10, step 1
 * @module
 */
import { gumbelTopK } from '../../engine/choice.ts'
import { logNormal, uniformBetween } from '../../engine/distributions.ts'
import { log } from '../../engine/numerics/index.ts'
import { createStream, normalDraw, purpose, setStream, uniform } from '../../engine/stream.ts'
import type { Key } from '../../engine/stream.ts'
import { PROGRAMME_OFF, PROGRAMME_ON } from '../market.ts'
import type { Parameters } from '../parameters.ts'
import { drawAppetites } from './draw-appetites.ts'
import { drawRegion, regionChoice } from './draw-regions.ts'
import { emptyBanks } from './empty-banks.ts'
import type { BankFacts, Facts } from './facts.ts'
import { LICENCE_PROFILES } from './licence-profiles.ts'
import { fillMicrolenders } from './microlenders.ts'
import { medianOf } from './median.ts'
import type { BankPopulation, PlatformPopulation } from './population.ts'

const TOTAL_LOANS = purpose('init.totalLoans')
const HOME_REGION = purpose('init.homeRegion')
const PROGRAMME = purpose('init.programme')
const CAPITAL_BUFFER = purpose('init.capitalBuffer')
const COMPLIANCE = purpose('init.complianceCapability')
const RISK_MANAGEMENT = purpose('init.riskManagement')

/** Share of capacity in use at the start, and the least share of other loans. */
const CAPACITY_OVER_LOANS = 1.25
const LEAST_OTHER_LOANS = 0.05

const COMPLIANCE_MEAN = 0.55
const COMPLIANCE_BY_SIZE = 0.08
const RISK_MANAGEMENT_MEAN = 0.45
const RISK_MANAGEMENT_BY_SIZE = 0.1
const CAPABILITY_SD = 0.12
const CAPABILITY_MIN = 0.05
const CAPABILITY_MAX = 0.95

/** Columns of licensed funders, then of the microlenders that `platforms` own. */
export function drawBanks(
  facts: Facts,
  platforms: PlatformPopulation,
  parameters: Parameters,
  key: Key,
): BankPopulation {
  const licensed = facts.banks.length
  const banks = emptyBanks(licensed + platforms.affiliate.filter((row) => row >= 0).length)
  for (let b = 0; b < licensed; b++) fillKnown(banks, b, facts.banks[b], parameters, key)
  drawHomes(banks, facts, key)
  rescaleLoans(banks, facts)
  turnOnProgrammes(banks, facts, key)
  drawAppetites(banks, facts, parameters, key)
  fillMicrolenders(banks, facts, platforms, parameters)
  splitLoans(banks)
  fillCapabilities(banks, key)
  return banks
}

function fillKnown(
  banks: BankPopulation,
  b: number,
  known: BankFacts,
  parameters: Parameters,
  key: Key,
): void {
  const profile = LICENCE_PROFILES[known.licence]
  banks.id[b] = b
  banks.licence[b] = known.licence
  banks.homeRegion[b] = known.homeRegion ?? -1
  banks.affiliateOf[b] = -1
  banks.totalLoans[b] =
    known.totalLoans?.value ??
    logNormal(profile.medianLoans, profile.sdLoans, uniform(key, TOTAL_LOANS, b, 0, 0))
  banks.capitalRatio[b] = known.capitalRatio?.value ?? NaN
  banks.totalEquity[b] = known.totalEquity?.value ?? NaN
  banks.tier1Ratio[b] = known.tier1Ratio?.value ?? NaN
  const { capitalBufferMin, capitalBufferMax } = parameters
  const luck = uniform(key, CAPITAL_BUFFER, b, 0, 0)
  banks.capitalBuffer[b] = uniformBetween(capitalBufferMin, capitalBufferMax, luck)
  banks.returnOnAssets[b] = known.returnOnAssets.value
  banks.fundingCost[b] = parameters.fundingCost[known.licence]!
  banks.operatingCost[b] = parameters.bankOperatingCost
  banks.capacityTrend[b] = known.capacityTrend.value
  banks.programme[b] = known.programme === 'on' ? PROGRAMME_ON : PROGRAMME_OFF
  banks.pinned[b] = known.listLength === undefined ? 0 : 1
}

function drawHomes(banks: BankPopulation, facts: Facts, key: Key): void {
  const stream = createStream()
  const choice = regionChoice(facts.regionWeight)
  for (let b = 0; b < facts.banks.length; b++) {
    if (facts.banks[b].homeRegion !== undefined) continue
    banks.homeRegion[b] = drawRegion(choice, stream, key, HOME_REGION, banks.id[b])
  }
}

/** Drawn sizes of a licence take what its total leaves; a total already exceeded scales nothing. */
function rescaleLoans(banks: BankPopulation, facts: Facts): void {
  for (const { licence, totalLoans } of facts.licenceTotals) {
    let known = 0
    let drawn = 0
    for (let b = 0; b < facts.banks.length; b++) {
      if (banks.licence[b] !== licence) continue
      if (facts.banks[b].totalLoans === undefined) drawn += banks.totalLoans[b]
      else known += banks.totalLoans[b]
    }
    const factor = (totalLoans.value - known) / drawn
    if (!(factor > 0) || factor === Infinity) continue
    for (let b = 0; b < facts.banks.length; b++) {
      if (banks.licence[b] !== licence || facts.banks[b].totalLoans !== undefined) continue
      banks.totalLoans[b] *= factor
    }
  }
}

/** Fillers of a licence with fewer programmes than rows: a fixed number, each equally likely. */
function turnOnProgrammes(banks: BankPopulation, facts: Facts, key: Key): void {
  const stream = createStream()
  for (let licence = 0; licence < LICENCE_PROFILES.length; licence++) {
    const rows = banks.id
      .subarray(0, facts.banks.length)
      .filter((b) => banks.licence[b] === licence)
    const drawn = rows.filter((b) => facts.banks[b].programme === 'drawn')
    if (drawn.length === 0) continue
    const on = rows.length - drawn.length
    const wanted = Math.max(0, LICENCE_PROFILES[licence].programmes - on)
    const chosen = new Int32Array(wanted)
    setStream(stream, key, PROGRAMME, licence, 0)
    const scores = new Float64Array(drawn.length)
    const picked = gumbelTopK(scores, drawn, drawn.length, wanted, stream, chosen)
    for (let i = 0; i < picked; i++) banks.programme[drawn[chosen[i]]] = PROGRAMME_ON
  }
}

function splitLoans(banks: BankPopulation): void {
  for (let b = 0; b < banks.size; b++) {
    if (banks.affiliateOf[b] >= 0) continue
    const on = banks.programme[b] === PROGRAMME_ON
    banks.partnerLoans[b] = on ? banks.programmeCapacity[b] / CAPACITY_OVER_LOANS : 0
    const rest = banks.totalLoans[b] - banks.partnerLoans[b]
    banks.otherLoans[b] = Math.max(rest, LEAST_OTHER_LOANS * banks.totalLoans[b])
  }
}

function fillCapabilities(banks: BankPopulation, key: Key): void {
  const median = medianCapacity(banks)
  for (let b = 0; b < banks.size; b++) {
    const size = banks.programmeCapacity[b] / median
    const logSize = size > 0 ? log(size) : -Infinity
    banks.programmeSize[b] = size
    const compliance = normalDraw(uniform(key, COMPLIANCE, banks.id[b], 0, 0))
    const management = normalDraw(uniform(key, RISK_MANAGEMENT, banks.id[b], 0, 0))
    banks.complianceCapability[b] = capability(
      COMPLIANCE_MEAN + COMPLIANCE_BY_SIZE * logSize + CAPABILITY_SD * compliance,
    )
    banks.riskManagement[b] = capability(
      RISK_MANAGEMENT_MEAN + RISK_MANAGEMENT_BY_SIZE * logSize + CAPABILITY_SD * management,
    )
  }
}

function capability(value: number): number {
  return Math.max(CAPABILITY_MIN, Math.min(CAPABILITY_MAX, value))
}

/** Median capacity of programmes on, without microlenders [mn]. */
export function medianCapacity(banks: BankPopulation): number {
  return medianOf(
    banks.programmeCapacity.filter((_, b) => {
      return banks.programme[b] === PROGRAMME_ON && banks.affiliateOf[b] < 0
    }),
  )
}
