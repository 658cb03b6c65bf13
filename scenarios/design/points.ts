/**
 * The points of a sweep: each block by its design, the blocks crossed.
 * @module
 */
import { canonicalText } from '../canonical-text.ts'
import type { AxisSubject, SweepAxis, SweepBlock } from '../sweep.ts'
import type { LeverValue, ParameterValue } from '../values.ts'
import { crossing } from './grid.ts'
import { latinHypercubePoints } from './latin-hypercube.ts'
import { morrisDesign } from './morris.ts'
import { scrambledSobolPoints } from './sobol.ts'
import { unitToValue } from './unit-to-value.ts'

/** One lever or parameter set to one value. */
export interface Assignment {
  readonly subject: AxisSubject
  readonly value: LeverValue | ParameterValue
}

/** A complete set of swept values; empty for a scenario without a sweep. */
export interface DesignPoint {
  readonly assignments: readonly Assignment[]
}

/** Values by id of what is swept. */
export type SweptValues = Readonly<Record<string, LeverValue | ParameterValue>>

/**
 * The points of a sweep, the last block and axis running fastest, each combination of values once:
 * a second run of the same values under the same luck would say nothing new.
 *
 * @param seed  any text; it places the points of all designs but grids
 */
export function designPoints(sweep: readonly SweepBlock[], seed: string): readonly DesignPoint[] {
  const blocks = sweep.map((block, number) => blockPoints(block, blockSeed(number, seed)))
  const points = new Map<string, DesignPoint>()
  for (const parts of crossing(blocks)) {
    const point = { assignments: parts.flat() }
    const name = canonicalText(sweptValues(point))
    if (!points.has(name)) points.set(name, point)
  }
  return [...points.values()]
}

/** How many points there are at most: all of them, where no combination of values repeats. */
export function countPoints(sweep: readonly SweepBlock[]): number {
  return sweep.reduce((count, block) => count * countBlock(block), 1)
}

/** The values of a point by id. */
export function sweptValues({ assignments }: DesignPoint): SweptValues {
  return Object.fromEntries(assignments.map(({ subject, value }) => [subject.id, value]))
}

function countBlock(block: SweepBlock): number {
  const { design, points = 0, trajectories = 0, axes } = block
  if (design === 'oneAtATime') return oneAtATime(block).length
  if (design === 'morris') return trajectories * (axes.length + 1)
  if (design !== 'grid') return points
  return axes.reduce((count, axis) => count * namedValues(axis).length, 1)
}

function blockPoints(block: SweepBlock, seed: string): readonly (readonly Assignment[])[] {
  const { design, points = 0, axes } = block
  switch (design) {
    case 'grid':
      return crossing(
        axes.map((axis) => namedValues(axis).map((value) => ({ subject: axis.subject, value }))),
      )
    case 'latinHypercube':
      return spread(latinHypercubePoints(points, axes.length, seed), axes)
    case 'sobol':
      return spread(scrambledSobolPoints(points, axes.length, seed), axes)
    case 'oneAtATime':
      return oneAtATime(block)
    case 'morris':
      return trajectoryPoints(block, seed)
  }
}

/** The scenario as it is, then every value of every axis by itself. */
function oneAtATime({ axes, points = 2 }: SweepBlock): readonly (readonly Assignment[])[] {
  return [
    [],
    ...axes.flatMap(({ subject, range }) => {
      const values =
        'values' in range
          ? range.values
          : Array.from({ length: points }, (_, k) => unitToValue(range, k / (points - 1)))
      return values.map((value) => [{ subject, value }])
    }),
  ]
}

/** Points of a block of `morris` in the order of its trajectories; the same point may come twice. */
export function trajectoryPoints(
  { axes, trajectories = 0 }: SweepBlock,
  seed: string,
): readonly (readonly Assignment[])[] {
  return spread(morrisDesign(axes.length, trajectories, seed).points, axes)
}

/** What names the luck of a block of a sweep. */
export function blockSeed(number: number, seed: string): string {
  return `${number}|${seed}`
}

/** Assignments at coordinates `[point * axes + axis]`. */
function spread(units: Float64Array, axes: readonly SweepAxis[]): readonly Assignment[][] {
  return Array.from({ length: units.length / axes.length }, (_, point) =>
    axes.map(({ subject, range }, axis) => ({
      subject,
      value: unitToValue(range, units[point * axes.length + axis]),
    })),
  )
}

function namedValues({ subject, range }: SweepAxis): readonly (LeverValue | ParameterValue)[] {
  if ('values' in range) return range.values
  throw new Error(`a grid over ${subject.id} needs named values`)
}
