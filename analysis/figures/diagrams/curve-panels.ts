/**
 * Curves of the model's own functions, in panels one below the other, each with axes of its own.
 *
 * Everything is placed in pixels before it is drawn, so panels may differ in both axes.
 * @module
 */
import type { Markish } from '@observablehq/plot'
import type { Canvas, PlotLibrary } from '../canvas.ts'
import { drawFigure } from '../draw.ts'
import { PAGE_WIDTH, type Figure, type FigureFrame } from '../figure.ts'
import { planeOf, type Plane } from '../layout/plane.ts'
import { LINE, PAD, STROKE, type Margins } from '../layout/sizes.ts'
import { valueAxis, type ValueAxis } from '../layout/value-axis.ts'
import { halo } from '../marks/axes.ts'
import { directLabels, nameRoom, withLabels } from '../marks/direct-labels.ts'
import { paint, palette } from '../palette.ts'
import { axisMarks, markLine } from './curve-axes.ts'
import type { Curve, CurvePanel, Laid } from './curve-panel.ts'

/** What a figure of curves says besides its numbers. */
export interface CurveWords {
  readonly title: string
  readonly subtitle: string
  readonly description: string
}

const PANEL = 168
/** Title of a panel with the words of its marks, and its axis below. */
const ABOVE = 3 * LINE
const BELOW = 3 * LINE

export function curvePanels(
  canvas: Canvas,
  kind: string,
  words: CurveWords,
  panels: readonly CurvePanel[],
  frame: FigureFrame,
): Figure {
  const width = frame.width ?? PAGE_WIDTH
  const room = nameRoom(width)
  const axes = panels.map((panel) => upAxis(panel, frame))
  const outside = panels.flatMap(({ curves }) => curves.filter(({ nameAt }) => !nameAt))
  const margins = withLabels(
    { top: 0, right: 4 * PAD, bottom: 0, left: Math.max(...axes.map((up) => up.width)) + 2 * PAD },
    outside.map(({ name, role }) => ({ at: 0, name, colour: role })),
    room,
  )
  const height = panels.length * (ABOVE + PANEL + BELOW)
  const laid = panels.map((panel, i) => layPanel(panel, axes[i], i, width, height, margins))
  return drawFigure(canvas, frame, {
    kind,
    ...words,
    table: {
      columns: ['panel', 'curve', 'x', 'y'].map((label) => ({ label })),
      rows: panels.flatMap(({ title, along, curves }) =>
        curves.flatMap(({ name, values }) =>
          along.places.map((place, i) => [title, name, place, values[i]]),
        ),
      ),
    },
    height,
    margins: { top: 0, right: 0, bottom: 0, left: 0 },
    x: { type: 'identity' },
    y: { type: 'identity' },
    marks: laid.flatMap((one) => panelMarks(canvas.plot, one, frame, room)),
  })
}

function upAxis({ curves, ends, unit }: CurvePanel, { language }: FigureFrame): ValueAxis {
  const values = curves.flatMap((curve) => curve.values)
  return valueAxis([...values, ...(ends ?? [])], { unit, sort: 'level', language, steps: 4 })
}

function layPanel(
  panel: CurvePanel,
  up: ValueAxis,
  place: number,
  width: number,
  height: number,
  { left, right }: Margins,
): Laid {
  const top = place * (ABOVE + PANEL + BELOW) + ABOVE
  const { places, falls } = panel.along
  const [first, last] = [places[0], places[places.length - 1]]
  const plane = planeOf(
    width,
    height,
    { left, right, top, bottom: height - top - PANEL },
    falls === true ? [last, first] : [first, last],
    [up.low, up.high],
  )
  return { panel, plane, up }
}

function panelMarks(plot: PlotLibrary, laid: Laid, frame: FigureFrame, room: number): Markish[] {
  const { panel, plane } = laid
  return [
    plot.text([panel.title], {
      x: [plane.left],
      y: [plane.top - 2 * LINE],
      textAnchor: 'start',
      lineAnchor: 'bottom',
      fontWeight: 600,
    }),
    ...axisMarks(plot, laid, frame),
    ...(panel.marks ?? []).flatMap((mark) => markLine(plot, plane, mark)),
    ...panel.curves.map((curve) => curveLine(plot, laid, curve)),
    ...nameBeside(plot, laid),
    ...nameAtEnds(plot, laid, room),
  ]
}

function curveLine(plot: PlotLibrary, { panel, plane }: Laid, { role, values }: Curve): Markish {
  const { dash } = palette[role]
  return plot.line(panel.along.places, {
    x: (place: number) => plane.x(place),
    y: (_: number, i: number) => (Number.isFinite(values[i]) ? plane.y(values[i]) : NaN),
    stroke: paint(role),
    strokeWidth: STROKE,
    ...(panel.steps === true ? { curve: 'step-after' as const } : {}),
    ...(dash === undefined ? {} : { strokeDasharray: dash }),
  })
}

/** Names that stand inside the panel, above a line or below it. */
function nameBeside(plot: PlotLibrary, { panel, plane }: Laid): Markish[] {
  return panel.curves.flatMap(({ name, values, nameAt }) => {
    if (nameAt === undefined) return []
    const { place, side, anchor } = nameAt
    return [
      plot.text([name], {
        x: [plane.x(panel.along.places[place]) + (anchor === 'start' ? PAD : -PAD)],
        y: [plane.y(values[place]) + (side === 'above' ? -PAD : PAD + 2)],
        textAnchor: anchor,
        fill: 'currentColor',
        ...halo,
      }),
    ]
  })
}

/** Names that stand where their lines end on the right. */
function nameAtEnds(plot: PlotLibrary, { panel, plane }: Laid, room: number): Markish[] {
  const pixels: Plane = {
    ...plane,
    x: (place) => place,
    y: (place) => place,
    valueAtX: (place) => place,
    valueAtY: (place) => place,
  }
  const labels = panel.curves
    .filter(({ nameAt }) => !nameAt)
    .map(({ name, role, values }) => {
      const shown = panel.along.falls === true ? values : [...values].reverse()
      return {
        at: plane.y(shown.find(Number.isFinite) ?? NaN),
        name,
        colour: role,
        dash: palette[role].dash,
      }
    })
  return directLabels(plot, pixels, plane.right, labels, room)
}
