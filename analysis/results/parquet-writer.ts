/**
 * A Parquet file written row group by row group: the same rows give the same bytes.
 *
 * Numbers are written plainly, never by dictionary: a dictionary holds 0 and −0 as one.
 * @module
 */
import { createHash } from 'node:crypto'
import { ByteWriter, ParquetWriter, type ColumnSource, type SchemaElement } from 'hyparquet-writer'
import type { Disk } from './disk.ts'
import type { TableColumn, TableShape } from './tables.ts'

/** What the manifest says of a file. */
export interface FileFacts {
  readonly sha256: string
  readonly bytes: number
  readonly rows?: number
}

export type CellValue = string | number | null

/**
 * Values of a column, or the one value of all rows: a month as days, an absent value as null, an
 * undefined number as NaN.
 */
export type ColumnValues = ArrayLike<CellValue> | CellValue

export interface TableWriter {
  /** Rows as columns, in the order of the table's. */
  append(columns: readonly ColumnValues[], rows: number): void
  close(): FileFacts
}

const FLUSH_BYTES = 1_000_000
/** Columns readers skip row groups by. */
const INDEXED = ['point', 'replicate']
const CREATED_BY = 'zhudai'

/**
 * Opens a file for writing.
 *
 * @param groupRows  rows of every row group but the last; part of the bytes
 */
export function writeTable(
  disk: Disk,
  path: string,
  table: TableShape,
  groupRows: number,
): TableWriter {
  const output = createOutput(disk, path)
  const writer = new ParquetWriter({
    writer: output.writer,
    schema: schemaOf(table),
    kvMetadata: labelsOf(table),
    createdBy: CREATED_BY,
  })
  const { columns } = table
  const held = columns.map((column) => createBuffer(column, groupRows))
  let waiting = 0
  let rows = 0

  function flush(): void {
    const columnData = columns.map((column, c) => sourceOf(column, held[c], waiting))
    writer.write({ columnData, rowGroupSize: waiting }) as undefined
    rows += waiting
    waiting = 0
  }

  return {
    append(given, length) {
      for (let from = 0; from < length;) {
        const taken = Math.min(length - from, groupRows - waiting)
        for (let c = 0; c < columns.length; c++) fill(held[c], waiting, given[c], from, taken)
        from += taken
        waiting += taken
        if (waiting === groupRows) flush()
      }
    },
    close() {
      if (waiting > 0) flush()
      writer.finish() as undefined
      return { ...output.close(), rows }
    },
  }
}

/** Bytes on their way to the disk, hashed as they pass. */
function createOutput(disk: Disk, path: string) {
  const file = disk.create(path)
  const hash = createHash('sha256')
  const writer = new ByteWriter(FLUSH_BYTES)
  const grow = writer.ensure.bind(writer)

  function flush(): void {
    const bytes = new Uint8Array(writer.buffer, 0, writer.index)
    hash.update(bytes)
    disk.write(file, bytes)
    writer.index = 0
  }

  writer.ensure = (size) => {
    if (writer.index > FLUSH_BYTES) flush()
    grow(size)
  }
  writer.finish = flush
  return {
    writer,
    close(): FileFacts {
      disk.sync(file)
      disk.close(file)
      return { sha256: hash.digest('hex'), bytes: writer.offset }
    },
  }
}

function schemaOf({ name, columns }: TableShape): SchemaElement[] {
  return [{ name, num_children: columns.length }, ...columns.map(elementOf)]
}

function elementOf({ name, kind, optional }: TableColumn): SchemaElement {
  const repetition_type = optional === true ? 'OPTIONAL' : 'REQUIRED'
  if (kind === 'text') return { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type }
  if (kind === 'number') return { name, type: 'DOUBLE', repetition_type }
  if (kind === 'month') return { name, type: 'INT32', converted_type: 'DATE', repetition_type }
  return { name, type: 'INT32', repetition_type }
}

/** Room for one row group of a column; numbers are held as numbers. */
type ColumnBuffer = Float64Array | Int32Array | CellValue[]

function createBuffer({ kind, optional }: TableColumn, rows: number): ColumnBuffer {
  if (kind === 'number') return new Float64Array(rows)
  if (kind !== 'text' && optional !== true) return new Int32Array(rows)
  return new Array<CellValue>(rows).fill(null)
}

function fill(into: ColumnBuffer, at: number, given: ColumnValues, from: number, rows: number) {
  const target = into as CellValue[]
  if (typeof given !== 'object' || given === null) {
    const value = given === null && into instanceof Float64Array ? NaN : given
    for (let i = 0; i < rows; i++) target[at + i] = value
  } else if (into instanceof Float64Array) {
    for (let i = 0; i < rows; i++) into[at + i] = (given[from + i] as number | null) ?? NaN
  } else {
    for (let i = 0; i < rows; i++) target[at + i] = given[from + i]
  }
}

function sourceOf(column: TableColumn, held: ColumnBuffer, rows: number): ColumnSource {
  const { name, kind, optional, unique } = column
  const values = rows === held.length ? held : held.slice(0, rows)
  const plain = kind === 'number' || unique === true
  return {
    name,
    data: optional === true && values instanceof Float64Array ? withNulls(values) : values,
    encoding: plain ? 'PLAIN' : 'RLE_DICTIONARY',
    statistics: INDEXED.includes(name),
  }
}

/** Not defined is absent. The bytes are the same for both kinds of array. */
function withNulls(values: Float64Array): Float64Array | CellValue[] {
  if (!values.some(Number.isNaN)) return values
  return Array.from(values, (value) => (Number.isNaN(value) ? null : value))
}

/** Unit and labels of every column, which the format has no place for of its own. */
function labelsOf({ name, columns }: TableShape): { key: string; value: string }[] {
  return [
    { key: 'schema', value: `${name}/1` },
    ...columns.flatMap((column) => [
      { key: `${column.name}.unit`, value: column.unit },
      { key: `${column.name}.label.en`, value: column.label.en },
      { key: `${column.name}.label.zh`, value: column.label.zh },
    ]),
  ]
}
