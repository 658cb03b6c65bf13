/**
 * From the series of jobs to the scores of each design point: every forecast on every target.
 * @module
 */
import type { Target } from '../../scenarios/targets/target.ts'
import { jobOf, type ExperimentSetup } from '../experiment/experiment.ts'
import { createMeasurement } from '../measurement/index.ts'
import { BENCHMARKS, type Benchmark } from './benchmarks/benchmark.ts'
import { FORECASTS, type Forecast } from './forecasts.ts'
import { scoreTarget, type TargetScore } from './score-target.ts'
import { scoreFile, skillOf, type FileScore, type Skill } from './skill.ts'

/** Scores of one design point. */
export interface PointScore {
  readonly replicates: number
  /** By forecast, one per target in their order. */
  readonly targets: Readonly<Record<Forecast, readonly TargetScore[]>>
  readonly file: Readonly<Record<Forecast, FileScore>>
  readonly skill: Readonly<Record<Benchmark, Skill>>
}

/** Takes what jobs leave, in any order, and scores what it has. */
export interface Scorer {
  take(index: number, result: Float64Array): void
  /** One per design point. */
  scores(): readonly PointScore[]
}

/** @param targets  those `setup.readings` were made for */
export function createScorer(targets: readonly Target[], setup: ExperimentSetup): Scorer {
  const { readings = [], start, periods, points, seed } = setup
  const measurement = createMeasurement(targets, readings, start, periods)
  const length = readings.length * periods
  /** Values of each replicate that finished, by point: all targets of a forecast after another. */
  const found = points.map(() => new Map<number, readonly Float64Array[]>())

  return {
    take(index, result) {
      const { point, replicate } = jobOf(index, points.length)
      const values = FORECASTS.map((_, f) =>
        measurement.values(result.subarray(f * length, (f + 1) * length)),
      )
      found[point].set(replicate, values)
    },
    scores: () =>
      found.map((byReplicate, point) => {
        const order = [...byReplicate.keys()].sort((a, b) => a - b)
        const replicates = order.map((replicate) => byReplicate.get(replicate)!)
        return scorePoint(targets, replicates, `${seed}|${point}`)
      }),
  }
}

/** @param replicates  values by forecast and target */
function scorePoint(
  targets: readonly Target[],
  replicates: readonly (readonly Float64Array[])[],
  seed: string,
): PointScore {
  const weights = targets.map(({ weight }) => weight)
  const scoresOf = (f: number): TargetScore[] =>
    targets.map((target, i) =>
      scoreTarget(
        target,
        replicates.map((values) => values[f][i]),
      ),
    )
  const byForecast = record(FORECASTS, (_, f) => scoresOf(f))
  return {
    replicates: replicates.length,
    targets: byForecast,
    file: record(FORECASTS, (forecast) => scoreFile(byForecast[forecast], weights)),
    skill: record(BENCHMARKS, (benchmark) =>
      skillOf(byForecast.model, byForecast[benchmark], weights, `${seed}|${benchmark}`),
    ),
  }
}

function record<Name extends string, T>(
  names: readonly Name[],
  make: (name: Name, place: number) => T,
): Record<Name, T> {
  return Object.fromEntries(names.map((name, place) => [name, make(name, place)])) as Record<
    Name,
    T
  >
}
