/**
 * A plan: everything that will be run, decided before anything runs.
 *
 * Points times replicates are the jobs. A job depends on its point, the seed and its replicate alone:
 * points, scenarios and replicates that are added leave it, and its name, as they were.
 * @module
 */
import { SimulationError, type Problem } from '../engine/errors.ts'
import type { Month } from '../engine/time.ts'
import { canonicalText } from './canonical-text.ts'
import type { Calibrations } from './calibrations/calibration.ts'
import type { ScenarioCatalogue } from './catalogue.ts'
import {
  planBaseline,
  planReform,
  type PlannedPoint,
  type PointContext,
} from './design/planned-points.ts'
import { planCalibrations } from './design/plan-calibrations.ts'
import { planProblems, tooManyJobs } from './design/plan-problems.ts'
import { designPoints } from './design/points.ts'
import type { Keep } from './keep.ts'
import type { MetricWish } from './metric-wish.ts'
import type { Scenario } from './resolve.ts'
import type { StoppingRule } from './stopping.ts'

export { canonicalText } from './canonical-text.ts'
export type { PlannedPoint } from './design/planned-points.ts'

/** Everything to run. Seed, length, replicates, metrics and tables kept are the first reform's. */
export interface Plan {
  readonly question: string
  readonly baseline?: Scenario
  /** At least one: the scenario asked about, even when nothing is compared. */
  readonly reforms: readonly Scenario[]
  /** Baselines first, then by reform, then by design. */
  readonly points: readonly PlannedPoint[]
  /** Those the points draw members of, by id; absent where they draw none. */
  readonly calibrations?: Calibrations
  readonly start: Month
  readonly periods: number
  readonly seed: string
  /** The most there can be where a stopping rule says how many. */
  readonly replicates: number
  readonly stopping?: StoppingRule
  readonly metrics: MetricWish
  readonly keep: Keep
  /**
   * Names the result: everything but how many replicates there are, and texts for readers. More
   * replicates, or a stopping rule, go on with the same result.
   */
  readonly fingerprint: string
}

/** What results depend on besides scenarios. */
export interface Basis {
  readonly version: string
  /** Hash of the model's code. */
  readonly model: string
  /** Hash of the public tables and rules. */
  readonly data: string
}

/**
 * The plan of `reforms` against `baseline`.
 *
 * A reform may have the id of the baseline: the baseline's points are then called `<id>.baseline`.
 *
 * @param reforms  the scenario asked about first
 * @param digest  hash of a text, in hex; injected, because this folder has no such function
 * @throws SimulationError with every reason why there is no such plan
 */
export function createPlan(
  reforms: readonly Scenario[],
  baseline: Scenario | undefined,
  catalogue: Pick<ScenarioCatalogue, 'levers'>,
  basis: Basis,
  digest: (text: string) => string,
): Plan {
  const [first] = reforms
  if (first === undefined) throw new Error('a plan needs a scenario')
  const { question, metrics, keep, run } = first
  const { start, periods, replicates, seed, stopping } = run
  refuse(planProblems(reforms, baseline))
  const points = plannedPoints(reforms, baseline, seed, { catalogue, basis, digest })
  refuse(tooManyJobs(points.length, replicates))
  const calibrations = planCalibrations(reforms, baseline)
  const fingerprint = digest(
    canonicalText({
      points: points.map((point) => [point.id, point.baseline ?? null, point.fingerprint]),
      seed,
      periods,
      metrics: meaningOf(metrics),
      keep,
    }),
  )
  return {
    question,
    ...(baseline === undefined ? {} : { baseline }),
    reforms,
    points,
    ...(calibrations === undefined ? {} : { calibrations }),
    start,
    periods,
    seed,
    replicates,
    ...(stopping === undefined ? {} : { stopping }),
    metrics,
    keep,
    fingerprint,
  }
}

/**
 * Everything that determines the result of one job; equal for jobs that must have equal results.
 *
 * @returns the point's fingerprint, the number of periods, the replicate and the seed
 */
export function jobFingerprint(
  { periods, seed }: Pick<Plan, 'periods' | 'seed'>,
  { fingerprint }: Pick<PlannedPoint, 'fingerprint'>,
  replicate: number,
): string {
  return [fingerprint, periods, replicate, seed].join('/')
}

function plannedPoints(
  reforms: readonly Scenario[],
  baseline: Scenario | undefined,
  seed: string,
  context: PointContext,
): readonly PlannedPoint[] {
  const baselines = new Map<string, PlannedPoint>()
  const taken = baseline !== undefined && reforms.some(({ id }) => id === baseline.id)
  const points = reforms.flatMap((reform) =>
    designPoints(reform.sweep, seed).map((point) => {
      const planned = planReform(reform, point, baseline, context)
      if (baseline === undefined) return planned
      const name = taken ? `${baseline.id}.baseline` : baseline.id
      const against = planBaseline(baseline, name, reform, point, context)
      if (!baselines.has(against.id)) baselines.set(against.id, against)
      requireSame(baselines.get(against.id)!, against)
      return { ...planned, baseline: against.id }
    }),
  )
  const byId = new Map<string, PlannedPoint>()
  for (const point of points) {
    if (byId.has(point.id)) requireSame(byId.get(point.id)!, point)
    byId.set(point.id, point)
  }
  return [...baselines.values(), ...points]
}

/** Two points of one id: the hash of their values is the same by accident. */
function requireSame(one: PlannedPoint, other: PlannedPoint): void {
  const texts = [one, other].map(({ values }) => canonicalText(values))
  if (texts[0] === texts[1] && one.fingerprint === other.fingerprint) return
  const got = `${one.id} for both ${texts.join(' and ')}`
  const hint = 'change one of the values a little, or sweep them in two scenarios'
  refuse([
    { code: 'SCENARIO_INVALID', path: 'sweep', expected: 'points whose ids differ', got, hint },
  ])
}

/** What was asked for, without labels and the place it was written. */
function meaningOf({ shipped, formulas }: MetricWish): unknown {
  return {
    shipped,
    formulas: formulas.map(({ id, unit, text, better }) => ({ id, unit, text, better })),
  }
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new SimulationError(problems)
}
