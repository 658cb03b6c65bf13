import { describe, expect, it } from 'vitest'
import * as ledgers from '../../../engine/ledger.ts'

const { cellOf, clearLedger, cloneLedger, columnSum, createLedger, post, rowSum } = ledgers

describe('the ledger', () => {
  it('takes from one sector what it gives to another', () => {
    const ledger = createLedger(['interest', 'fee'], ['borrower', 'platform', 'bank'])
    post(ledger, 0, 0, 2, 12)
    post(ledger, 1, 2, 1, 5)
    expect(cellOf(ledger, 0, 0)).toBe(-12)
    expect(cellOf(ledger, 0, 2)).toBe(12)
    expect([0, 1].map((flow) => rowSum(ledger, flow))).toEqual([0, 0])
    expect([0, 1, 2].map((sector) => columnSum(ledger, sector))).toEqual([-12, 5, 7])
  })

  it('adds up a flow that does not balance', () => {
    const ledger = createLedger(['fee'], ['bank', 'platform'])
    ledger.cells.set([3, -1])
    expect(rowSum(ledger, 0)).toBe(2)
  })

  it('forgets and clones', () => {
    const ledger = createLedger(['fee'], ['bank', 'platform'])
    post(ledger, 0, 0, 1, 3)
    const clone = cloneLedger(ledger)
    clearLedger(ledger)
    expect(columnSum(ledger, 1)).toBe(0)
    expect(columnSum(clone, 1)).toBe(3)
  })
})
