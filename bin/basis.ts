/**
 * What results depend on besides the scenario: the version, the model's code, the data.
 * @module
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Basis } from '../scenarios/plan.ts'
import { packageVersion } from './paths.ts'
import { readRules, readTables } from './sources.ts'

/** Folders whose code can move a number. */
const MODEL_FOLDERS = [
  'engine',
  'agents',
  'scenarios',
  'analysis/experiment',
  'analysis/formulas',
  'analysis/kept',
  'analysis/metrics',
]
const CODE = /\.[jt]s$/

/** The basis of this installation. */
export function readBasis(): Basis {
  return {
    version: packageVersion(),
    model: digest(codeOf(dirname(dirname(fileURLToPath(import.meta.url))))),
    data: digest(JSON.stringify([readTables(), readRules()])),
  }
}

/** SHA-256 as hexadecimal digits. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Names and texts of the model's files, in order of name. */
function codeOf(root: string): string {
  const parts: string[] = []
  for (const folder of MODEL_FOLDERS) {
    const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    for (const name of names.map((one) => one.replaceAll('\\', '/')).sort()) {
      if (CODE.test(name)) parts.push(name, readFileSync(join(root, folder, name), 'utf8'))
    }
  }
  return parts.join('\n')
}
