/**
 * How far a folder has come, without opening it for writing.
 * @module
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDisk } from './disk.ts'
import { MANIFEST, parseManifest } from './manifest.ts'
import { openParts } from './parts.ts'
import { PARTS } from './recover.ts'
import { partShape, type ResultSubject } from './result-plan.ts'

/** Jobs that are there, and whether an earlier run was interrupted. */
export interface Peek {
  readonly jobs: number
  readonly interrupted: boolean
}

export function peekResult(folder: string, subject: ResultSubject): Peek {
  const manifest = join(folder, MANIFEST)
  const parts = join(folder, PARTS)
  const merged = existsSync(manifest)
    ? parseManifest(readFileSync(manifest, 'utf8')).status
    : undefined
  const jobs = merged ? merged.done + merged.failed : 0
  if (!existsSync(parts)) return { jobs, interrupted: false }
  const open = openParts(createDisk(), parts, partShape(subject), () => {})
  const found = { jobs: jobs + [...open.indices()].length, interrupted: true }
  open.clear()
  return found
}
