/**
 * Parts and the tables of an earlier finish become one set of tables, in the order point, replicate,
 * metric, period. Jobs pass one at a time: memory does not depend on how many there are.
 * @module
 */
import { join } from 'node:path'
import { hashText } from '../../engine/hash.ts'
import { monthAt } from '../../engine/time.ts'
import type { KeptTable } from '../../scenarios/keep.ts'
import { writeColumns, type ColumnsShape } from './columns-file.ts'
import { watchCopies, wordsOfHash } from './copies.ts'
import { daysAt } from './dates.ts'
import type { Disk } from './disk.ts'
import { writeTable, type FileFacts, type TableWriter } from './parquet-writer.ts'
import type { Parts } from './parts.ts'
import { jobIndex, type ResultPoint, type ResultSubject } from './result-plan.ts'
import type { Columns, StoredJobs } from './stored-jobs.ts'
import { fileOf, keptTable, METRICS, REPLICATES, type KeptShape } from './tables.ts'

/** What the merged tables hold. */
export interface Merged {
  readonly files: Readonly<Record<string, FileFacts>>
  readonly done: number
  readonly failed: number
  /** Months simulated, each of which was checked. */
  readonly steps: number
  readonly broken: number
  /** Failed replicates by number of point. */
  readonly failures: readonly number[]
  /** Replicates that are done, ascending, by number of point. */
  readonly replicates: readonly Int32Array[]
  readonly columns: ColumnsShape
}

/** Rows of a row group: small ones while there are few, as their arrays then never grow old. */
const LEAST_ROWS = 8192
const MOST_ROWS = 131_072
const USUAL_GROUPS = 1024
/** Rows of replicates are long. */
const REPLICATE_ROWS = 1024
const IDENTITY_BROKEN = 'IDENTITY_BROKEN'
const WORDS_PER_HASH = 2

/** Columns of the replicates table that merging looks at. */
const AT = Object.fromEntries(REPLICATES.columns.map(({ name }, place) => [name, place]))

/**
 * Writes the tables into `folder`, with the scratch file of columns beside them.
 *
 * @param stored  the tables of an earlier finish, if there are any
 */
export async function mergeJobs(
  disk: Disk,
  folder: string,
  scratch: string,
  subject: ResultSubject,
  parts: Parts,
  stored: StoredJobs | undefined,
): Promise<Merged> {
  const { plan, metrics } = subject
  const { periods, points } = plan
  const jobs = jobsOf(subject, parts, stored)
  const shape = { metrics: metrics.length, periods, jobs: jobs.flat().length }
  const writers = openWriters(disk, folder, subject, shape.jobs)
  const columns = writeColumns(disk, scratch, shape)
  const rows = createMetricRows(subject)
  const watch = watchCopies(points.map(({ id }) => id))
  const done = points.map((): number[] => [])
  const failures = points.map(() => 0)
  let steps = 0
  let broken = 0

  for (let p = 0; p < points.length; p++) {
    const point = points[p]
    for (const replicate of jobs[p]) {
      const index = jobIndex(plan, p, replicate)
      const fresh = stored?.indices.has(index) !== true
      const row = fresh
        ? replicateRow(subject, parts, index, point, replicate)
        : await stored.replicate(index)
      writers.replicates.append(row, 1)
      steps += Number(row[AT.steps][0])
      if (row[AT.status][0] === 'failed') {
        failures[p]++
        if (row[AT.code][0] === IDENTITY_BROKEN) broken++
        continue
      }
      watch.note({ point: p, replicate, ...wordsOfHash(String(row[AT.hash][0])) })
      done[p].push(replicate)
      const values = fresh ? parts.result(index) : await stored.values(metrics.length * periods)
      columns.add(values)
      writers.metrics.append(rows(point, replicate, values), values.length)
      for (const [name, table] of writers.kept) {
        const kept = fresh
          ? keptRows(table.shape, parts.kept(index, name))
          : await stored.kept(name, point.id, replicate)
        const keys = [point.id, replicate, point.scenario]
        table.writer.append([...keys, ...kept.slice(-table.shape.columns.length)], kept[0].length)
      }
    }
  }
  columns.close()
  const replicates = done.map((list) => Int32Array.from(list))
  const files = writers.close()
  const counts = { done: done.flat().length, failed: failures.reduce((sum, one) => sum + one, 0) }
  return { files, ...counts, steps, broken, failures, replicates, columns: shape }
}

/** Replicates there are, ascending, by number of point. */
function jobsOf(
  { plan }: ResultSubject,
  parts: Parts,
  stored: StoredJobs | undefined,
): readonly number[][] {
  const lists = plan.points.map((): number[] => [])
  const add = (index: number): void => {
    const point = index % plan.points.length
    lists[point].push((index - point) / plan.points.length)
  }
  for (const index of stored?.indices ?? []) add(index)
  for (const index of parts.indices()) if (stored?.indices.has(index) !== true) add(index)
  return lists.map((list) => list.sort((left, right) => left - right))
}

function openWriters(disk: Disk, folder: string, subject: ResultSubject, jobs: number) {
  const { plan, metrics, kept = {} } = subject
  const perJob = metrics.length * plan.periods
  const wanted = Math.min(MOST_ROWS, Math.max(LEAST_ROWS, (jobs * perJob) / USUAL_GROUPS))
  // Whole jobs, so that one replicate is read from one group.
  const metricRows = Math.max(1, Math.floor(wanted / Math.max(1, perJob))) * perJob
  const replicates = writeTable(disk, join(folder, fileOf(REPLICATES)), REPLICATES, REPLICATE_ROWS)
  const values = writeTable(disk, join(folder, fileOf(METRICS)), METRICS, Math.max(1, metricRows))
  const tables = new Map<KeptTable, { writer: TableWriter; shape: KeptShape }>()
  for (const name of Object.keys(kept).sort() as KeptTable[]) {
    const shape = kept[name]!
    const table = keptTable(name, shape)
    const writer = writeTable(disk, join(folder, fileOf(table)), table, LEAST_ROWS)
    tables.set(name, { writer, shape })
  }
  return {
    replicates,
    metrics: values,
    kept: tables,
    close(): Record<string, FileFacts> {
      const files: Record<string, FileFacts> = {
        [fileOf(REPLICATES)]: replicates.close(),
        [fileOf(METRICS)]: values.close(),
      }
      for (const [name, { writer }] of tables) files[`${name}.parquet`] = writer.close()
      return files
    },
  }
}

/** Rows of a job's values; all but the values and the replicate are the same for every job. */
function createMetricRows({ plan, metrics }: ResultSubject) {
  const { periods, start } = plan
  const length = metrics.length * periods
  const months = new Int32Array(length)
  const names = new Array<string>(length)
  for (let i = 0; i < length; i++) {
    months[i] = daysAt(monthAt(start, i % periods))
    names[i] = metrics[Math.floor(i / periods)].id
  }
  return ({ id, scenario }: ResultPoint, replicate: number, values: Float64Array) => {
    return [id, replicate, scenario, months, names, values]
  }
}

/** The row of a job that is in the parts. */
function replicateRow(
  { plan, replay }: ResultSubject,
  parts: Parts,
  index: number,
  point: ResultPoint,
  replicate: number,
): Columns {
  const failure = parts.failureOf(index)
  const command = failure ? (replay?.(point, replicate) ?? null) : null
  const head = [point.id, replicate, point.scenario, plan.seed]
  const cells: (string | number | null)[] = failure
    ? [
        ...head,
        ...['failed', failure.period ?? 0, null, null, failure.code, failure.message],
        failure.period === null ? null : daysAt(monthAt(plan.start, failure.period)),
        command,
      ]
    : [...head, 'done', plan.periods, ...hashCells(parts.hashes(index))]
  return REPLICATES.columns.map((_, place) => [cells[place] ?? null])
}

/** The last fingerprint, and all of them one after the other. */
function hashCells(words: Uint32Array): [string, string] {
  const texts: string[] = []
  for (let i = 0; i < words.length; i += WORDS_PER_HASH) {
    texts.push(hashText(words.subarray(i, i + WORDS_PER_HASH)))
  }
  return [texts.at(-1) ?? '', texts.join('')]
}

/** Kept rows of a job, column by column. */
function keptRows({ width, columns }: KeptShape, numbers: Float64Array): Columns {
  const rows = numbers.length / width
  return columns.map(({ read }) => {
    return Array.from({ length: rows }, (_, row) => read(numbers, row * width))
  })
}
