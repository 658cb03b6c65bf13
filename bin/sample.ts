import { createSfc32, fillUniform } from '../engine/sfc32.ts'

/** `n` of the items, drawn without replacement, in their own order; the seed names the draw. */
export function sampleOf<Item>(items: readonly Item[], n: number, seed: string): Item[] {
  const luck = new Float64Array(items.length)
  fillUniform(createSfc32(`sample|${seed}`), luck)
  const order = items.map((_, k) => k).sort((a, b) => luck[a] - luck[b] || a - b)
  const chosen = new Set(order.slice(0, n))
  return items.filter((_, k) => chosen.has(k))
}
