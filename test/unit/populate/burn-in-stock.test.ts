import { describe, expect, it } from 'vitest'
import { intPow } from '../../../engine/numerics/index.ts'
import { runOffStock, openVintages } from '../../../agents/settlement/burn-in-stock.ts'
import { CONSUMER_FINANCE, SEGMENTS } from '../../../agents/parameters.ts'
import { SITES } from '../../../agents/pricing/outlook.ts'
import { prepare, toyMarket, total } from '../../fixtures/toy-market.ts'

const TENOR = 12
const PREPAYMENT = 0.07
const SURPLUS_SHARE = 0.3
const CELLS = SITES * SEGMENTS

/** Two classes of banks, of platforms the second with a site of its own at home. */
function market() {
  const made = toyMarket({
    banks: [{ fundingCost: 0.02 }, { fundingCost: 0.04, licence: CONSUMER_FINANCE }],
    platforms: [
      { lenderSurplusShare: SURPLUS_SHARE },
      { niche: 1, homeRegion: 1, dataAdvantageHome: 0.6, lenderSurplusShare: SURPLUS_SHARE },
    ],
    regions: 2,
    parameters: { tenor: TENOR, prepayment: PREPAYMENT },
  })
  prepare(made)
  return made
}

describe('stock of burn-in', () => {
  const toy = market()
  const { edges, loans, platforms, work } = toy
  work.booked.forEach((_, i) => (work.booked[i] = 1 + (i % 7)))
  for (let month = 0; month < 600; month++) runOffStock(toy)
  const { booked, stockPerFlow } = work
  const sitesOf = (slot: number) => (edges.links.to[slot] === 1 ? 2 : 1)

  it('is at rest at what is booked times how long it stays', () => {
    for (let slot = 0; slot < 4; slot++) {
      const first = slot * CELLS
      const end = first + sitesOf(slot) * SEGMENTS
      for (let i = first; i < end; i++) {
        expect(loans.stock[i] / (booked[i] * stockPerFlow)).toBeCloseTo(1, 9)
      }
      const lent = total(booked, first, end)
      expect(edges.originated[slot]).toBeCloseTo(lent, 9)
      expect(edges.balance[slot] / (lent * stockPerFlow)).toBeCloseTo(1, 9)
      expect(edges.carried[slot] / (lent * (stockPerFlow - 1))).toBeCloseTo(1, 9)
    }
  })

  it('adds up by platform', () => {
    for (const p of [0, 1]) {
      const own = [0, 1, 2, 3].filter((slot) => edges.links.to[slot] === p)
      const sum = (column: Float64Array) => own.reduce((all, slot) => all + column[slot], 0)
      expect(platforms.balance[p]).toBeCloseTo(sum(edges.balance), 8)
      expect(platforms.originated[p]).toBeCloseTo(sum(edges.originated), 8)
    }
  })
})

describe('vintages at the opening', () => {
  const toy = market()
  const { edges, loans, work } = toy
  const flows = Float64Array.from({ length: 4 * CELLS }, (_, i) => 2 + (i % 5))
  for (let slot = 0; slot < 4; slot++) {
    if (edges.links.to[slot] === 0) flows.fill(0, slot * CELLS + SEGMENTS, (slot + 1) * CELLS)
  }
  loans.stock.set(flows.map((flow) => flow * work.stockPerFlow))
  openVintages(toy)

  /** Principal of a row, segment and age, by the equation alone. */
  function principalOf(row: number, s: number, age: number): number {
    const cell = (row * TENOR + (TENOR - 1 - age)) * SEGMENTS + s
    const line = loans.line[row * TENOR + (TENOR - 1 - age)] + s
    const survival = (1 - PREPAYMENT) * (1 - loans.hazard[line])
    expect(loans.hazard[line]).toBeGreaterThan(0)
    const expected = flows[row * SEGMENTS + s] * (1 - age / TENOR) * intPow(survival, age)
    expect(loans.principal[cell]).toBeCloseTo(expected, 12)
    return expected
  }

  it('have the ages of a steady flow, and books of rows, lines and links that add up', () => {
    const owed = new Float64Array(loans.lineBalance.length)
    for (let slot = 0; slot < 4; slot++) {
      let balance = 0
      let carried = 0
      for (const row of [slot * SITES, slot * SITES + 1]) {
        if (total(flows, row * SEGMENTS, (row + 1) * SEGMENTS) === 0) continue
        let performing = 0
        for (let age = 0; age < TENOR; age++) {
          const at = row * TENOR + (TENOR - 1 - age)
          let left = 0
          for (let s = 0; s < SEGMENTS; s++) {
            const principal = principalOf(row, s, age)
            left += principal
            owed[loans.line[at] + s] += principal
          }
          const lent = total(flows, row * SEGMENTS, (row + 1) * SEGMENTS)
          expect(loans.lent[at]).toBeCloseTo(lent, 10)
          expect(loans.settled[at]).toBeCloseTo(lent - left, 10)
          performing += left
          carried += left * (1 - 1 / (TENOR - age)) * (1 - PREPAYMENT)
        }
        expect(loans.rowBalance[row]).toBeCloseTo(performing, 9)
        balance += performing
      }
      expect(edges.balance[slot]).toBeCloseTo(balance, 9)
      expect(edges.carried[slot]).toBeCloseTo(carried, 9)
    }
    for (let line = 0; line < owed.length; line++) {
      expect(loans.lineBalance[line]).toBeCloseTo(owed[line], 9)
    }
  })

  it('earn each bank its part of the line and its own cost', () => {
    const yields: number[] = []
    for (let slot = 0; slot < 4; slot++) {
      const b = edges.links.from[slot]
      const cell = (slot * SITES * TENOR + TENOR - 1) * SEGMENTS
      const line = loans.line[slot * SITES * TENOR + TENOR - 1]
      const first = (line - (TENOR - 1) * SEGMENTS) / TENOR
      const own = (1 - SURPLUS_SHARE) * work.inForce.unitCost[b]
      for (let s = 0; s < SEGMENTS; s++) {
        const expected = work.split.yieldBase[first + s] + own
        expect(loans.yield[cell + s]).toBeCloseTo(expected, 14)
        yields.push(expected)
      }
      expect(own).toBeGreaterThan(0.001)
    }
    expect(new Set(yields).size).toBeGreaterThan(SEGMENTS)
  })
})
