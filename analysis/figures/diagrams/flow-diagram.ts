/**
 * Who pays whom: the sectors of the market as boxes, every kind of payment as an arrow.
 * @module
 */
import type { Markish } from '@observablehq/plot'
import type { Canvas, PlotLibrary } from '../canvas.ts'
import { drawFigure } from '../draw.ts'
import { PAGE_WIDTH, type Figure, type FigureFrame } from '../figure.ts'
import { LABEL, LINE, STROKE } from '../layout/sizes.ts'
import { halo } from '../marks/axes.ts'
import { paint } from '../palette.ts'
import type { CurveWords } from './curve-panels.ts'
import { arrows, boxes, type Arrow, type ArrowId, type Box, type BoxId } from './flow-places.ts'

/** Names of boxes and arrows. */
export interface FlowWords extends CurveWords {
  readonly boxes: Readonly<Record<BoxId, readonly string[]>>
  readonly arrows: Readonly<Record<ArrowId, string>>
  readonly payer: string
  readonly payment: string
  readonly payee: string
  readonly source: string
}

const HEIGHT = 452

export function flowDiagram(canvas: Canvas, words: FlowWords, frame: FigureFrame): Figure {
  const { plot } = canvas
  const { title, subtitle, description } = words
  return drawFigure(canvas, frame, {
    kind: 'flow-diagram',
    title,
    subtitle,
    description,
    table: {
      columns: [words.payer, words.payment, words.payee].map((label) => ({ label })),
      rows: arrows.map(({ id, payer, payee }) => [
        words.boxes[payer][0],
        words.arrows[id].replaceAll('\n', ' '),
        words.boxes[payee][0],
      ]),
    },
    height: HEIGHT,
    margins: { top: 0, right: PAGE_WIDTH - boxes.rest.width - 2, bottom: 0, left: 0 },
    x: { type: 'identity' },
    y: { type: 'identity' },
    marks: [
      ...arrows.map((arrow) => arrowMark(plot, arrow)),
      ...arrows.map(({ id, at, anchor }) =>
        plot.text([words.arrows[id]], {
          x: [at[0]],
          y: [at[1]],
          textAnchor: anchor,
          lineHeight: LINE / LABEL,
          fill: 'currentColor',
          ...halo,
        }),
      ),
      ...(Object.keys(boxes) as BoxId[]).flatMap((id) =>
        boxMarks(plot, boxes[id], words.boxes[id]),
      ),
    ],
  })
}

function arrowMark(plot: PlotLibrary, arrow: Arrow): Markish {
  return plot.arrow([arrow], {
    x1: [arrow.from[0]],
    y1: [arrow.from[1]],
    x2: [arrow.to[0]],
    y2: [arrow.to[1]],
    stroke: paint(arrow.paint),
    strokeWidth: STROKE,
    headLength: 6,
  })
}

/** A name in bold over what it does. */
function boxMarks(plot: PlotLibrary, box: Box, [name, note]: readonly string[]): Markish[] {
  const middle = box.x + box.width / 2
  const centre = box.y + box.height / 2
  const line = (text: string, shift: number, bold: boolean): Markish =>
    plot.text([text], {
      x: [middle],
      y: [centre + shift],
      ...(bold ? { fontWeight: 600 } : {}),
    })
  return [
    plot.rect([box], {
      x1: [box.x],
      x2: [box.x + box.width],
      y1: [box.y],
      y2: [box.y + box.height],
      fill: paint('page'),
      stroke: 'currentColor',
      rx: 6,
    }),
    ...(note === ''
      ? [line(name, 0, true)]
      : [line(name, -LINE / 2, true), line(note, LINE / 2, false)]),
  ]
}
