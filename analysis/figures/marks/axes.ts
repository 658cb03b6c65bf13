/**
 * Axes: round values with faint lines across, months along, zero and the month of effect marked.
 * @module
 */
import type { Markish } from '@observablehq/plot'
import type { PlotLibrary } from '../canvas.ts'
import { HAIR, LABEL, LINE, PAD } from '../layout/sizes.ts'
import type { MonthTick } from '../layout/month-axis.ts'
import type { ValueAxis } from '../layout/value-axis.ts'
import { textWidth } from '../layout/text-width.ts'
import type { Plane } from '../layout/plane.ts'
import { paint } from '../palette.ts'

/** How faint the lines of a grid are. */
export const FAINT = 0.14

/** Values up the left side, their unit above them. */
export function valuesUp(plot: PlotLibrary, axis: ValueAxis, marginLeft: number): Markish[] {
  return [
    plot.ruleY(axis.ticks, { stroke: 'currentColor', strokeOpacity: FAINT, strokeWidth: HAIR }),
    plot.axisY([...axis.ticks], {
      tickFormat: axis.label,
      tickSize: 0,
      tickPadding: PAD,
      label: null,
      className: 'axis-y',
    }),
    plot.text(axis.unit === '' ? [] : [axis.unit], {
      frameAnchor: 'top-left',
      dx: -marginLeft,
      dy: -2 * LINE - 2,
      textAnchor: 'start',
      lineAnchor: 'top',
      className: 'unit',
    }),
  ]
}

/** Values along the bottom, their unit at the right end below. */
export function valuesAlong(plot: PlotLibrary, axis: ValueAxis): Markish[] {
  return [
    plot.ruleX(axis.ticks, { stroke: 'currentColor', strokeOpacity: FAINT, strokeWidth: HAIR }),
    plot.axisX([...axis.ticks], {
      tickFormat: axis.label,
      tickSize: 0,
      tickPadding: PAD,
      label: null,
      className: 'axis-x',
    }),
  ]
}

/** Months along the bottom. */
export function monthsAlong(plot: PlotLibrary, ticks: readonly MonthTick[]): Markish {
  const texts = new Map(ticks.map(({ at, text }) => [at, text]))
  return plot.axisX(
    ticks.map(({ at }) => at),
    {
      tickFormat: (at: number) => texts.get(at) ?? '',
      tickSize: 5,
      tickPadding: 4,
      label: null,
      strokeOpacity: 0.5,
      className: 'axis-x',
    },
  )
}

/** The line from which changes are counted. */
export function zeroLine(plot: PlotLibrary): Markish {
  return plot.ruleY([0], {
    stroke: 'currentColor',
    strokeOpacity: 0.75,
    strokeWidth: HAIR * 1.25,
    className: 'zero',
  })
}

/** A dotted line at the month rules take effect, with its words above the frame. */
export function effectLine(plot: PlotLibrary, plane: Plane, at: number, text: string): Markish[] {
  if (at < 0) return []
  const half = textWidth(text, LABEL) / 2
  const wanted = plane.x(at)
  const place = Math.min(Math.max(wanted, plane.left + half), plane.right - half)
  return [
    plot.ruleX([at], {
      stroke: 'currentColor',
      strokeDasharray: '1.5 3',
      strokeWidth: HAIR * 1.5,
      className: 'effective',
    }),
    plot.text([text], {
      x: [plane.valueAtX(place)],
      frameAnchor: 'top',
      dy: -PAD,
      lineAnchor: 'bottom',
      textAnchor: 'middle',
    }),
  ]
}

/** Text that stays legible on top of marks. */
export const halo = { stroke: paint('page'), strokeWidth: 3, strokeLinejoin: 'round' } as const
