/**
 * Every change to the disk, one call each, so that a test can stop the program after any of them.
 * @module
 */
import {
  appendFileSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeSync,
} from 'node:fs'

/** Ending of a file that is being written; whatever bears it may be deleted. */
export const UNFINISHED = '.tmp'

export interface Disk {
  makeFolder(path: string): void
  /** A new file; refuses to follow a link that stands in its place. */
  create(path: string): number
  write(file: number, bytes: Uint8Array): void
  writeAt(file: number, bytes: Uint8Array, position: number): void
  /** Waits until the bytes are on the disk. */
  sync(file: number): void
  close(file: number): void
  append(path: string, text: string): void
  rename(from: string, to: string): void
  /** A second name for a file; throws `EEXIST` where the name is taken. */
  link(from: string, to: string): void
  remove(path: string): void
  removeFolder(path: string): void
}

/** @param afterStep  told of every change once it is made */
export function createDisk(afterStep: (step: string) => void = () => {}): Disk {
  const file = (path: string): number => {
    unlinkIfThere(path)
    return openSync(path, 'wx+')
  }
  const noting =
    <Arguments extends unknown[], Result>(
      step: string,
      change: (...given: Arguments) => Result,
    ): ((...given: Arguments) => Result) =>
    (...given) => {
      const result = change(...given)
      afterStep(`${step} ${String(given[0])}`)
      return result
    }
  return {
    makeFolder: noting('makeFolder', (path) => mkdirSync(path)),
    create: noting('create', file),
    write: noting('write', (to, bytes) => writeAll(to, bytes, null)),
    writeAt: (to, bytes, position) => writeAll(to, bytes, position),
    sync: (which) => fsyncSync(which),
    close: (which) => closeSync(which),
    append: noting('append', (path, text) => appendFileSync(path, text)),
    rename: noting('rename', (from, to) => renameSync(from, to)),
    link: noting('link', (from, to) => linkSync(from, to)),
    remove: noting('remove', (path) => unlinkIfThere(path)),
    removeFolder: noting('removeFolder', (path) => rmSync(path, { recursive: true, force: true })),
  }
}

/** A whole file under its own name at once: written beside it, then renamed. */
export function writeAtomically(disk: Disk, path: string, bytes: Uint8Array): void {
  const file = disk.create(path + UNFINISHED)
  try {
    disk.write(file, bytes)
  } finally {
    disk.close(file)
  }
  disk.rename(path + UNFINISHED, path)
}

function writeAll(file: number, bytes: Uint8Array, position: number | null): void {
  let done = 0
  while (done < bytes.byteLength) {
    const place = position === null ? null : position + done
    done += writeSync(file, bytes, done, bytes.byteLength - done, place)
  }
}

function unlinkIfThere(path: string): void {
  try {
    unlinkSync(path)
  } catch (thrown) {
    if ((thrown as { code?: string }).code !== 'ENOENT') throw thrown
  }
}
