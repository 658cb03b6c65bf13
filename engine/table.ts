/**
 * Tables: the state of one kind of agent, one column per attribute, all in one buffer.
 *
 * A column declares its unit once. Because all columns are views on one `ArrayBuffer`, a copy of
 * the table is one block copy.
 *
 * @module
 */
import { shapeOf } from './shape.ts'

/** How the numbers of a column are stored. */
export type ColumnType = 'f64' | 'i32' | 'u8' | 'i8'

/** What a column holds. */
export interface Column {
  /** Unit of every value, such as `CNY` or `1/year`. */
  readonly unit: string
  readonly doc: string
  /** Default `f64`. */
  readonly type?: ColumnType
  /** Values per row, stored row after row; default 1. */
  readonly width?: number
}

/** The columns of a table by name. */
export type Columns = Readonly<Record<string, Column>>

/** The array that stores a column. */
export type ColumnArray<C extends Column> = C extends { readonly type: infer T }
  ? T extends 'i32'
    ? Int32Array
    : T extends 'u8'
      ? Uint8Array
      : T extends 'i8'
        ? Int8Array
        : Float64Array
  : Float64Array

/** The state of one kind: each column by its name, `size` rows. */
export type Table<Spec extends Columns> = {
  readonly [Name in keyof Spec]: ColumnArray<Spec[Name]>
} & {
  /** Number of rows. */
  readonly size: number
  readonly columns: Spec
  readonly buffer: ArrayBuffer
  /** The whole table as 32-bit words, for hashing. */
  readonly words: Uint32Array
}

const RESERVED: readonly string[] = ['size', 'columns', 'buffer', 'words']
const ALIGNMENT = 8
const BYTES = { f64: 8, i32: 4, u8: 1, i8: 1 } as const

/** The columns as given, with their literal types; rejects names a table uses itself. */
export function defineColumns<const Spec extends Columns>(spec: Spec): Spec {
  for (const name of Object.keys(spec)) {
    if (RESERVED.includes(name)) throw new TypeError(`a column cannot be called ${name}`)
  }
  return spec
}

/** A table of zeros. */
export function createTable<const Spec extends Columns>(spec: Spec, size: number): Table<Spec> {
  let bytes = 0
  const starts: Record<string, number> = {}
  for (const [name, column] of Object.entries(spec)) {
    starts[name] = bytes
    bytes += paddedBytes(column, size)
  }
  const buffer = new ArrayBuffer(bytes)
  const table = shapeOf([...RESERVED, ...Object.keys(spec)])
  Object.assign(table, { size, columns: spec, buffer, words: new Uint32Array(buffer) })
  for (const [name, column] of Object.entries(spec)) {
    table[name] = view(column, buffer, starts[name], size * (column.width ?? 1))
  }
  return table as Table<Spec>
}

/** Copies all columns into a table of the same columns and size: one block copy. */
export function copyTable<Spec extends Columns>(from: Table<Spec>, to: Table<Spec>): void {
  if (from.columns !== to.columns || from.size !== to.size) {
    throw new RangeError('tables of other columns or another size cannot be copied')
  }
  to.words.set(from.words)
}

/** A new table with the same values. */
export function cloneTable<Spec extends Columns>(table: Table<Spec>): Table<Spec> {
  const clone = createTable<Spec>(table.columns, table.size)
  copyTable(table, clone)
  return clone
}

function paddedBytes(column: Column, size: number): number {
  const bytes = BYTES[column.type ?? 'f64'] * size * (column.width ?? 1)
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT
}

function view(column: Column, buffer: ArrayBuffer, start: number, length: number) {
  switch (column.type ?? 'f64') {
    case 'f64':
      return new Float64Array(buffer, start, length)
    case 'i32':
      return new Int32Array(buffer, start, length)
    case 'u8':
      return new Uint8Array(buffer, start, length)
    case 'i8':
      return new Int8Array(buffer, start, length)
  }
}
