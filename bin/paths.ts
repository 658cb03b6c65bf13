/**
 * Where the package keeps its files, wherever it is run from.
 * @module
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json, found by walking up from this file: works from `bin` and `dist/bin`. */
export const packageRoot = rootAbove(dirname(fileURLToPath(import.meta.url)))

/** A file or folder of the package. */
export function packagePath(...parts: string[]): string {
  return join(packageRoot, ...parts)
}

/** The version that results were made with. */
export function packageVersion(): string {
  const text = readFileSync(packagePath('package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('package.json was not found above the program')
  return rootAbove(parent)
}
