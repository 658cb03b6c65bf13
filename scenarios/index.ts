/**
 * Scenarios: what to run, read from files and checked before anything runs.
 * @module
 */
export type {
  LeverDescriptor,
  MetricDescriptor,
  ParameterDescriptor,
  ScenarioCatalogue,
} from './catalogue.ts'
export type { ScenarioSetting } from './date-setting.ts'
export { DEFAULT_KEEP, KEPT_TABLES, type Keep, type KeptTable } from './keep.ts'
export { DEFAULT_METRICS, type Formula, type MetricWish } from './metric-wish.ts'
export { DEFAULT_RUN } from './draft.ts'
export { scenarioJsonSchema } from './json-schema/json-schema.ts'
export { loadScenario } from './load.ts'
export {
  resolveScenario,
  type Scenario,
  type ScenarioLibrary,
  type ScenarioSource,
} from './resolve.ts'
export type { Law, Origin, RunPlan, ScenarioFile, SettingScope } from './scenario-file.ts'
export { readQuantity, writeQuantity, type Notation } from './units.ts'
export { NATIONAL, SHOCK_KINDS, type WrittenShock, type WrittenTiming } from './shock.ts'
export type { StoppingRule } from './stopping.ts'
export type { AxisRange, AxisSubject, Design, SweepAxis, SweepBlock } from './sweep.ts'
export type { Distribution, Uncertainty } from './uncertainty.ts'
export { newScenarioText, type NewScenario } from './write.ts'
