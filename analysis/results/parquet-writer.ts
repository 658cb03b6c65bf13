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

/** Values of a column: a month as days, an absent value as null, an undefined number as NaN. */
export type ColumnValues = ArrayLike<string | number | null>

export interface TableWriter {
  /** Rows as columns, in the order of the table's. */
  append(columns: readonly ColumnValues[]): void
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
  let held = columns.map((): (string | number | null)[] => [])
  let rows = 0

  function flush(count: number): void {
    const columnData = columns.map((column, c) => sourceOf(column, held[c].slice(0, count)))
    writer.write({ columnData, rowGroupSize: count }) as undefined
    held = held.map((values) => values.slice(count))
    rows += count
  }

  return {
    append(given) {
      const length = given[0].length
      for (let from = 0; from < length;) {
        const taken = Math.min(length - from, groupRows - held[0].length)
        for (let c = 0; c < columns.length; c++) {
          const values = given[c]
          const into = held[c]
          for (let i = from; i < from + taken; i++) into.push(values[i])
        }
        from += taken
        if (held[0].length === groupRows) flush(groupRows)
      }
    },
    close() {
      if (held[0].length > 0) flush(held[0].length)
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

function sourceOf(column: TableColumn, values: (string | number | null)[]): ColumnSource {
  const { name, kind, optional, unique } = column
  if (kind === 'number' && optional === true) {
    for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i])) values[i] = null
  }
  const plain = kind === 'number' || unique === true
  return {
    name,
    data: values,
    encoding: plain ? 'PLAIN' : 'RLE_DICTIONARY',
    statistics: INDEXED.includes(name),
  }
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
