/**
 * One panel of curves: what is drawn in it, and where.
 * @module
 */
import type { Role } from '../palette.ts'
import type { Plane } from '../layout/plane.ts'
import type { ValueAxis } from '../layout/value-axis.ts'

/** Above a line and to the right of one of its places, or below it, on either side. */
interface NameAt {
  /** Number of the place. */
  readonly place: number
  readonly side: 'above' | 'below'
  readonly anchor: 'start' | 'end'
}

export interface Curve {
  readonly name: string
  readonly role: Role
  /** One per place of the panel; NaN is a gap. */
  readonly values: readonly number[]
  /** Where its name stands, beside the line; at its right end unless said. */
  readonly nameAt?: NameAt
}

/** A dotted line across a panel, with its words above the frame. */
export interface Mark {
  readonly at: number
  readonly text: string
}

export interface CurvePanel {
  readonly title: string
  readonly unit: string
  /** Ends of the vertical axis where they are not those of the values. */
  readonly ends?: readonly [number, number]
  readonly along: Along
  readonly curves: readonly Curve[]
  readonly marks?: readonly Mark[]
  /** Values hold from their place to the next. */
  readonly steps?: boolean
}

/** The horizontal axis of a panel. */
export interface Along {
  readonly label: string
  readonly unit: string
  readonly places: readonly number[]
  /** Falling from left to right. */
  readonly falls?: boolean
  /** Words in place of numbers. */
  readonly ticks?: readonly Mark[]
}

/** A panel with its place in the figure. */
export interface Laid {
  readonly panel: CurvePanel
  readonly plane: Plane
  readonly up: ValueAxis
}
