/**
 * Which rows of two points share their luck: those of equal replicates.
 * @module
 */

/** Rows of the left and of the right point, pair by pair. */
export interface Pairing {
  readonly left: Int32Array
  readonly right: Int32Array
}

/** @param left, @param right  replicates, ascending */
export function pairUp(left: Int32Array, right: Int32Array): Pairing {
  const pairs: { l: number; r: number }[] = []
  for (let l = 0, r = 0; l < left.length && r < right.length;) {
    if (left[l] === right[r]) pairs.push({ l: l++, r: r++ })
    else if (left[l] < right[r]) l++
    else r++
  }
  return {
    left: Int32Array.from(pairs, ({ l }) => l),
    right: Int32Array.from(pairs, ({ r }) => r),
  }
}

/** The named rows of a block `[row * width + column]`; the block itself when that is all of them. */
export function takeRows(block: Float64Array, rows: Int32Array, width: number): Float64Array {
  if (rows.length * width === block.length) return block
  const taken = new Float64Array(rows.length * width)
  rows.forEach((row, to) => {
    taken.set(block.subarray(row * width, (row + 1) * width), to * width)
  })
  return taken
}
