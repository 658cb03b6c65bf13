/**
 * Scenario discovery: in plain limits of the inputs, where cases of interest lie.
 *
 * Of the boxes PRIM passes (`peel.ts`), the best ones of every number of restrictions lose those that luck
 * explains (quasi-p-value above 5%); the one with the best balance of coverage and density is taken, and
 * the search goes on among the cases outside. A box counts only if cases shuffled at random rarely lead to one as good: whatever is
 * looked for long enough is found somewhere.
 *
 * @source Bryant, Lempert (2010), Technological Forecasting and Social Change 77:34; shuffling: Fisher
 *   (1935), The Design of Experiments, section 21
 * @module
 */
import { createSfc32, fillUniform } from '../../engine/sfc32.ts'
import {
  balanceOf,
  countBox,
  isInside,
  qualityOf,
  type Box,
  type BoxQuality,
  type Restriction,
} from './box.ts'
import type { InputColumn } from './input-columns.ts'
import { paste } from './paste.ts'
import { peel, peelCases, type PeelCases, type PeeledBox } from './peel.ts'
import { quasiPValue } from './quasi-p-value.ts'

/** A restriction, and how easily luck explains it. */
export interface FoundRestriction extends Restriction {
  readonly quasiP: number
}

export interface FoundBox {
  /** In order of input. */
  readonly restrictions: readonly FoundRestriction[]
  /** Among all cases, coverage of all that are of interest. */
  readonly quality: BoxQuality
  /** Probability of one as good among cases shuffled at random. */
  readonly byChance: number
  /** Boxes on the way to it, of the cases outside earlier boxes. */
  readonly tradeOff: readonly PeeledBox[]
}

export interface Discovery {
  readonly cases: number
  readonly ofInterest: number
  /** The first covers most; none where nothing stands out from luck. */
  readonly boxes: readonly FoundBox[]
}

/** Restrictions and boxes that luck explains more easily than this are not reported. */
export const ACCEPTED_CHANCE = 0.05
export const MOST_BOXES = 3
export const SHUFFLES = 199

/**
 * Searches for boxes.
 *
 * @param interest  1 for a case of interest, 0 for others
 * @param seed  text that names the search
 */
export function prim(
  inputs: readonly InputColumn[],
  interest: Uint8Array,
  seed: string,
  most: number = MOST_BOXES,
  shuffles: number = SHUFFLES,
): Discovery {
  let among = Int32Array.from({ length: interest.length }, (_, place) => place)
  const { cases, ofInterest } = countBox([], inputs, interest, among)
  const everything = among
  const boxes: FoundBox[] = []
  while (boxes.length < most) {
    const search = peelCases(inputs, among)
    const tradeOff = peel(search, interest)
    const box = bestBox(tradeOff, search, interest)
    if (box.length === 0) break
    const byChance = chanceOf(tradeOff, search, interest, `${boxes.length}|${seed}`, shuffles)
    if (byChance > ACCEPTED_CHANCE) break
    const quality = qualityOf(countBox(box, inputs, interest, everything), ofInterest)
    boxes.push({ restrictions: judged(box, search, interest), quality, byChance, tradeOff })
    among = among.filter((place) => !isInside(box, inputs, place))
  }
  return { cases, ofInterest, boxes }
}

/**
 * Of the boxes passed, the best balanced for every number of inputs they restrict.
 *
 * @returns in order of that number
 */
export function turningPoints(tradeOff: readonly PeeledBox[]): PeeledBox[] {
  const best = new Map<number, PeeledBox>()
  for (const one of tradeOff) {
    const found = best.get(one.box.length)
    if (found && balanceOf(found.quality) >= balanceOf(one.quality)) continue
    best.set(one.box.length, one)
  }
  return [...best.values()].sort((one, other) => one.box.length - other.box.length)
}

/** Each turning point pasted and pruned: the best balanced, the fewer restrictions where equal. */
function bestBox(tradeOff: readonly PeeledBox[], search: PeelCases, interest: Uint8Array): Box {
  const [{ quality: whole }] = tradeOff
  let best: Box = []
  let reached = balanceOf(whole)
  for (const { box: peeled } of turningPoints(tradeOff)) {
    const box = pruned(paste(peeled, search, interest), search, interest)
    const count = countBox(box, search.inputs, interest, search.orders[0])
    const balance = balanceOf(qualityOf(count, whole.ofInterest))
    if (balance > reached) {
      best = box
      reached = balance
    }
  }
  return best
}

/** The first of the best. */
function bestBalance(tradeOff: readonly PeeledBox[]): PeeledBox {
  return tradeOff.reduce((best, one) =>
    balanceOf(one.quality) > balanceOf(best.quality) ? one : best,
  )
}

/** Without restrictions that luck explains, the weakest dropped first. */
function pruned(box: Box, search: PeelCases, interest: Uint8Array): Box {
  const all = judged(box, search, interest)
  const weakest = all.reduce<FoundRestriction | undefined>(
    (worst, one) => (worst === undefined || one.quasiP > worst.quasiP ? one : worst),
    undefined,
  )
  if (weakest === undefined || weakest.quasiP <= ACCEPTED_CHANCE) return box
  return pruned(
    box.filter(({ input }) => input !== weakest.input),
    search,
    interest,
  )
}

function judged(box: Box, { inputs, orders }: PeelCases, interest: Uint8Array): FoundRestriction[] {
  const whole = countBox(box, inputs, interest, orders[0])
  return box
    .map((restriction) => {
      const others = box.filter((one) => one !== restriction)
      const without = countBox(others, inputs, interest, orders[0])
      return { ...restriction, quasiP: quasiPValue(whole, without) }
    })
    .sort((one, other) => one.input - other.input)
}

/**
 * Share of shufflings, the actual cases counted among them, that lead to a balance as good; stops where
 * it is beyond what is accepted.
 */
function chanceOf(
  tradeOff: readonly PeeledBox[],
  search: PeelCases,
  interest: Uint8Array,
  seed: string,
  shuffles: number,
): number {
  const reached = balanceOf(bestBalance(tradeOff).quality)
  const places = search.orders[0]
  const generator = createSfc32(`prim|${seed}`)
  const luck = new Float64Array(places.length)
  const shuffled = interest.slice()
  let asGood = 1
  for (let k = 0; k < shuffles; k++) {
    fillUniform(generator, luck)
    for (let last = places.length - 1; last > 0; last--) {
      const chosen = places[Math.floor(luck[last] * (last + 1))]
      const kept = shuffled[places[last]]
      shuffled[places[last]] = shuffled[chosen]
      shuffled[chosen] = kept
    }
    if (balanceOf(bestBalance(peel(search, shuffled)).quality) < reached) continue
    asGood++
    if (asGood > ACCEPTED_CHANCE * (shuffles + 1)) return asGood / (k + 2)
  }
  return asGood / (shuffles + 1)
}
