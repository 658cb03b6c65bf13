/**
 * The report of a result: one HTML text with everything inside, in both languages.
 * @module
 */
import { openCanvas, type Canvas } from '../figures/canvas.ts'
import type { Summary } from '../results/summary.ts'
import { LANGUAGES, type Language } from '../words/language.ts'
import { pointName } from './point-names.ts'
import { documentText, type Edition } from './page/document.ts'
import {
  byteLength,
  dependenceElement,
  embedSummary,
  summaryElement,
  together,
} from './page/embedded-summary.ts'
import { element, type Child } from './page/html.ts'
import { reportScript } from './page/script.ts'
import { reportStyle } from './page/style.ts'
import { reportFigures } from './plots/report-figures.ts'
import { contextOf, type ReportContext, type ReportFigure } from './report-figure.ts'
import type { ReportSource } from './report-source.ts'
import { askedTitles } from './result-shape.ts'
import { answerSection } from './sections/answer.ts'
import { assumptionsSection } from './sections/assumptions.ts'
import { changedSection } from './sections/changed.ts'
import { dataSection } from './sections/data-section.ts'
import { groupsSection, shapeSection, timeSection } from './sections/effects.ts'
import { limitsSection } from './sections/limits.ts'
import { methodSection } from './sections/method.ts'
import { provenanceSection } from './sections/provenance.ts'
import { questionSection } from './sections/question.ts'
import { SECTION_IDS, sectionTitle, type SectionContext } from './sections/section.ts'

/** What may be sent by mail [bytes]. */
export const MOST_BYTES = 3_000_000

export interface ReportOptions {
  /** Shown first. */
  readonly language: Language
  /** SHA-256 of a text, in base64; injected, because this folder has no such function. */
  digest(text: string): string
  /** What figures are drawn with; opened here unless given. */
  readonly canvas?: Canvas
}

/** @returns an HTML document of at most 3 MB that asks nothing of any network */
export async function createReport(source: ReportSource, options: ReportOptions): Promise<string> {
  const canvas = options.canvas ?? (await openCanvas())
  const contexts = LANGUAGES.map((language): SectionContext => {
    return { ...contextOf(source, language), figures: reportFigures(canvas, source, language) }
  })
  const bodies = contexts.map((context) => ({ context, parts: sectionsBefore(context) }))
  const dependence = dependenceElement(source)
  const used =
    bodies.reduce((sum, { parts }) => sum + sizeOf(parts), 0) + byteLength(dependence?.html ?? '')
  const embedded = embedSummary(
    source.summary,
    MOST_BYTES - used - RESERVE,
    drawnMetrics(source.summary, contexts[0].figures),
  )
  const editions = bodies.map(({ context, parts }): Edition => {
    const body = [...parts, dataSection(context, embedded)]
    return {
      language: context.language,
      title: `${titleText(context)} · zhudai`,
      name: `zhudai · ${context.words.report}`,
      body: [
        element('a', { class: 'skip', href: `#${context.language}-main` }, context.words.skip),
        element(
          'main',
          { id: `${context.language}-main`, tabindex: -1 },
          heading(context),
          contents(context),
          body,
        ),
        foot(context),
      ],
    }
  })
  const data = together(summaryElement(embedded), dependence)
  return documentText({
    editions,
    language: options.language,
    style: reportStyle,
    script: reportScript,
    digest: (text) => options.digest(text),
    ...(data === undefined ? {} : { data }),
  })
}

/** For head, style, script and the section that is written last [bytes]. */
const RESERVE = 120_000

function sectionsBefore(context: SectionContext) {
  return [
    questionSection(context),
    answerSection(context),
    changedSection(context),
    timeSection(context),
    groupsSection(context),
    shapeSection(context),
    assumptionsSection(context),
    limitsSection(context),
    methodSection(context),
    provenanceSection(context),
  ]
}

function sizeOf(parts: readonly { readonly html: string }[]): number {
  return parts.reduce((sum, { html }) => sum + byteLength(html), 0)
}

/** Metrics whose months stand in the table of a figure. */
function drawnMetrics(summary: Summary, figures: readonly ReportFigure[]): ReadonlySet<string> {
  const drawn = new Set<string>()
  for (const { figure, path } of figures) {
    figure.table.rows.forEach((cells, row) =>
      cells.forEach((_, column) => {
        const place = /^series\.(\d+)\./.exec(path(row, column) ?? '')
        if (place) drawn.add(summary.series[Number(place[1])].metric)
      }),
    )
  }
  return drawn
}

/** Who is compared, in a line. */
export function titleText(context: ReportContext): string {
  const { source, language, words, shape } = context
  const titles = askedTitles(source.summary).map((title) => title[language])
  const title = titles.length > 0 ? words.and(titles) : pointName(context, shape.head)
  return title
}

function heading(context: ReportContext): Child {
  const { source, words, language } = context
  const baseline = source.summary.baseline?.title[language]
  return [
    element('h1', {}, titleText(context)),
    element(
      'p',
      { class: 'kicker' },
      baseline === undefined ? words.report : words.against(baseline),
    ),
  ]
}

function contents(context: ReportContext): Child {
  const { words, language } = context
  const heading = `${language}-contents`
  return element(
    'nav',
    { class: 'contents', 'aria-labelledby': heading },
    element('h2', { id: heading }, words.contents),
    element(
      'ol',
      {},
      SECTION_IDS.map((id) =>
        element('li', {}, element('a', { href: `#${language}-${id}` }, sectionTitle(context, id))),
      ),
    ),
  )
}

function foot({ source, words }: ReportContext): Child {
  const { version } = source.manifest.model
  return element('footer', {}, `${words.modesty} zhudai ${version} · ${source.name}`)
}
