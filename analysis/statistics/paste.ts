/**
 * Pasting: peeling is greedy, and every slice was judged before later ones were gone. Here the sides of a
 * box move out again, as long as its density does not fall.
 *
 * @source Friedman, Fisher (1999), Statistics and Computing 9:123
 * @module
 */
import { countBox, isInside, type Box, type Restriction } from './box.ts'
import type { InputColumn } from './input-columns.ts'
import { SLICE, type PeelCases } from './peel.ts'

/** Takes slices back in, then single cases, as long as the density does not fall. */
export function paste(start: Box, cases: PeelCases, interest: Uint8Array): Box {
  let box = start
  for (;;) {
    const held = countBox(box, cases.inputs, interest, cases.orders[0]).cases
    const slice = Math.max(1, Math.ceil(SLICE * held))
    const wider = bestWider(box, cases, interest, slice) ?? bestWider(box, cases, interest, 1)
    if (wider === undefined) return box
    box = wider
  }
}

/** The box with a slice more that is densest, of equals the largest; undefined if all lose density. */
function bestWider(
  box: Box,
  { inputs, orders }: PeelCases,
  interest: Uint8Array,
  slice: number,
): Box | undefined {
  const { cases, ofInterest } = countBox(box, inputs, interest, orders[0])
  let best: { box: Box; density: number; cases: number } | undefined
  for (const restriction of box) {
    for (const wider of widened(restriction, box, inputs, orders, slice)) {
      const count = countBox(wider, inputs, interest, orders[0])
      const density = count.ofInterest / count.cases
      if (count.cases <= cases || density < ofInterest / cases) continue
      const isBetter =
        best === undefined ||
        density > best.density ||
        (density === best.density && count.cases > best.cases)
      if (isBetter) best = { box: wider, density, cases: count.cases }
    }
  }
  return best?.box
}

/** The box with one restriction a slice wider, in every way there is. */
function widened(
  restriction: Restriction,
  box: Box,
  inputs: readonly InputColumn[],
  orders: readonly Int32Array[],
  slice: number,
): Box[] {
  const { input, low, high, allowed } = restriction
  const { values, members } = inputs[input]
  const others = box.filter((one) => one !== restriction)
  if (allowed !== undefined) {
    const missing = members.flatMap((_, m) => (allowed.includes(m) ? [] : [m]))
    return missing.map((m) => {
      const more = [...allowed, m].sort((i, j) => i - j)
      return more.length === members.length
        ? others
        : [...others, { ...restriction, allowed: more }]
    })
  }
  const outside = Array.from(orders[input].filter((place) => isInside(others, inputs, place)))
  const below = outside.map((place) => values[place]).filter((value) => value < low)
  const above = outside.map((place) => values[place]).filter((value) => value > high)
  const lower = below.length > slice ? below[below.length - slice] : -Infinity
  const higher = above.length > slice ? above[slice - 1] : Infinity
  return [
    ...(below.length > 0 ? [limited({ input, low: lower, high }, others)] : []),
    ...(above.length > 0 ? [limited({ input, low, high: higher }, others)] : []),
  ]
}

function limited(restriction: Restriction, others: Box): Box {
  const open = restriction.low === -Infinity && restriction.high === Infinity
  return open ? others : [...others, restriction]
}
