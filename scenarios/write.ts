/**
 * A new scenario as text: what must be said, and every other section as an example to uncomment.
 *
 * Each example is valid against the catalogue it was written from; an example whose lever, parameter
 * or metric the catalogue lacks is left out.
 * @module
 */
import { monthAt } from '../engine/time.ts'
import { stringify } from 'yaml'
import type { ScenarioCatalogue } from './catalogue.ts'
import { DEFAULT_RUN } from './draft.ts'
import { examplesOf } from './write-examples.ts'

/** What a new scenario starts from. */
export interface NewScenario {
  readonly id: string
  /** The parent's id, if any. */
  readonly extends?: string
  readonly title: { readonly en: string; readonly zh: string }
  readonly question: string
}

/** Where editors look for completion and help, seen from the library. */
export const SCHEMA_LINE = '# yaml-language-server: $schema=../scenario.schema.json'

/** Months of the default run before an example takes effect. */
const HALF_RUN = DEFAULT_RUN.periods / 2

/**
 * The text of a new scenario.
 *
 * @param schemaLine what tells editors of the schema; the library's own by default
 */
export function newScenarioText(
  scenario: NewScenario,
  catalogue: ScenarioCatalogue,
  schemaLine: string = SCHEMA_LINE,
): string {
  const { id, title, question } = scenario
  const parent = scenario.extends === undefined ? {} : { extends: scenario.extends }
  const head = stringify({ schema: 1, id, ...parent, title, question }, { lineWidth: 0 })
  const examples = examplesOf(catalogue, monthAt(DEFAULT_RUN.start, HALF_RUN))
  const sections = examples.map(({ about, yaml }) =>
    [...about.map((line) => `# ${line}`), ...yaml.split('\n').map((line) => `#${line}`)].join('\n'),
  )
  return `${[`${schemaLine}\n${head.trimEnd()}`, ...sections].join('\n\n')}\n`
}
