/**
 * The simplest questions, answered without DuckDB:
 *
 *     select <* or columns> from <table> [where <column> = <value> [and …]] [limit <n>]
 * @module
 */
import { SimulationError } from '../../engine/errors.ts'
import type { QueryAnswer, QueryValue } from './query.ts'
import type { StoredResult } from './read-result.ts'
import { CHANGE_COLUMNS, changeCells, LEVEL_COLUMNS, levelCells, unitsOf } from './summary-csv.ts'
import { METRICS, REPLICATES } from './tables.ts'
import { sweptIds } from './points.ts'
import { monthAt } from '../../engine/time.ts'

const QUESTION =
  /^\s*select\s+(.+?)\s+from\s+(\w+)(?:\s+where\s+(.+?))?(?:\s+limit\s+(\d+))?\s*;?\s*$/is
const CONDITION = /^(\w+)\s*=\s*(?:'((?:[^']|'')*)'|(-?\d+(?:\.\d+)?))$/
const NAME = /^\w+$/
const TABLES = ['levels', 'summary', 'changes', 'points', 'replicates', 'metrics']

interface Table {
  readonly columns: readonly string[]
  /** Rows in order, made one by one. */
  rows(): Iterable<readonly QueryValue[]> | AsyncIterable<readonly QueryValue[]>
}

/** Answers one question; says what it can answer when it cannot answer this. */
export async function queryPlainly(result: StoredResult, sql: string): Promise<QueryAnswer> {
  const match = QUESTION.exec(sql)
  if (match === null || !TABLES.includes(match[2].toLowerCase())) throw tooHard(sql)
  const [, wanted, name, where, limit] = match
  const table = tableOf(result, name.toLowerCase())
  const names = wanted.trim() === '*' ? table.columns : wanted.split(',').map((one) => one.trim())
  const places = names.map((column) => placeOf(table, column, sql))
  const conditions = (where === undefined ? [] : where.split(/\s+and\s+/i)).map((text) => {
    const found = CONDITION.exec(text.trim())
    if (found === null) throw tooHard(sql)
    const value = found[2] === undefined ? Number(found[3]) : found[2].replaceAll("''", "'")
    return { place: placeOf(table, found[1], sql), value }
  })
  const most = limit === undefined ? Infinity : Number(limit)
  const rows: QueryValue[][] = []
  for await (const row of table.rows()) {
    if (rows.length >= most) break
    if (conditions.every(({ place, value }) => row[place] === value)) {
      rows.push(places.map((place) => row[place]))
    }
  }
  return { columns: places.map((place) => table.columns[place]), rows, engine: 'plain' }
}

function tableOf(result: StoredResult, name: string): Table {
  const { summary } = result
  const units = unitsOf(summary.metrics)
  if (name === 'changes') {
    return { columns: CHANGE_COLUMNS, rows: () => changeCells(summary.changes, units) }
  }
  if (name === 'points') {
    const swept = sweptIds(
      summary.points.map(({ baseline, ...point }) => ({
        ...point,
        ...(baseline ? { baseline } : {}),
      })),
    )
    return {
      columns: ['point', 'scenario', 'role', 'baseline', ...swept],
      rows: () =>
        summary.points.map(({ id, scenario, role, baseline, values }) => [
          ...[id, scenario, role, baseline],
          ...swept.map((one) => cell(values[one])),
        ]),
    }
  }
  if (name === 'replicates') {
    const columns = REPLICATES.columns.map((column) => column.name)
    return {
      columns,
      rows: async function* () {
        for (const row of await result.replicates()) {
          yield columns.map((column) => day(column, row[column as keyof typeof row]))
        }
      },
    }
  }
  if (name === 'metrics') {
    return { columns: METRICS.columns.map((column) => column.name), rows: () => metricRows(result) }
  }
  return { columns: LEVEL_COLUMNS, rows: () => levelCells(summary.levels, units) }
}

async function* metricRows(result: StoredResult): AsyncIterable<readonly QueryValue[]> {
  const { periods, start } = result.manifest.design
  const dates = Array.from({ length: periods }, (_, t) => firstDay(monthAt(start, t)))
  for (const { point, replicate, scenario, status } of await result.replicates()) {
    if (status !== 'done') continue
    const values = await result.values(point, replicate)
    for (let i = 0; i < (values?.length ?? 0); i++) {
      const value = values![i]
      const metric = result.metrics[Math.floor(i / periods)]
      const shown = Number.isNaN(value) ? null : value
      yield [point, replicate, scenario, dates[i % periods], metric, shown]
    }
  }
}

function day(column: string, value: QueryValue): QueryValue {
  return column === 'month' && typeof value === 'string' ? firstDay(value) : value
}

function firstDay(month: string): string {
  return `${month}-01`
}

function cell(value: unknown): QueryValue {
  if (value === undefined || value === null) return null
  const simple =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  return simple ? value : JSON.stringify(value)
}

function placeOf({ columns }: Table, column: string, sql: string): number {
  if (!NAME.test(column)) throw tooHard(sql)
  const place = columns.findIndex((one) => one.toLowerCase() === column.toLowerCase())
  if (place >= 0) return place
  throw invalid(`one of the columns ${columns.join(', ')}`, column)
}

function tooHard(sql: string): SimulationError {
  return invalid(
    `without DuckDB: select <columns> from <${TABLES.join(' | ')}> [where metric = 'links' and …] [limit 10]`,
    sql.trim(),
  )
}

function invalid(expected: string, got: string): SimulationError {
  return new SimulationError([{ code: 'QUERY_INVALID', expected, got }])
}
