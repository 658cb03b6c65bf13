/**
 * The tables of a result folder: columns with their kind, unit and label in both languages.
 * @module
 */
import type { KeptTable } from '../../scenarios/keep.ts'
import type { Text } from '../metrics/metric.ts'

/** A month is stored as the date of its first day. */
export type ColumnKind = 'text' | 'number' | 'whole' | 'month'

export interface TableColumn {
  readonly name: string
  readonly kind: ColumnKind
  readonly unit: string
  readonly label: Text
  readonly doc: string
  /** May be empty; a number that is not defined is. */
  readonly optional?: boolean
  /** A text that is different in every row, or too long to be looked up. */
  readonly unique?: boolean
}

export interface TableShape {
  readonly name: string
  readonly columns: readonly TableColumn[]
}

/** A column of a kept table: where it stands in the rows of numbers a job leaves, and how to say it. */
export interface KeptColumn extends TableColumn {
  /** @param at  where the row starts */
  readonly read: (rows: Float64Array, at: number) => string | number | null
}

/** How the flat rows of a kept table are read. */
export interface KeptShape {
  /** Numbers in a row. */
  readonly width: number
  readonly columns: readonly KeptColumn[]
}

const text = (name: string, en: string, zh: string, doc: string): TableColumn => ({
  name,
  kind: 'text',
  unit: '',
  label: { en, zh },
  doc,
})

const point = text('point', 'design point', '设计点', 'One setting of levers and parameters')
const scenario = text('scenario', 'scenario', '情景', 'Id of the scenario')
const replicate: TableColumn = {
  name: 'replicate',
  kind: 'whole',
  unit: '',
  label: { en: 'replicate', zh: '重复试验' },
  doc: 'One repetition with its own luck; equal numbers share every draw',
}

/** One row per replicate and point. */
export const REPLICATES: TableShape = {
  name: 'replicates',
  columns: [
    point,
    replicate,
    scenario,
    text('seed', 'seed', '随机种子', 'Names the luck of the run'),
    text('status', 'status', '状态', 'done or failed'),
    {
      name: 'steps',
      kind: 'whole',
      unit: 'month',
      label: { en: 'months finished', zh: '完成月数' },
      doc: 'Months simulated',
    },
    {
      ...text('hash', 'state hash', '期末指纹', 'Fingerprint of the market at the end'),
      optional: true,
      unique: true,
    },
    {
      ...text('hashes', 'state hashes', '各月指纹', 'Fingerprints of all months, 16 digits each'),
      optional: true,
      unique: true,
    },
    { ...text('code', 'error code', '错误代码', 'Why it failed'), optional: true },
    { ...text('message', 'message', '说明', 'What went wrong'), optional: true, unique: true },
    {
      name: 'month',
      kind: 'month',
      unit: 'date',
      label: { en: 'month of failure', zh: '失败月份' },
      doc: 'Month in which it failed, if known',
      optional: true,
    },
    { ...text('replay', 'replay', '重现命令', 'Runs it again'), optional: true, unique: true },
  ],
}

/** One row per value: tidy. */
export const METRICS: TableShape = {
  name: 'metrics',
  columns: [
    point,
    replicate,
    scenario,
    {
      name: 'period',
      kind: 'month',
      unit: 'date',
      label: { en: 'month', zh: '月份' },
      doc: 'First day of the month',
    },
    text('metric', 'metric', '指标', 'Id; see definitions.csv'),
    {
      name: 'value',
      kind: 'number',
      unit: 'by metric',
      label: { en: 'value', zh: '数值' },
      doc: 'In the unit of the metric; empty where it is not defined',
      optional: true,
    },
  ],
}

/** Columns by which every kept row is found. */
export const KEPT_KEYS: readonly TableColumn[] = [point, replicate, scenario]

/** The table of kept rows. */
export function keptTable(name: KeptTable, shape: KeptShape): TableShape {
  return { name, columns: [...KEPT_KEYS, ...shape.columns] }
}

/** File of a table. */
export function fileOf({ name }: TableShape): string {
  return `${name}.parquet`
}
