/**
 * The headline metrics as dots with whiskers: changes where there is a baseline, levels otherwise.
 * @module
 */
import type { DotRow } from '../../figures/charts/dots-with-whiskers.ts'
import { dotsWithWhiskers } from '../../figures/charts/dots-with-whiskers.ts'
import { say } from '../../figures/figure.ts'
import { verdictOf } from '../../figures/finding.ts'
import { roleOf } from '../../figures/palette.ts'
import type { Text } from '../../metrics/metric.ts'
import type { SummaryPoint } from '../../results/summary.ts'
import { titleOf } from '../../results/summary-rows.ts'
import { reportWords } from '../../words/report/report-words.ts'
import { numberOf } from '../numbers/told.ts'
import {
  countText,
  frameOf,
  pairsOf,
  type FigureSection,
  type PlotContext,
  type ReportFigure,
} from '../report-figure.ts'
import { HEADLINES, known } from './metric-choice.ts'

/** What a row of dots is of. */
export interface DotSubject {
  readonly metric: string
  readonly label: Text
}

export function headlineDots(context: PlotContext): ReportFigure[] {
  const { index, source, shape } = context
  if (shape.kind === 'sweep') return []
  const usual = known(index, HEADLINES)
  const ids =
    usual.length > 0 ? usual : source.summary.metrics.map(({ id }) => id).slice(0, HEADLINES.length)
  const subjects = ids.map((metric) => ({ metric, label: index.metric(metric)!.label }))
  return dotsOf(context, 'headlines', 'answer', subjects)
}

/** One figure with a row per subject and point asked about; none where there is nothing to show. */
export function dotsOf(
  context: PlotContext,
  name: string,
  section: FigureSection,
  subjects: readonly DotSubject[],
  about?: string,
): ReportFigure[] {
  const { shape, canvas } = context
  const rows = subjects.flatMap((subject) =>
    shape.asked.flatMap((point, place) => rowOf(context, subject, point, place)),
  )
  if (rows.length === 0) return []
  const { head, compared } = shape
  const figure = dotsWithWhiskers(
    canvas,
    {
      rows: rows.map(({ row }) => row),
      sort: compared ? 'change' : 'level',
      replicates: compared ? pairsOf(context, head.id) : head.done,
    },
    frameOf(context, name, about === undefined ? {} : wordsAbout(context, about, rows)),
  )
  const ends = ['', 'mean', 'low', 'high']
  const path = (row: number, column: number): string | undefined =>
    ends[column] ? `${rows[row].path}.${ends[column]}` : undefined
  return [{ name, section, figure, path }]
}

/** What the dots are of, and which of them move beyond doubt. */
function wordsAbout(context: PlotContext, about: string, rows: readonly { row: DotRow }[]) {
  const { words, shape, language } = context
  const n = countText(context, shape.head)
  if (!shape.compared) return { subtitle: words.dots.levels(about, n), title: about }
  const moved = rows.filter(({ row }) => TOLD.includes(verdictOf(row.estimate)))
  const names = moved.map(({ row }) => say(row.label, language))
  return {
    subtitle: words.dots.changes(about, n),
    title: words.dots.title(about, names, rows.length),
  }
}

const TOLD: readonly string[] = ['higher', 'lower']

function rowOf(
  { index, shape, source }: PlotContext,
  { metric, label }: DotSubject,
  point: SummaryPoint,
  place: number,
): { row: DotRow; path: string }[] {
  const unit = index.metric(metric)?.unit ?? ''
  const role = roleOf(place + 1)
  const found = shape.compared ? index.change(point.id, metric) : index.level(point.id, metric)
  if (found === undefined) return []
  const estimate = 'change' in found.entry ? found.entry.change : found.entry
  const path = 'change' in found.entry ? `${found.path}.change` : found.path
  const { mean, low, high } = estimate
  const row = {
    label: shape.asked.length > 1 ? ofScenario(label, titleOf(source.summary, point.id)) : label,
    unit,
    estimate: { mean: numberOf(mean), low: numberOf(low), high: numberOf(high) },
    role,
  }
  return [{ row, path }]
}

/** `Partnerships (Cap only)`. */
export function ofScenario(label: Text, title: Text): Text {
  const named = (language: 'en' | 'zh') =>
    reportWords(language).bracketed(label[language], title[language])
  return { en: named('en'), zh: named('zh') }
}
