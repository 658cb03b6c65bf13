/**
 * A scenario being put together: defaults, then each file from the oldest ancestor on.
 * @module
 */
import type {
  Law,
  Origin,
  RunPlan,
  ScenarioFile,
  WrittenParameter,
  WrittenSetting,
} from './scenario-file.ts'

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
  readonly levers: Map<string, readonly WrittenSetting[]>
  readonly parameters: Map<string, WrittenParameter>
  run: RunPlan
  readonly origins: Map<string, Origin>
}

/** Nothing set: the dated law and the default run. */
export function emptyDraft(): Draft {
  const origin = { file: 'default' }
  const origins = new Map<string, Origin>([['law', origin]])
  for (const key of Object.keys(DEFAULT_RUN)) origins.set(`run.${key}`, origin)
  return { law: {}, levers: new Map(), parameters: new Map(), run: DEFAULT_RUN, origins }
}

/** Lays one file over what its ancestors set. */
export function inherit(draft: Draft, file: ScenarioFile): void {
  if (file.law) {
    draft.law = file.law
    draft.origins.set('law', file.originOf(['law']))
  }
  for (const [id, settings] of file.levers) {
    draft.levers.set(id, settings)
    draft.origins.set(`levers.${id}`, file.originOf(['levers', id]))
  }
  for (const [id, parameter] of file.parameters) {
    draft.parameters.set(id, parameter)
    draft.origins.set(`uncertainties.${id}`, parameter.origin)
  }
  draft.run = { ...draft.run, ...file.run }
  for (const key of Object.keys(file.run)) {
    draft.origins.set(`run.${key}`, file.originOf(['run', key]))
  }
}
