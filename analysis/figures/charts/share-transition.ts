/**
 * How shares moved: a line for each platform from its share before to its share after. Gains are
 * solid, losses dashed, and each end is named.
 * @module
 */
import type { Markish } from '@observablehq/plot'
import { formatChange, formatLevel } from '../../words/numbers.ts'
import type { Canvas, PlotLibrary } from '../canvas.ts'
import { drawFigure } from '../draw.ts'
import { PAGE_WIDTH, say, type Figure, type FigureFrame } from '../figure.ts'
import { dodge } from '../layout/dodge.ts'
import { planeOf, type Plane } from '../layout/plane.ts'
import { BOLD, DOT, LABEL, LINE, PAD, STROKE } from '../layout/sizes.ts'
import { truncate, widest } from '../layout/text-width.ts'
import { ABOVE, BELOW, paint, type Paint } from '../palette.ts'
import { figureWords } from '../words/figure-words.ts'
import { emptyFigure } from './empty-figure.ts'
import { slopesOf, type ShareTransition, type Slope } from './share-slopes.ts'

export type { ShareMove, ShareTransition } from './share-slopes.ts'

const ROW = 18
const LEADER = 26
/** Below this width changes are left to the table [px]. */
const NARROW = 500
const WIDEST = 0.37

export function shareTransition(
  canvas: Canvas,
  shown: ShareTransition,
  frame: FigureFrame,
): Figure {
  const { plot } = canvas
  const { language } = frame
  const words = figureWords(language)
  const subtitle = words.transition.subtitle(say(shown.what, language))
  const [from, to] = [say(shown.from, language), say(shown.to, language)]
  const columns = [
    { label: words.columns.platform },
    { label: from, unit: 'share' },
    { label: to, unit: 'share' },
    { label: words.transition.change, unit: 'share', sort: 'change' as const },
  ]
  const slopes = slopesOf(shown, frame)
  if (slopes.length === 0) return emptyFigure(canvas, frame, subtitle, columns)

  const width = frame.width ?? PAGE_WIDTH
  const narrow = width < NARROW
  const written = (share: number) => formatLevel(share, 'share', language)
  const left = slopes.map(({ name, before }) => ({ name, value: written(before) }))
  const right = slopes.map(({ name, before, after }) => ({
    name,
    value: narrow
      ? written(after)
      : `${written(after)} (${formatChange(after - before, 'share', language)})`,
  }))
  const room = width * WIDEST
  const margin = (labels: readonly EndLabel[]) =>
    Math.min(
      room,
      widest(
        labels.map(({ name, value }) => `${name}  ${value}`),
        LABEL,
      ),
    ) +
    LEADER +
    PAD
  const high = Math.max(...slopes.flatMap(({ before, after }) => [before, after]))
  const height = Math.max(220, slopes.length * (ROW + 6)) + 3 * LINE
  const margins = { top: 2 * LINE, right: margin(right), bottom: LINE, left: margin(left) }
  const plane = planeOf(width, height, margins, [0, 1], [0, high])
  const labelRoom = (side: number) => side - LEADER - PAD
  return drawFigure(canvas, frame, {
    kind: 'share-transition',
    title: titleOf(slopes, frame),
    subtitle,
    description: words.transition.description(
      slopes
        .map(({ name, before, after }) =>
          words.transition.row(name, written(before), written(after)),
        )
        .join(words.semicolon),
    ),
    table: {
      columns,
      rows: slopes.map(({ name, before, after }) => [name, before, after, after - before]),
    },
    height,
    margins,
    x: { domain: [0, 1] },
    y: { domain: [0, high] },
    marks: [
      plot.ruleX([0, 1], { stroke: 'currentColor', strokeOpacity: 0.4 }),
      headMark(plot, from, 0, 'end', margins.left - PAD),
      headMark(plot, to, 1, 'start', margins.right - PAD),
      ...slopes.map((slope) => slopeMark(plot, slope)),
      ...endMarks(
        plot,
        plane,
        slopes.map(({ before }) => before),
        left,
        'left',
        labelRoom(margins.left),
      ),
      ...endMarks(
        plot,
        plane,
        slopes.map(({ after }) => after),
        right,
        'right',
        labelRoom(margins.right),
      ),
    ],
  })
}

function headMark(
  plot: PlotLibrary,
  text: string,
  x: number,
  textAnchor: 'start' | 'end',
  room: number,
): Markish {
  const fitted = truncate(text, room / BOLD, LABEL)
  return plot.text([fitted], {
    x: [x],
    frameAnchor: 'top',
    dy: -LINE,
    textAnchor,
    lineAnchor: 'bottom',
    fontWeight: 600,
    ...(fitted === text ? {} : { title: [text] }),
  })
}

function colourOf({ before, after }: Slope): Paint {
  if (after === before) return 'quiet'
  return after > before ? ABOVE : BELOW
}

function slopeMark(plot: PlotLibrary, slope: Slope): Markish {
  return plot.link([slope], {
    x1: [0],
    x2: [1],
    y1: [slope.before],
    y2: [slope.after],
    stroke: paint(colourOf(slope)),
    strokeWidth: STROKE,
    className: slope.after < slope.before ? 'loses' : 'gains',
    ...(slope.after < slope.before ? { strokeDasharray: '6 4' } : {}),
  })
}

interface EndLabel {
  readonly name: string
  readonly value: string
}

/** Dots at one end, and their names moved apart beside them. */
function endMarks(
  plot: PlotLibrary,
  plane: Plane,
  shares: readonly number[],
  labels: readonly EndLabel[],
  side: 'left' | 'right',
  room: number,
): Markish[] {
  const x = side === 'left' ? 0 : 1
  const outward = side === 'left' ? -1 : 1
  const sizes = shares.map(() => ROW)
  const places = dodge(shares.map(plane.y), sizes, plane.top - LINE / 2, plane.bottom + LINE / 2)
  const beside = plane.valueAtX(plane.x(x) + outward * LEADER)
  const heights = places.map(plane.valueAtY)
  return [
    plot.link(shares, {
      x1: plane.valueAtX(plane.x(x) + outward * (DOT + 2)),
      x2: beside,
      y1: shares,
      y2: heights,
      stroke: 'currentColor',
      strokeOpacity: 0.35,
    }),
    plot.dot(shares, { x, y: shares, r: DOT - 1, fill: 'currentColor' }),
    ...labels.map(({ name, value }, i) => {
      const space = room - widest([`  ${value}`], LABEL)
      const fitted = truncate(name, space, LABEL)
      return plot.text([side === 'left' ? `${fitted}  ${value}` : `${value}  ${fitted}`], {
        x: [beside],
        y: [heights[i]],
        dx: outward * 3,
        textAnchor: side === 'left' ? 'end' : 'start',
        className: 'direct-label',
        ...(fitted === name ? {} : { title: [name] }),
      })
    }),
  ]
}

function titleOf(slopes: readonly Slope[], { language }: FigureFrame): string {
  const words = figureWords(language)
  const change = ({ before, after }: Slope) => after - before
  const sorted = [...slopes].sort((a, b) => change(b) - change(a))
  const [gainer, loser] = [sorted[0], sorted[sorted.length - 1]]
  const written = (slope: Slope) => formatChange(change(slope), 'share', language)
  if (change(gainer) === change(loser)) return words.transition.same
  return words.transition.title(gainer.name, written(gainer), loser.name, written(loser))
}
