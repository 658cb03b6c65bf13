/**
 * Axes and dotted marks of a panel of curves.
 * @module
 */
import type { Markish } from '@observablehq/plot'
import type { PlotLibrary } from '../canvas.ts'
import type { FigureFrame } from '../figure.ts'
import type { Plane } from '../layout/plane.ts'
import { HAIR, LABEL, LINE, PAD } from '../layout/sizes.ts'
import { textWidth } from '../layout/text-width.ts'
import { valueAxis } from '../layout/value-axis.ts'
import { FAINT, halo } from '../marks/axes.ts'
import type { CurvePanel, Laid, Mark } from './curve-panel.ts'

/** Round values up the side and along the bottom, each with a faint line. */
export function axisMarks(
  plot: PlotLibrary,
  { panel, plane, up }: Laid,
  frame: FigureFrame,
): Markish[] {
  const ticks = panel.along.ticks ?? ticksAlong(panel, plane, frame)
  const faint = { stroke: 'currentColor', strokeOpacity: FAINT, strokeWidth: HAIR }
  return [
    plot.ruleY(up.ticks, { y: plane.y, x1: plane.left, x2: plane.right, ...faint }),
    plot.text(up.ticks, {
      x: plane.left - PAD,
      y: plane.y,
      text: up.label,
      textAnchor: 'end',
    }),
    plot.ruleX(ticks, {
      x: ({ at }: Mark) => plane.x(at),
      y1: plane.bottom,
      y2: plane.bottom + 5,
      stroke: 'currentColor',
      strokeOpacity: 0.5,
    }),
    plot.text(ticks, {
      x: ({ at }: Mark) => plane.x(at),
      y: plane.bottom + PAD,
      text: 'text',
      lineAnchor: 'top',
    }),
    plot.text([panel.along.label], {
      x: [plane.right],
      y: [plane.bottom + PAD + LINE + 2],
      textAnchor: 'end',
      lineAnchor: 'top',
    }),
  ]
}

function ticksAlong({ along }: CurvePanel, plane: Plane, { language }: FigureFrame): Mark[] {
  const { places, unit } = along
  const axis = valueAxis(places, { unit, sort: 'level', language, steps: 8 })
  const [low, high] = [Math.min(...places), Math.max(...places)]
  const every = Math.ceil(
    (axis.width + LABEL) / Math.abs(plane.x(axis.ticks[1]) - plane.x(axis.ticks[0])),
  )
  return axis.ticks
    .filter((at, i) => i % every === 0 && at >= low - ROUNDING && at <= high + ROUNDING)
    .map((at) => ({ at, text: axis.label(at) }))
}

/** What sums of steps may miss the end of an axis by. */
const ROUNDING = 1e-9

export function markLine(plot: PlotLibrary, plane: Plane, { at, text }: Mark): Markish[] {
  const half = textWidth(text, LABEL) / 2
  const x = plane.x(at)
  return [
    plot.ruleX([x], {
      x: (place: number) => place,
      y1: plane.top,
      y2: plane.bottom,
      stroke: 'currentColor',
      strokeDasharray: '1.5 3',
      strokeWidth: HAIR * 1.5,
    }),
    plot.text([text], {
      x: [Math.min(Math.max(x, plane.left + half), plane.right - half)],
      y: [plane.top - PAD / 2],
      lineAnchor: 'bottom',
      ...halo,
      fill: 'currentColor',
    }),
  ]
}
