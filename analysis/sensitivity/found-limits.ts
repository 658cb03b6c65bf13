/**
 * Scenario discovery for a report, which nobody gave a mark: where the sign of a change differs between
 * cases the mark is 0; else the strongest quarter of the outcomes is looked for.
 * @module
 */
import { known, type Known } from '../results/summary.ts'
import { mean } from '../statistics/moments.ts'
import type { InputColumn, InputValue } from '../statistics/input-columns.ts'
import { prim, turningPoints, type FoundBox, type FoundRestriction } from '../statistics/prim.ts'
import { sortedQuantile } from '../statistics/quantile.ts'
import type { DiscoveryCases } from './discovery-cases.ts'
import type { Quantity } from './swept-result.ts'

/** Limits of one input; `allowed` where its values have names. */
export interface FoundLimit {
  readonly id: string
  /** Null where a side is open. */
  readonly low: Known
  readonly high: Known
  readonly allowed: readonly InputValue[] | null
  /** Ends of what was run; null for named values. */
  readonly least: Known
  readonly most: Known
  /** How many named values there are; 0 for numbers. */
  readonly named: number
  readonly quasiP: number
}

/** A box on the way: how many inputs it restricts, and how it does. */
export interface TradeOffStep {
  readonly restricted: number
  readonly coverage: number
  readonly density: number
  readonly cases: number
}

export interface FoundRule {
  readonly limits: readonly FoundLimit[]
  readonly coverage: number
  readonly density: number
  readonly cases: number
  readonly byChance: number
  /** Every box on the way, the one of all cases first; and the best for each number of inputs. */
  readonly path: readonly TradeOffStep[]
  readonly turningPoints: readonly TradeOffStep[]
}

export interface FoundLimits {
  /** `sign`: cases in which the change has the other sign than the mean; `strongest`: a quarter. */
  readonly why: 'sign' | 'strongest'
  readonly side: 'above' | 'below'
  readonly mark: number
  readonly casesAre: DiscoveryCases['of']
  readonly cases: number
  readonly ofInterest: number
  /** Too few cases on one side of the mark; nothing was looked for. */
  readonly isTooFew: boolean
  readonly rules: readonly FoundRule[]
}

/** Cases without which nothing is looked for: on either side of a mark, and in all. */
const FEWEST_ON_A_SIDE = 10
const FEWEST = 40
/** Share of cases with the other sign from which the sign is what matters. */
const OTHER_SIGN = 0.1
const QUARTER = 0.25

/** @param seed  text that names the search */
export function findLimits(cases: DiscoveryCases, quantity: Quantity, seed: string): FoundLimits {
  const { inputs, outcomes, of } = cases
  const { why, side, mark } = markOf(outcomes, quantity)
  const interest = Uint8Array.from(outcomes, (value) =>
    Number(side === 'above' ? value > mark : value < mark),
  )
  const ofInterest = interest.reduce((sum, one) => sum + one, 0)
  const common = { why, side, mark, casesAre: of, cases: outcomes.length, ofInterest }
  const onASide = Math.min(ofInterest, outcomes.length - ofInterest)
  const isTooFew = outcomes.length < FEWEST || onASide < FEWEST_ON_A_SIDE
  if (isTooFew) return { ...common, isTooFew, rules: [] }
  const { boxes } = prim(inputs, interest, `${seed}|${side}|${mark}`)
  return { ...common, isTooFew, rules: boxes.map((box) => ruleOf(box, inputs)) }
}

function markOf(outcomes: Float64Array, quantity: Quantity) {
  const sign = mean(outcomes) < 0 ? -1 : 1
  const others = outcomes.filter((value) => sign * value < 0).length
  if (quantity === 'change' && others >= OTHER_SIGN * outcomes.length) {
    return { why: 'sign', side: sign < 0 ? 'above' : 'below', mark: 0 } as const
  }
  const sorted = Float64Array.from(outcomes).sort()
  return sign < 0 && quantity === 'change'
    ? ({ why: 'strongest', side: 'below', mark: sortedQuantile(sorted, QUARTER) } as const)
    : ({ why: 'strongest', side: 'above', mark: sortedQuantile(sorted, 1 - QUARTER) } as const)
}

function ruleOf(
  { restrictions, quality, byChance, tradeOff }: FoundBox,
  inputs: readonly InputColumn[],
): FoundRule {
  const { coverage, density, cases } = quality
  const step = ({ box, quality: of }: FoundBox['tradeOff'][number]): TradeOffStep => ({
    restricted: box.length,
    coverage: of.coverage,
    density: of.density,
    cases: of.cases,
  })
  return {
    limits: restrictions.map((one) => limitOf(one, inputs[one.input])),
    coverage,
    density,
    cases,
    byChance,
    path: tradeOff.map(step),
    turningPoints: turningPoints(tradeOff).map(step),
  }
}

function limitOf(
  { low, high, allowed, quasiP }: FoundRestriction,
  { id, values, members }: InputColumn,
): FoundLimit {
  const named = members.length
  return {
    id,
    low: allowed ? null : known(low),
    high: allowed ? null : known(high),
    allowed: allowed ? allowed.map((place) => members[place]) : null,
    least: named > 0 ? null : Math.min(...values),
    most: named > 0 ? null : Math.max(...values),
    named,
    quasiP,
  }
}
