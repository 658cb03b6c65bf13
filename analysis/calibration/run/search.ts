/**
 * The search: rule settings out, look closer at what is left, repeat.
 *
 * A surface that is good over the whole prior is rough everywhere. Each round asks the model where the
 * surface says the data lie, and fits the next one to the cases its forerunners left standing, or to all
 * where fewer are left than a surface needs.
 *
 * @source Vernon, Goldstein, Bower (2010), Bayesian Analysis 5:619, waves of history matching
 * @module
 */
import { caseCount, casesAt, type CaseTable } from '../case-table.ts'
import { cloudOf, priorCloud, type Cloud } from '../cloud.ts'
import { dispersionOf } from '../dispersion.ts'
import { fitEmulator, predict, type Emulator } from '../emulator.ts'
import { implausibility } from '../implausibility.ts'
import { logLikelihoods } from '../log-likelihood.ts'
import { nextPoints } from '../next-points.ts'
import type { ObservedMoments } from '../observed-moments.ts'
import { CLOUD_SIZE, samplePosterior, type LogLikelihood, type Posterior } from '../posterior.ts'
import type { Evaluate } from './case.ts'
import type { PriorRange } from './prior.ts'
import { evaluateSettings, joinTables } from './stage-cases.ts'

export interface SearchOptions {
  readonly rounds: number
  /** Settings of a round, and replicates of each. */
  readonly batch: number
  readonly batchReplicates: number
  readonly seed: string
}

export interface Wave {
  /** Cases its surfaces were fitted to, and whether only those left standing. */
  readonly cases: number
  readonly isLocal: boolean
  /** Share of the prior left by it and its forerunners. */
  readonly shareLeft: number
  readonly emulator: Emulator
}

export interface Found {
  readonly waves: readonly Wave[]
  /** By the newest surface (`dispersion.ts`). */
  readonly dispersion: number
  /** Of the likelihood to the power 1/dispersion. */
  readonly posterior: Posterior
}

/** With fewer cases left standing a surface of ten parameters has nothing to rest on. */
const FEWEST_LOCAL = 400

/** @param screened  one replicate a setting, spread over the prior */
export async function search(
  screened: CaseTable,
  observed: ObservedMoments,
  ranges: readonly PriorRange[],
  options: SearchOptions,
  evaluate: Evaluate,
): Promise<Found> {
  const { rounds, batch, batchReplicates, seed } = options
  let table = screened
  const emulators: Emulator[] = [fitEmulator(table)]
  const waves = [waveOf(table, table, emulators, observed, seed)]
  let first = caseCount(screened)
  for (let round = 1; round <= rounds; round++) {
    const { units, weights, ...posterior } = posteriorOf(emulators, observed, ranges.length, seed)
    const plausible = plausibleIn(cloudOf(units, ranges.length), emulators, observed)
    const wanted = { count: batch, seed: `${seed}|${round}` }
    const chosen = nextPoints({ ...posterior, units }, weights, plausible, table.units, wanted)
    const next = Float64Array.from(
      chosen.flatMap((p) => Array.from(units.subarray(p * ranges.length, (p + 1) * ranges.length))),
    )
    const stage = `round ${round}`
    const found = await evaluateSettings(evaluate, stage, ranges, next, batchReplicates, first)
    first += batch * batchReplicates
    table = joinTables([table, found])
    const local = standingCases(table, emulators, observed)
    emulators.push(fitEmulator(local))
    waves.push(waveOf(local, table, emulators, observed, seed))
  }
  const sharp = posteriorOf(emulators, observed, ranges.length, seed)
  const dispersion = emulatedDispersion(emulators.at(-1)!, sharp, observed)
  const posterior = posteriorOf(emulators, observed, ranges.length, seed, dispersion)
  return { waves, dispersion, posterior }
}

/** The newest surface judges; whatever an older one ruled out stays out. */
function posteriorOf(
  emulators: readonly Emulator[],
  observed: ObservedMoments,
  dimensions: number,
  seed: string,
  dispersion = 1,
): Posterior {
  const newest = emulators.at(-1)!
  const likelihood: LogLikelihood = (cloud) => {
    const found = logLikelihoods(predict(newest, cloud), newest.covariance, observed)
    const plausible = plausibleIn(cloud, emulators.slice(0, -1), observed)
    return found.map((value, i) => (plausible[i] === 1 ? value / dispersion : -Infinity))
  }
  return samplePosterior(likelihood, dimensions, { seed: `${seed}|posterior` })
}

/** Of the best setting the posterior visited. */
function emulatedDispersion(
  emulator: Emulator,
  { visited }: Posterior,
  observed: ObservedMoments,
): number {
  const { units, logLikelihoods: found, dimensions } = visited
  let best = 0
  for (let i = 1; i < found.length; i++) if (found[i] > found[best]) best = i
  const setting = cloudOf(units.slice(best * dimensions, (best + 1) * dimensions), dimensions)
  return dispersionOf(predict(emulator, setting), emulator.covariance, observed)
}

/** 1 where no surface rules a setting out. */
export function plausibleIn(
  cloud: Cloud,
  emulators: readonly Emulator[],
  observed: ObservedMoments,
): Uint8Array {
  const plausible = new Uint8Array(cloud.size).fill(1)
  for (const emulator of emulators) {
    const { isPlausible } = implausibility(
      predict(emulator, cloud),
      emulator.residualVariances,
      observed,
    )
    for (let i = 0; i < cloud.size; i++) if (isPlausible[i] === 0) plausible[i] = 0
  }
  return plausible
}

/** Cases no surface rules out; all of them where too few are left. */
function standingCases(
  table: CaseTable,
  emulators: readonly Emulator[],
  observed: ObservedMoments,
): CaseTable {
  const plausible = plausibleIn(cloudOf(table.units, table.dimensions), emulators, observed)
  const standing = Array.from(plausible.keys()).filter((i) => plausible[i] === 1)
  return standing.length < FEWEST_LOCAL ? table : casesAt(table, standing)
}

function waveOf(
  fitted: CaseTable,
  all: CaseTable,
  emulators: readonly Emulator[],
  observed: ObservedMoments,
  seed: string,
): Wave {
  const emulator = emulators.at(-1)!
  const cloud = priorCloud(CLOUD_SIZE, emulator.terms.dimensions, `${seed}|left`)
  const left = plausibleIn(cloud, emulators, observed).reduce((sum, one) => sum + one, 0)
  return {
    cases: caseCount(fitted),
    isLocal: fitted !== all,
    shareLeft: left / cloud.size,
    emulator,
  }
}
