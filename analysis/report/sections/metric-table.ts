/**
 * Metrics as a table: levels, a pair, or several scenarios side by side.
 * @module
 */
import type { Verdict } from '../../statistics/paired.ts'
import { titleOf } from '../../results/summary-rows.ts'
import type { SummaryPoint } from '../../results/summary.ts'
import { changeNumbers, levelNumbers } from '../numbers/change-numbers.ts'
import { told } from '../numbers/told.ts'
import { element, fragment, type Child, type Html } from '../page/html.ts'
import { table, type TableColumn } from '../page/table.ts'
import type { ReportContext } from '../report-figure.ts'

export interface MetricGroup {
  readonly title?: string
  readonly rows: readonly { readonly metric: string; readonly label?: string }[]
}

/** The table that suits the kind of result; undefined where it has none of the metrics. */
export function metricTable(
  context: ReportContext,
  caption: string,
  groups: readonly MetricGroup[],
  points: readonly SummaryPoint[] = context.shape.asked,
): Html | undefined {
  const { index } = context
  const shown = groups
    .map(({ rows, ...group }) => ({
      ...group,
      rows: rows.filter(({ metric }) => index.metric(metric)),
    }))
    .filter(({ rows }) => rows.length > 0)
  if (shown.length === 0 || points.length === 0) return undefined
  const { columns, cells } = layoutOf(context, points)
  return table({
    caption,
    quiet: true, // a heading above says the same
    columns,
    className: 'metrics',
    groups: shown.map(({ rows, ...group }) => ({
      ...group,
      rows: rows.map(({ metric, label }) => [
        label ?? index.metric(metric)!.label[context.language],
        ...cells(metric),
      ]),
    })),
  })
}

interface Layout {
  readonly columns: readonly TableColumn[]
  /** Cells after the name. */
  readonly cells: (metric: string) => Child[]
}

function layoutOf(context: ReportContext, points: readonly SummaryPoint[]): Layout {
  const { shape } = context
  if (!shape.compared) return levelLayout(context, points)
  return points.length === 1 ? pairLayout(context, points[0]) : sideLayout(context, points)
}

const numeric = (label: string): TableColumn => ({ label, numeric: true })

function pairLayout(context: ReportContext, point: SummaryPoint): Layout {
  const { words, index, language } = context
  const { metric, baseline, reform, change, interval, reading } = words.columns
  return {
    columns: [
      { label: metric },
      ...[baseline, reform, change, interval].map(numeric),
      { label: reading },
    ],
    cells(id) {
      const found = index.change(point.id, id)
      if (found === undefined) return ['–', '–', '–', '–', words.readings.undefined]
      const numbers = changeNumbers(found, index.metric(id)!.unit)
      return [
        told(numbers.baseline, language),
        told(numbers.reform, language),
        told(numbers.change, language),
        told(numbers.range, language),
        readingOf(context, found.entry.verdict),
      ]
    },
  }
}

function sideLayout(context: ReportContext, points: readonly SummaryPoint[]): Layout {
  const { words, index, language, source } = context
  const titles = points.map((point) => titleOf(source.summary, point.id)[language])
  return {
    columns: [
      { label: words.columns.metric },
      numeric(words.columns.baseline),
      ...titles.flatMap((title) => [
        numeric(title),
        numeric(words.bracketed(words.columns.change95, title)),
      ]),
    ],
    cells(id) {
      const unit = index.metric(id)!.unit
      const changes = points.map((point) => index.change(point.id, id))
      const first = changes.find((one) => one !== undefined)
      return [
        first ? told(changeNumbers(first, unit).baseline, language) : '–',
        ...changes.flatMap((found): Child[] => {
          if (found === undefined) return ['–', '–']
          const numbers = changeNumbers(found, unit)
          const range = fragment(
            told(numbers.change, language),
            ' ',
            element('span', { class: 'range' }, told(numbers.range, language)),
            ' ',
            readingOf(context, found.entry.verdict),
          )
          return [told(numbers.reform, language), range]
        }),
      ]
    },
  }
}

function levelLayout(context: ReportContext, points: readonly SummaryPoint[]): Layout {
  const { words, index, language, source } = context
  const { metric, level, interval } = words.columns
  const heads = points.flatMap((point) => {
    if (points.length === 1) return [numeric(level), numeric(interval)]
    const title = titleOf(source.summary, point.id)[language]
    return [numeric(title), numeric(words.bracketed(interval, title))]
  })
  return {
    columns: [{ label: metric }, ...heads],
    cells(id) {
      return points.flatMap((point): Child[] => {
        const found = index.level(point.id, id)
        if (found === undefined) return ['–', '–']
        const { mean, range } = levelNumbers(found, index.metric(id)!.unit)
        return [told(mean, language), told(range, language)]
      })
    },
  }
}

/** The verdict in words, with the sign of its direction. */
export function readingOf({ words }: ReportContext, verdict: Verdict): Html {
  return element('span', { class: `reading ${verdict}` }, words.readings[verdict])
}
