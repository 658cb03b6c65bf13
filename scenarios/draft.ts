/**
 * A scenario being put together: defaults, then each file from the oldest ancestor on.
 * @module
 */
import { DEFAULT_KEEP, type Keep } from './keep.ts'
import { DEFAULT_METRICS, type MetricWish } from './metric-wish.ts'
import type {
  Law,
  Origin,
  Placed,
  RunPlan,
  ScenarioFile,
  WrittenParameter,
  WrittenSetting,
  WrittenStopping,
  WrittenSweep,
} from './scenario-file.ts'
import type { WrittenShock } from './shock.ts'

/** What a run does unless a scenario says otherwise. */
export const DEFAULT_RUN: RunPlan = {
  start: '2024-11',
  periods: 36,
  replicates: 200,
  seed: '20251001',
}

/** A scenario being put together. */
export interface Draft {
  law: Law
  /** As said last; absent where nobody says. */
  calibration?: Placed<string>
  readonly levers: Map<string, readonly WrittenSetting[]>
  readonly parameters: Map<string, WrittenParameter>
  shocks: readonly Placed<WrittenShock>[]
  sweep: WrittenSweep
  run: RunPlan
  /** Of the file or override that said last how many replicates. */
  stopping?: WrittenStopping | undefined
  metrics: MetricWish
  keep: Placed<Keep>
  readonly origins: Map<string, Origin>
}

/** Nothing set: the dated law and the default run. */
export function emptyDraft(): Draft {
  const origin = { file: 'default' }
  const origins = new Map<string, Origin>([['law', origin]])
  for (const key of Object.keys(DEFAULT_RUN)) origins.set(`run.${key}`, origin)
  return {
    law: {},
    levers: new Map(),
    parameters: new Map(),
    shocks: [],
    sweep: { blocks: [], places: new Map() },
    run: DEFAULT_RUN,
    metrics: DEFAULT_METRICS,
    keep: { value: DEFAULT_KEEP, path: ['keep'], origin },
    origins,
  }
}

/** Lays one file over what its ancestors set. */
export function inherit(draft: Draft, file: ScenarioFile): void {
  if (file.law) {
    draft.law = file.law
    draft.origins.set('law', file.originOf(['law']))
  }
  if (file.calibration) layCalibration(draft, file.calibration)
  for (const [id, settings] of file.levers) {
    draft.levers.set(id, settings)
    draft.origins.set(`levers.${id}`, file.originOf(['levers', id]))
  }
  for (const [id, parameter] of file.parameters) {
    draft.parameters.set(id, parameter)
    draft.origins.set(`uncertainties.${id}`, parameter.origin)
  }
  replaceWholes(draft, file)
  layRun(draft, file.run, file.stopping)
  for (const key of Object.keys(file.run)) {
    draft.origins.set(`run.${key}`, file.originOf(['run', key]))
  }
}

/** Sections that replace their parent's as a whole. */
function replaceWholes(draft: Draft, file: ScenarioFile): void {
  if (file.shocks) draft.shocks = file.shocks
  if (file.sweep) draft.sweep = file.sweep
  if (file.metrics) draft.metrics = file.metrics
  if (file.keep) draft.keep = file.keep
  for (const key of ['shocks', 'sweep', 'metrics', 'keep'] as const) {
    if (file[key]) draft.origins.set(key, file.originOf([key]))
  }
}

/** Takes over what a file or an override says of the calibration. */
export function layCalibration(draft: Draft, calibration: Placed<string>): void {
  draft.calibration = calibration
  draft.origins.set('calibration', calibration.origin)
}

/** Lays part of a run over the draft's; a number of replicates takes the place of a stopping rule. */
export function layRun(
  draft: Draft,
  run: Partial<RunPlan>,
  stopping: WrittenStopping | undefined,
): void {
  if (run.replicates !== undefined) draft.stopping = stopping
  draft.run = { ...draft.run, ...run }
}
