/**
 * A calibration: screen the prior, search what is left, draw a posterior set, judge it by the model
 * itself, and say what the data could not tell.
 *
 * @source Model document, section 15
 * @module
 */
import { SimulationError } from '../../../engine/errors.ts'
import { latinHypercubePoints } from '../../../scenarios/design/latin-hypercube.ts'
import type { Target } from '../../../scenarios/targets/target.ts'
import { implausibility, type Implausibility } from '../implausibility.ts'
import { predict } from '../emulator.ts'
import { CLOUD_SIZE } from '../posterior.ts'
import { priorCloud } from '../cloud.ts'
import { incumbentOf, type Incumbent } from '../incumbent.ts'
import type { ObservedMoments } from '../observed-moments.ts'
import { drawSet } from '../posterior-set.ts'
import { profilesOf, TAIL, type Profiles } from '../profiles.ts'
import { recovery, type Recovery } from '../recovery.ts'
import { reweight } from '../reweight.ts'
import { weightedQuantiles } from '../weighted-moments.ts'
import type { Case, Evaluate } from './case.ts'
import { fitOf, type TargetFit } from './fit.ts'
import type { PriorRange } from './prior.ts'
import { search, type SearchOptions, type Wave } from './search.ts'
import { evaluateSettings, valuesAt } from './stage-cases.ts'

export interface CalibrationOptions extends SearchOptions {
  /** Settings of the screening, one replicate each. */
  readonly screen: number
  /** Members drawn, and fresh replicates of each. */
  readonly members: number
  readonly replicates: number
  /** Screened cases taken for reality to see whether known parameters are found. */
  readonly truths: number
}

export interface Member {
  /** Values of the parameters, in the order of the ranges. */
  readonly values: readonly number[]
  readonly weight: number
}

export interface CalibrationResult {
  readonly waves: readonly Wave[]
  /** Of the first surface over the whole prior. */
  readonly screening: Implausibility
  readonly profiles: Profiles
  readonly members: readonly Member[]
  /** By parameter, 5%, median and 95% of the weighted members: what runs draw from. */
  readonly spread: readonly (readonly number[])[]
  /** Members that count, after the model judged them. */
  readonly effectiveSize: number
  /** How much worse than chance the best member fits; variances are widened by it. */
  readonly dispersion: number
  readonly incumbent: Incumbent & { readonly values: readonly number[] }
  readonly fit: readonly TargetFit[]
  readonly recovery: Recovery
}

const SPREAD = [TAIL, 1 / 2, 1 - TAIL]
/** Targets named when no setting is left. */
const STRICTEST = 3

/** Replicates of members begin here, so that no search has seen them. */
export const FRESH = 1_000_000

export async function calibrate(
  targets: readonly Target[],
  ranges: readonly PriorRange[],
  options: CalibrationOptions,
  evaluate: Evaluate,
): Promise<CalibrationResult> {
  const { screen, members: size, replicates, truths, seed } = options
  const observed = observedMoments(targets)
  const units = latinHypercubePoints(screen, ranges.length, `${seed}|screening`)
  const screened = await evaluateSettings(evaluate, 'screening', ranges, units, 1, 0)
  const {
    waves,
    posterior,
    dispersion: searched,
  } = await search(screened, observed, ranges, options, evaluate)
  const first = waves[0].emulator
  const cloud = priorCloud(CLOUD_SIZE, ranges.length, `${seed}|left`)
  const screening = implausibility(predict(first, cloud), first.residualVariances, observed)
  if (posterior.effectiveSize === 0) throw nothingLeft(targets, screening)
  const drawn = drawSet(posterior, size, seed)
  const cases: Case[] = drawn.flatMap(({ units: own }) => {
    const values = valuesAt(ranges, own)
    return Array.from({ length: replicates }, (_, r) => ({ values, replicate: FRESH + r }))
  })
  const measured = await evaluate('set', cases)
  const judged = drawn.map((_, k) =>
    Float64Array.from(
      measured.slice(k * replicates, (k + 1) * replicates).flatMap((one) => Array.from(one)),
    ),
  )
  const replications = { moments: targets.length, members: judged }
  const { weights, effectiveSize, dispersion } = reweight(drawn, replications, observed)
  // The search divided by its dispersion; fresh replicates are not.
  const believed = drawn.map(({ logLikelihood }) => logLikelihood * searched)
  const incumbent = incumbentOf(believed, replications, observed)
  const settings = drawn.map(({ units: own }) => valuesAt(ranges, own))
  return {
    waves,
    screening,
    profiles: profilesOf(posterior),
    spread: ranges.map((_, d) =>
      weightedQuantiles(
        Float64Array.from(settings, (own) => own[d]),
        weights,
        SPREAD,
      ),
    ),
    members: settings.map((values, k) => ({ values, weight: weights[k] })),
    effectiveSize,
    dispersion,
    incumbent: { ...incumbent, values: settings[incumbent.member] },
    fit: fitOf(targets, weights, judged),
    recovery: recovery(
      screened,
      Array.from({ length: Math.min(truths, screen) }, (_, i) => i),
      observed,
      { seed },
    ),
  }
}

function nothingLeft(targets: readonly Target[], { cutAlone }: Implausibility): SimulationError {
  const strictest = Array.from(cutAlone.keys())
    .filter((m) => cutAlone[m] > 0)
    .sort((a, b) => cutAlone[b] - cutAlone[a])
    .slice(0, STRICTEST)
  return new SimulationError([
    {
      code: 'CALIBRATION_EMPTY',
      expected: 'targets that some setting of the parameters can meet together',
      got: 'targets that rule out every setting',
      hint: `strictest: ${strictest.map((m) => targets[m].id).join(', ')}`,
    },
  ])
}

/** What was observed, as the statistics take it. */
export function observedMoments(targets: readonly Target[]): ObservedMoments {
  return {
    values: Float64Array.from(targets, ({ observed }) => observed),
    sds: Float64Array.from(targets, ({ sd }) => sd),
    weights: Float64Array.from(targets, ({ weight }) => weight),
  }
}
