/**
 * PRIM, the patient rule induction method: peels thin slices off the box of all cases, each time the one
 * whose loss raises the share of cases of interest most per case lost, until few cases are left. The
 * boxes on the way trade coverage against density. Pasting (`paste.ts`) then takes back what was peeled
 * too much.
 *
 *     gain = (density after − density before) / cases lost
 *
 * per case, because named values and numbers of few values lose more than a slice at once.
 *
 * @source Friedman, Fisher (1999), Statistics and Computing 9:123; gain per case: Kwakkel, Jaxa-Rozen
 *   (2016), Environmental Modelling and Software 79:311
 * @module
 */
import { qualityOf, type Box, type BoxQuality, type Restriction } from './box.ts'
import type { InputColumn } from './input-columns.ts'

/** Share of the cases in a box that one slice holds. */
export const SLICE = 0.05
/** A box holds at least this share of the cases, and this many. */
const LEAST_SHARE = 0.05
const LEAST_CASES = 5

/** A box on the way, and how it does. */
export interface PeeledBox {
  readonly box: Box
  readonly quality: BoxQuality
}

/** Cases of a search: the inputs, and by input the cases in ascending order of it. */
export interface PeelCases {
  readonly inputs: readonly InputColumn[]
  readonly orders: readonly Int32Array[]
}

interface Slice {
  readonly restriction: Restriction
  readonly gain: number
}

/** @param among  the cases to search, ascending */
export function peelCases(inputs: readonly InputColumn[], among: Int32Array): PeelCases {
  const orders = inputs.map(({ values }) =>
    Int32Array.from(among).sort((i, j) => values[i] - values[j] || i - j),
  )
  return { inputs, orders }
}

/**
 * The boxes on the way, the one of all cases first.
 *
 * @param interest  1 for a case of interest, 0 for others
 */
export function peel({ inputs, orders }: PeelCases, interest: Uint8Array): PeeledBox[] {
  let left: Int32Array[] = orders.map((order) => order.slice())
  const size = orders[0]?.length ?? 0
  const fewest = Math.max(LEAST_CASES, Math.ceil(LEAST_SHARE * size))
  const all = sumOf(interest, orders[0] ?? new Int32Array())
  let held = all
  let box: Box = []
  const found = [{ box, quality: qualityOf({ cases: size, ofInterest: held }, all) }]
  while (held > 0 && held < left[0].length) {
    const best = bestSlice(inputs, left, interest, held, fewest, box)
    if (best === undefined) break
    const { restriction } = best
    box = [...box.filter(({ input }) => input !== restriction.input), restriction]
    const { values } = inputs[restriction.input]
    left = left.map((order) => keepWithin(order, restriction, values))
    held = sumOf(interest, left[0])
    found.push({ box, quality: qualityOf({ cases: left[0].length, ofInterest: held }, all) })
  }
  return found
}

function bestSlice(
  inputs: readonly InputColumn[],
  left: readonly Int32Array[],
  interest: Uint8Array,
  held: number,
  fewest: number,
  box: Box,
): Slice | undefined {
  let best: Slice | undefined
  const consider = (slice: Slice | undefined): void => {
    if (slice !== undefined && (best === undefined || slice.gain > best.gain)) best = slice
  }
  for (let input = 0; input < inputs.length; input++) {
    const own = box.find((one) => one.input === input)
    const cases = { input, column: inputs[input], order: left[input], interest, held, fewest }
    if (inputs[input].members.length > 0) valueSlices(cases).forEach(consider)
    else {
      consider(endSlice(cases, own, 'low'))
      consider(endSlice(cases, own, 'high'))
    }
  }
  return best
}

interface SliceCases {
  readonly input: number
  readonly column: InputColumn
  readonly order: Int32Array
  readonly interest: Uint8Array
  readonly held: number
  readonly fewest: number
}

/** The lowest or the highest slice of a number, whole values at a time. */
function endSlice(
  { input, column: { values }, order, interest, held, fewest }: SliceCases,
  own: Restriction | undefined,
  end: 'low' | 'high',
): Slice | undefined {
  const n = order.length
  const first = end === 'low' ? 0 : n - 1
  const way = end === 'low' ? 1 : -1
  const wanted = Math.max(1, Math.ceil(SLICE * n))
  let lost = 0
  let lostInterest = 0
  let last = NaN
  for (; lost < n; lost++) {
    const place = order[first + way * lost]
    if (lost >= wanted && values[place] !== last) break
    last = values[place]
    lostInterest += interest[place]
  }
  if (n - lost < fewest) return undefined
  const { low = -Infinity, high = Infinity } = own ?? {}
  const edge = values[order[first + way * lost]]
  const restriction = end === 'low' ? { input, low: edge, high } : { input, low, high: edge }
  return { restriction, gain: gainOf(n, held, lost, lostInterest) }
}

/** Each of the named values that are left, taken away by itself. */
function valueSlices({ input, column, order, interest, held, fewest }: SliceCases): Slice[] {
  const { members, values } = column
  const lost = new Int32Array(members.length)
  const lostInterest = new Int32Array(members.length)
  for (let k = 0; k < order.length; k++) {
    lost[values[order[k]]]++
    lostInterest[values[order[k]]] += interest[order[k]]
  }
  const there = members.flatMap((_, m) => (lost[m] > 0 ? [m] : []))
  return there
    .filter((m) => order.length - lost[m] >= fewest)
    .map((m) => ({
      restriction: {
        input,
        low: -Infinity,
        high: Infinity,
        allowed: there.filter((other) => other !== m),
      },
      gain: gainOf(order.length, held, lost[m], lostInterest[m]),
    }))
}

function gainOf(n: number, held: number, lost: number, lostInterest: number): number {
  return ((held - lostInterest) / (n - lost) - held / n) / lost
}

/** The places of an order that are left, moved to its front. */
function keepWithin(
  order: Int32Array,
  { low, high, allowed }: Restriction,
  values: Float64Array,
): Int32Array {
  let left = 0
  for (let k = 0; k < order.length; k++) {
    const value = values[order[k]]
    const isLeft = allowed === undefined ? value >= low && value <= high : allowed.includes(value)
    if (isLeft) order[left++] = order[k]
  }
  return order.subarray(0, left)
}

function sumOf(interest: Uint8Array, places: Int32Array): number {
  let sum = 0
  for (let k = 0; k < places.length; k++) sum += interest[places[k]]
  return sum
}
