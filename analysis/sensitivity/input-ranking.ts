/**
 * What one metric depends on: its variance from run to run, put down to each input that varies, to what
 * inputs do together, and to luck.
 *
 *     variance = Σ inputs alone + inputs together + luck of all points + luck of single points
 *
 * Inputs that are swept vary from point to point, those that are drawn from replicate to replicate; each
 * kind is looked for where it varies. Where every combination of swept values was run, means say it all
 * (`factorial-shares.ts`); otherwise a polynomial of each input is fitted (`additive-shares.ts`).
 *
 * Intervals of 60 points and 40 replicates cover in 92 to 97% for swept inputs, in 94% for one drawn from
 * a uniform and 86% from a normal distribution, whose few extreme draws carry much of its variance.
 *
 * @source model document, section 16
 * @module
 */
import { normalQuantile } from '../../engine/numerics/normal.ts'
import { additiveShares, type VariancePart } from '../statistics/additive-shares.ts'
import { factorialShares, isCrossing } from '../statistics/factorial-shares.ts'
import { distinctValues, type InputColumn } from '../statistics/input-columns.ts'
import { CONFIDENCE } from '../statistics/interval.ts'
import { responseByValue, signTurn, type ValueResponse } from '../statistics/response-by-value.ts'
import { CONVERGED_HALF_WIDTH, type VarianceShare } from '../statistics/sobol-indices.ts'
import { varianceSplit } from '../statistics/variance-split.ts'

/** How shares of swept inputs were found: nothing is swept, or too few points were. */
export type Route = 'crossing' | 'sample' | 'none'

/** One input's part in the variance of a metric. */
export interface RankedInput {
  readonly input: InputColumn
  readonly varies: 'byPoint' | 'byReplicate'
  /** Alone: first order. */
  readonly alone: VarianceShare
  /** With all it does together with others; only where every combination was run. */
  readonly total?: VarianceShare
  /** Mean outcome at its values. */
  readonly responses: readonly ValueResponse[]
  /** Where the outcome is surely below and surely above 0. */
  readonly turn?: { readonly below: ValueResponse; readonly above: ValueResponse }
}

export interface InputRanking {
  readonly route: Route
  /** Largest share first; those whose share is not known last. */
  readonly inputs: readonly RankedInput[]
  /** Share of what swept inputs do together, and of bends too fine to be fitted. */
  readonly together: number
  /** Share of luck all points have in common; of luck of single points. NaN with one replicate. */
  readonly sharedLuck: number
  readonly ownLuck: number
  /** 0 where the metric is the same in every run; shares are NaN then. */
  readonly variance: number
  /** Points and replicates compared. */
  readonly points: number
  readonly replicates: number
}

interface Found {
  /** Fitted as a straight line although it takes more than two values: bends would not be seen. */
  readonly isStraight: boolean
  readonly input: InputColumn
  readonly varies: RankedInput['varies']
  readonly alone: VariancePart
  readonly total?: VariancePart
  readonly responses: readonly ValueResponse[]
}

/**
 * @param values `[point][replicate]`, every one defined
 * @param swept, @param drawn  inputs with one value per point, and per replicate
 * @param seed  text that names the intervals
 */
export function rankInputs(
  values: readonly ArrayLike<number>[],
  swept: readonly InputColumn[],
  drawn: readonly InputColumn[],
  seed: string,
): InputRanking {
  const points = values.length
  const replicates = values[0].length
  const split = varianceSplit(values)
  const ownLuck = split.own || 0
  const across = sweptParts(values, swept, ownLuck / replicates, `${seed}|points`)
  const along = drawnParts(split.replicateMeans, drawn, `${seed}|replicates`)
  const shared = Math.max(
    0,
    along.rest === undefined ? split.shared || 0 : along.rest - ownLuck / points,
  )
  const found = [...across.found, ...along.found]
  const parts = found.reduce((sum, { alone }) => sum + Math.max(0, alone.variance || 0), 0)
  const whole = parts + across.together + shared + ownLuck
  const noLuck = replicates < 2
  const fromLuck =
    shared + along.found.reduce((sum, { alone }) => sum + Math.max(0, alone.variance || 0), 0)
  const inputs = found.map(
    ({ input, varies, alone, total, responses, isStraight }): RankedInput => {
      const turn = signTurn(responses)
      const own = Math.max(0, alone.variance) / whole
      // A share moves with the size of what is drawn: others for a swept input, itself and luck for a
      // drawn one.
      const drawnSize =
        varies === 'byPoint'
          ? fromLuck / whole
          : Math.sqrt((1 - own) * (1 - own) + (shared * shared) / (whole * whole))
      const slack = total || noLuck ? 0 : drawnSize * luckError(replicates)
      return {
        input,
        varies,
        alone: shareOf(alone, whole, slack, !isStraight),
        ...(total ? { total: shareOf(total, whole, 0, true) } : {}),
        responses,
        ...(turn ? { turn } : {}),
      }
    },
  )
  return {
    route: across.route,
    inputs: inputs.sort((one, other) => rank(other) - rank(one)),
    together: across.together / whole,
    sharedLuck: noLuck ? NaN : shared / whole,
    ownLuck: noLuck ? NaN : ownLuck / whole,
    variance: isConstant(values) ? 0 : whole,
    points,
    replicates,
  }
}

/** The same to the last bit: sums of rounding errors are no variance. */
function isConstant(values: readonly ArrayLike<number>[]): boolean {
  const first = values[0][0]
  return values.every((row) => Array.from(row).every((value) => value === first))
}

/** @param luck  variance that luck leaves in the mean of a point */
function sweptParts(
  values: readonly ArrayLike<number>[],
  swept: readonly InputColumn[],
  luck: number,
  seed: string,
): { route: Route; found: Found[]; together: number } {
  if (swept.length === 0 || values.length < 2) return { route: 'none', found: [], together: 0 }
  const crossed = isCrossing(swept)
  const responses = swept.map((input) => responseByValue(input, values, !crossed))
  if (crossed) {
    const { inputs, whole } = factorialShares(swept, values, seed)
    const found = inputs.map(({ first, total }, i): Found => ({
      isStraight: false,
      input: swept[i],
      varies: 'byPoint',
      alone: first,
      total,
      responses: responses[i],
    }))
    const alone = inputs.reduce((sum, { first }) => sum + Math.max(0, first.variance), 0)
    return { route: 'crossing', found, together: Math.max(0, whole - alone) }
  }
  const { pointMeans } = varianceSplit(values)
  const { inputs, rest, degree } = additiveShares(swept, pointMeans, seed)
  const found = inputs.map((alone, i): Found => ({
    isStraight: isStraight(swept[i], degree),
    input: swept[i],
    varies: 'byPoint',
    alone,
    responses: responses[i],
  }))
  const known = !Number.isNaN(rest)
  const together = known ? Math.max(0, rest - luck) : varianceSplit(values).point
  return { route: known ? 'sample' : 'none', found, together }
}

function drawnParts(
  replicateMeans: Float64Array,
  drawn: readonly InputColumn[],
  seed: string,
): { found: Found[]; rest: number | undefined } {
  if (drawn.length === 0 || replicateMeans.length < 2) return { found: [], rest: undefined }
  const { inputs, rest, degree } = additiveShares(drawn, replicateMeans, seed)
  const rows = Array.from(replicateMeans, (one) => [one])
  return {
    found: inputs.map((alone, i) => ({
      isStraight: isStraight(drawn[i], degree),
      input: drawn[i],
      varies: 'byReplicate',
      alone,
      responses: responseByValue(drawn[i], rows, true),
    })),
    rest: Number.isNaN(rest) ? undefined : rest,
  }
}

function isStraight(input: InputColumn, degree: number): boolean {
  return degree < 2 && input.members.length === 0 && distinctValues(input).length > 2
}

/**
 * How far off the variance of luck may be at 95%, as a share of itself: it is known from as many values as
 * there are replicates, which makes every share of the whole uncertain.
 * @source variance of a normal sample's variance, 2σ⁴/(n − 1)
 */
function luckError(replicates: number): number {
  return normalQuantile((1 + CONFIDENCE) / 2) * Math.sqrt(2 / (replicates - 1))
}

/** @param slack  half-width to add for what is not known of the whole, as a share of the share */
function shareOf(
  { variance, low, high }: VariancePart,
  whole: number,
  slack: number,
  isSeen: boolean,
): VarianceShare {
  const share = Math.max(0, variance) / whole
  const more = share * slack
  const below = share - low / whole
  const above = high / whole - share
  const ends = {
    low: Math.max(0, share - Math.sqrt(below * below + more * more)),
    high: Math.min(1, share + Math.sqrt(above * above + more * more)),
  }
  const converged = isSeen && (ends.high - ends.low) / 2 <= CONVERGED_HALF_WIDTH
  return { share, ...ends, converged }
}

function rank({ alone }: RankedInput): number {
  return Number.isNaN(alone.share) ? -1 : alone.share
}
