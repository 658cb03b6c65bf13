/**
 * `zhudai query`: SQL over the tables of a result.
 * @module
 */
import { queryResult, type QueryValue } from '../../analysis/results/query.ts'
import { commandsIn } from '../../analysis/words/commands.ts'
import type { Session } from '../session.ts'
import { alignLeft } from '../terminal.ts'

/** Prints the rows. */
export async function query(result: string, sql: string, session: Session): Promise<void> {
  const { terminal, language, json } = session
  const { columns, rows, engine } = await queryResult(result, sql)
  if (json) {
    terminal.answer(JSON.stringify({ schema: 'query/1', engine, columns, rows }, null, 2))
    return
  }
  const cells = rows.map((row) => row.map(shown))
  for (const line of alignLeft([columns, ...cells])) terminal.answer(line)
  if (!terminal.quiet) terminal.note(commandsIn(language).rows(rows.length, engine))
}

function shown(value: QueryValue): string {
  return value === null ? '' : String(value)
}
