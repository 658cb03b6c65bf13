/**
 * Names at the right end of lines, moved apart, with a short leader from each line to its name.
 * @module
 */
import type { Markish } from '@observablehq/plot'
import type { PlotLibrary } from '../canvas.ts'
import { dodge } from '../layout/dodge.ts'
import type { Plane } from '../layout/plane.ts'
import { LABEL, LINE, STROKE, type Margins } from '../layout/sizes.ts'
import { truncate, widest, wrap } from '../layout/text-width.ts'
import { paint, type Paint } from '../palette.ts'

export interface DirectLabel {
  /** Value it stands beside. */
  readonly at: number
  /** Name first; the numbers below. */
  readonly name: string
  readonly value?: string
  /** The whole name, where the caller has cut it. */
  readonly whole?: string
  readonly colour: Paint
  readonly dash?: string | undefined
}

const LEADER = 14
const GAP = 4
const MOST_LINES = 2

/** The widest a name may be before it is wrapped, and cut after two lines [px]. */
const WIDEST_NAME = 140
/** Share of a narrow figure that names may take. */
const WIDEST_SHARE = 0.28

/** Room for a name beside a figure of this width [px]. */
export function nameRoom(width: number, widestName = WIDEST_NAME): number {
  return Math.min(widestName, width * WIDEST_SHARE)
}

interface Laid {
  readonly label: DirectLabel
  readonly lines: readonly string[]
  readonly whole: boolean
}

function layLabel(label: DirectLabel, room: number): Laid {
  const lines = wrap(label.name, room, LABEL, MOST_LINES)
  const shown = lines.join('').replace(/\s/g, '')
  const whole = label.whole === undefined && shown === label.name.replace(/\s/g, '')
  const value = label.value === undefined ? [] : [truncate(label.value, room, LABEL)]
  return { label, lines: [...lines, ...value], whole }
}

/** Room a label takes along the axis [px]. */
function tallness({ lines }: Laid): number {
  return lines.length * LINE + 2
}

/** Height of a frame beside which all of them fit, at least `least` [px]. */
export function heightWithLabels(
  least: number,
  { top, bottom }: Margins,
  labels: readonly DirectLabel[],
  room: number,
): number {
  const needed = labels.reduce((sum, label) => sum + tallness(layLabel(label, room)), 0)
  return Math.max(least, needed - 2 * LINE + top + bottom)
}

/** Right margin that holds them [px]. */
function labelMargin(labels: readonly DirectLabel[], room: number): number {
  return (
    LEADER +
    GAP +
    2 +
    widest(
      labels.flatMap((label) => layLabel(label, room).lines),
      LABEL,
    )
  )
}

/** @param from  value on the horizontal axis where the lines end */
export function directLabels(
  plot: PlotLibrary,
  plane: Plane,
  from: number,
  labels: readonly DirectLabel[],
  room: number,
): Markish[] {
  const laid = labels.filter(({ at }) => Number.isFinite(at)).map((one) => layLabel(one, room))
  const places = dodge(
    laid.map(({ label }) => plane.y(label.at)),
    laid.map(tallness),
    plane.top - LINE,
    plane.bottom + LINE,
  )
  const beside = plane.valueAtX(plane.x(from) + LEADER)
  return laid.flatMap(({ label, lines, whole }, i) => {
    const y = plane.valueAtY(places[i])
    return [
      plot.link([label], {
        x1: [plane.valueAtX(plane.x(from) + 2)],
        x2: [beside],
        y1: [label.at],
        y2: [y],
        stroke: paint(label.colour),
        strokeWidth: STROKE / 1.5,
        ...(label.dash === undefined ? {} : { strokeDasharray: '3 2' }),
      }),
      plot.text([lines.join('\n')], {
        x: [beside],
        y: [y],
        dx: GAP,
        textAnchor: 'start',
        lineHeight: LINE / LABEL,
        className: 'direct-label',
        ...(whole ? {} : { title: [label.whole ?? label.name] }),
      }),
    ]
  })
}

/** Margins with room for labels on the right. */
export function withLabels(
  margins: Margins,
  labels: readonly DirectLabel[],
  room: number,
): Margins {
  return { ...margins, right: Math.max(margins.right, labelMargin(labels, room)) }
}
