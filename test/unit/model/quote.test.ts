import { describe, expect, it } from 'vitest'
import { normalCdf, normalQuantile } from '../../../engine/numerics/normal.ts'
import { borrowing, quote, quoted } from '../../../agents/pricing/quote.ts'
import {
  averageDefault,
  marginalDefault,
  screening,
  type Screening,
} from '../../../agents/pricing/screening.ts'
import { halfUnit } from '../../fixtures/toy-market.ts'

/** π̄(x), with its own approval rate. */
function meanDefault(table: Screening, x: number): number {
  return averageDefault(table, x, normalCdf(-x))
}

const LGD = 0.88
const LOAD = 0.1

function quoteOf(
  pd: number,
  c: number,
  k: number,
  lossCost: number,
  markup: number,
  ceiling: number,
) {
  quote(borrowing(pd, c), k, lossCost, markup, ceiling)
  return { ...quoted }
}

function expectPrinted(value: number, printed: number, digits: number): void {
  expect(Math.abs(value - printed)).toBeLessThanOrEqual(halfUnit(digits))
}

describe('LC8: quotes at PD 18%, LGD .88, mark-up .15', () => {
  it.each([
    [0.32, 0.101, 0.36, -1.25934, 0.89605, 0.14071, 0.11829],
    [0.32, 0.101, 0.24, 0.10875, 0.4567, 0.09516, 0.04384],
    [0.32, 0.101, 0.2, 0.73179, 0.23215, 0.07203, 0.02697],
    [0.42, 0.081, 0.36, -1.15096, 0.87513, 0.13028, 0.14872],
    [0.42, 0.081, 0.24, -0.20715, 0.58206, 0.09026, 0.06874],
    [0.42, 0.081, 0.2, 0.20177, 0.42005, 0.0717, 0.0473],
    [0.55, 0.054, 0.24, -0.44694, 0.67254, 0.08089, 0.10511],
    [0.55, 0.054, 0.2, -0.19068, 0.57561, 0.06668, 0.07932],
  ])('c %s, k %s, ceiling %s', (c, k, ceiling, cutoff, approval, expectedLoss, surplus) => {
    const answer = quoteOf(0.18, c, k, LGD, 0.15, ceiling)
    expect(answer.price).toBe(ceiling)
    expect(answer.freePrice).toBeGreaterThan(ceiling)
    expectPrinted(answer.cutoff, cutoff, 5)
    expectPrinted(answer.approval, approval, 5)
    expectPrinted(LGD * answer.averageDefault, expectedLoss, 5)
    expectPrinted(answer.surplus, surplus, 5)
  })
})

const PD = [0.015, 0.03, 0.055, 0.11, 0.18]
const MARKUP = [0.025, 0.04, 0.06, 0.095, 0.13]
/** υ with f .022, o .007, CAR* .12, R_E .10, and the three tiers of the table. */
const UPSILON = 0.022 + 0.007 + 0.75 * 0.12 * (0.1 - 0.022)
const tiers = {
  head: { c: 0.55, k: UPSILON + 0.01 + 0.008, cover: 0, old: 0.24 },
  listed: { c: 0.42, k: UPSILON + 0.03 + 0.015, cover: 0.7, old: 0.36 },
  small: { c: 0.32, k: UPSILON + 0.045 + 0.02, cover: 1, old: 0.36 },
} as const

describe('LC8: reference quotes', () => {
  it('have the unit and loss costs of the document', () => {
    expectPrinted(tiers.head.k, 0.05402, 5)
    expectPrinted(tiers.listed.k, 0.08102, 5)
    expectPrinted(tiers.small.k, 0.10102, 5)
    expectPrinted(LGD * (1 + 0.7 * LOAD), 0.9416, 4)
    expectPrinted(LGD * (1 + LOAD), 0.968, 3)
  })

  it.each([
    ['head', 0, 0.0852, 0.8855, 0.00702],
    ['head', 1, 0.1068, 0.855, 0.01451],
    ['head', 2, 0.1384, 0.8222, 0.02772],
    ['head', 3, 0.2015, 0.7784, 0.05966],
    ['head', 4, 0.24, 0.6725, 0.09191],
    ['listed', 0, 0.1154, 0.9022, 0.00999],
    ['listed', 1, 0.1401, 0.8784, 0.02024],
    ['listed', 2, 0.1767, 0.8546, 0.03792],
    ['listed', 3, 0.2508, 0.8277, 0.07943],
    ['listed', 4, 0.3397, 0.8123, 0.1367],
    ['small', 0, 0.1381, 0.938, 0.01244],
    ['small', 1, 0.1652, 0.9229, 0.02497],
    ['small', 2, 0.2058, 0.9091, 0.04625],
    ['small', 3, 0.2879, 0.8974, 0.09489],
    ['small', 4, 0.36, 0.8471, 0.15295],
  ] as const)('%s segment %i under the old ceiling', (name, s, price, approval, pd) => {
    const { c, k, cover, old } = tiers[name]
    const answer = quoteOf(PD[s], c, k, LGD * (1 + cover * LOAD), MARKUP[s], old)
    expectPrinted(answer.price, price, 4)
    expectPrinted(answer.approval, approval, 4)
    expectPrinted(answer.averageDefault, pd, 5)
  })

  it.each([
    ['listed', 3, 0.802, 0.07638],
    ['listed', 4, 0.5429, 0.09736],
    ['small', 3, 0.7522, 0.08133],
    ['small', 4, 0.3856, 0.10029],
  ] as const)('%s segment %i under 24%', (name, s, approval, pd) => {
    const { c, k, cover } = tiers[name]
    const answer = quoteOf(PD[s], c, k, LGD * (1 + cover * LOAD), MARKUP[s], 0.24)
    expect(answer.price).toBe(0.24)
    expectPrinted(answer.approval, approval, 4)
    expectPrinted(answer.averageDefault, pd, 5)
  })
})

describe('a quote', () => {
  it('without a ceiling lets the marginal borrower break even at the pooled price', () => {
    for (const c of [0.2, 0.42, 0.7]) {
      const answer = quoteOf(0.11, c, 0.08, 0.94, 0.095, Infinity)
      const table = screening(0.11, c)
      const marginal = marginalDefault(table, answer.cutoff)
      expect(answer.price).toBeCloseTo(0.08 + 0.94 * marginal, 12)
      expect(answer.price).toBeCloseTo(0.08 + 0.94 * answer.averageDefault + 0.095, 11)
      expect(answer.surplus).toBeCloseTo(0.095, 11)
      expect(answer.approval).toBe(normalCdf(-answer.cutoff))
    }
  })

  it('at a ceiling approves up to the borrower who just pays for his loss', () => {
    const answer = quoteOf(0.18, 0.42, 0.081, 0.9416, 0.13, 0.24)
    const table = screening(0.18, 0.42)
    expect(marginalDefault(table, answer.cutoff)).toBeCloseTo((0.24 - 0.081) / 0.9416, 12)
    const noise = Math.sqrt(1 - 0.42 ** 2)
    const score = normalQuantile((0.24 - 0.081) / 0.9416)
    expect(answer.cutoff).toBeCloseTo((normalQuantile(0.18) - noise * score) / 0.42, 12)
    // S = LGD'(π − π̄) at an interior cut-off.
    const rent = marginalDefault(table, answer.cutoff) - meanDefault(table, answer.cutoff)
    expect(answer.surplus).toBeCloseTo(0.9416 * rent, 12)
  })

  it('serves nobody where the ceiling does not cover the unit cost', () => {
    expect(quoteOf(0.05, 0.4, 0.24, 0.9, 0.06, 0.24).served).toBe(false)
    expect(quoteOf(0.05, 0.4, 0.25, 0.9, 0.06, 0.24).served).toBe(false)
  })

  it('serves nobody where fewer than one in a billion would pass', () => {
    expect(quoteOf(0.05, 0.4, 0.24 - 1e-9, 0.9, 0.06, 0.24).served).toBe(false)
    expect(quoteOf(0.05, 0.4, 0.24 - 1e-4, 0.9, 0.06, 0.24).served).toBe(true)
  })

  it('rejects nobody on price where the mark-up pays for the worst borrower', () => {
    const answer = quoteOf(0.11, 0.42, 0.08, 0.1, 0.09, Infinity)
    expect(answer).toMatchObject({ served: true, cutoff: -Infinity, approval: 1 })
    expect(answer.averageDefault).toBe(0.11)
    expect(answer.price).toBeCloseTo(0.08 + 0.1 * 0.11 + 0.09, 12)
    const capped = quoteOf(0.11, 0.42, 0.08, 0.1, 0.09, 0.181)
    expect(capped).toMatchObject({ price: 0.181, cutoff: -Infinity, approval: 1 })
    expect(capped.surplus).toBeCloseTo(0.181 - 0.08 - 0.1 * 0.11, 12)
    const bound = quoteOf(0.11, 0.42, 0.08, 0.1, 0.2, 0.2)
    expect(bound).toMatchObject({ served: true, price: 0.2, cutoff: -Infinity, approval: 1 })
    expect(bound.averageDefault).toBe(0.11)
  })

  it('of a riskless segment is cost plus mark-up, at most the ceiling', () => {
    expect(quoteOf(0, 0.42, 0.08, 0.9, 0.06, 0.36)).toMatchObject({
      served: true,
      approval: 1,
      averageDefault: 0,
    })
    expect(quoteOf(0, 0.42, 0.08, 0.9, 0.06, 0.36).price).toBeCloseTo(0.14, 12)
    expect(quoteOf(0, 0.42, 0.08, 0.9, 0.06, 0.1).price).toBe(0.1)
    expect(quoteOf(0, 0.42, 0.08, 0.9, 0.06, 0.1).surplus).toBeCloseTo(0.02, 12)
  })
})

describe('LC10: as information vanishes', () => {
  it('the surplus of an interior cut-off vanishes with it', () => {
    // In regime C: S = LGD'(π − π̄). As c → 0 the spread of π over scores is O(c) around z = (r̄−k)/LGD'
    // where approved borrowers exist at all, i.e. PD close to z.
    const limit = 0.11
    const at = (c: number) => quoteOf(0.11, c, 0.1, 1, 0.5, 0.1 + limit).surplus
    expect(at(0.4)).toBeGreaterThan(at(0.1))
    expect(at(0.1)).toBeGreaterThan(at(0.01))
    expect(at(0.001)).toBeLessThan(0.001)
    expect(at(0.001)).toBeGreaterThan(0)
    // S → c·ϕ(d)·E[X − x | X > x] with x = 0: c·ϕ(d)·√(2/π).
    const density = Math.exp(-0.5 * normalQuantile(0.11) ** 2) / Math.sqrt(2 * Math.PI)
    expect(at(0.001) / 0.001).toBeCloseTo(density * Math.sqrt(2 / Math.PI), 3)
  })

  it('everybody is approved if and only if PD ≤ (r̄−k)/LGD′', () => {
    const ceiling = (pd: number) => 0.1 + 0.968 * pd
    const above = quoteOf(0.11, 0, 0.1, 0.968, 0.5, ceiling(0.11) + 1e-9)
    expect(above).toMatchObject({ served: true, approval: 1, averageDefault: 0.11 })
    expect(quoteOf(0.11, 0, 0.1, 0.968, 0.5, ceiling(0.11) - 1e-9).served).toBe(false)
    // A little information tells the same: nearly all or nearly none.
    expect(quoteOf(0.11, 1e-3, 0.1, 0.968, 0.5, ceiling(0.112)).approval).toBeGreaterThan(0.999)
    expect(quoteOf(0.11, 1e-3, 0.1, 0.968, 0.5, ceiling(0.108)).served).toBe(false)
  })

  it('the price is cost, loss and mark-up', () => {
    expect(quoteOf(0.11, 0, 0.1, 0.968, 0.05, 1).price).toBeCloseTo(0.1 + 0.968 * 0.11 + 0.05, 12)
  })
})

describe('I15: monotone quotes', () => {
  it('a lower ceiling never raises approval', () => {
    for (const c of [0.2, 0.32, 0.55, 0.75]) {
      let last = 0
      for (let ceiling = 0.12; ceiling < 0.5; ceiling += 0.005) {
        const { approval, served } = quoteOf(0.18, c, 0.1, 0.968, 0.13, ceiling)
        const now = served ? approval : 0
        expect(now).toBeGreaterThanOrEqual(last)
        last = now
      }
    }
  })

  it('at a binding ceiling a better score never lowers α·S', () => {
    for (const pd of PD) {
      const ceiling = 0.08 + 0.94 * pd * 0.9
      let last = 0
      for (let c = 0.02; c <= 0.75; c += 0.01) {
        const { served, approval, surplus } = quoteOf(pd, c, 0.08, 0.94, 0.5, ceiling)
        const gain = served ? approval * surplus : 0
        expect(gain).toBeGreaterThanOrEqual(last - 1e-14)
        last = gain
      }
      expect(last).toBeGreaterThan(0)
    }
  })

  it('the free price falls with information and rises with risk and mark-up', () => {
    const price = (pd: number, c: number, markup: number) =>
      quoteOf(pd, c, 0.08, 0.94, markup, Infinity).price
    for (let c = 0.05; c < 0.74; c += 0.03) {
      expect(price(0.18, c + 0.01, 0.13)).toBeLessThan(price(0.18, c, 0.13))
    }
    expect(price(0.12, 0.4, 0.1)).toBeGreaterThan(price(0.11, 0.4, 0.1))
    expect(price(0.11, 0.4, 0.11)).toBeGreaterThan(price(0.11, 0.4, 0.1))
  })
})
