/**
 * SQL over a result folder: through DuckDB where it can be loaded, else a plain reader of the shipped
 * tables that understands the simplest questions.
 * @module
 */
import { readResult } from './read-result.ts'
import { queryPlainly } from './query-plain.ts'

/** A table of answers; numbers as numbers, dates as `YYYY-MM-DD`, absent as null. */
export interface QueryAnswer {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly QueryValue[])[]
  /** What answered. */
  readonly engine: 'duckdb' | 'plain'
}

export type QueryValue = string | number | boolean | null

/**
 * Answers one SELECT over the views `replicates`, `metrics`, `points`, `levels`, `changes`,
 * `definitions` and, where they were kept, `agents`, `links`, `ledger`.
 *
 * @param engine  `plain` leaves DuckDB out
 * @throws SimulationError `RESULT_INVALID` for a folder that is not whole, `QUERY_INVALID` for a
 *   question that cannot be answered
 */
export async function queryResult(
  path: string,
  sql: string,
  engine: 'any' | 'plain' = 'any',
): Promise<QueryAnswer> {
  const result = readResult(path)
  try {
    const duckdb = engine === 'plain' ? undefined : await loadDuckdb()
    return await (duckdb ? duckdb.queryDuckdb(result, sql) : queryPlainly(result, sql))
  } finally {
    result.close()
  }
}

/** The engine, or nothing on a machine without its binary. */
async function loadDuckdb() {
  try {
    return await import('./query-duckdb.ts')
  } catch {
    return undefined
  }
}
