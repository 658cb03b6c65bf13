/**
 * What lies in a results folder.
 * @module
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SimulationError } from '../../engine/errors.ts'
import { MANIFEST, parseManifest, type Manifest } from './manifest.ts'
import { PARTS } from './recover.ts'

/** One folder: finished, begun, or not to be read. */
export type ListedResult =
  | { readonly name: string; readonly state: 'finished'; readonly manifest: Manifest }
  | { readonly name: string; readonly state: 'begun' }
  | { readonly name: string; readonly state: 'damaged'; readonly why: string }

/** Every result under `root`, in order of name; none where there is no such folder. */
export function listResults(root: string): ListedResult[] {
  if (!existsSync(root)) return []
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders
    .map(({ name }) => name)
    .sort()
    .flatMap((name) => listOne(root, name))
}

function listOne(root: string, name: string): ListedResult[] {
  const manifest = join(root, name, MANIFEST)
  if (!existsSync(manifest)) {
    return existsSync(join(root, name, PARTS)) ? [{ name, state: 'begun' }] : []
  }
  try {
    return [{ name, state: 'finished', manifest: parseManifest(readFileSync(manifest, 'utf8')) }]
  } catch (thrown) {
    if (!(thrown instanceof SimulationError)) throw thrown
    return [{ name, state: 'damaged', why: thrown.message }]
  }
}
