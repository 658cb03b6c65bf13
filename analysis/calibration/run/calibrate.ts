/**
 * A calibration: screen the prior, search what is left, draw a posterior set, judge it by the model
 * itself, and say what the data could not tell.
 *
 * @source Model document, section 15
 * @module
 */
import { latinHypercubePoints } from '../../../scenarios/design/latin-hypercube.ts'
import type { Target } from '../../../scenarios/targets/target.ts'
import { fitEmulator } from '../emulator.ts'
import { implausibility, type Implausibility } from '../implausibility.ts'
import { predict } from '../emulator.ts'
import { CLOUD_SIZE } from '../posterior.ts'
import { priorCloud } from '../cloud.ts'
import { incumbentOf, type Incumbent } from '../incumbent.ts'
import type { ObservedMoments } from '../observed-moments.ts'
import { drawSet } from '../posterior-set.ts'
import { profilesOf, type Profiles } from '../profiles.ts'
import { recovery, type Recovery } from '../recovery.ts'
import { reweight } from '../reweight.ts'
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
  /** Members that count, after the model judged them. */
  readonly effectiveSize: number
  /** How much worse than chance the best member fits; variances are widened by it. */
  readonly dispersion: number
  readonly incumbent: Incumbent & { readonly values: readonly number[] }
  readonly fit: readonly TargetFit[]
  readonly recovery: Recovery
}

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
  const { waves, posterior } = await search(screened, observed, ranges, options, evaluate)
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
  const believed = drawn.map(({ logLikelihood }) => logLikelihood)
  const incumbent = incumbentOf(believed, replications, observed)
  const settings = drawn.map(({ units: own }) => valuesAt(ranges, own))
  const cloud = priorCloud(CLOUD_SIZE, ranges.length, `${seed}|left`)
  const first = fitEmulator(screened)
  return {
    waves,
    screening: implausibility(predict(first, cloud), first.residualVariances, observed),
    profiles: profilesOf(posterior),
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

/** What was observed, as the statistics take it. */
export function observedMoments(targets: readonly Target[]): ObservedMoments {
  return {
    values: Float64Array.from(targets, ({ observed }) => observed),
    sds: Float64Array.from(targets, ({ sd }) => sd),
    weights: Float64Array.from(targets, ({ weight }) => weight),
  }
}
