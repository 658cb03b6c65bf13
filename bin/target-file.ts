/**
 * Target files by id or path.
 * @module
 */
import { existsSync, statSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { SimulationError } from '../engine/errors.ts'
import { didYouMean } from '../scenarios/nearest.ts'
import { loadTargets } from '../scenarios/targets/load-targets.ts'
import type { TargetCatalogue, TargetFile } from '../scenarios/targets/target.ts'
import { packagePath } from './paths.ts'

/** Folders with shipped target files. */
const FOLDERS = [
  ['scenarios', 'targets'],
  ['scenarios', 'calibration'],
]
const ENDING = '.yaml'
/** What tells a target file from a calibration in the same folder. */
const HOLDS_TARGETS = /^targets:/m
const PATH = /\.ya?ml$|\//

/** Shipped target files: text by id. */
export function readTargetFiles(): Record<string, string> {
  const found: Record<string, string> = {}
  for (const folder of FOLDERS.map((parts) => packagePath(...parts))) {
    if (!existsSync(folder)) continue
    for (const name of readdirSync(folder).sort()) {
      if (!name.endsWith(ENDING)) continue
      const text = readFileSync(join(folder, name), 'utf8')
      if (HOLDS_TARGETS.test(text)) found[basename(name, ENDING)] = text
    }
  }
  return found
}

/**
 * @param path  where it was asked for, as messages name it
 * @throws SimulationError when there is none of that name, or with every problem in it
 */
export function targetFile(
  name: string,
  catalogue: TargetCatalogue,
  path = '--targets',
): TargetFile {
  if (PATH.test(name)) {
    if (statSync(name, { throwIfNoEntry: false })?.isDirectory() === false)
      return loadTargets(readFileSync(name, 'utf8'), name, catalogue)
    throw unknown(path, 'a file that exists, or the id of a shipped target file', name, [])
  }
  const shipped = readTargetFiles()
  if (Object.hasOwn(shipped, name)) return loadTargets(shipped[name], name + ENDING, catalogue)
  const ids = Object.keys(shipped)
  throw unknown(path, `the path of a target file, or one of ${ids.join(', ')}`, name, ids)
}

function unknown(
  path: string,
  expected: string,
  got: string,
  ids: readonly string[],
): SimulationError {
  const hint = didYouMean(got, ids)
  return new SimulationError([{ code: 'TARGET_UNKNOWN', path, expected, got, ...hint }])
}
