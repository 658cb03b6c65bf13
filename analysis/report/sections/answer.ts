/**
 * 2. Answer: sentences with numbers and intervals, a picture, all headline numbers.
 * @module
 */
import { chapters } from '../../answer/headlines.ts'
import { titleOf } from '../../results/summary-rows.ts'
import type { SummaryPoint } from '../../results/summary.ts'
import { messagesIn } from '../../words/messages.ts'
import { sentencesOf } from '../answer-sentences.ts'
import { element, type Child, type Html } from '../page/html.ts'
import { known } from '../plots/metric-choice.ts'
import type { ReportContext } from '../report-figure.ts'
import { metricTable, type MetricGroup } from './metric-table.ts'
import { figuresOf, list, note, section, type SectionContext } from './section.ts'
import { sweepAnswer } from './sweep-answer.ts'

/** Sentences that carry the answer. */
export const LEAD = 3

export function answerSection(context: SectionContext): Html {
  const { shape, words } = context
  if (shape.kind === 'sweep') {
    return section(context, 'answer', sweepAnswer(context), figuresOf(context, 'answer'))
  }
  return section(
    context,
    'answer',
    shape.asked.map((point) => answerOf(context, point)),
    figuresOf(context, 'answer'),
    element('h3', {}, words.headlines),
    note(shape.compared ? words.headlinesNote : words.levelsNote),
    metricTable(context, words.headlines, headlineGroups(context)),
  )
}

function answerOf(context: ReportContext, point: SummaryPoint): Child {
  const { shape, source, language, words } = context
  const sentences = sentencesOf(context, point.id)
  const rest = sentences.slice(LEAD)
  const title = shape.asked.length > 1 ? titleOf(source.summary, point.id)[language] : undefined
  return [
    title === undefined ? undefined : element('h3', {}, title),
    element(
      'div',
      { class: 'lead', 'data-point': point.id },
      sentences.slice(0, LEAD).map((sentence) => element('p', {}, sentence)),
    ),
    rest.length === 0
      ? undefined
      : element('div', { class: 'more', 'data-point': point.id }, list(rest)),
    rest.length === 0 ? undefined : note(words.modesty),
  ]
}

/** The headline metrics by theme, and the user's own. */
export function headlineGroups({ index, language, words, source }: ReportContext): MetricGroup[] {
  const { themes } = messagesIn(language)
  const named = chapters.map(({ theme, metrics }) => ({
    title: themes[theme],
    rows: known(index, metrics).map((metric) => ({ metric })),
  }))
  const own = source.summary.metrics.filter(({ theme }) => theme === 'own')
  return [...named, { title: words.themes.own, rows: own.map(({ id }) => ({ metric: id })) }]
}
