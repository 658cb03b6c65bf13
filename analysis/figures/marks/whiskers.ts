/**
 * Dots with whiskers: a mean and the 95% interval of the mean. An interval that is not defined has no
 * whisker.
 * @module
 */
import type { Markish } from '@observablehq/plot'
import type { PlotLibrary } from '../canvas.ts'
import { DOT } from '../layout/sizes.ts'
import { paint, palette, type Role } from '../palette.ts'

export interface Whisker {
  /** Place on the axis that has no values: a month, a row. */
  readonly place: number
  readonly mean: number
  readonly low: number
  readonly high: number
  readonly role: Role
  /** Said of it on its own. */
  readonly title: string
  /** Whether the dot is hollow; as its role says unless given. */
  readonly hollow?: boolean
}

const CAP = 8
const WEIGHT = 2

/** @param direction  `up` where values go up, `along` where they go to the right */
export function whiskerMarks(
  plot: PlotLibrary,
  whiskers: readonly Whisker[],
  direction: 'up' | 'along',
): Markish[] {
  return whiskers.flatMap((one) => [
    ...(Number.isFinite(one.low) && Number.isFinite(one.high)
      ? intervalMarks(plot, one, direction)
      : []),
    plot.dot([one], {
      x: [direction === 'up' ? one.place : one.mean],
      y: [direction === 'up' ? one.mean : one.place],
      title: [one.title],
      ...dotStyle(one.role, one.hollow),
    }),
  ])
}

function intervalMarks(
  plot: PlotLibrary,
  { place, low, high, role }: Whisker,
  direction: 'up' | 'along',
): Markish[] {
  const line = { stroke: paint(role), strokeWidth: WEIGHT, className: 'whisker' }
  const cap = { ...line, length: CAP, anchor: 'start', className: 'cap' } as const
  const places = [place, place]
  const ends = [low, high]
  return direction === 'up'
    ? [
        plot.ruleX([place], { ...line, x: [place], y1: [low], y2: [high] }),
        plot.vector(ends, { ...cap, x: places, y: ends, shape: across }),
      ]
    : [
        plot.ruleY([place], { ...line, y: [place], x1: [low], x2: [high] }),
        plot.vector(ends, { ...cap, x: ends, y: places, shape: upright }),
      ]
}

interface Pen {
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
}

const across = {
  draw(pen: Pen, length: number) {
    pen.moveTo(-length / 2, 0)
    pen.lineTo(length / 2, 0)
  },
}

const upright = {
  draw(pen: Pen, length: number) {
    pen.moveTo(0, -length / 2)
    pen.lineTo(0, length / 2)
  },
}

/** Dots that tell roles apart without colour. */
export function dotStyle(role: Role, hollow = palette[role].hollow) {
  return {
    r: DOT,
    symbol: palette[role].symbol,
    fill: hollow ? paint('page') : paint(role),
    stroke: paint(role),
    strokeWidth: WEIGHT,
    className: 'dot',
  } as const
}
