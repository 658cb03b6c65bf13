/**
 * Puts a folder in order after a program was killed in it: what was committed is carried through, what
 * was not is thrown away.
 *
 * A finish writes everything into `parts/next/`, its manifest last. Once that manifest stands, the
 * finish has happened; moving the files up only makes it visible and can be repeated.
 * @module
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UNFINISHED, type Disk } from './disk.ts'
import { MANIFEST, parseManifest } from './manifest.ts'

export const PARTS = 'parts'
export const NEXT = 'next'
export const LOG = 'log.ndjson'

/** Clears away half-written files and completes a finish that was committed. */
export function recover(disk: Disk, folder: string): void {
  const parts = join(folder, PARTS)
  for (const where of [folder, parts]) removeUnfinished(disk, where)
  const next = join(parts, NEXT)
  if (!existsSync(next)) return
  if (existsSync(join(next, MANIFEST))) carryThrough(disk, folder)
  else disk.removeFolder(next)
}

/** Moves the files of a committed finish up, the manifest last, and drops the parts. */
export function carryThrough(disk: Disk, folder: string): void {
  const next = join(folder, PARTS, NEXT)
  const { files } = parseManifest(readFileSync(join(next, MANIFEST), 'utf8'))
  for (const name of [...Object.keys(files), MANIFEST]) {
    if (existsSync(join(next, name))) disk.rename(join(next, name), join(folder, name))
  }
  disk.removeFolder(join(folder, PARTS))
}

/** Names of lock files carry the process that writes them, which may be at it right now. */
const LOCK_FILE = /^\.lock\.(?:stale\.)?(\d+)\.tmp$/

function removeUnfinished(disk: Disk, folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    if (!name.endsWith(UNFINISHED)) continue
    const match = LOCK_FILE.exec(name)
    if (match === null || !isRunning(Number(match[1]))) disk.remove(join(folder, name))
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
