/**
 * 1. Question: from the scenario, verbatim, and what was set against what.
 * @module
 */
import { monthAt } from '../../../engine/time.ts'
import { titleOf } from '../../results/summary-rows.ts'
import { messagesIn } from '../../words/messages.ts'
import { formatMonth } from '../../words/numbers.ts'
import { element, type Child, type Html } from '../page/html.ts'
import { shortened } from '../page/shortened.ts'
import { pairsOf, type ReportContext } from '../report-figure.ts'
import { askedTitles, isEmptyMarket } from '../result-shape.ts'
import { speaksOver } from './calibration.ts'
import { foreign, note, paragraph, section, type SectionContext } from './section.ts'

export function questionSection(context: SectionContext): Html {
  const { source, language } = context
  const { summary, manifest } = source
  const { shape } = context
  const n = shape.compared ? pairsOf(context, shape.head.id) : shape.head.done
  return section(
    context,
    'question',
    element('blockquote', {}, paragraph(foreign(summary.question, language))),
    paragraph(kindText(context)),
    paragraph(
      messagesIn(language).reading(n, manifest.design.replicates, summary.periods, shape.compared),
    ),
    speaksOver(context).map((one) => paragraph(one)),
    failureNotes(context),
    emptyNotes(context),
  )
}

/** What kind of result it is, in a sentence. */
export function kindText({ source, words, language, shape }: ReportContext): string {
  const { summary } = source
  const titles = askedTitles(summary).map((title) => title[language])
  const baseline = summary.baseline?.title[language]
  const all = words.and(titles)
  switch (shape.kind) {
    case 'single':
      return words.kinds.single(all)
    case 'several':
      return words.kinds.several(all)
    case 'pair':
      return words.kinds.pair(all, baseline ?? '')
    case 'reforms':
      return words.kinds.reforms(all, baseline ?? '')
    case 'sweep':
      return words.kinds.sweep(all, shape.asked.length, baseline)
  }
}

/** n and the ids of what failed, where anything did. @param most  letters of a name */
export function failureNotes(context: ReportContext, most = Infinity): Child {
  const { source, words } = context
  const { points } = source.summary
  const failed = points.reduce((sum, point) => sum + point.failed, 0)
  if (failed === 0) return undefined
  const done = points.reduce((sum, point) => sum + point.done, 0)
  return element(
    'div',
    { class: 'note warning', role: 'note' },
    paragraph(words.failures(done, done + failed, failed)),
    element(
      'ul',
      {},
      failedReplicates(context, most).map((line) => element('li', {}, line)),
    ),
  )
}

function failedReplicates({ source, words, language }: ReportContext, most: number): string[] {
  const { points } = source.summary
  return points
    .filter(({ failed }) => failed > 0)
    .map(({ id, failed }) => {
      const known = (source.failures ?? []).filter(({ point }) => point === id)
      const ids = known
        .map(({ replicate }) => String(replicate))
        .join(language === 'zh' ? '、' : ', ')
      const name = points.length > MOST_TITLED ? id : titleOf(source.summary, id)[language]
      return words.failedOf(
        shortened(name, most),
        ids === '' ? `(${failed})` : shortened(ids, most),
      )
    })
}

const MOST_TITLED = 4

/** Says where nothing of the market is left. */
export function emptyNotes({ source, words, language }: ReportContext, most = Infinity): Child {
  const { summary } = source
  const month = formatMonth(monthAt(summary.start, summary.periods - 1), language)
  return summary.points
    .filter(({ id, done }) => done > 0 && isEmptyMarket(summary, id))
    .map(({ id }) => note(words.empty(shortened(titleOf(summary, id)[language], most), month)))
}
