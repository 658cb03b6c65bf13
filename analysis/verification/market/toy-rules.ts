/**
 * Rules of a toy market: a rule book that forbids and costs nothing, and packages that come later.
 * @module
 */
import type { Market } from '../../../agents/market.ts'
import { LICENCES, SEGMENTS, TIERS } from '../../../agents/parameters.ts'
import type { RuleBook, RuleMonth } from '../../../agents/regulator/rule-book.ts'

/** A rule book that forbids nothing and costs nothing. */
export function freeRules(licences: readonly number[], own: Partial<RuleBook> = {}): RuleBook {
  const size = licences.length
  const zeros = (): Float64Array => new Float64Array(size)
  const none = (): Float64Array => new Float64Array(size).fill(Infinity)
  const whole = (): Float64Array => new Float64Array(size).fill(1)
  const flags = (): Uint8Array => new Uint8Array(size)
  const classCount = 3
  return {
    priceClass: Uint8Array.from(licences, (licence) => classOf(licence)),
    classCount,
    regulatoryCap: new Float64Array(classCount * SEGMENTS).fill(Infinity),
    stretch: new Float64Array(classCount),
    nicheStretch: new Float64Array(classCount),
    absoluteCap: Infinity,
    partnerCost: zeros(),
    programmeCost: zeros(),
    smallCostFactor: whole(),
    inspectionRate: zeros(),
    fine: zeros(),
    penaltyLag: 28,
    approvalDelay: zeros().fill(1),
    headOffice: flags(),
    ownControl: flags(),
    headcountCap: none(),
    capitalFloor: zeros(),
    riskWeight: zeros().fill(0.75),
    leverageFloor: zeros(),
    microLeverage: 6,
    homeOnly: flags(),
    stopped: flags(),
    appetiteCap: none(),
    guaranteedShareMax: whole(),
    guaranteedShareOfAllMax: whole(),
    averagePriceMax: none(),
    partnerShareMax: whole(),
    singlePartnerCap: none(),
    jointTotalCap: none(),
    jointCoversAll: flags(),
    minPartnerContribution: 0,
    platformFeeMax: none(),
    stockShareMax: none(),
    stockReference: new Int32Array(size).fill(-1),
    growthShareMax: none(),
    growthReference: new Int32Array(size).fill(-1),
    guaranteeLeverageMax: Infinity,
    guarantorCheck: flags(),
    guarantorReviewInterval: 3,
    fixedCost: new Float64Array(TIERS.length),
    acquisitionUplift: new Float64Array(TIERS.length),
    stockTreatment: 1,
    sharedDiligence: 0,
    mutualRecognition: 0,
    ...own,
  }
}

function classOf(licence: number): number {
  if (LICENCES[licence] === 'consumerFinance') return 1
  return LICENCES[licence] === 'microlender' ? 2 : 0
}

/** A month in which these rules hold and no others are announced. */
export function quietMonth(rules: RuleBook): RuleMonth {
  return {
    inForce: rules,
    next: undefined,
    nextEffective: -1,
    leaked: false,
    accelerated: new Uint8Array(rules.priceClass.length),
    changed: false,
  }
}

/** A package that is announced at one period and in force from another. */
export interface ToyPackage {
  readonly rules: Partial<RuleBook>
  readonly announced: number
  readonly effective: number
  /** Reviews run at the announced rate while it is ahead and for three months. */
  readonly accelerated?: boolean
  /** Known through leaks before it is announced. */
  readonly leaks?: boolean
}

const ADMISSION_MONTHS = 3

/** Puts a package into the rules of the market. */
export function announce(market: Market, coming: ToyPackage): void {
  const old = market.rules[0].inForce
  const next: RuleBook = { ...old, ...coming.rules }
  market.rules = market.rules.map((month, period): RuleMonth => {
    const inForce = period >= coming.effective ? next : old
    const ahead = period < coming.effective && (coming.leaks || period >= coming.announced)
    const fast =
      coming.accelerated === true &&
      period >= coming.announced &&
      period < coming.effective + ADMISSION_MONTHS
    return {
      inForce,
      next: ahead ? next : undefined,
      nextEffective: ahead ? coming.effective : -1,
      leaked: ahead && period < coming.announced,
      accelerated: month.accelerated.map(() => (fast ? 1 : 0)),
      changed: period === coming.effective,
    }
  })
}
