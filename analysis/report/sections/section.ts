/**
 * A section of a report: a heading with something below it, always.
 * @module
 */
import { element, type Child, type Html } from '../page/html.ts'
import { figureBlock } from '../page/figure-block.ts'
import type { FigureSection, ReportContext, ReportFigure } from '../report-figure.ts'

export interface SectionContext extends ReportContext {
  /** Of this language, in order. */
  readonly figures: readonly ReportFigure[]
}

export type SectionId = keyof ReportContext['words']['sections']

export const SECTION_IDS: readonly SectionId[] = [
  'question',
  'answer',
  'changed',
  'time',
  'groups',
  'shape',
  'assumptions',
  'limits',
  'method',
  'provenance',
  'data',
]

/** The heading of a section: a sweep has settings in place of months. */
export function sectionTitle({ words, shape }: ReportContext, id: SectionId): string {
  return id === 'time' && shape.kind === 'sweep' ? words.settings : words.sections[id]
}

export function section(context: SectionContext, id: SectionId, ...children: Child[]): Html {
  const { language } = context
  const heading = `${language}-${id}`
  const number = SECTION_IDS.indexOf(id) + 1
  return element(
    'section',
    { 'data-section': id, 'aria-labelledby': heading },
    element('h2', { id: heading, tabindex: -1 }, `${number}. ${sectionTitle(context, id)}`),
    children,
  )
}

/** The figures of a section, numbered through the report. */
export function figuresOf({ figures }: SectionContext, id: FigureSection): Html[] {
  return figures.flatMap((figure, i) => (figure.section === id ? [figureBlock(figure, i + 1)] : []))
}

export function paragraph(...children: Child[]): Html {
  return element('p', {}, ...children)
}

export function note(...children: Child[]): Html {
  return element('p', { class: 'note' }, ...children)
}

export function list(items: readonly Child[], className?: string): Html {
  return element(
    'ul',
    { class: className },
    items.map((item) => element('li', {}, item)),
  )
}

/** Terms with what they mean; what is undefined is left out. */
export function terms(rows: readonly (readonly [term: string, text: Child])[]): Html {
  return element(
    'dl',
    {},
    rows
      .filter(([, text]) => text !== undefined)
      .map(([term, text]) => [element('dt', {}, term), element('dd', {}, text)]),
  )
}

const HAN = /\p{Script=Han}/gu
const LATIN = /[A-Za-z]+/g

/** A text whose language is its own: marked where it differs from the page's. */
export function foreign(text: string, language: ReportContext['language']): Child {
  const own = (text.match(HAN)?.length ?? 0) > (text.match(LATIN)?.length ?? 0) ? 'zh' : 'en'
  return own === language ? text : element('span', { lang: own === 'zh' ? 'zh-CN' : 'en' }, text)
}
