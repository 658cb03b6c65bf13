/**
 * Who may lend at all.
 *
 * @source Model document, sections 8.1 and 12
 * @module
 */
import type { Check, Violation } from '../../engine/checks.ts'
import type { Market } from '../market.ts'
import { bankName, guarantorName, pairNames, platformName } from './agent-names.ts'

/**
 * I8: no loan on an inactive link, after programme exit, by a failed, suspended or stopped bank, or
 * outside its region.
 */
export const permittedLending: Check<Market> = {
  id: 'permittedLending',
  label: { en: 'Only those permitted lend', zh: '仅允许的主体放款' },
  find(market) {
    const slot = market.work.trace.barredSlot
    if (slot < 0) return undefined
    const agents = pairNames(market, slot)
    return nothing('lending of a pair that may not lend', market.edges.originated[slot], agents)
  },
}

/** I14: whoever had failed before this month makes and covers no new loan. */
export const failedLending: Check<Market> = {
  id: 'failedLending',
  label: { en: 'The failed start nothing new', zh: '已失败机构不新增业务' },
  after: 'market.settle',
  find(market) {
    const { banks, platforms, guarantors } = market
    for (let b = 0; b < banks.size; b++) {
      if (banks.failed[b] === 0 || banks.originated[b] === 0) continue
      return nothing('lending of a failed bank', banks.originated[b], [bankName(market, b)])
    }
    for (let p = 0; p < platforms.size; p++) {
      const g = platforms.guarantor[p]
      if (platforms.failed[p] === 1 && platforms.originated[p] !== 0) {
        const agents = [platformName(market, p)]
        return nothing('lending through a failed platform', platforms.originated[p], agents)
      }
      if (g >= 0 && guarantors.failed[g] === 1 && platforms.guaranteeCover[p] !== 0) {
        const agents = [guarantorName(market, g), platformName(market, p)]
        return nothing('cover of a failed guarantor', platforms.guaranteeCover[p], agents)
      }
    }
    return undefined
  },
}

function nothing(subject: string, amount: number, agents: readonly string[]): Violation {
  return { identity: `${subject} = 0`, left: amount, right: 0, tolerance: 0, agents }
}
