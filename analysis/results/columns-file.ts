/**
 * All values once more, metric by metric: merging writes them as they pass, so that a summary reads
 * one metric of one point at a time. A scratch file, gone when the folder is finished.
 * @module
 */
import { closeSync, openSync, readSync } from 'node:fs'
import type { Disk } from './disk.ts'

/** Layout: `[(metric * jobs + job) * periods + period]`, jobs in the order they were added. */
export interface ColumnsShape {
  readonly metrics: number
  readonly periods: number
  readonly jobs: number
}

export interface ColumnsWriter {
  /** The values of the next job, `[metric * periods + period]`. */
  add(values: Float64Array): void
  close(): void
}

export interface ColumnsReader {
  /** Months of `count` jobs from `first` on, for one metric. */
  block(metric: number, first: number, count: number): Float64Array
  close(): void
}

const DOUBLE = 8
const BUFFER_BYTES = 4_000_000

/** Jobs are held back until a stretch of them is worth writing. */
export function writeColumns(disk: Disk, path: string, shape: ColumnsShape): ColumnsWriter {
  const { metrics, periods, jobs } = shape
  const file = disk.create(path)
  const most = Math.max(1, Math.floor(BUFFER_BYTES / (metrics * periods * DOUBLE)))
  const buffer = new Float64Array(metrics * most * periods)
  let first = 0
  let held = 0

  function flush(): void {
    for (let m = 0; m < metrics; m++) {
      const from = m * most * periods * DOUBLE
      const bytes = new Uint8Array(buffer.buffer, from, held * periods * DOUBLE)
      disk.writeAt(file, bytes, (m * jobs + first) * periods * DOUBLE)
    }
    first += held
    held = 0
  }

  return {
    add(values) {
      for (let m = 0; m < metrics; m++) {
        const to = (m * most + held) * periods
        for (let t = 0; t < periods; t++) buffer[to + t] = values[m * periods + t]
      }
      if (++held === most) flush()
    },
    close() {
      if (held > 0) flush()
      disk.close(file)
    },
  }
}

export function readColumns(path: string, { periods, jobs }: ColumnsShape): ColumnsReader {
  const file = openSync(path, 'r')
  return {
    block(metric, first, count) {
      const values = new Float64Array(count * periods)
      const bytes = new Uint8Array(values.buffer)
      const position = (metric * jobs + first) * periods * DOUBLE
      for (let done = 0; done < bytes.length;) {
        const read = readSync(file, bytes, done, bytes.length - done, position + done)
        if (read === 0) throw new Error('the scratch file of columns is cut off')
        done += read
      }
      return values
    },
    close: () => closeSync(file),
  }
}
