import { differs, type Check, type Violation } from '../../engine/checks.ts'
import type { Market } from '../market.ts'
import { SEGMENTS } from '../parameters.ts'

const RELATIVE = 1e-9

/**
 * I4: what borrowers owe, moved by flows, is what the loan book holds, segment by segment; and all of
 * it is on the books of banks.
 *
 *     debt_s = Σ performing cells of s ;   Σ_s debt_s = Σ_b L_b
 *
 * @source Model document, sections 6 and 12
 */
export const borrowerDebt: Check<Market> = {
  id: 'borrowerDebt',
  label: { en: 'Borrowers owe what banks hold', zh: '借款人债务等于银行持有余额' },
  find(market) {
    const { segments, work } = market
    let debt = 0
    for (let s = 0; s < SEGMENTS; s++) {
      debt += segments.debt[s]
      const violation = compare(
        `debt of segment ${s + 1} = performing loans of segment ${s + 1}`,
        segments.debt[s],
        work.trace.performing[s],
      )
      if (violation) return violation
    }
    let held = 0
    for (let b = 0; b < market.banks.size; b++) held += market.banks.partnerLoans[b]
    return compare('debt of all borrowers = partner loans of all banks', debt, held)
  },
}

function compare(identity: string, debt: number, held: number): Violation | undefined {
  return differs(identity, debt, held, RELATIVE * Math.abs(held))
}
