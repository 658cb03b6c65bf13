/** Rows of numbers of one width, one after another. */
export interface RowStore {
  /** Adds the first `count` rows of `rows`; returns where they start. */
  add(rows: Float64Array, count: number): number
  /** All rows; later additions do not show. */
  rows(): Float64Array
}

const FIRST_ROWS = 256

/** An empty store of rows of `width` numbers. */
export function createRowStore(width: number): RowStore {
  let held = new Float64Array(FIRST_ROWS * width)
  let length = 0
  return {
    add(rows, count) {
      const start = length
      length += count * width
      if (length > held.length) {
        const longer = new Float64Array(Math.max(length, 2 * held.length))
        longer.set(held)
        held = longer
      }
      held.set(rows.subarray(0, count * width), start)
      return start
    },
    rows: () => held.slice(0, length),
  }
}
