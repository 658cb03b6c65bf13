/**
 * The answer of a sweep: where each metric is lowest and highest, which settings may be the best, and
 * all settings in a table.
 * @module
 */
import type { SummaryBest } from '../../results/best-points.ts'
import type { SummaryPoint } from '../../results/summary.ts'
import { changeNumbers, levelNumbers } from '../numbers/change-numbers.ts'
import { createMarker } from '../numbers/mark-numbers.ts'
import { numberOf, told, toldText, type Told } from '../numbers/told.ts'
import { element, fragment, type Child, type Html } from '../page/html.ts'
import { table } from '../page/table.ts'
import { sweepMetrics } from '../plots/sweep-metrics.ts'
import { pointName } from '../point-names.ts'
import type { ReportContext } from '../report-figure.ts'
import { note } from './section.ts'

/** A page is for reading. */
const MOST_ROWS = 40
const MOST_NAMED = 6
const MOST_BEST = 12

export function sweepAnswer(context: ReportContext): Child {
  const { words } = context
  const metrics = sweepMetrics(context)
  return [
    element(
      'div',
      { class: 'lead' },
      sweepSentences(context).map((one) => element('p', {}, one)),
    ),
    bestTable(context),
    element('h3', {}, words.sweep.allPoints),
    pointsTable(context, metrics),
  ]
}

/** From where to where each metric goes. */
export function sweepSentences(context: ReportContext): Html[] {
  return sweepMetrics(context).flatMap((metric) => {
    const sentence = spanSentence(context, metric)
    return sentence ? [sentence] : []
  })
}

function spanSentence(context: ReportContext, metric: string): Html | undefined {
  const { shape, index, language, words } = context
  const described = index.metric(metric)!
  const told = shape.asked.flatMap((point) => {
    const one = pointNumber(context, point, metric)
    return one && Number.isFinite(one.values[0]) ? [{ point, one }] : []
  })
  if (told.length === 0) return undefined
  const sorted = [...told].sort((a, b) => a.one.values[0] - b.one.values[0])
  const [low, high] = [sorted[0], sorted[sorted.length - 1]]
  const text = (one: Told) => toldText(one, language)
  const marker = createMarker([low.one, high.one], language)
  const label = described.label[language]
  if (low.one.values[0] === high.one.values[0]) {
    return marker.mark(words.sweep.same(label, text(low.one)))
  }
  const say = shape.compared ? words.sweep.spanChange : words.sweep.span
  const [atLow, atHigh] = [low, high].map(({ point }) => pointName(context, point))
  return marker.mark(say(label, text(low.one), atLow, text(high.one), atHigh))
}

/** The change of a metric at a point, or its level where nothing is compared. */
function pointNumber(
  { index, shape }: ReportContext,
  point: SummaryPoint,
  metric: string,
): Told | undefined {
  const unit = index.metric(metric)?.unit ?? ''
  const change = shape.compared ? index.change(point.id, metric) : undefined
  if (change) return changeNumbers(change, unit).change
  const level = index.level(point.id, metric)
  return level ? levelNumbers(level, unit).mean : undefined
}

function pointsTable(context: ReportContext, metrics: readonly string[]): Child {
  const { shape, index, language, words } = context
  const shown = shape.asked.slice(0, MOST_ROWS)
  const { point, n } = words.columns
  return [
    table({
      caption: words.sweep.allPoints,
      quiet: true,
      columns: [
        { label: point },
        { label: n, numeric: true },
        ...metrics.map((id) => ({ label: index.metric(id)!.label[language], numeric: true })),
      ],
      groups: [
        {
          rows: shown.map((one) => [
            pointName(context, one),
            String(one.done),
            ...metrics.map((metric) => pointCell(context, one, metric)),
          ]),
        },
      ],
    }),
    shown.length < shape.asked.length
      ? note(words.sweep.cut(shown.length, shape.asked.length))
      : undefined,
  ]
}

function pointCell(context: ReportContext, point: SummaryPoint, metric: string): Child {
  const { index, shape, language } = context
  const unit = index.metric(metric)!.unit
  const level = index.level(point.id, metric)
  if (level === undefined) return '–'
  const mean = told(levelNumbers(level, unit).mean, language)
  const change = shape.compared ? index.change(point.id, metric) : undefined
  if (change === undefined) return mean
  const { change: moved } = changeNumbers(change, unit)
  return fragment(mean, ' ', element('span', { class: 'range' }, '(', told(moved, language), ')'))
}

function bestTable(context: ReportContext): Child {
  const { source, words, index, language } = context
  const best = source.summary.best
    .filter(({ standings }) => standings.some(isDefined))
    .slice(0, MOST_BEST)
  if (best.length === 0) return undefined
  return [
    element('h3', {}, words.sweep.best),
    note(words.sweep.bestNote),
    table({
      caption: words.sweep.best,
      quiet: true,
      columns: [
        { label: words.columns.metric },
        { label: words.sweep.mayBe },
        { label: words.columns.n, numeric: true },
      ],
      groups: [
        {
          rows: best.map((one) => [
            words.sweep.bestOf(
              index.metric(one.metric)?.label[language] ?? one.metric,
              words.sweep[one.better],
            ),
            mayBeBest(context, one),
            String(one.n),
          ]),
        },
      ],
    }),
  ]
}

const isDefined = ({ mean }: SummaryBest['standings'][number]) => Number.isFinite(numberOf(mean))

function mayBeBest(context: ReportContext, { standings }: SummaryBest): Child {
  const { source, words } = context
  const may = standings.filter(({ mayBeBest }) => mayBeBest)
  if (may.length === standings.length) return words.sweep.allMay(may.length)
  const names = may.slice(0, MOST_NAMED).map(({ point }) => {
    const found = source.summary.points.find(({ id }) => id === point)
    return found ? pointName(context, found) : point
  })
  const rest = may.length - names.length
  return [...names, ...(rest > 0 ? [words.sweep.more(rest)] : [])].join(words.semicolon)
}
