/**
 * Target files by id or path.
 * @module
 */
import { readFileSync, statSync } from 'node:fs'
import { SimulationError } from '../engine/errors.ts'
import { didYouMean } from '../scenarios/nearest.ts'
import { loadTargets } from '../scenarios/targets/load-targets.ts'
import type { TargetCatalogue, TargetFile } from '../scenarios/targets/target.ts'
import { readTargetFiles } from './sources.ts'

const ENDING = '.yaml'
const PATH = /\.ya?ml$|\//

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
