/**
 * Names beside points of a plane: to the right, left, above or below, wherever nothing is yet.
 * @module
 */
import { DOT, LABEL, LINE } from './sizes.ts'
import { textWidth } from './text-width.ts'

export interface PlacedLabel {
  /** Which of the texts. */
  readonly index: number
  readonly x: number
  readonly y: number
  readonly textAnchor: 'start' | 'middle' | 'end'
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface Spot {
  readonly x: number
  readonly y: number
  readonly text: string
}

const APART = DOT + 5

/** Labels that find room, in the order of the points; the others are left to table and title. */
export function placeLabels(spots: readonly Spot[], inside: Box): PlacedLabel[] {
  const taken: Box[] = spots.map(({ x, y }) => boxOf(x - DOT, x + DOT, y - DOT, y + DOT))
  const placed: PlacedLabel[] = []
  spots.forEach(({ x, y, text }, index) => {
    const width = textWidth(text, LABEL)
    const half = LINE / 2
    const candidates = [
      { x: x + APART, y: y - half, textAnchor: 'start', from: x + APART },
      { x: x - APART, y: y - half, textAnchor: 'end', from: x - APART - width },
      { x: x + APART, y: y + half, textAnchor: 'start', from: x + APART },
      { x: x - APART, y: y + half, textAnchor: 'end', from: x - APART - width },
      { x, y: y - half - APART, textAnchor: 'middle', from: x - width / 2 },
      { x, y: y + half + APART, textAnchor: 'middle', from: x - width / 2 },
    ] as const
    for (const { from, ...label } of candidates) {
      const box = boxOf(from, from + width, label.y - half, label.y + half)
      if (!within(box, inside) || taken.some((other) => overlaps(box, other))) continue
      taken.push(box)
      placed.push({ index, ...label })
      break
    }
  })
  return placed
}

function boxOf(left: number, right: number, top: number, bottom: number): Box {
  return { left, right, top, bottom }
}

function within(box: Box, { left, right, top, bottom }: Box): boolean {
  return box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
