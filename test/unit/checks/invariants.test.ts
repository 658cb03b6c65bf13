import { describe, expect, it } from 'vitest'
import type { Check } from '../../../engine/checks.ts'
import {
  bankBalanceSheet,
  guarantorBalanceSheet,
  loanAllowance,
} from '../../../agents/checks/balance-sheets.ts'
import { borrowerDebt } from '../../../agents/checks/borrower-debt.ts'
import { cascade } from '../../../agents/checks/cascade.ts'
import { complianceCapacity } from '../../../agents/checks/compliance-capacity.ts'
import { invariants } from '../../../agents/checks/index.ts'
import { failedLending, permittedLending } from '../../../agents/checks/lending.ts'
import { guaranteeMultiple, jointLimits } from '../../../agents/checks/limits.ts'
import { choiceShares, probabilities } from '../../../agents/checks/shares.ts'
import { transactionMatrix } from '../../../agents/checks/transactions.ts'
import {
  jointContribution,
  priceCeiling,
  priceSplit,
  vintageLife,
} from '../../../agents/checks/vintages.ts'
import { vintageSlot } from '../../../agents/loans/book-loans.ts'
import { PROGRAMME_EXITING, PROGRAMME_ON, type Market } from '../../../agents/market.ts'
import { SEGMENTS } from '../../../agents/parameters.ts'
import { SITES } from '../../../agents/pricing/outlook.ts'
import { oversightLoadOf } from '../../../agents/pricing/oversight.ts'
import { SECTOR } from '../../../agents/settlement/accounts.ts'
import { openingMarket } from '../../fixtures/opening-market.ts'
import {
  findingOf,
  FUNDED,
  lendingQuote,
  lendingSlot,
  nameOf,
  PAID,
  REPAID,
  RESOLVED,
  SETTLED,
  type Plants,
} from './break-month.ts'

/** A bank and a guarantor with business. */
const bank = openingMarket().banks.partnerLoans.indexOf(
  Math.max(...openingMarket().banks.partnerLoans),
)
const guarantor = openingMarket().guarantors.equity.indexOf(
  Math.max(...openingMarket().guarantors.equity),
)
/** A relative change far above rounding, far below anything visible. */
const A_LITTLE = 1e-6

const bankId = nameOf(openingMarket(), 'bank', bank)
const guarantorId = nameOf(openingMarket(), 'guarantor', guarantor)

function namesOf(market: Market, slot: number): string[] {
  const { from, to } = market.edges.links
  return [nameOf(market, 'bank', from[slot]), nameOf(market, 'platform', to[slot])]
}

/** Tampers with one lending link and expects the check to name both ends. */
function expectPair(
  check: Check<Market>,
  phase: string,
  tamper: (market: Market, slot: number) => void,
  fits: (market: Market, b: number, p: number) => boolean = () => true,
  opening: Market = openingMarket(),
) {
  let names: string[] = []
  const plants: Plants = {
    [phase](market) {
      const slot = lendingSlot(market, (b, p) => fits(market, b, p))
      names = namesOf(market, slot)
      tamper(market, slot)
    },
  }
  const finding = findingOf(check, plants, opening)
  expect(finding?.agents).toEqual(names)
  return finding
}

function expectBank(check: Check<Market>, plants: Plants) {
  const finding = findingOf(check, plants)
  expect(finding?.agents).toEqual([bankId])
  return finding
}

describe('an untouched month', () => {
  it.each(invariants)('satisfies $id', (check) => {
    expect(findingOf(check, {})).toBeUndefined()
  })

  it('is checked against seventeen statements with names of their own', () => {
    expect(new Set(invariants.map((check) => check.id)).size).toBe(17)
    expect(invariants.every((check) => /[一-鿿]/.test(check.label.zh))).toBe(true)
  })
})

describe('balance sheets', () => {
  it.each(['cash', 'deposits', 'equity', 'partnerLoans', 'otherLoans'] as const)(
    'of banks: a little more %s is found, and whose (I1)',
    (column) => {
      expectBank(bankBalanceSheet, {
        [SETTLED](market) {
          market.banks[column][bank] += A_LITTLE * market.banks.otherLoans[bank]
        },
      })
    },
  )

  it('of guarantors: a little more equity is found, and whose (I2)', () => {
    const finding = findingOf(guarantorBalanceSheet, {
      [PAID](market) {
        market.guarantors.equity[guarantor] *= 1 + A_LITTLE
      },
    })
    expect(finding?.agents).toEqual([guarantorId])
  })

  it.each([1 + A_LITTLE, 1 - A_LITTLE, NaN])(
    'of banks: an allowance times %d is found, and whose (I7)',
    (factor) => {
      expectBank(loanAllowance, {
        [SETTLED](market) {
          market.banks.allowance[bank] *= factor
        },
      })
    },
  )
})

describe('terms of loans', () => {
  it('a split that does not add up is found, and whose (I3)', () => {
    expectPair(priceSplit, FUNDED, (market, slot) => {
      market.work.inForce.surplus[lendingQuote(market, slot).quote] += A_LITTLE
    })
  })

  it('a price above the ceiling is found, and whose (I9)', () => {
    let name = ''
    const finding = findingOf(priceCeiling, {
      [FUNDED](market) {
        const slot = lendingSlot(market, () => true)
        name = market.platformNames[market.edges.links.to[slot]].id
        market.work.inForce.price[lendingQuote(market, slot).quote] = 0.5
      },
    })
    expect(finding?.left).toBeGreaterThan(0.1)
    expect(finding?.agents).toEqual([name])
  })

  it('a vintage that does not repay what it lent is found, and whose (I6)', () => {
    expectPair(vintageLife, FUNDED, (market, slot) => {
      const { loans } = market
      const oldest = vintageSlot(-loans.tenor, loans.tenor)
      for (let row = slot * SITES; row < (slot + 1) * SITES; row++) {
        loans.settled[row * loans.tenor + oldest] *= 1 - A_LITTLE
      }
    })
  })
})

describe('debt and payments', () => {
  it('debt that no cell holds is found, segment by segment (I4)', () => {
    for (let s = 0; s < SEGMENTS; s++) {
      const finding = findingOf(borrowerDebt, {
        [REPAID](market) {
          market.segments.debt[s] *= 1 + A_LITTLE
        },
      })
      expect(finding?.identity).toContain(`segment ${s + 1}`)
    }
  })

  it('a repayment that leaves the cells as they were is found (I4)', () => {
    const finding = findingOf(borrowerDebt, {
      [REPAID](market) {
        market.work.segment.repaid[2] *= 1 + A_LITTLE
      },
    })
    expect(finding?.identity).toContain('segment 3')
  })

  it('loans on no bank’s books are found (I4)', () => {
    const finding = findingOf(borrowerDebt, {
      [SETTLED](market) {
        market.banks.partnerLoans[bank] *= 1 + A_LITTLE
      },
    })
    expect(finding?.identity).toContain('all banks')
  })

  it('a payment nobody receives is found, and which (I5)', () => {
    const finding = findingOf(transactionMatrix, {
      [SETTLED]({ ledger }) {
        ledger.cells[ledger.flows.indexOf('dividends') * ledger.sectors.length] += 1
      },
    })
    expect(finding?.identity).toContain('dividends')
  })

  it('a payment posted between the wrong sectors is found, and which (I5)', () => {
    const finding = findingOf(transactionMatrix, {
      [SETTLED]({ ledger }) {
        const first = ledger.flows.indexOf('recoveries') * ledger.sectors.length
        ledger.cells[first + SECTOR.rest] += 1
        ledger.cells[first + SECTOR.government] -= 1
      },
    })
    expect(finding?.identity).toContain('government')
  })

  it('money that moved without a payment is found, and in which sector (I5)', () => {
    const tamper: Record<string, (market: Market) => void> = {
      banks(market) {
        // Both sides of the balance sheet, so that it still balances.
        market.banks.cash[bank] += 1
        market.banks.deposits[bank] += 1
      },
      guarantors(market) {
        market.guarantors.cash[guarantor] += 1
        market.guarantors.equity[guarantor] += 1
      },
      platforms(market) {
        market.platforms.netWorth[0] += 1
      },
    }
    for (const [sector, plant] of Object.entries(tamper)) {
      const finding = findingOf(transactionMatrix, { [SETTLED]: plant })
      expect(finding?.identity).toBe(`change of money of ${sector} = their payments`)
      expect(finding && finding.left - finding.right).toBeCloseTo(1, 3)
    }
  })

  it('money a shock took from guarantors and posted is no violation (I5)', () => {
    const finding = findingOf(transactionMatrix, {
      'environment.draw'(market) {
        market.guarantors.cash[guarantor] -= 1
        market.guarantors.equity[guarantor] -= 1
        market.work.shockLosses += 1
      },
    })
    expect(finding).toBeUndefined()
  })
})

describe('who may lend (I8)', () => {
  const reasons: Record<string, (market: Market, b: number, p: number, slot: number) => void> = {
    'over an inactive link'(market, _b, _p, slot) {
      market.edges.links.active[slot] = 0
    },
    'after programme exit'(market, b) {
      market.banks.programme[b] = PROGRAMME_EXITING
    },
    'by a failed bank'(market, b) {
      market.banks.failed[b] = 1
    },
    'by a suspended bank'(market, b) {
      market.banks.suspendedUntil[b] = 1
    },
    'through a failed platform'(market, _b, p) {
      market.platforms.failed[p] = 1
    },
    'by a stopped bank'(market, b) {
      const { rules } = market.work.inForce
      const stopped = rules.stopped.slice()
      stopped[b] = 1
      market.work.inForce.rules = { ...rules, stopped }
    },
  }
  for (const [reason, tamper] of Object.entries(reasons)) {
    it(`finds a loan ${reason}, and whose`, () => {
      expectPair(permittedLending, FUNDED, (market, slot) => {
        const { from, to } = market.edges.links
        tamper(market, from[slot], to[slot], slot)
      })
    })
  }

  it('finds a loan outside the region of a local bank, and whose', () => {
    const local = (market: Market, b: number, p: number): boolean =>
      market.work.inForce.rules.homeOnly[b] === 1 &&
      market.banks.homeRegion[b] >= 0 &&
      market.platforms.dataAdvantageHome[p] > market.platforms.dataAdvantage[p]
    expectPair(
      permittedLending,
      FUNDED,
      (market, slot) => {
        const { booked } = market.work
        const first = slot * SITES * SEGMENTS
        for (let s = 0; s < SEGMENTS; s++) {
          const away = booked[first + s]
          booked[first + s] = booked[first + SEGMENTS + s]
          booked[first + SEGMENTS + s] = away
        }
      },
      local,
    )
  })

  it('a bank suspended until this month may lend again', () => {
    const finding = findingOf(permittedLending, {
      [FUNDED](market) {
        market.banks.suspendedUntil[bank] = 0
      },
    })
    expect(finding).toBeUndefined()
  })
})

describe('joint loans', () => {
  const joint = openingMarket({ ownFundingShare: 0.35 })
  const isJoint = (market: Market, b: number, p: number): boolean =>
    market.platforms.ownFundingShare[p] > 0 && market.banks.affiliateOf[b] < 0

  /** Tampers with one bank that funds jointly. */
  function findJoint(
    check: Check<Market>,
    tamper: (market: Market, b: number, p: number) => void,
  ): { finding: ReturnType<typeof findingOf>; names: string[] } {
    let names: string[] = []
    const plants: Plants = {
      [FUNDED](market) {
        const slot = lendingSlot(market, (b, p) => isJoint(market, b, p))
        const { from, to } = market.edges.links
        names = namesOf(market, slot)
        tamper(market, from[slot], to[slot])
      },
    }
    return { finding: findingOf(check, plants, joint), names }
  }

  it.each(invariants)('satisfy $id', (check) => {
    expect(findingOf(check, {}, joint)).toBeUndefined()
  })

  it('without the own share are found, and whose (I11)', () => {
    const { finding, names } = findJoint(jointContribution, (market, _b, p) => {
      const { edges, work, platforms } = market
      // The platform asked for more than the least: take that and a little more away.
      const { rules } = work.inForce
      work.inForce.rules = { ...rules, minPartnerContribution: platforms.ownFundingShare[p] }
      const own = edges.links.from.findIndex(
        (b, i) => b === platforms.affiliate[p] && edges.links.to[i] === p,
      )
      const first = own * SITES * SEGMENTS
      for (let i = first; i < first + SITES * SEGMENTS; i++) work.booked[i] *= 1 - A_LITTLE
    })
    expect(finding?.agents).toEqual([names[1]])
  })

  it('above the limit for one partner are found, and whose (I10)', () => {
    const tamper = (market: Market, slot: number): void => {
      const b = market.edges.links.from[slot]
      const limit = market.work.inForce.rules.singlePartnerCap[b] * market.banks.equity[b]
      market.work.funding.bookedTotal[slot] = limit * (1 + A_LITTLE)
    }
    expectPair(jointLimits, FUNDED, tamper, isJoint, joint)
  })

  it('above the limit in all are found, and whose (I10)', () => {
    const { finding, names } = findJoint(jointLimits, (market, b) => {
      const { rules } = market.work.inForce
      const jointTotalCap = rules.jointTotalCap.slice()
      jointTotalCap[b] = 1e-9
      market.work.inForce.rules = { ...rules, jointTotalCap }
    })
    expect(finding?.agents).toEqual([names[0]])
  })

  it('above a limit that was broken before are no violation, while nothing is added', () => {
    const { finding } = findJoint(jointLimits, (market, b) => {
      const { banks, edges, work } = market
      banks.equity[b] = 1
      for (let i = 0; i < edges.links.count; i++) {
        if (edges.links.from[i] === b) work.funding.bookedTotal[i] = 0
      }
    })
    expect(finding).toBeUndefined()
  })
})

describe('guarantees', () => {
  it('above the legal multiple of equity are found, and whose (I10)', () => {
    const finding = findingOf(guaranteeMultiple, {
      [FUNDED](market) {
        market.guarantors.equity[guarantor] /= 10
      },
    })
    expect(finding?.agents).toEqual([guarantorId])
  })
})

describe('probabilities and shares', () => {
  it.each([-A_LITTLE, 1 + A_LITTLE, NaN])('an approval rate of %d is found (I12)', (rate) => {
    let name = ''
    const finding = findingOf(probabilities, {
      [FUNDED](market) {
        const slot = lendingSlot(market)
        name = namesOf(market, slot)[1]
        market.work.inForce.approval[lendingQuote(market, slot).quote] = rate
      },
    })
    expect(finding?.agents).toEqual([name])
  })

  it('a hazard that is no number, and one below zero, are found (I12)', () => {
    const none = findingOf(probabilities, {
      [FUNDED](market) {
        market.environment.macroState = NaN
      },
    })
    expect(none?.identity).toContain('hazard')
    const negative = findingOf(probabilities, {
      [FUNDED](market) {
        market.environment.macroOn = false
        const line = market.loans.lineBalance.findIndex((balance) => balance > 0)
        market.loans.hazard[line] = -A_LITTLE
      },
    })
    expect(negative).toMatchObject({ left: -A_LITTLE, right: 0 })
  })

  it('a paid share above one is found, and whose (I12)', () => {
    const finding = findingOf(probabilities, {
      [PAID](market) {
        market.guarantors.paidShare[guarantor] = 1 + A_LITTLE
      },
    })
    expect(finding?.agents).toEqual([guarantorId])
  })

  it('applicants from nowhere are found, and where (I13)', () => {
    const finding = findingOf(choiceShares, {
      [FUNDED](market) {
        market.borrowers.applications[2 * market.regions + 7] *= 1 + A_LITTLE
      },
    })
    expect(finding?.identity).toContain('segment 3 in region 7')
  })

  it('a market share nobody applied for is found (I13)', () => {
    const finding = findingOf(choiceShares, {
      [FUNDED](market) {
        market.platforms.marketShare[3] *= 1.01
      },
    })
    expect(finding?.identity).toContain('segment 4')
  })

  it('negative lending is found, and whose (I13)', () => {
    const finding = findingOf(choiceShares, {
      [SETTLED](market) {
        market.platforms.originated[0] = -1
      },
    })
    expect(finding?.agents).toEqual([nameOf(openingMarket(), 'platform', 0)])
  })
})

describe('failures', () => {
  it('lending of a bank or platform that had failed is found, and whose (I14)', () => {
    expectBank(failedLending, {
      [FUNDED](market) {
        market.banks.failed[bank] = 1
      },
    })
    let name = ''
    const finding = findingOf(failedLending, {
      [FUNDED](market) {
        const p = market.edges.links.to[lendingSlot(market)]
        name = nameOf(market, 'platform', p)
        market.platforms.failed[p] = 1
      },
    })
    expect(finding?.agents).toEqual([name])
  })

  it('cover of a guarantor that had failed is found, and whose (I14)', () => {
    const finding = findingOf(failedLending, {
      [PAID](market) {
        market.guarantors.failed[guarantor] = 1
      },
    })
    expect(finding?.agents[0]).toBe(guarantorId)
  })

  it('a status that gets better in a cascade is found, and whose (I20)', () => {
    for (const kind of ['bank', 'platform', 'guarantor'] as const) {
      const finding = findingOf(cascade, {
        [FUNDED](market) {
          market[`${kind}s`].failed[0] = 1
        },
        [RESOLVED](market) {
          market[`${kind}s`].failed[0] = 0
        },
      })
      expect(finding?.agents).toEqual([nameOf(openingMarket(), kind, 0)])
    }
  })

  it('a programme that returns in a cascade is found, and whose (I20)', () => {
    expectBank(cascade, {
      [FUNDED](market) {
        market.banks.programme[bank] = PROGRAMME_EXITING
      },
      [RESOLVED](market) {
        market.banks.programme[bank] = PROGRAMME_ON
      },
    })
  })

  it('a failed bank with a programme, and a partner of the failed, are found (I20)', () => {
    expectBank(cascade, {
      [RESOLVED](market) {
        market.banks.failed[bank] = 1
      },
    })
    const finding = findingOf(cascade, {
      [RESOLVED](market) {
        market.banks.failed[bank] = 1
        market.banks.programme[bank] = PROGRAMME_EXITING
      },
    })
    expect(finding?.identity).toBe('the failed have no partners')
    expect(finding?.agents[0]).toBe(bankId)
  })
})

describe('compliance capacity (I21)', () => {
  it.each([1 + A_LITTLE, -A_LITTLE, NaN])('own risk management of %d is found', (level) => {
    expectBank(complianceCapacity, {
      [SETTLED](market) {
        market.banks.riskManagement[bank] = level
      },
    })
  })

  it.each(['riskManagement', 'complianceCapacity'] as const)('a fall of %s is found', (column) => {
    expectBank(complianceCapacity, {
      [SETTLED](market) {
        market.banks[column][bank] *= 1 - A_LITTLE
      },
    })
  })

  it('a charge other than the sum of its marginal costs is found', () => {
    const overloaded: Plants = {
      [FUNDED](market) {
        market.banks.complianceCapacity[bank] = 2.5
      },
    }
    expect(findingOf(complianceCapacity, overloaded)).toBeUndefined()
    const finding = expectBank(complianceCapacity, {
      ...overloaded,
      [SETTLED](market) {
        market.work.trace.oversight[bank] *= 1 + A_LITTLE
      },
    })
    expect(finding?.right).toBeGreaterThan(0)
  })

  it('a charge for a list within capacity is found', () => {
    let name = ''
    const finding = findingOf(complianceCapacity, {
      [SETTLED](market) {
        const { banks, work } = market
        const b = banks.programme.findIndex(
          (programme, i) =>
            programme === PROGRAMME_ON &&
            banks.affiliateOf[i] < 0 &&
            oversightLoadOf(market, i) * work.listLength[i] < banks.complianceCapacity[i] - 2,
        )
        name = nameOf(market, 'bank', b)
        work.trace.oversight[b] = A_LITTLE
      },
    })
    expect(finding?.agents).toEqual([name])
  })
})
