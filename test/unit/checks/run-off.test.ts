import { expect, it } from 'vitest'
import { bankBalanceSheet } from '../../../agents/checks/balance-sheets.ts'
import { forkMarket } from '../../../agents/fork.ts'
import { openingMarket } from '../../fixtures/opening-market.ts'

const COLUMNS = ['cash', 'partnerLoans', 'otherLoans', 'badLoans', 'allowance', 'equity'] as const

it('forgives a bank that has run off the rounding of what it once held, and no more', () => {
  const market = forkMarket(openingMarket({ burnIn: 1 }))
  const { banks } = market
  const context = { key: { a: 0, b: 0, c: 0, d: 0 }, period: 0, start: '2024-11' } as const
  for (const name of COLUMNS) banks[name][0] = 0
  banks.peakLoans[0] = 100
  banks.deposits[0] = -6e-14
  expect(bankBalanceSheet.find(market, context)).toBeUndefined()
  banks.deposits[0] = -1e-9
  expect(bankBalanceSheet.find(market, context)).toMatchObject({ left: 0, right: -1e-9 })
})
