/**
 * I20: in a cascade statuses only worsen, and whoever has failed is out of the network.
 *
 * @source Model document, sections 8.1, 8.4 and 12
 * @module
 */
import type { Check, Violation } from '../../engine/checks.ts'
import { PROGRAMME_ON, type Market } from '../market.ts'
import { bankName, guarantorName, pairNames, platformName } from './agent-names.ts'

/** Compared with the statuses before the month's failures. */
export const cascade: Check<Market> = {
  id: 'cascade',
  label: { en: 'Statuses only worsen in a cascade', zh: '传染过程中状态只会恶化' },
  find(market) {
    return findBank(market) ?? findPlatform(market) ?? findGuarantor(market) ?? findLink(market)
  },
}

function findBank(market: Market): Violation | undefined {
  const { failed, programme, size } = market.banks
  const { bankFailed, programme: before } = market.work.trace
  for (let b = 0; b < size; b++) {
    if (failed[b] < bankFailed[b]) {
      return worse('failed bank stays failed', failed[b], bankFailed[b], bankName(market, b))
    }
    if (programme[b] < before[b]) {
      const identity = 'programme does not return in a cascade'
      return worse(identity, programme[b], before[b], bankName(market, b))
    }
    if (failed[b] === 1 && programme[b] === PROGRAMME_ON) {
      return worse('failed bank has no programme', 1, 0, bankName(market, b))
    }
  }
  return undefined
}

function findPlatform(market: Market): Violation | undefined {
  const { failed, size } = market.platforms
  const before = market.work.trace.platformFailed
  for (let p = 0; p < size; p++) {
    if (failed[p] >= before[p]) continue
    return worse('failed platform stays failed', failed[p], before[p], platformName(market, p))
  }
  return undefined
}

function findGuarantor(market: Market): Violation | undefined {
  const { failed, size } = market.guarantors
  const before = market.work.trace.guarantorFailed
  for (let g = 0; g < size; g++) {
    if (failed[g] >= before[g]) continue
    return worse('failed guarantor stays failed', failed[g], before[g], guarantorName(market, g))
  }
  return undefined
}

function findLink(market: Market): Violation | undefined {
  const { banks, platforms, edges } = market
  const { links } = edges
  for (let slot = 0; slot < links.count; slot++) {
    if (links.active[slot] === 0 && edges.pending[slot] === 0) continue
    if (banks.failed[links.from[slot]] === 0 && platforms.failed[links.to[slot]] === 0) continue
    const identity = 'the failed have no partners'
    const agents = pairNames(market, slot)
    return { identity, left: 1, right: 0, tolerance: 0, agents }
  }
  return undefined
}

function worse(identity: string, left: number, right: number, agent: string): Violation {
  return { identity, left, right, tolerance: 0, agents: [agent] }
}
