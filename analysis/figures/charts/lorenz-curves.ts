/**
 * Lorenz curves: how unequally an amount is spread, before and after or in several scenarios.
 *
 *     L(k/n) = Σ_{i≤k} x₍ᵢ₎ / Σᵢ x₍ᵢ₎
 *
 * with x₍₁₎ ≤ x₍₂₎ ≤ … the amounts in ascending order.
 *
 * @source Lorenz (1905), Publications of the American Statistical Association 9:70
 * @module
 */
import type { Markish } from '@observablehq/plot'
import { gini as giniOf } from '../../metrics/shares.ts'
import { formatLevel } from '../../words/numbers.ts'
import type { Canvas, PlotLibrary } from '../canvas.ts'
import { drawFigure } from '../draw.ts'
import { say, type Figure, type FigureFrame, type Label } from '../figure.ts'
import { planeOf, type Plane } from '../layout/plane.ts'
import { LABEL, LINE, PAD, STROKE } from '../layout/sizes.ts'
import { truncate } from '../layout/text-width.ts'
import { valueAxis } from '../layout/value-axis.ts'
import { valuesAlong, valuesUp } from '../marks/axes.ts'
import { seriesLine } from '../marks/bands.ts'
import { paint, palette, roleOf, type Role } from '../palette.ts'
import { figureWords } from '../words/figure-words.ts'
import { emptyFigure } from './empty-figure.ts'

export interface LorenzGroup {
  readonly name: Label
  /** One per agent; zeros count, NaN does not. */
  readonly amounts: readonly number[]
  /** By place unless said. */
  readonly role?: Role
}

export interface LorenzCurves {
  /** What is spread over whom: balances of platforms. */
  readonly what: Label
  readonly groups: readonly LorenzGroup[]
}

const WIDTH = 420
const HEIGHT = 380
/** Points drawn at most. */
const MOST_POINTS = 200
const TENTH = 0.9
const KEY = 22

interface Curve {
  readonly name: string
  readonly role: Role
  readonly count: number
  readonly gini: number
  /** Cumulative shares of the number and of the total. */
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly topTenth: number
}

export function lorenzCurves(canvas: Canvas, shown: LorenzCurves, given: FigureFrame): Figure {
  const { plot } = canvas
  const frame = { ...given, width: given.width ?? WIDTH }
  const { language } = frame
  const words = figureWords(language)
  const subtitle = words.lorenz.subtitle(say(shown.what, language))
  const columns = [
    { label: words.columns.group },
    { label: words.lorenz.x, unit: 'share' },
    { label: words.lorenz.y, unit: 'share' },
  ]
  const curves = shown.groups
    .map((group, i) => curveOf(say(group.name, language), group.amounts, group.role ?? roleOf(i)))
    .filter((curve) => curve !== undefined)
  if (curves.length === 0) return emptyFigure(canvas, frame, subtitle, columns)

  const axis = valueAxis([0, 1], { unit: 'share', sort: 'level', language })
  const margins = {
    top: LINE,
    right: 3 * PAD,
    bottom: 2 * LINE + 2 * PAD,
    left: axis.width + 2 * PAD,
  }
  const plane = planeOf(frame.width, HEIGHT, margins, [0, 1], [0, 1])
  const [widest] = [...curves].sort((a, b) => b.topTenth - a.topTenth)
  const written = (value: number) => formatLevel(value, 'share', language)
  return drawFigure(canvas, frame, {
    kind: 'lorenz-curves',
    title: words.lorenz.title(
      words.and(curves.map(({ name, topTenth }) => words.valueOf(name, written(topTenth)))),
    ),
    subtitle,
    description: words.lorenz.description(
      curves
        .map(({ name, gini, count }) =>
          words.lorenz.curve(name, formatLevel(gini, '1', language), count),
        )
        .join(words.semicolon),
      written(widest.topTenth),
      widest.name,
    ),
    table: {
      columns,
      rows: curves.flatMap(({ name, x, y }) => x.map((share, i) => [name, share, y[i]])),
    },
    height: HEIGHT,
    margins,
    x: { domain: [0, 1] },
    y: { domain: [0, 1] },
    marks: [
      ...valuesUp(plot, axis, margins.left),
      ...valuesAlong(plot, axis),
      plot.text([words.lorenz.x], {
        frameAnchor: 'bottom-right',
        dy: 2 * LINE + PAD,
        textAnchor: 'end',
        lineAnchor: 'bottom',
      }),
      plot.link([0], {
        x1: [0],
        y1: [0],
        x2: [1],
        y2: [1],
        stroke: 'currentColor',
        strokeOpacity: 0.5,
        className: 'equality',
      }),
      ...curves.map(({ x, y, role }) => seriesLine(plot, x, y, role)),
      ...curves.flatMap((curve, i) =>
        keyMarks(plot, plane, curve, i, words.lorenz.gini(formatLevel(curve.gini, '1', language))),
      ),
    ],
  })
}

/** Names stand in the empty corner above the line of equality. */
function keyMarks(
  plot: PlotLibrary,
  plane: Plane,
  { name, role }: Curve,
  i: number,
  gini: string,
): Markish[] {
  const place = plane.top + PAD + LINE * (i * 2.25 + 0.5)
  const from = plane.left + PAD
  const y = plane.valueAtY(place)
  const room =
    (plane.right - plane.left) * (1 - (place - plane.top + LINE) / (plane.bottom - plane.top)) -
    KEY -
    3 * PAD
  const fitted = truncate(name, room, LABEL)
  return [
    plot.link([name], {
      x1: [plane.valueAtX(from)],
      x2: [plane.valueAtX(from + KEY)],
      y1: [y],
      y2: [y],
      stroke: paint(role),
      strokeWidth: STROKE,
      ...(palette[role].dash === undefined ? {} : { strokeDasharray: palette[role].dash }),
    }),
    plot.text([`${fitted}\n${gini}`], {
      x: [plane.valueAtX(from + KEY + PAD)],
      y: [y],
      textAnchor: 'start',
      lineAnchor: 'top',
      dy: -LINE / 2,
      lineHeight: LINE / LABEL,
      className: 'direct-label',
      ...(fitted === name ? {} : { title: [name] }),
    }),
  ]
}

function curveOf(name: string, amounts: readonly number[], role: Role): Curve | undefined {
  const sorted = Float64Array.from(amounts.filter(Number.isFinite)).sort()
  const count = sorted.length
  const cumulative = [0]
  for (const amount of sorted) cumulative.push(cumulative[cumulative.length - 1] + amount)
  const total = cumulative[count]
  if (!(total > 0)) return undefined
  const points = Math.min(count, MOST_POINTS)
  const ranks = Array.from({ length: points + 1 }, (_, i) => Math.round((i * count) / points))
  return {
    name,
    role,
    count,
    gini: giniOf(sorted),
    x: ranks.map((rank) => rank / count),
    y: ranks.map((rank) => cumulative[rank] / total),
    topTenth: 1 - heightAt(cumulative, TENTH * count) / total,
  }
}

/** The curve between two ranks is straight. */
function heightAt(cumulative: readonly number[], rank: number): number {
  const below = Math.floor(rank)
  if (below >= cumulative.length - 1) return cumulative[cumulative.length - 1]
  return cumulative[below] + (rank - below) * (cumulative[below + 1] - cumulative[below])
}
