/**
 * What a calibration has evaluated so far: one line a case, added as it finishes, so that a kill loses
 * the line that was being written and nothing else.
 * @module
 */
import { existsSync, readFileSync, truncateSync } from 'node:fs'
import { createDisk } from './disk.ts'

export interface CaseLog {
  /** Values of a case that is there already. */
  valuesOf(name: string): Float64Array | undefined
  /** Adds a case for good. */
  add(name: string, values: Float64Array): void
  readonly size: number
}

/** Opens the log at `path`, begun if there is none; an unfinished last line is cut off. */
export function openCaseLog(path: string): CaseLog {
  const disk = createDisk()
  const known = new Map<string, Float64Array>()
  if (existsSync(path)) {
    const text = readFileSync(path, 'utf8')
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole))
    for (const line of whole.split('\n')) {
      if (line === '') continue
      const [name, values] = JSON.parse(line) as [string, (number | null)[]]
      known.set(
        name,
        Float64Array.from(values, (value) => value ?? NaN),
      )
    }
  }
  return {
    valuesOf: (name) => known.get(name),
    add(name, values) {
      known.set(name, values)
      const written = Array.from(values, (value) => (Number.isNaN(value) ? null : value))
      disk.append(path, `${JSON.stringify([name, written])}\n`)
    },
    get size() {
      return known.size
    },
  }
}
