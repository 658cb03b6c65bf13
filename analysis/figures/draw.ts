/**
 * Draws marks into a figure: one SVG element with title, description and nothing random in it.
 * @module
 */
import type { Markish, ScaleOptions } from '@observablehq/plot'
import type { Language } from '../words/language.ts'
import type { Canvas } from './canvas.ts'
import { PAGE_WIDTH, type Figure, type FigureFrame, type FigureTable } from './figure.ts'
import { LABEL, type Margins } from './layout/sizes.ts'
import { escapeXml, serialize, type SvgNode } from './serialize.ts'

/** What one kind of figure makes of its numbers. */
export interface Drawing {
  /** Kind of figure, a class of its element. */
  readonly kind: string
  /** What the numbers say, unless the frame has a title. */
  readonly title: string
  readonly subtitle: string
  readonly description: string
  readonly table: FigureTable
  readonly height: number
  readonly margins: Margins
  readonly x?: ScaleOptions
  readonly y?: ScaleOptions
  readonly marks: readonly Markish[]
  /** Attributes of the whole, for a page that lets people move through it. */
  readonly root?: Readonly<Record<string, string>>
  /** Attributes of the elements of a mark, by its class and in the order of its data. */
  readonly attributes?: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>
}

/** System fonts, Chinese first where Chinese is read. */
const FONTS: Readonly<Record<Language, string>> = {
  en: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  zh: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
}

interface SvgElement extends SvgNode {
  setAttribute(name: string, value: string): void
  querySelector(selector: string): SvgElement | null
  remove(): void
  readonly children: ArrayLike<SvgElement>
}

export function drawFigure(canvas: Canvas, frame: FigureFrame, drawing: Drawing): Figure {
  const width = frame.width ?? PAGE_WIDTH
  const { height, margins, marks, table, description, x, y } = drawing
  const root = canvas.plot.plot({
    document: canvas.document as never,
    width,
    height,
    marginTop: margins.top,
    marginRight: margins.right,
    marginBottom: margins.bottom,
    marginLeft: margins.left,
    className: 'figure',
    x: { axis: null, ...x },
    y: { axis: null, ...y },
    marks: [...marks],
  }) as unknown as SvgElement
  const title = frame.title ?? drawing.title
  dress(root, frame, drawing)
  return {
    id: frame.id,
    language: frame.language,
    title,
    subtitle: frame.subtitle ?? drawing.subtitle,
    description,
    source: frame.source,
    svg: withWords(serialize(root), frame, title, description),
    table,
    width,
    height,
  }
}

/** What assistive technology and the page need to know, in place of what Plot says about its marks. */
function dress(root: SvgElement, frame: FigureFrame, drawing: Drawing): void {
  root.querySelector('style')?.remove()
  const { id, language } = frame
  const attributes = {
    class: `figure ${drawing.kind}`,
    role: 'img',
    lang: language === 'zh' ? 'zh-CN' : 'en',
    'aria-labelledby': `${id}-${language}-title ${id}-${language}-desc`,
    'font-family': FONTS[language],
    'font-size': String(LABEL),
    style: 'font-variant-numeric:tabular-nums',
    ...drawing.root,
  }
  for (const [name, value] of Object.entries(attributes)) root.setAttribute(name, value)
  for (const [mark, rows] of Object.entries(drawing.attributes ?? {})) {
    const elements = root.querySelector(`.${mark}`)?.children ?? []
    for (let i = 0; i < Math.min(elements.length, rows.length); i++) {
      for (const [name, value] of Object.entries(rows[i])) elements[i].setAttribute(name, value)
    }
  }
}

function withWords(svg: string, { id, language }: FigureFrame, title: string, description: string) {
  const end = svg.indexOf('>') + 1
  const words =
    `<title id="${id}-${language}-title">${escapeXml(title)}</title>` +
    `<desc id="${id}-${language}-desc">${escapeXml(description)}</desc>`
  return `<svg xmlns="http://www.w3.org/2000/svg"${svg.slice('<svg'.length, end)}${words}${svg.slice(end)}`
}
