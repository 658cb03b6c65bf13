/**
 * One process at a time: a lock file with process and machine. One whose process is gone is taken over.
 * @module
 */
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Disk } from './disk.ts'
import { refusal, RESULT_BUSY } from './refusal.ts'

export const LOCK = '.lock'

interface Holder {
  readonly pid: number
  readonly host: string
  /** When the process began, as the system counts; tells a number used twice apart. */
  readonly began: string
}

export interface Lock {
  release(): void
}

/** Locks held by this process. */
const held = new Set<string>()

/**
 * Takes the lock of a folder.
 *
 * @throws SimulationError `RESULT_BUSY` while another process holds it
 */
export function takeLock(disk: Disk, folder: string): Lock {
  const path = join(folder, LOCK)
  const own = `${path}.${process.pid}.tmp`
  const holder: Holder = { pid: process.pid, host: hostname(), began: beganAt(process.pid) }
  const file = disk.create(own)
  disk.write(file, new TextEncoder().encode(JSON.stringify(holder)))
  disk.close(file)
  try {
    while (!tryLink(disk, own, path)) setAsideIfStale(disk, folder, path, holder)
  } finally {
    disk.remove(own)
  }
  held.add(path)
  return {
    release() {
      if (held.delete(path)) disk.remove(path)
    },
  }
}

/** A second name for a complete file appears at once, and only where none was. */
function tryLink(disk: Disk, own: string, path: string): boolean {
  try {
    disk.link(own, path)
    return true
  } catch (thrown) {
    if ((thrown as { code?: string }).code === 'EEXIST') return false
    throw thrown
  }
}

/** Moves a stale lock away; one that was taken in between is put back. */
function setAsideIfStale(disk: Disk, folder: string, path: string, own: Holder): void {
  const seen = readText(path)
  if (seen === undefined) return
  const holder = parseHolder(seen)
  if (holder !== undefined && isLive(holder, path, own)) {
    const expected = 'a folder nobody else writes to'
    const got = `one that process ${holder.pid} on ${holder.host} is writing to`
    const hint =
      holder.host === own.host
        ? 'wait for it, or end it'
        : `wait for it; if that machine no longer runs it, delete ${LOCK} in the folder`
    throw refusal(folder, expected, got, hint, RESULT_BUSY)
  }
  const aside = `${path}.stale.${own.pid}.tmp`
  try {
    disk.rename(path, aside)
  } catch (thrown) {
    if ((thrown as { code?: string }).code === 'ENOENT') return
    throw thrown
  }
  if (readText(aside) !== seen) tryLink(disk, aside, path)
  disk.remove(aside)
}

function isLive(holder: Holder, path: string, own: Holder): boolean {
  if (holder.host !== own.host) return true
  if (holder.pid === own.pid) return held.has(path)
  try {
    process.kill(holder.pid, 0)
  } catch (thrown) {
    if ((thrown as { code?: string }).code === 'ESRCH') return false
  }
  const began = beganAt(holder.pid)
  return began === '' || holder.began === '' || began === holder.began
}

/** Start of a process in the system's own count, where the system says; else empty. */
function beganAt(pid: number): string {
  const AFTER_NAME = 19
  const text = readText(`/proc/${pid}/stat`) ?? ''
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[AFTER_NAME] ?? ''
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function parseHolder(text: string): Holder | undefined {
  try {
    const found = JSON.parse(text) as Holder
    return Number.isInteger(found.pid) && typeof found.host === 'string' ? found : undefined
  } catch {
    return undefined
  }
}
