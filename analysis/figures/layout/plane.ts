/**
 * From values to places and back, for labels that are measured before they are drawn.
 * @module
 */
import type { Margins } from './sizes.ts'

export interface Plane {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly x: (value: number) => number
  readonly y: (value: number) => number
  readonly valueAtX: (place: number) => number
  readonly valueAtY: (place: number) => number
}

/** @param x, @param y  values at left and right, at bottom and top */
export function planeOf(
  width: number,
  height: number,
  margins: Margins,
  x: readonly [number, number],
  y: readonly [number, number],
): Plane {
  const { left, top } = margins
  const right = width - margins.right
  const bottom = height - margins.bottom
  const perX = (right - left) / (x[1] - x[0] || 1)
  const perY = (bottom - top) / (y[1] - y[0] || 1)
  return {
    left,
    right,
    top,
    bottom,
    x: (value) => left + (value - x[0]) * perX,
    y: (value) => bottom - (value - y[0]) * perY,
    valueAtX: (place) => x[0] + (place - left) / perX,
    valueAtY: (place) => y[0] + (bottom - place) / perY,
  }
}
