/**
 * What results depend on besides the scenario: the version, the model's code, the data.
 * @module
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Basis } from '../scenarios/plan.ts'
import type { ModelFacts } from '../analysis/results/result-plan.ts'
import { packagePath, packageRoot, packageVersion } from './paths.ts'
import { readRules, readTables } from './sources.ts'

/** Folders whose code can move a number. */
const MODEL_FOLDERS = [
  'engine',
  'agents',
  'scenarios',
  'analysis/experiment',
  'analysis/formulas',
  'analysis/kept',
  'analysis/measurement',
  'analysis/metrics',
  'analysis/statistics',
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

/** The same as a manifest states it; the commit is known in a checkout only. */
export function modelFacts({ version, model, data }: Basis): ModelFacts {
  return { version, code: model, calibration: data, ...checkout() }
}

function checkout(): { commit: string | null; dirty: boolean | null } {
  if (!existsSync(packagePath('.git'))) return { commit: null, dirty: null }
  const git = (...words: string[]) =>
    spawnSync('git', words, { cwd: packageRoot, encoding: 'utf8', timeout: 2000 })
  const head = git('rev-parse', 'HEAD')
  const changes = git('status', '--porcelain', '--untracked-files=no')
  if (head.status !== 0 || changes.status !== 0) return { commit: null, dirty: null }
  return { commit: head.stdout.trim(), dirty: changes.stdout !== '' }
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
