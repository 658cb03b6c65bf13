/**
 * A sweep as a table: one line a design point, swept values first, then the headline changes.
 * @module
 */
import { describePoint } from '../scenarios/design/describe.ts'
import { parameterCatalogue } from '../agents/parameter-catalogue.ts'
import { rowFinder } from '../analysis/answer/rows.ts'
import { changeRowsOf, levelRowsOf } from '../analysis/results/summary-rows.ts'
import type { Summary, SummaryPoint } from '../analysis/results/summary.ts'
import type { Language } from '../analysis/words/language.ts'
import { commandsIn } from '../analysis/words/commands.ts'
import { messagesIn } from '../analysis/words/messages.ts'
import { formatChange, formatLevel } from '../analysis/words/numbers.ts'
import { readLevers } from './sources.ts'
import { alignColumns, type Terminal } from './terminal.ts'

/** Shown where the result has them. */
const HEADLINES = ['links', 'programmesOn', 'cr5', 'originations', 'originationsS5', 'averageApr']

/** Half-widths stand behind a plus-minus sign; a change that is not distinguishable is in brackets. */
export function pointsTable(
  summary: Summary,
  points: readonly SummaryPoint[],
  language: Language,
  colour: Terminal['colour'],
): string[] {
  const shown = HEADLINES.filter((id) => summary.metrics.some((metric) => metric.id === id))
  const wanted =
    shown.length > 0 ? shown : summary.metrics.slice(0, HEADLINES.length).map((m) => m.id)
  const labels = wanted.map((id) => summary.metrics.find((one) => one.id === id)!.label[language])
  const catalogue = { levers: readLevers().list, parameters: parameterCatalogue }
  const rows = points.map((point, number) => [
    `${number + 1}  ${describePoint(point.values, catalogue) || point.id}`,
    ...wanted.map((id) => cell(summary, point, id, language)),
    String(point.done),
  ])
  const [head, ...lines] = alignColumns([['', ...labels, 'n'], ...rows])
  return ['', colour.dim(head), ...lines]
}

/** Metrics down, points across. */
export function metricsTable(
  summary: Summary,
  points: readonly SummaryPoint[],
  metrics: readonly string[],
  language: Language,
  colour: Terminal['colour'],
): string[] {
  const rows = metrics.map((id) => [
    summary.metrics.find((one) => one.id === id)!.label[language],
    ...points.map((point) => cell(summary, point, id, language)),
  ])
  const filled = rows.filter((row) => row.slice(1).some((text) => text !== ''))
  const [head, ...lines] = alignColumns([['', ...points.map(({ id }) => id)], ...filled])
  return [colour.dim(head), ...lines]
}

/** Which points may be the best, for metrics that have a better direction. */
export function bestLines(
  { best, metrics }: Summary,
  wanted: readonly string[],
  language: Language,
): string[] {
  const words = commandsIn(language)
  return best
    .filter(({ metric }) => wanted.includes(metric))
    .map(({ metric, standings }) => {
      const label = metrics.find(({ id }) => id === metric)!.label[language]
      const may = standings.filter((one) => one.mayBeBest).map(({ point }) => point)
      return `${words.bestOf(label, standings.length)}: ${may.join(', ')}`
    })
}

function cell(summary: Summary, point: SummaryPoint, id: string, language: Language): string {
  if (point.baseline === null) {
    const found = rowFinder(levelRowsOf(summary, point.id))(id)
    if (found === undefined) return ''
    const { level, metric } = found
    return `${formatLevel(level.mean, metric.unit, language)}${half(level, metric.unit, language)}`
  }
  const found = rowFinder(changeRowsOf(summary, point.id))(id)
  if (found === undefined || found.compared.verdict === 'undefined') return ''
  const { compared, metric } = found
  if (compared.verdict === 'identical') return messagesIn(language).sameInAllPairs
  const written = `${formatChange(compared.change.mean, metric.unit, language)}${half(compared.change, metric.unit, language)}`
  return compared.verdict === 'notDistinguishable' ? `(${written})` : written
}

function half(
  { low, high }: { readonly low: number; readonly high: number },
  unit: string,
  language: Language,
): string {
  const width = (high - low) / 2
  return Number.isFinite(width) ? ` ± ${formatLevel(width, unit, language)}` : ''
}
