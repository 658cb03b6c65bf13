/**
 * 11. Data: the table behind each figure, the summary to take away, definitions of every metric shown.
 * @module
 */
import { metricOf } from '../../metrics/index.ts'
import { element, type Child, type Html } from '../page/html.ts'
import { table } from '../page/table.ts'
import type { ReportContext } from '../report-figure.ts'
import type { EmbeddedSummary } from '../page/embedded-summary.ts'
import { foreign, list, note, section, type SectionContext } from './section.ts'

export function dataSection(context: SectionContext, embedded: EmbeddedSummary): Html {
  const { words, language, figures } = context
  const { data } = words
  return section(
    context,
    'data',
    note(data.note),
    element('h3', {}, data.figures),
    list(
      figures.map(({ name, figure }, i) =>
        element('a', { href: `#${language}-${name}` }, words.figure.number(i + 1, figure.title)),
      ),
      'figures',
    ),
    embedded.text === undefined
      ? undefined
      : element(
          'p',
          { class: 'tools' },
          element('button', { type: 'button', 'data-save': 'summary' }, data.download),
        ),
    note(data[embedded.holds]),
    element(
      'details',
      {},
      element('summary', {}, data.definitions),
      note(data.definitionsNote, language === 'zh' ? data.language : ''),
      definitions(context),
    ),
  )
}

function definitions({ source, words, language, index }: ReportContext): Child {
  const formulas = new Map(source.resolved.plan.metrics.formulas.map((one) => [one.id, one.text]))
  const told = new Set([...source.summary.series, ...headOf(source)].map(({ metric }) => metric))
  const { metric, id, unit, definition } = words.columns
  return table({
    caption: words.data.definitions,
    quiet: true,
    columns: [metric, id, unit, definition].map((label) => ({ label })),
    groups: [
      {
        rows: [...told].flatMap((name): Child[][] => {
          const described = index.metric(name)
          if (described === undefined) return []
          return [
            [
              described.label[language],
              element('code', {}, name),
              described.unit,
              foreign(metricOf(name)?.doc ?? formulas.get(name) ?? '', language),
            ],
          ]
        }),
      },
    ],
  })
}

/** Metrics with a series are the headlines; where there are none, all of the first point. */
function headOf({ summary }: ReportContext['source']) {
  if (summary.series.length > 0) return []
  const [first] = summary.points
  return summary.levels.filter(({ point }) => point === first?.id)
}
