/**
 * Bands of outcomes in two strengths of one hue, with the median through them. NaN is a gap.
 * @module
 */
import type { Markish } from '@observablehq/plot'
import type { PlotLibrary } from '../canvas.ts'
import { STROKE } from '../layout/sizes.ts'
import { paint, palette, type Role } from '../palette.ts'
import type { FigureWords } from '../words/figure-words.ts'

/** Quantiles over replicates, one number a month each. */
export interface Bands {
  readonly q05: readonly number[]
  readonly q25: readonly number[]
  readonly median: readonly number[]
  readonly q75: readonly number[]
  readonly q95: readonly number[]
}

const NINETY = 0.18
/** On top of the wider band. */
const FIFTY = 0.3
const THIN = { strokeWidth: 0.8, strokeOpacity: 0.6 }

/** @param x  places of the months */
export function bandMarks(
  plot: PlotLibrary,
  x: readonly number[],
  { q05, q25, median, q75, q95 }: Bands,
  role: Role,
  words: FigureWords,
): Markish[] {
  return [
    area(plot, x, q05, q95, { role, opacity: NINETY, title: words.bands.ninety, name: 'band90' }),
    area(plot, x, q25, q75, { role, opacity: FIFTY, title: words.bands.fifty, name: 'band50' }),
    seriesLine(plot, x, median, role),
  ]
}

/** Where nine in ten replicates of one scenario lie. */
export function levelBand(
  plot: PlotLibrary,
  x: readonly number[],
  { q05, q95 }: Pick<Bands, 'q05' | 'q95'>,
  role: Role,
  title: string,
): Markish {
  return area(plot, x, q05, q95, { role, opacity: NINETY, title, name: 'band90' })
}

interface AreaStyle {
  readonly role: Role
  readonly opacity: number
  readonly title: string
  readonly name: string
}

function area(
  plot: PlotLibrary,
  x: readonly number[],
  low: readonly number[],
  high: readonly number[],
  { role, opacity, title, name }: AreaStyle,
): Markish {
  return plot.areaY(x, {
    x,
    y1: low,
    y2: high,
    fill: paint(role),
    fillOpacity: opacity,
    title: () => title,
    className: name,
  })
}

/** A line in the colour and dashes of its role. */
export function seriesLine(
  plot: PlotLibrary,
  x: readonly number[],
  values: readonly number[],
  role: Role,
): Markish {
  const dash = palette[role].dash
  return plot.lineY(values, {
    x,
    y: values,
    stroke: paint(role),
    strokeWidth: STROKE,
    strokeLinecap: 'round',
    className: 'median',
    ...(dash === undefined ? {} : { strokeDasharray: dash, strokeLinecap: 'butt' }),
  })
}

/** Single replicates: because people take bands for limits. */
export function runMarks(
  plot: PlotLibrary,
  x: readonly number[],
  runs: readonly (readonly number[])[],
  role: Role,
): Markish[] {
  return runs.map((run) =>
    plot.lineY(run, { x, y: run, stroke: paint(role), className: 'run', ...THIN }),
  )
}
