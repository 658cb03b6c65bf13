/**
 * A figure that says there is nothing to show, and why.
 * @module
 */
import type { Canvas } from '../canvas.ts'
import { drawFigure } from '../draw.ts'
import { PAGE_WIDTH, type Figure, type FigureColumn, type FigureFrame } from '../figure.ts'
import { LABEL, LINE, PAD } from '../layout/sizes.ts'
import { wrap } from '../layout/text-width.ts'
import { figureWords } from '../words/figure-words.ts'

const MOST_LINES = 4

export function emptyFigure(
  canvas: Canvas,
  frame: FigureFrame,
  subtitle: string,
  columns: readonly FigureColumn[],
  reason = figureWords(frame.language).empty.reason,
): Figure {
  const { plot } = canvas
  const words = figureWords(frame.language)
  const width = frame.width ?? PAGE_WIDTH
  const lines = wrap(reason, width - 4 * PAD, LABEL, MOST_LINES)
  const margin = { top: PAD, right: PAD, bottom: PAD, left: PAD }
  return drawFigure(canvas, frame, {
    kind: 'empty',
    title: words.empty.title,
    subtitle,
    description: reason,
    table: { columns, rows: [] },
    height: lines.length * LINE + 6 * PAD,
    margins: margin,
    marks: [
      plot.frame({ strokeOpacity: 0.3, strokeDasharray: '4 4', rx: 4 }),
      plot.text([lines.join('\n')], { frameAnchor: 'middle', lineHeight: LINE / LABEL }),
    ],
  })
}
