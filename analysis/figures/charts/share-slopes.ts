/**
 * Shares before and after, from amounts: the largest on their own, the rest as one.
 * @module
 */
import { say, type FigureFrame, type Label } from '../figure.ts'
import { figureWords } from '../words/figure-words.ts'

export interface ShareMove {
  readonly name: Label
  /** Amounts in any unit; drawn as shares of the sum at each end. */
  readonly before: number
  readonly after: number
}

export interface ShareTransition {
  readonly what: Label
  readonly from: Label
  readonly to: Label
  readonly moves: readonly ShareMove[]
  /** Moves with a line of their own; 10 unless said. */
  readonly named?: number
}

/** A share at both ends. */
export interface Slope {
  readonly name: string
  readonly before: number
  readonly after: number
}

const NAMED = 10

/** @returns largest first; none where there is nothing to share out */
export function slopesOf({ moves, named }: ShareTransition, { language }: FigureFrame): Slope[] {
  const known = moves.filter(
    ({ before, after }) => Number.isFinite(before) && Number.isFinite(after),
  )
  const total = (end: 'before' | 'after') => known.reduce((sum, move) => sum + move[end], 0)
  const [before, after] = [total('before'), total('after')]
  if (!(before > 0) || !(after > 0)) return []
  const slopes = known.map((move) => ({
    name: say(move.name, language),
    before: move.before / before,
    after: move.after / after,
  }))
  const size = (slope: Slope) => Math.max(slope.before, slope.after)
  const ranked = slopes
    .map((slope, i) => ({ slope, i }))
    .sort((a, b) => size(b.slope) - size(a.slope) || a.i - b.i)
    .map(({ slope }) => slope)
  const most = named ?? NAMED
  const rest = ranked.slice(most)
  if (rest.length < 2) return ranked
  const sum = (end: 'before' | 'after') => rest.reduce((all, slope) => all + slope[end], 0)
  const others = figureWords(language).others(rest.length)
  return [...ranked.slice(0, most), { name: others, before: sum('before'), after: sum('after') }]
}
