/**
 * What a result folder must know of an experiment: a plan fits, and so does a toy.
 * @module
 */
import type { Failure, Success } from '../../engine/executors/executor.ts'
import type { Month } from '../../engine/time.ts'
import type { KeptTable } from '../../scenarios/keep.ts'
import type { StoppingRule } from '../../scenarios/stopping.ts'
import type { LeverValue, ParameterValue } from '../../scenarios/values.ts'
import type { Sameness } from '../answer/findings.ts'
import type { MetricDescription } from '../answer/readings.ts'
import type { Text } from '../metrics/metric.ts'
import type { PartShape } from './part.ts'
import type { KeptShape } from './tables.ts'

/** A scenario by the names it is shown under. */
export interface ResultScenario {
  readonly id: string
  readonly title: Text
}

/** A design point: one setting of levers and parameters of one scenario. */
export interface ResultPoint {
  readonly id: string
  readonly scenario: string
  readonly role: 'baseline' | 'reform'
  /** Id of the point it is compared with. */
  readonly baseline?: string
  /** Swept values by id. */
  readonly values: Readonly<Record<string, LeverValue | ParameterValue>>
  readonly fingerprint?: string
}

/** Points times replicates; job = replicate · points + point. */
export interface ResultPlan {
  readonly question: string
  readonly baseline?: ResultScenario
  readonly reforms: readonly ResultScenario[]
  readonly points: readonly ResultPoint[]
  readonly start: Month
  readonly periods: number
  readonly seed: string
  readonly replicates: number
  readonly stopping?: StoppingRule
  /** Everything that determines the results but the number of replicates [hexadecimal]. */
  readonly fingerprint: string
}

/** What is said of a reform besides its numbers. */
export interface ComparisonFacts {
  /** Month in which the rules in which it differs take effect, if inside the run. */
  readonly effective?: Month
  /** Why nothing differs, should nothing differ. */
  readonly sameness?: Sameness
}

/** What the numbers were made with; unknown is null. */
export interface ModelFacts {
  readonly version: string
  readonly commit: string | null
  readonly dirty: boolean | null
  /** Hash of the model's compiled files. */
  readonly code?: string | null
  /** Fingerprint of data, rules and calibration. */
  readonly calibration: string | null
}

/** All that determines the bytes of a folder besides the outcomes. */
export interface ResultSubject {
  readonly plan: ResultPlan
  /** In the order of the results: shipped ones, then the user's own. */
  readonly metrics: readonly MetricDescription[]
  readonly model: ModelFacts
  /** Texts by file name: `scenario.yaml`, `scenario.resolved.json` and the like. */
  readonly documents: Readonly<Record<string, string>>
  /** Tables kept besides the metrics. */
  readonly kept?: Readonly<Partial<Record<KeptTable, KeptShape>>>
  /** By id of a reform's point. */
  readonly comparisons?: Readonly<Record<string, ComparisonFacts>>
  /** Definitions of swept levers and parameters. */
  readonly definitions?: readonly Definition[]
  /** The command that runs one replicate of a point again. */
  readonly replay?: (point: ResultPoint, replicate: number) => string
}

/** A row of `definitions.csv`. */
export interface Definition {
  readonly id: string
  readonly label: Text
  readonly unit: string
  readonly doc: string
  readonly source: string
}

/** Who ran it, when and on what: the only part that differs between two people. */
export interface RunFacts {
  readonly environment: {
    readonly node: string
    readonly platform: string
    readonly threads: number
  }
  readonly run: {
    readonly started: string | null
    readonly finished: string | null
    readonly resumed: number
    readonly command: string
  }
}

/** What a job leaves; a failure may know in which period it failed. */
export type JobOutcome = Success | (Failure & { readonly period?: number })

export interface FinishedJob {
  readonly index: number
  readonly outcome: JobOutcome
}

const WORDS_PER_HASH = 2

/** What a part must hold to belong to a plan. */
export function partShape({ plan, metrics }: Pick<ResultSubject, 'plan' | 'metrics'>): PartShape {
  return {
    fingerprint: plan.fingerprint,
    numbers: metrics.length * plan.periods,
    words: WORDS_PER_HASH * plan.periods,
  }
}

/** Index of a job. */
export function jobIndex(plan: ResultPlan, point: number, replicate: number): number {
  return replicate * plan.points.length + point
}

/** Number of a job's point, and its replicate. */
export function placeOf(plan: ResultPlan, index: number): { point: number; replicate: number } {
  const point = index % plan.points.length
  return { point, replicate: (index - point) / plan.points.length }
}
