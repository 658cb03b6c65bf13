/**
 * A figure in its place in a report, with the origin of every number in its table.
 * @module
 */
import type { Canvas } from '../figures/canvas.ts'
import type { Figure, FigureFrame } from '../figures/figure.ts'
import type { Known, SummaryPoint } from '../results/summary.ts'
import type { Language } from '../words/language.ts'
import { reportWords, type ReportWords } from '../words/report/report-words.ts'
import type { SummaryIndex } from './numbers/summary-index.ts'
import { indexSummary } from './numbers/summary-index.ts'
import { numberOf } from './numbers/told.ts'
import type { ReportSource } from './report-source.ts'
import { shapeOf, type ResultShape } from './result-shape.ts'

/** Sections that show figures. */
export type FigureSection = 'answer' | 'time' | 'groups' | 'shape' | 'assumptions'

export interface ReportFigure {
  /** Name of its files and of its element, without the language. */
  readonly name: string
  readonly section: FigureSection
  readonly figure: Figure
  /** Where the number in a cell of its table stands in the summary, if it does. */
  readonly path: (row: number, column: number) => string | undefined
}

/** What every part of a report looks things up in. */
export interface ReportContext {
  readonly source: ReportSource
  readonly index: SummaryIndex
  readonly shape: ResultShape
  readonly language: Language
  readonly words: ReportWords
}

export interface PlotContext extends ReportContext {
  readonly canvas: Canvas
  /** Of the drawings, where it is not that of a page [px]. */
  readonly width?: number
}

export function contextOf(source: ReportSource, language: Language): ReportContext {
  return {
    source,
    index: indexSummary(source.summary),
    shape: shapeOf(source.summary),
    language,
    words: reportWords(language),
  }
}

/** Months of the run. */
export function pairsOf({ source }: ReportContext, point: string): number {
  return source.summary.pairs.find((pair) => pair.point === point)?.pairs ?? 0
}

export function effectiveOf({ source }: ReportContext, point: string): string | undefined {
  return source.summary.pairs.find((pair) => pair.point === point)?.effective ?? undefined
}

/** Runs or pairs behind a point: the n of its numbers. */
export function countText(context: ReportContext, point: SummaryPoint): string {
  const { words } = context
  return point.baseline === null
    ? words.figure.replicates(point.done)
    : words.figure.pairs(pairsOf(context, point.id))
}

/** @param first  the figure is of replicate 0 alone */
export function frameOf(
  context: PlotContext,
  name: string,
  options: { readonly first?: boolean; readonly title?: string; readonly subtitle?: string } = {},
): FigureFrame {
  const { source, words, language, shape, width } = context
  const { version } = source.manifest.model
  const n = options.first === true ? words.figure.first : countText(context, shape.head)
  const { title, subtitle } = options
  return {
    id: name,
    language,
    source: words.figure.origin(version, source.name, n, source.summary.seed),
    ...(title === undefined ? {} : { title }),
    ...(subtitle === undefined ? {} : { subtitle }),
    ...(width === undefined ? {} : { width }),
  }
}

export function numbersOf(values: readonly Known[]): number[] {
  return values.map(numberOf)
}
