/**
 * A figure as files: the drawing, its numbers, its words.
 * @module
 */
import { figureCaption } from '../figures/export/figure-caption.ts'
import { figureCsv } from '../figures/export/figure-csv.ts'
import { standaloneSvg } from '../figures/export/standalone-svg.ts'
import type { ReportFigure } from './report-figure.ts'

export interface FigureFiles {
  /** Name without an ending. */
  readonly name: string
  /** With its words and the colours of a light page. */
  readonly svg: string
  /** Full precision; empty where not defined. */
  readonly csv: string
  /** Caption and description. */
  readonly txt: string
}

export function figureFiles({ name, figure }: ReportFigure): FigureFiles {
  return {
    name,
    svg: standaloneSvg(figure),
    csv: figureCsv(figure),
    txt: `${figureCaption(figure)}\n\n${figure.description}\n`,
  }
}

/** Width and height of a drawing [px]. */
export function sizeOfSvg(svg: string): { readonly width: number; readonly height: number } {
  const read = (name: string) => Number(new RegExp(`^<svg[^>]* ${name}="([\\d.]+)"`).exec(svg)?.[1])
  return { width: read('width'), height: read('height') }
}
