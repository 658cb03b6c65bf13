/**
 * The brief of a result: one page of A4 with question, answer, three figures, what was changed, limits
 * and provenance.
 * @module
 */
import { monthAt } from '../../engine/time.ts'
import { openCanvas } from '../figures/canvas.ts'
import { LANGUAGES } from '../words/language.ts'
import { messagesIn } from '../words/messages.ts'
import { formatMonth } from '../words/numbers.ts'
import { reportLimits } from '../words/report/report-words.ts'
import { ruleValueText } from '../words/report/rule-values.ts'
import { sentencesOf } from './answer-sentences.ts'
import { titleText, type ReportOptions } from './create-report.ts'
import { briefStyle } from './page/brief-style.ts'
import { documentText, type Edition } from './page/document.ts'
import { pictureOf } from './page/figure-block.ts'
import { element, type Child, type Html } from './page/html.ts'
import { reportScript } from './page/script.ts'
import { reportStyle } from './page/style.ts'
import { shortened } from './page/shortened.ts'
import { briefFigures } from './plots/brief-figures.ts'
import { contextOf, pairsOf, type ReportContext, type ReportFigure } from './report-figure.ts'
import type { ReportSource } from './report-source.ts'
import { speaksOver } from './sections/calibration.ts'
import { emptyNotes, failureNotes, kindText } from './sections/question.ts'
import { leverOf } from './point-names.ts'
import { sweepSentences } from './sections/sweep-answer.ts'
import { foreign, list, paragraph } from './sections/section.ts'

const SENTENCES = 3
const RULES = 7
const LIMITS = 3
/** Letters of what a user may write at any length. */
const LONGEST_TITLE = 80
const LONGEST_QUESTION = 180
const LONGEST_RULE = 60
const LONGEST_COMMAND = 120
const LONGEST_NAME = 40

export async function createBrief(source: ReportSource, options: ReportOptions): Promise<string> {
  const canvas = options.canvas ?? (await openCanvas())
  const editions = LANGUAGES.map((language): Edition => {
    const context = contextOf(source, language)
    const figures = briefFigures(canvas, source, language)
    return {
      language,
      title: `${titleText(context)} · zhudai`,
      name: `zhudai · ${context.words.brief}`,
      body: briefBody(context, figures),
    }
  })
  return documentText({
    editions,
    className: 'brief',
    language: options.language,
    style: `${reportStyle}\n${briefStyle}`,
    script: reportScript,
    digest: (text) => options.digest(text),
  })
}

function briefBody(context: ReportContext, figures: readonly ReportFigure[]): Child {
  const { source, words, language, shape } = context
  const { summary, manifest } = source
  const { sections } = words
  const n = shape.compared ? pairsOf(context, shape.head.id) : shape.head.done
  const baseline = summary.baseline?.title[language]
  const heading = (id: keyof typeof sections) =>
    element('h2', { id: `${language}-${id}` }, sections[id])
  return [
    element('a', { class: 'skip', href: `#${language}-main` }, words.skip),
    element(
      'main',
      { id: `${language}-main`, tabindex: -1 },
      element('h1', {}, shortened(titleText(context), LONGEST_TITLE)),
      element(
        'p',
        { class: 'kicker' },
        baseline === undefined
          ? kindText(context)
          : words.against(shortened(baseline, LONGEST_TITLE)),
      ),
      heading('question'),
      element(
        'blockquote',
        {},
        paragraph(foreign(shortened(summary.question, LONGEST_QUESTION), language)),
      ),
      heading('answer'),
      emptyNotes(context, LONGEST_NAME),
      failureNotes(context, LONGEST_NAME),
      element(
        'div',
        { class: 'lead' },
        leadOf(context).map((one) => paragraph(one)),
      ),
      element(
        'div',
        { class: 'pictures' },
        figures.map((figure) => pictureOf(figure)),
      ),
      element(
        'div',
        { class: 'columns' },
        element(
          'section',
          { 'aria-labelledby': `${language}-changed` },
          heading('changed'),
          changesOf(context),
        ),
        element(
          'section',
          { 'aria-labelledby': `${language}-limits` },
          heading('limits'),
          limitsOf(context),
        ),
      ),
      element(
        'section',
        { class: 'fine', 'aria-labelledby': `${language}-provenance` },
        heading('provenance'),
        paragraph(
          messagesIn(language).reading(
            n,
            manifest.design.replicates,
            summary.periods,
            shape.compared,
          ),
          speaksOver(context).map((one) => (language === 'zh' ? one : ` ${one}`)),
        ),
        provenanceOf(context),
      ),
    ),
  ]
}

function leadOf(context: ReportContext): Html[] {
  const { shape } = context
  if (shape.kind === 'sweep') return sweepSentences(context).slice(0, SENTENCES)
  if (shape.kind === 'pair' || shape.kind === 'single') {
    return sentencesOf(context, shape.head.id).slice(0, SENTENCES)
  }
  return shape.asked.flatMap(({ id }) => mainSentence(context, id)).slice(0, SENTENCES)
}

/** Of several scenarios one sentence each, after the name. */
function mainSentence(context: ReportContext, point: string): Html[] {
  const { language, words, source } = context
  const sentences = sentencesOf(context, point)
  const place = context.shape.compared && sentences.length > 1 ? 1 : 0
  const { scenario } = source.summary.points.find(({ id }) => id === point)!
  const titles = [
    ...source.summary.reforms,
    ...(source.summary.baseline ? [source.summary.baseline] : []),
  ]
  const title = titles.find(({ id }) => id === scenario)?.title[language] ?? scenario
  const said = sentences[place]
  if (said === undefined) return []
  return [
    element('span', {}, element('strong', {}, shortened(title, LONGEST_TITLE) + words.colon), said),
  ]
}

function changesOf(context: ReportContext): Child {
  const { source, words, language, shape } = context
  const { changes } = source.resolved
  if (changes.length === 0) {
    return paragraph(
      shape.kind === 'sweep' || !shape.compared ? kindText(context) : words.changed.none,
    )
  }
  const shown = changes.slice(0, RULES).map(({ label, kind, lever, from, baseline, reform }) => {
    const unit = leverOf(source, lever)?.unit
    const write = (value: typeof reform) => ruleValueText(value, kind, unit, language)
    const moved = shortened(`${write(baseline)} → ${write(reform)}`, LONGEST_RULE)
    const name = shortened(label[language], LONGEST_NAME)
    return `${name}${words.colon}${moved}${words.join}${formatMonth(from, language)}`
  })
  const rest = changes.length - shown.length
  return list([...shown, ...(rest > 0 ? [words.briefs.moreRules(rest)] : [])])
}

function limitsOf({ language }: ReportContext): Child {
  return list(
    reportLimits(language)
      .slice(0, LIMITS)
      .map(({ about, text }) => [
        element('strong', {}, language === 'zh' ? `${about}。` : `${about}. `),
        text,
      ]),
  )
}

function provenanceOf(context: ReportContext): Child {
  const { source, words, language } = context
  const { manifest, name, summary } = source
  const { scenario, model, design, run } = manifest
  const last = monthAt(summary.start, summary.periods - 1)
  const span = words.provenance.span(
    summary.periods,
    formatMonth(summary.start, language),
    formatMonth(last, language),
  )
  return paragraph(
    words.provenance.citation(
      model.version,
      shortened(name, LONGEST_NAME),
      scenario.fingerprint,
      shortened(design.seed, LONGEST_NAME),
    ),
    ' ',
    `${words.provenance.months}${words.colon}${span}${words.semicolon}`,
    words.provenance.command + words.colon,
    element('code', {}, shortened(run.command, LONGEST_COMMAND)),
    language === 'zh' ? '。' : '. ',
    words.briefs.full,
  )
}
