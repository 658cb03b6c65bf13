/**
 * Whether the files of a folder are those its manifest names.
 * @module
 */
import { createHash } from 'node:crypto'
import { closeSync, lstatSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { Manifest } from './manifest.ts'
import { refusal } from './refusal.ts'

const CHUNK = 4_000_000

/**
 * @param depth  `lengths` looks at every file's length, `hashes` also reads it
 * @throws SimulationError `RESULT_INVALID` for the first file that is not as it was written
 */
export function checkFiles(
  folder: string,
  { files }: Pick<Manifest, 'files'>,
  depth: 'lengths' | 'hashes',
): void {
  for (const [name, { bytes, sha256 }] of Object.entries(files)) {
    const path = join(folder, name)
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (found === undefined) throw refusal(name, `a file of ${bytes} bytes`, 'none')
    if (!found.isFile()) throw refusal(name, 'a file in the folder itself', 'a link or a folder')
    if (found.size !== bytes) {
      const how = found.size < bytes ? 'one that is cut off' : 'a longer one'
      throw refusal(name, `a file of ${bytes} bytes`, `${how}, ${found.size} bytes`)
    }
    if (depth === 'hashes' && hashOfFile(path) !== sha256) {
      throw refusal(name, 'the file as it was written', 'one that was changed since')
    }
  }
}

/** SHA-256 of a file, read in pieces. */
export function hashOfFile(path: string): string {
  const hash = createHash('sha256')
  const file = openSync(path, 'r')
  try {
    const chunk = new Uint8Array(CHUNK)
    for (;;) {
      const read = readSync(file, chunk, 0, CHUNK, null)
      if (read === 0) return hash.digest('hex')
      hash.update(chunk.subarray(0, read))
    }
  } finally {
    closeSync(file)
  }
}
