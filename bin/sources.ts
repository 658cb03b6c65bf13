/**
 * The files the program reads: public data, rules, scenarios.
 * @module
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { createLeverCatalogue } from '../agents/levers/catalogue.ts'
import type { LeverCatalogue } from '../agents/levers/lever.ts'
import { baselineParameters } from '../agents/parameter-catalogue.ts'
import type { Facts } from '../agents/populate/facts.ts'
import { readFacts } from '../agents/populate/read-facts.ts'
import { SimulationError } from '../engine/errors.ts'
import type { CalibrationTexts } from '../scenarios/catalogue.ts'
import { readObservations } from '../scenarios/observations.ts'
import type { ScenarioSource } from '../scenarios/resolve.ts'
import { packagePath } from './paths.ts'

const DATA = ['scenarios', 'data']
const LIBRARY = ['scenarios', 'library']
const CALIBRATIONS = ['scenarios', 'calibration']
const YAML = '.yaml'

/** The public data tables: text by file name. */
export function readTables(): Record<string, string> {
  const tables: Record<string, string> = {}
  for (const name of readdirSync(packagePath(...DATA)).sort()) {
    if (name.endsWith('.csv')) tables[name] = readFileSync(packagePath(...DATA, name), 'utf8')
  }
  return tables
}

/** What is known of the market before any draw, at baseline parameters. */
export function readBaselineFacts(): Facts {
  return readFacts(readObservations(readTables()), baselineParameters())
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
  return yamlIn(LIBRARY)
}

/** Shipped calibrations: text by id, in order of id. */
export function readCalibrations(): Record<string, string> {
  return yamlIn(CALIBRATIONS, /^members:/m)
}

/** Shipped target files: text by id, in order of id; they lie beside what was calibrated on them. */
export function readTargetFiles(): Record<string, string> {
  return yamlIn(CALIBRATIONS, /^targets:/m)
}

/** The YAML files of a folder that hold something. */
function yamlIn(folder: readonly string[], holds = /^/): Record<string, string> {
  const found: Record<string, string> = {}
  for (const name of readdirSync(packagePath(...folder)).sort()) {
    if (!name.endsWith(YAML)) continue
    const text = readFileSync(packagePath(...folder, name), 'utf8')
    if (holds.test(text)) found[basename(name, YAML)] = text
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
        const file = `${CALIBRATIONS[1]}/${name}${YAML}`
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
