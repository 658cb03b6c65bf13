/**
 * A figure as files: the drawing, its numbers, its words.
 * @module
 */
import { literalColours } from '../figures/palette.ts'
import { figureWords } from '../figures/words/figure-words.ts'
import { csvText } from '../results/csv.ts'
import { reportWords } from '../words/report/report-words.ts'
import type { ReportFigure } from './report-figure.ts'

export interface FigureFiles {
  /** Name without an ending. */
  readonly name: string
  /** With the colours of a light page. */
  readonly svg: string
  /** Full precision; empty where not defined. */
  readonly csv: string
  /** Caption and description. */
  readonly txt: string
  readonly width: number
  readonly height: number
}

export function figureFiles({ name, figure }: ReportFigure): FigureFiles {
  const { title, subtitle, source, description, svg, table, width, height, language } = figure
  const units = table.units
  const head = table.columns.map(({ label, unit }) =>
    unit === undefined ? label : `${label} [${unit}]`,
  )
  const withUnits = units ? [...head, reportWords(language).columns.unit] : head
  const rows = table.rows.map((row, i) => (units ? [...row, units[i]] : row))
  return {
    name,
    svg: literalColours(svg, 'light'),
    csv: csvText(withUnits, rows),
    txt: `${figureWords(language).caption(title, subtitle, source)}\n\n${description}\n`,
    width,
    height,
  }
}
