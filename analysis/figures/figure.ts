/**
 * What a figure is: a picture, its words, and the same numbers as a table.
 * @module
 */
import type { Text } from '../metrics/metric.ts'
import type { Language } from '../words/language.ts'

/** A name that differs between the languages, or one that does not. */
export type Label = string | Text

/** A label in a language. */
export function say(label: Label, language: Language): string {
  return typeof label === 'string' ? label : label[language]
}

/** What surrounds a figure; what its numbers say comes from the numbers. */
export interface FigureFrame {
  /** Unique in its document: letters, digits and hyphens. */
  readonly id: string
  readonly language: Language
  /** The finding, where the caller knows it better than the figure. */
  readonly title?: string
  /** Metric, unit and population. */
  readonly subtitle?: string
  /** Where the numbers come from. */
  readonly source: string
  /** Width of the drawing [px]; 680 fits a page of A4. */
  readonly width?: number
}

export interface FigureColumn {
  readonly label: string
  /** Unit of its numbers, as metrics declare it; absent for text and plain numbers. */
  readonly unit?: string
  /** Whether its numbers are levels or differences; levels unless said. */
  readonly sort?: 'level' | 'change'
}

/** A name or a number in full precision; NaN is not defined here. */
export type Cell = string | number

/** The numbers that are drawn, row by row. */
export interface FigureTable {
  readonly columns: readonly FigureColumn[]
  readonly rows: readonly (readonly Cell[])[]
  /** Unit of each row, where rows differ in it; columns then have none. */
  readonly units?: readonly string[]
}

export interface Figure {
  readonly id: string
  readonly language: Language
  readonly title: string
  readonly subtitle: string
  /** The figure in words, for readers who do not see it. */
  readonly description: string
  readonly source: string
  /** One SVG element; colours follow the page through its variables. */
  readonly svg: string
  readonly table: FigureTable
  readonly width: number
  readonly height: number
}

/** Width of a figure where nothing else is said [px]. */
export const PAGE_WIDTH = 680
