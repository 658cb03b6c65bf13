/**
 * The files the program reads: public data, rules, scenarios.
 * @module
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { createLeverCatalogue } from '../agents/levers/catalogue.ts'
import type { LeverCatalogue } from '../agents/levers/lever.ts'
import { SimulationError } from '../engine/errors.ts'
import type { CalibrationTexts } from '../scenarios/catalogue.ts'
import type { ScenarioSource } from '../scenarios/resolve.ts'
import { packagePath } from './paths.ts'

const DATA = ['scenarios', 'data']
const LIBRARY = ['scenarios', 'library']
const CALIBRATIONS = ['scenarios', 'calibration']
const SCENARIO_ENDING = '.yaml'

/** The public data tables: text by file name. */
export function readTables(): Record<string, string> {
  const tables: Record<string, string> = {}
  for (const name of readdirSync(packagePath(...DATA)).sort()) {
    if (name.endsWith('.csv')) tables[name] = readFileSync(packagePath(...DATA, name), 'utf8')
  }
  return tables
}

/** The rules table, parsed. */
export function readRules(): unknown {
  return JSON.parse(readFileSync(packagePath(...DATA, 'rules.json'), 'utf8'))
}

/** The catalogue of levers. */
export function readLevers(): LeverCatalogue {
  return createLeverCatalogue(readRules())
}

/** Shipped scenarios: text by id, in order of id. */
export function readLibrary(): Record<string, string> {
  const library: Record<string, string> = {}
  for (const name of readdirSync(packagePath(...LIBRARY)).sort()) {
    if (!name.endsWith(SCENARIO_ENDING)) continue
    library[basename(name, SCENARIO_ENDING)] = readFileSync(packagePath(...LIBRARY, name), 'utf8')
  }
  return library
}

/** What tells a calibration from other files of its folder. */
const HOLDS_MEMBERS = /^members:/m

/** Shipped calibrations: text by id, in order of id. */
export function readCalibrations(): Record<string, string> {
  const found: Record<string, string> = {}
  const folder = packagePath(...CALIBRATIONS)
  if (!existsSync(folder)) return found
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith(SCENARIO_ENDING)) continue
    const text = readFileSync(join(folder, name), 'utf8')
    if (HOLDS_MEMBERS.test(text)) found[basename(name, SCENARIO_ENDING)] = text
  }
  return found
}

/** Calibrations by id; by path beside the file that names them, else in the working directory. */
export function calibrationTexts(): CalibrationTexts {
  const shipped = readCalibrations()
  return {
    ids: Object.keys(shipped),
    find(name, from) {
      if (!isPath(name)) {
        const file = `${CALIBRATIONS[1]}/${name}${SCENARIO_ENDING}`
        return Object.hasOwn(shipped, name) ? { text: shipped[name], file } : undefined
      }
      const file = [join(dirname(from), name), name].find((one) => existsSync(one))
      return file === undefined ? undefined : { text: readFileSync(file, 'utf8'), file }
    },
  }
}

const YAML_FILE = /\.ya?ml$/

function isPath(name: string): boolean {
  return YAML_FILE.test(name) || name.includes('/')
}

/** A path, where it looks like one; else an id of the library. */
export function scenarioSource(name: string): ScenarioSource {
  if (!isPath(name)) return { id: name }
  if (existsSync(name)) return { text: readFileSync(name, 'utf8'), file: name }
  const expected = 'a file that exists, or the id of a shipped scenario (zhudai list scenarios)'
  throw new SimulationError([{ code: 'SCENARIO_UNKNOWN', expected, got: name }])
}

/** A scenario as written; one whose id is not known is refused when it is resolved. */
export function scenarioText(name: string): string {
  const source = scenarioSource(name)
  return 'text' in source ? source.text : (readLibrary()[source.id] ?? '')
}
