/**
 * The jobs of a folder finished before, read back in the order they were written: point, replicate.
 * @module
 */
import { join } from 'node:path'
import { keptTable, fileOf, METRICS, REPLICATES, type TableShape } from './tables.ts'
import type { KeptTable } from '../../scenarios/keep.ts'
import { openTable, type RowRange, type StoredTable } from './parquet-reader.ts'
import { refusal } from './refusal.ts'
import { jobIndex, type ResultPlan, type ResultSubject } from './result-plan.ts'

/** Rows of one table as columns, in the order of the table's. */
export type Columns = readonly ArrayLike<string | number | null>[]

/** Reads forward only. */
export interface StoredJobs {
  /** Indices of all jobs in the tables, failed ones too. */
  readonly indices: ReadonlySet<number>
  /** The row of a replicate; its job must come after all asked for before. */
  replicate(index: number): Promise<Columns>
  /** Its values, `[metric * periods + period]`. */
  values(length: number): Promise<Float64Array>
  /** Its rows of a kept table. */
  kept(table: KeptTable, point: string, replicate: number): Promise<Columns>
  close(): void
}

/** Opens the merged tables of a folder. */
export async function openStoredJobs(folder: string, subject: ResultSubject): Promise<StoredJobs> {
  const { plan, kept = {} } = subject
  const tables = new Map<string, Cursor>()
  const opened: StoredTable[] = []
  const open = async (shape: TableShape): Promise<StoredTable> => {
    const table = await openTable(join(folder, fileOf(shape)), shape)
    opened.push(table)
    tables.set(shape.name, createCursor(table, shape))
    return table
  }
  try {
    const replicates = await open(REPLICATES)
    await open(METRICS)
    const names = Object.keys(kept) as KeptTable[]
    for (const name of names) await open(keptTable(name, kept[name]!))
    const order = await indicesOf(replicates, plan)
    const places = new Map(order.map((index, row) => [index, row]))
    return {
      indices: new Set(order),
      async replicate(index) {
        const row = places.get(index)
        if (row === undefined) throw new RangeError(`no job ${index} in the tables`)
        return tables.get(REPLICATES.name)!.at(row, row + 1)
      },
      async values(length) {
        const cursor = tables.get(METRICS.name)!
        const [values] = await cursor.take(length, ['value'])
        return Float64Array.from(values, (value) => (typeof value === 'number' ? value : NaN))
      },
      kept: (table, point, replicate) => tables.get(table)!.while(point, replicate),
      close: () => opened.forEach((table) => table.close()),
    }
  } catch (thrown) {
    opened.forEach((table) => table.close())
    throw thrown
  }
}

/** Job indices of the rows, which must be in order of point and replicate. */
async function indicesOf(table: StoredTable, plan: ResultPlan): Promise<number[]> {
  const range = { from: 0, to: table.rows }
  const points = await table.values('point', range)
  const replicates = await table.values('replicate', range)
  const numbers = new Map(plan.points.map(({ id }, number) => [id, number]))
  const order: number[] = []
  let before = -1
  let last = -1
  for (let row = 0; row < table.rows; row++) {
    const point = numbers.get(points[row] as string) ?? -1
    const replicate = replicates[row] as number
    if (point < before || (point === before && replicate <= last)) {
      const got = `${points[row]}, replicate ${replicate} in row ${row + 1}`
      throw refusal(fileOf(REPLICATES), 'rows in the order of the plan', got)
    }
    before = point
    last = replicate
    order.push(jobIndex(plan, point, replicate))
  }
  return order
}

/** A place in a table that moves forward; one row group is held at a time. */
interface Cursor {
  at(from: number, to: number): Promise<Columns>
  take(rows: number, columns: readonly string[]): Promise<Columns>
  /** All rows of a point and replicate that come next. */
  while(point: string, replicate: number): Promise<Columns>
}

function createCursor(table: StoredTable, shape: TableShape): Cursor {
  const all = shape.columns.map((column) => column.name)
  let row = 0
  let held: RowRange = { from: 0, to: 0 }
  let columns: Columns = []
  let names = ''

  async function load(at: number, wanted: readonly string[]): Promise<void> {
    if (at >= held.from && at < held.to && names === wanted.join()) return
    const group = table.groups.find(({ from, to }) => at >= from && at < to)
    if (group === undefined) throw refusal(`${shape.name}.parquet`, `row ${at + 1}`, 'its end')
    columns = await Promise.all(wanted.map((name) => table.values(name, group)))
    held = group
    names = wanted.join()
  }

  async function at(from: number, to: number, wanted: readonly string[] = all) {
    const found = wanted.map((): (string | number | null)[] => [])
    for (let next = from; next < to;) {
      await load(next, wanted)
      const end = Math.min(to, held.to)
      for (let c = 0; c < wanted.length; c++) {
        for (let i = next - held.from; i < end - held.from; i++) found[c].push(columns[c][i])
      }
      next = end
    }
    return found
  }

  return {
    at,
    async take(rows, wanted) {
      row += rows
      return at(row - rows, row, wanted)
    },
    async while(point, replicate) {
      const from = row
      while (row < table.rows) {
        await load(row, all)
        if (columns[0][row - held.from] !== point) break
        if (columns[1][row - held.from] !== replicate) break
        row++
      }
      return at(from, row)
    },
  }
}
