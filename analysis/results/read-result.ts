/**
 * A finished result, for reading: what it says of itself is checked, what it holds is read when asked
 * for.
 * @module
 */
import { lstatSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { KeptTable } from '../../scenarios/keep.ts'
import { checkFiles } from './check-files.ts'
import { monthOfDays } from './dates.ts'
import { MANIFEST, parseManifest, type Manifest } from './manifest.ts'
import { openTable, type RowRange, type StoredTable } from './parquet-reader.ts'
import { refusal } from './refusal.ts'
import { SUMMARY_SCHEMA, type Summary } from './summary.ts'
import { fileOf, keptTable, METRICS, REPLICATES, type KeptShape } from './tables.ts'

/** A row of `replicates.parquet`. */
export interface StoredReplicate {
  readonly point: string
  readonly replicate: number
  readonly scenario: string
  readonly seed: string
  readonly status: 'done' | 'failed'
  readonly steps: number
  readonly hash: string | null
  /** Fingerprints of all months, 16 digits each. */
  readonly hashes: string | null
  readonly code: string | null
  readonly message: string | null
  readonly month: string | null
  readonly replay: string | null
}

export interface StoredResult {
  readonly path: string
  readonly name: string
  readonly manifest: Manifest
  readonly summary: Summary
  /** Ids of the metrics, in the order of results. */
  readonly metrics: readonly string[]
  /** A text of the folder, such as `scenario.yaml`. */
  text(file: string): string
  has(file: string): boolean
  /** Every replicate, in order of point and replicate. */
  replicates(): Promise<StoredReplicate[]>
  /** Values of one job, `[metric * periods + period]`; undefined where it is not done. */
  values(point: string, replicate: number): Promise<Float64Array | undefined>
  /** One metric of a point, `[replicate * periods + period]`, finished replicates ascending. */
  series(point: string, metric: string): Promise<Float64Array>
  /** Rows of a kept table of one job, as records. */
  kept(
    table: KeptTable,
    shape: KeptShape,
    point: string,
    replicate: number,
  ): Promise<Record<string, string | number | null>[]>
  /** @throws SimulationError for the first file that was changed since it was written */
  verify(): void
  close(): void
}

const SUMMARY = 'summary.json'

/**
 * Opens a result.
 *
 * @throws SimulationError `RESULT_INVALID` when it is no result, or not whole
 */
export function readResult(path: string): StoredResult {
  const name = basename(path)
  const folder = lstatSync(path, { throwIfNoEntry: false })
  if (folder === undefined) throw refusal(name, 'a result folder', 'none of that name')
  const manifest = parseManifest(readText(path, MANIFEST))
  checkFiles(path, manifest, 'lengths')
  const summary = parseSummary(readText(path, SUMMARY))
  const metrics = summary.metrics.map(({ id }) => id)
  const { periods } = manifest.design
  const perJob = metrics.length * periods
  const places = new Map<string, number[]>()
  let values: Promise<StoredTable> | undefined
  let rows: Promise<StoredReplicate[]> | undefined

  const open = (): Promise<StoredTable> =>
    (values ??= openTable(join(path, fileOf(METRICS)), METRICS).then(async (table) => {
      const done = (await replicates()).filter(({ status }) => status === 'done')
      if (table.rows !== done.length * perJob) {
        const expected = `${done.length * perJob} rows, ${perJob} for every finished replicate`
        throw refusal(fileOf(METRICS), expected, `${table.rows}`)
      }
      done.forEach(({ point, replicate }, place) => {
        const ofPoint = places.get(point) ?? []
        ofPoint[replicate] = place
        places.set(point, ofPoint)
      })
      return table
    }))

  const replicates = (): Promise<StoredReplicate[]> => (rows ??= readReplicates(path))

  return {
    path,
    name,
    manifest,
    summary,
    metrics,
    text(file) {
      if (!(file in manifest.files)) throw refusal(file, 'a file of the result', 'none')
      return readText(path, file)
    },
    has: (file) => file in manifest.files,
    replicates,
    async values(point, replicate) {
      const table = await open()
      const place = places.get(point)?.[replicate]
      if (place === undefined) return undefined
      return table.numbers('value', { from: place * perJob, to: (place + 1) * perJob })
    },
    async series(point, metric) {
      const table = await open()
      const m = metrics.indexOf(metric)
      if (m < 0) throw refusal(SUMMARY, `one of its ${metrics.length} metrics`, metric)
      const ofPoint = (places.get(point) ?? []).filter((place) => place !== undefined)
      return pickSeries(table, ofPoint, perJob, m * periods, periods)
    },
    async kept(table, shape, point, replicate) {
      const columns = keptTable(table, shape)
      const stored = await openTable(join(path, fileOf(columns)), columns)
      try {
        return await keptRows(stored, columns.columns, point, replicate)
      } finally {
        stored.close()
      }
    },
    verify: () => checkFiles(path, manifest, 'hashes'),
    close() {
      void values?.then((table) => table.close())
      values = undefined
    },
  }
}

function readText(path: string, file: string): string {
  try {
    const found = lstatSync(join(path, file))
    if (!found.isFile()) throw refusal(file, 'a file in the folder itself', 'a link or a folder')
    return readFileSync(join(path, file), 'utf8')
  } catch (thrown) {
    if ((thrown as { code?: string }).code !== 'ENOENT') throw thrown
    const hint = 'a run that was interrupted is finished by the same command'
    throw refusal(file, 'a finished result folder', `one without ${file}`, hint)
  }
}

function parseSummary(text: string): Summary {
  try {
    const found = JSON.parse(text) as Summary
    const lists = [found.points, found.metrics, found.pairs, found.levels, found.changes]
    if (found.schema === SUMMARY_SCHEMA && lists.every(Array.isArray)) return found
  } catch {
    // refused below
  }
  throw refusal(SUMMARY, `a summary of schema ${SUMMARY_SCHEMA}`, 'something else')
}

async function readReplicates(path: string): Promise<StoredReplicate[]> {
  const table = await openTable(join(path, fileOf(REPLICATES)), REPLICATES)
  try {
    const found = await records(table, REPLICATES.columns, { from: 0, to: table.rows })
    return found as unknown as StoredReplicate[]
  } finally {
    table.close()
  }
}

/** Months of one metric, row group by row group. */
async function pickSeries(
  table: StoredTable,
  places: readonly number[],
  perJob: number,
  offset: number,
  periods: number,
): Promise<Float64Array> {
  const found = new Float64Array(places.length * periods)
  let next = 0
  for (const group of table.groups) {
    const first = places[next]
    if (first === undefined) break
    if (first * perJob >= group.to) continue
    const values = await table.numbers('value', group)
    while (next < places.length && (places[next] + 1) * perJob <= group.to) {
      const start = places[next] * perJob + offset - group.from
      found.set(values.subarray(start, start + periods), next * periods)
      next++
    }
  }
  if (next < places.length) throw refusal(fileOf(METRICS), 'whole replicates in a group', 'parts')
  return found
}

type Columns = Parameters<typeof keptTable>[1]['columns'] | typeof REPLICATES.columns

/** Rows as records; months in words. */
async function records(table: StoredTable, columns: Columns, range: RowRange) {
  const read = await Promise.all(columns.map(({ name }) => table.values(name, range)))
  return Array.from({ length: range.to - range.from }, (_, row) =>
    Object.fromEntries(
      columns.map(({ name, kind }, c) => {
        const value = read[c][row] ?? null
        return [name, kind === 'month' && typeof value === 'number' ? monthOfDays(value) : value]
      }),
    ),
  )
}

async function keptRows(table: StoredTable, columns: Columns, point: string, replicate: number) {
  const found: Record<string, string | number | null>[] = []
  for (const group of table.groups) {
    const points = await table.values('point', group)
    const replicates = await table.values('replicate', group)
    let from = -1
    let to = -1
    for (let row = 0; row < points.length; row++) {
      if (points[row] !== point || replicates[row] !== replicate) continue
      if (from < 0) from = row
      to = row + 1
    }
    if (from < 0) continue
    found.push(...(await records(table, columns, { from: group.from + from, to: group.from + to })))
  }
  return found
}
