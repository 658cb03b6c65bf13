/**
 * Reports as documents, each written once per test file.
 * @module
 */
import { createHash } from 'node:crypto'
import { parseHTML } from 'linkedom'
import { createBrief } from '../../../analysis/report/create-brief.ts'
import { createReport } from '../../../analysis/report/create-report.ts'
import type { ReportSource } from '../../../analysis/report/report-source.ts'
import type { Language } from '../../../analysis/words/language.ts'
import { kinds, syntheticSource, type SyntheticWish } from './synthetic.ts'

export interface PageElement {
  readonly localName: string
  readonly textContent: string
  readonly innerHTML: string
  readonly parentElement: PageElement | null
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>
  getAttribute(name: string): string | null
  hasAttribute(name: string): boolean
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
  closest(selector: string): PageElement | null
}

export interface Rendered {
  readonly source: ReportSource
  readonly html: string
  readonly page: PageElement
  readonly all: (selector: string) => PageElement[]
}

export const digest = (text: string): string => createHash('sha256').update(text).digest('base64')

export async function render(
  source: ReportSource,
  language: Language = 'en',
  create = createReport,
): Promise<Rendered> {
  const html = await create(source, { language, digest })
  const { document } = parseHTML(html) as unknown as { document: PageElement }
  return {
    source,
    html,
    page: document,
    all: (selector) => [...document.querySelectorAll(selector)],
  }
}

export const renderBrief = (source: ReportSource, language: Language = 'en'): Promise<Rendered> =>
  render(source, language, createBrief)

const pages = new Map<string, Promise<Rendered>>()

/** The report of one of the kinds of results. */
export function reportOf(kind: string, more: Partial<SyntheticWish> = {}): Promise<Rendered> {
  const name = kind + JSON.stringify(more)
  let page = pages.get(name)
  if (page === undefined) {
    page = render(syntheticSource({ ...kinds[kind], ...more }))
    pages.set(name, page)
  }
  return page
}

/** The value at a path such as `changes.12.change.mean`; inputs have their own document. */
export function valueAt(source: ReportSource, path: string): unknown {
  return path.split('.').reduce<unknown>((found, key) => (found as Record<string, unknown>)[key], {
    ...source.summary,
    dependence: source.dependence,
  })
}
