/**
 * SQL through DuckDB, over views of a folder's files and nothing else.
 *
 * One thread, so that sums of numbers are the same every time. Only the folder's own files can be
 * read, no configuration can be changed, and only questions are answered: nothing is written.
 * @module
 */
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DuckDBInstance, StatementType, type DuckDBConnection } from '@duckdb/node-api'
import { SimulationError } from '../../engine/errors.ts'
import type { QueryAnswer, QueryValue } from './query.ts'
import type { StoredResult } from './read-result.ts'
import { refusal } from './refusal.ts'

export const QUERY_INVALID = 'QUERY_INVALID'

const MEMORY = '1GB'
const PARQUET = '.parquet'
const CSV = '.csv'

/** Answers one question. */
export async function queryDuckdb(result: StoredResult, sql: string): Promise<QueryAnswer> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    memory_limit: MEMORY,
    temp_directory: '',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  try {
    const connection = await instance.connect()
    try {
      await openViews(connection, result)
      return await ask(connection, sql)
    } finally {
      connection.closeSync()
    }
  } finally {
    instance.closeSync()
  }
}

/** What DuckDB cannot open is the folder's fault. */
async function openViews(connection: DuckDBConnection, result: StoredResult): Promise<void> {
  try {
    await createViews(connection, result)
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown)
    throw refusal(result.name, 'tables that can be read', why)
  }
}

async function createViews(connection: DuckDBConnection, result: StoredResult): Promise<void> {
  const paths: string[] = []
  for (const file of readdirSync(result.path).sort()) {
    if (!result.has(file)) continue
    const path = resolve(join(result.path, file))
    if (file.endsWith(PARQUET)) {
      paths.push(path)
      const view = file.slice(0, -PARQUET.length)
      const sql = `CREATE VIEW "${view}" AS SELECT * FROM read_parquet(${quoted(path)})`
      await connection.run(sql)
    } else if (file.endsWith(CSV)) {
      const view = file.slice(0, -CSV.length)
      const options = `header = true, delim = ',', quote = '"', escape = '"', sample_size = -1`
      await connection.run(
        `CREATE TABLE "${view}" AS SELECT * FROM read_csv(${quoted(path)}, ${options})`,
      )
    }
  }
  await connection.run('CREATE VIEW summary AS SELECT * FROM levels')
  await connection.run(`SET allowed_paths = [${paths.map(quoted).join(', ')}]`)
  await connection.run('SET enable_external_access = false')
  await connection.run('SET lock_configuration = true')
}

async function ask(connection: DuckDBConnection, sql: string): Promise<QueryAnswer> {
  try {
    const statements = await connection.extractStatements(sql)
    if (statements.count !== 1) throw refused('one SELECT', `${statements.count} statements`)
    const prepared = await statements.prepare(0)
    if (prepared.statementType !== StatementType.SELECT) {
      throw refused('a SELECT: results are only read', StatementType[prepared.statementType])
    }
    const reader = await prepared.runAndReadAll()
    return {
      columns: reader.columnNames(),
      rows: reader.getRowsJS().map((row) => row.map(plain)),
      engine: 'duckdb',
    }
  } catch (thrown) {
    if (thrown instanceof SimulationError) throw thrown
    throw refused('SQL that DuckDB understands', thrown instanceof Error ? thrown.message : '?')
  }
}

function refused(expected: string, got: string): SimulationError {
  return new SimulationError([{ code: QUERY_INVALID, expected, got }])
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

const DATE_LENGTH = 'YYYY-MM-DD'.length

/** Values as JSON has them; whole numbers too large for it as texts. */
function plain(value: unknown): QueryValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'bigint') {
    const number = Number(value)
    return Number.isSafeInteger(number) ? number : String(value)
  }
  if (isDate(value)) return value.toISOString().slice(0, DATE_LENGTH)
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'bigint' ? Number(inner) : inner,
  )
}

function isDate(value: unknown): value is { toISOString(): string } {
  return typeof value === 'object' && value !== null && 'toISOString' in value
}
