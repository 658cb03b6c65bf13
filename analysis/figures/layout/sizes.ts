/**
 * Sizes every figure shares [px].
 * @module
 */

/** Letters of ticks, labels and panel titles. */
export const LABEL = 12
/** From one line of text to the next. */
export const LINE = 16
/** How much wider bold letters are. */
export const BOLD = 1.1
/** Between a label and what it belongs to. */
export const PAD = 8
/** Widths of lines: data, and rules that only help. */
export const STROKE = 2.25
export const HAIR = 1
/** Radius of a dot. */
export const DOT = 4.5

export interface Margins {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}
