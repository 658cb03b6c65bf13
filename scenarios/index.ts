/**
 * Scenarios: what to run, read from files and checked before anything runs.
 * @module
 */
export type { LeverDescriptor, ParameterDescriptor, ScenarioCatalogue } from './catalogue.ts'
export type { ScenarioSetting } from './date-setting.ts'
export { DEFAULT_RUN } from './draft.ts'
export { loadScenario } from './load.ts'
export {
  resolveScenario,
  type Scenario,
  type ScenarioLibrary,
  type ScenarioSource,
} from './resolve.ts'
export type { Law, Origin, RunPlan, ScenarioFile, SettingScope } from './scenario-file.ts'
export { readQuantity, writeQuantity, type Notation } from './units.ts'
