/**
 * A Parquet file read column by column and row group by row group; what is cut off or foreign is
 * refused in a sentence.
 * @module
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { parquetMetadataAsync, parquetScan, type FileMetaData } from 'hyparquet'
import { refusal } from './refusal.ts'
import type { TableColumn, TableShape } from './tables.ts'

/** Rows `from` to `to`, the latter not included. */
export interface RowRange {
  readonly from: number
  readonly to: number
}

/** An open file. */
export interface StoredTable {
  readonly rows: number
  readonly groups: readonly RowRange[]
  /** Texts, months as days, whole numbers; null where absent. */
  values(column: string, range: RowRange): Promise<ArrayLike<string | number | null>>
  /** Numbers; NaN where absent. */
  numbers(column: string, range: RowRange): Promise<Float64Array>
  close(): void
}

const SMALLEST = 12
const MOST_ROWS = Number.MAX_SAFE_INTEGER
/** Dates as the days they are stored as, texts as texts. */
const decoder = new TextDecoder()
const unused = (): never => {
  throw new Error('a kind of value no table has')
}
const parsers = {
  dateFromDays: (days: number) => days,
  stringFromBytes: (bytes: Uint8Array | undefined) => bytes && decoder.decode(bytes),
  timestampFromMilliseconds: unused,
  timestampFromMicroseconds: unused,
  timestampFromNanoseconds: unused,
  jsonFromBytes: unused,
  geometryFromBytes: unused,
  geographyFromBytes: unused,
  uuidFromBytes: unused,
}

/**
 * Opens a table.
 *
 * @throws SimulationError `RESULT_INVALID` when the file is missing, cut off, or another table
 */
export async function openTable(path: string, table: TableShape): Promise<StoredTable> {
  const name = basename(path)
  const descriptor = tryOpen(path, name)
  try {
    return await readFooter(descriptor, name, table)
  } catch (thrown) {
    closeSync(descriptor)
    throw thrown
  }
}

async function readFooter(
  descriptor: number,
  name: string,
  table: TableShape,
): Promise<StoredTable> {
  const { size } = fstatSync(descriptor)
  const file = { byteLength: size, slice: sliceOf(descriptor, size) }
  if (size < SMALLEST) throw refusal(name, 'a complete Parquet file', `${size} bytes`)
  const metadata = await guarded(name, () => parquetMetadataAsync(file))
  refuseForeign(name, table, metadata)
  const groups = groupsOf(metadata)
  const rows = groups.at(-1)?.to ?? 0
  if (rows !== Number(metadata.num_rows) || rows > MOST_ROWS) {
    throw refusal(name, `${metadata.num_rows} rows, as its footer says`, `${rows} rows`)
  }
  const names = table.columns.map((column) => column.name)

  async function values(column: string, range: RowRange) {
    const parts: ArrayLike<string | number | null>[] = []
    for (const group of groups) {
      const rowStart = Math.max(group.from, range.from)
      const rowEnd = Math.min(group.to, range.to)
      if (rowStart >= rowEnd) continue
      const found = await guarded(name, async () => {
        const options = { file, metadata, columns: names, parsers, useOffsetIndex: false }
        const scan = await parquetScan(options)
        return scan.readColumn({ column, rowStart, rowEnd })
      })
      if (found.length !== rowEnd - rowStart) {
        throw refusal(name, `${rowEnd - rowStart} values of ${column}`, `${found.length}`)
      }
      parts.push(found as ArrayLike<string | number | null>)
    }
    return parts.length === 1 ? parts[0] : parts.flatMap((part) => Array.from(part))
  }

  return {
    rows,
    groups,
    values,
    async numbers(column, range) {
      const found = await values(column, range)
      const numbers = new Float64Array(found.length)
      for (let i = 0; i < numbers.length; i++) {
        const value = found[i]
        numbers[i] = typeof value === 'number' ? value : NaN
      }
      return numbers
    },
    close: () => closeSync(descriptor),
  }
}

function tryOpen(path: string, name: string): number {
  try {
    return openSync(path, 'r')
  } catch {
    throw refusal(name, 'a Parquet file that can be read', 'none')
  }
}

function sliceOf(descriptor: number, size: number) {
  return (start: number, end: number = size): ArrayBuffer => {
    if (start < 0 || end > size || end < start) throw new RangeError('outside the file')
    const bytes = new Uint8Array(end - start)
    const read = readSync(descriptor, bytes, 0, bytes.length, start)
    if (read !== bytes.length) throw new RangeError('the file is cut off')
    return bytes.buffer
  }
}

/** Whatever the reader stumbles over is the file's fault. */
async function guarded<Result>(name: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown)
    throw refusal(name, 'a complete Parquet file', `one that cannot be read (${why})`)
  }
}

function groupsOf({ row_groups }: FileMetaData): RowRange[] {
  const groups: RowRange[] = []
  let from = 0
  for (const { num_rows } of row_groups) {
    groups.push({ from, to: from + Number(num_rows) })
    from += Number(num_rows)
  }
  return groups
}

const TYPES: Readonly<Record<TableColumn['kind'], string>> = {
  text: 'BYTE_ARRAY',
  number: 'DOUBLE',
  whole: 'INT32',
  month: 'INT32',
}

function refuseForeign(name: string, table: TableShape, { schema }: FileMetaData): void {
  const expected = table.columns.map(({ name: column, kind }) => `${column} ${TYPES[kind]}`)
  const found = schema.slice(1).map(({ name: column, type }) => `${column} ${type}`)
  if (expected.join() === found.join()) return
  throw refusal(name, `the columns ${expected.join(', ')}`, found.slice(0, 20).join(', '))
}
