/**
 * The tables under the words: by theme, one line a metric.
 * @module
 */
import { chapters } from '../analysis/answer/headlines.ts'
import type { Moment } from '../analysis/answer/readings.ts'
import type { ChangeRow, LevelRow } from '../analysis/answer/rows.ts'
import type { Language } from '../analysis/words/language.ts'
import { messagesIn } from '../analysis/words/messages.ts'
import {
  formatChange,
  formatChangeRange,
  formatLevel,
  formatLevelRange,
} from '../analysis/words/numbers.ts'
import { alignColumns, type Terminal } from './terminal.ts'

const INDENT = '  '

/** Baseline, reform, change and its interval. */
export function changeTable(
  row: (id: string, moment?: Moment) => ChangeRow | undefined,
  language: Language,
  colour: Terminal['colour'],
): string[] {
  const { columns } = messagesIn(language)
  const head = ['', columns.baseline, columns.reform, columns.change, columns.interval]
  return table(head, language, colour, (id) => {
    const found = row(id)
    if (!found || found.compared.verdict === 'undefined') return undefined
    const { metric, compared } = found
    return [
      INDENT + metric.label[language],
      formatLevel(compared.baseline.mean, metric.unit, language),
      formatLevel(compared.reform.mean, metric.unit, language),
      formatChange(compared.change.mean, metric.unit, language),
      intervalOf(found, language),
      remarkOf(found, language),
    ]
  })
}

/** Mean level and its interval. */
export function levelTable(
  row: (id: string, moment?: Moment) => LevelRow | undefined,
  language: Language,
  colour: Terminal['colour'],
): string[] {
  const { columns } = messagesIn(language)
  return table(['', columns.level, columns.interval], language, colour, (id) => {
    const found = row(id)
    if (!found || Number.isNaN(found.level.mean)) return undefined
    const { metric, level } = found
    return [
      INDENT + metric.label[language],
      formatLevel(level.mean, metric.unit, language),
      formatLevelRange(level.low, level.high, metric.unit, language),
    ]
  })
}

function intervalOf({ metric, compared }: ChangeRow, language: Language): string {
  const { low, high } = compared.change
  return compared.verdict === 'identical' ? '' : formatChangeRange(low, high, metric.unit, language)
}

/** In words, where the interval covers zero or there is no change at all. */
function remarkOf({ compared }: ChangeRow, language: Language): string {
  const words = messagesIn(language)
  if (compared.verdict === 'identical') return words.sameInAllPairs
  return compared.verdict === 'notDistinguishable' ? words.notDistinguishable : ''
}

/** Chapters with their lines; a chapter without lines is left out. */
function table(
  head: readonly string[],
  language: Language,
  colour: Terminal['colour'],
  lineOf: (id: string) => string[] | undefined,
): string[] {
  const { themes } = messagesIn(language)
  const parts = chapters
    .map(({ theme, metrics }) => ({
      title: themes[theme],
      rows: metrics.map(lineOf).filter((line) => line !== undefined),
    }))
    .filter(({ rows }) => rows.length > 0)
  const lines = alignColumns([head, ...parts.flatMap(({ rows }) => rows)])
  const printed = ['', colour.dim(lines[0])]
  let next = 1
  for (const { title, rows } of parts) {
    printed.push(colour.bold(title), ...lines.slice(next, next + rows.length))
    next += rows.length
  }
  return printed
}
