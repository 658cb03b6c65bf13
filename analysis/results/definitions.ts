/**
 * `definitions.csv`: every metric, swept value and column, in both languages.
 * @module
 */
import type { KeptTable } from '../../scenarios/keep.ts'
import { csvText } from './csv.ts'
import type { Definition, ResultSubject } from './result-plan.ts'
import { METRICS, REPLICATES, type TableColumn } from './tables.ts'

const HEAD = ['id', 'english', '中文', 'unit', 'definition', 'source']

/** All definitions a folder needs; columns are called `table.column`. */
export function definitionsOf({
  metrics,
  kept = {},
  definitions = [],
}: ResultSubject): Definition[] {
  const columns = (table: string, list: readonly TableColumn[]): Definition[] =>
    list.map(({ name, label, unit, doc }) => ({
      id: `${table}.${name}`,
      label,
      unit,
      doc,
      source: '',
    }))
  return [
    ...metrics.map(({ id, label, unit, doc, source }) => ({ id, label, unit, doc, source })),
    ...definitions,
    ...columns(REPLICATES.name, REPLICATES.columns),
    ...columns(METRICS.name, METRICS.columns),
    ...(Object.keys(kept).sort() as KeptTable[]).flatMap((name) => {
      return columns(name, kept[name]!.columns)
    }),
  ]
}

export function definitionsText(subject: ResultSubject): string {
  const rows = definitionsOf(subject).map(({ id, label, unit, doc, source }) => {
    return [id, label.en, label.zh, unit, doc, source]
  })
  return csvText(HEAD, rows)
}
