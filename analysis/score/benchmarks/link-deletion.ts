/**
 * Benchmarks that cut as many links as the model, not knowing why.
 *
 *     random:             every link has the same chance to be next
 *     size-proportional:  a link's chance is proportional to 1/balance of its platform
 *
 * Order of deletion by Gumbel errors: score = ln(chance) − ln(−ln u), the largest score first, which
 * draws without replacement with these chances. The number of links is held to the least the model has
 * had so far: what the model lost net goes, and what it won first is not lost twice.
 *
 * @source Model document, sections 2 (choice) and 15 (benchmarks)
 * @module
 */
import { log } from '../../../engine/numerics/log.ts'
import type { Phase } from '../../../engine/phase.ts'
import { gumbel, purpose, uniform, type Key } from '../../../engine/stream.ts'
import { endPartner } from '../../../agents/loans/end-links.ts'
import { LOW_VALUE, type Market } from '../../../agents/market.ts'
import {
  countPartnerships,
  isPartnership,
  partnershipsByBank,
  stopEmptyProgrammes,
} from './cut-link.ts'
import { leaveVolumes, noteVolumes, type Volumes } from './volumes.ts'

const deleteLink = purpose('benchmark.deleteLink')

/** ln of a link's chance, up to a constant. */
export type LogChance = (market: Market, slot: number) => number

/** Every link alike. */
export const evenChance: LogChance = () => 0

/** Inversely proportional to the balance of the platform at the end of the opening month. */
export const inverseToBalance: LogChance = ({ platforms, edges }, slot) =>
  -log(platforms.balance[edges.links.to[slot]])

/** @param modelLinks  partnerships of the model at the end of each period */
export function linkDeletion(chance: LogChance, modelLinks: ArrayLike<number>): Phase<Market> {
  let volumes: Volumes | undefined
  let order: number[] = []
  let next = 0
  let partners: Int32Array = new Int32Array(0)
  return {
    id: 'benchmark.deleteLinks',
    label: { en: 'As many links go as in the model', zh: '删除与模型同样多的合作' },
    run(market, { key, period }) {
      if (volumes === undefined) {
        volumes = noteVolumes(market)
        partners = partnershipsByBank(market)
        order = orderOfDeletion(market, chance, key)
      }
      const surplus = countPartnerships(market) - modelLinks[period]
      for (let k = 0; k < surplus && next < order.length; k++) {
        endPartner(market, order[next++], LOW_VALUE, period)
      }
      stopEmptyProgrammes(market, partners, period)
      leaveVolumes(market, volumes, period)
    },
  }
}

/** Slots of all partnerships, first to go first; ties: lower slot. */
export function orderOfDeletion(market: Market, chance: LogChance, key: Key): number[] {
  const { banks, platforms, edges } = market
  const { from, to, count } = edges.links
  const scored: { slot: number; score: number }[] = []
  for (let slot = 0; slot < count; slot++) {
    if (!isPartnership(market, slot)) continue
    const u = uniform(key, deleteLink, banks.id[from[slot]], platforms.id[to[slot]], 0)
    scored.push({ slot, score: chance(market, slot) + gumbel(u) })
  }
  return scored.sort((a, b) => b.score - a.score).map(({ slot }) => slot)
}
