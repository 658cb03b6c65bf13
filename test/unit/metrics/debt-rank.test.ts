import { describe, expect, it } from 'vitest'
import { normalCdf, normalQuantile } from '../../../engine/numerics/normal.ts'
import { debtRanks, stressedDefault } from '../../../analysis/metrics/debt-rank.ts'
import type { Market } from '../../../agents/market.ts'
import { linkPairs, toyMarket } from './toy-market.ts'

const LGD = 0.88
const EXTRA = 2 * 6

/** The fixed point by literal iteration over every agent: platforms, then guarantors, then banks. */
function iterated(market: Market, hazards: Float64Array, failed: number): number {
  const { banks, platforms, guarantors, edges } = market
  const B = platforms.size + guarantors.size
  const n = B + banks.size
  const impact = Array.from({ length: n }, () => new Float64Array(n))
  const entry = (loss: number, capital: number) =>
    loss === 0 ? 0 : capital > 0 ? loss / capital : 1
  for (let g = 0; g < guarantors.size; g++) {
    for (let p = 0; p < platforms.size; p++) {
      if (platforms.guarantor[p] !== g) continue
      let loss = 0
      for (let slot = 0; slot < edges.links.count; slot++) {
        if (edges.links.to[slot] === p) loss += edges.balance[slot]
      }
      loss *= LGD * EXTRA * hazards[p] * platforms.guaranteeCover[p]
      impact[platforms.size + g][p] = entry(loss, guarantors.equity[g])
    }
  }
  for (let slot = 0; slot < edges.links.count; slot++) {
    const b = edges.links.from[slot]
    const p = edges.links.to[slot]
    const g = platforms.guarantor[p]
    const cover = g >= 0 ? platforms.guaranteeCover[p] : 0
    const direct = LGD * EXTRA * hazards[p] * (1 - cover) * edges.balance[slot]
    impact[B + b][p] += entry(direct, banks.equity[b])
    if (g < 0) continue
    const called = LGD * cover * edges.balance[slot] * stressedDefault(12 * hazards[p])
    impact[B + b][platforms.size + g] += entry(called, banks.equity[b])
  }
  let before = new Float64Array(n)
  let now = new Float64Array(n)
  now[failed] = 1
  for (;;) {
    const next = now.map((h, i) => {
      let rise = 0
      for (let j = 0; j < n; j++) rise += impact[i][j] * (now[j] - before[j])
      return Math.min(1, h + rise)
    })
    before = now
    now = next
    if (now.every((h, i) => Math.abs(h - before[i]) < 1e-9)) break
  }
  let lost = 0
  let equity = 0
  for (let b = 0; b < banks.size; b++) {
    lost += now[B + b] * banks.equity[b]
    equity += banks.equity[b]
  }
  return lost / equity
}

describe('debtRanks', () => {
  it('stops after one step in a star: h_b = min(1, Λ_bp)', () => {
    const market = toyMarket({ banks: 3, platforms: 1 })
    const slots = linkPairs(market, [
      [0, 0],
      [1, 0],
      [2, 0],
    ])
    market.banks.equity.set([10, 20, 70])
    for (const slot of slots) market.edges.balance[slot] = 100
    const loss = LGD * EXTRA * 0.01 * 100
    const expected = (Math.min(10, loss) + Math.min(20, loss) + loss) / 100
    expect(loss).toBeGreaterThan(10)
    expect(debtRanks(market, Float64Array.of(0.01))[0]).toBeCloseTo(expected, 12)
  })

  it('agrees with the literal iteration when guarantors pass distress on', () => {
    const market = toyMarket({ banks: 4, platforms: 3, guarantors: 2 })
    const slots = linkPairs(market, [
      [0, 0],
      [1, 0],
      [1, 1],
      [2, 1],
      [3, 2],
      [0, 2],
    ])
    slots.forEach((slot, i) => (market.edges.balance[slot] = 40 + 25 * i))
    market.banks.equity.set([5, 30, 60, 8])
    market.guarantors.equity.set([12, 90])
    market.platforms.guarantor.set([0, 0, 1])
    market.platforms.guaranteeCover.set([1, 0.7, 0.4])
    const hazards = Float64Array.of(0.004, 0.011, 0.02)
    const ranks = debtRanks(market, hazards)
    for (let p = 0; p < 3; p++) expect(ranks[p]).toBeCloseTo(iterated(market, hazards, p), 9)
    expect(ranks[0]).toBeGreaterThan(0)
  })

  it('counts a guarantor without equity as ruined', () => {
    const market = toyMarket({ banks: 1, platforms: 1 })
    const [slot] = linkPairs(market, [[0, 0]])
    market.edges.balance[slot] = 10
    market.banks.equity[0] = 100
    market.platforms.guarantor[0] = 0
    market.platforms.guaranteeCover[0] = 1
    const called = LGD * 10 * stressedDefault(0.12)
    expect(debtRanks(market, Float64Array.of(0.01))[0]).toBeCloseTo(called / 100, 12)
  })
})

describe('stressedDefault', () => {
  it('is 14.732% at PD 5% and 26.729% at 11% (limiting case LC3)', () => {
    expect(stressedDefault(0.05)).toBeCloseTo(0.14732, 5)
    expect(stressedDefault(0.11)).toBeCloseTo(0.26729, 5)
  })

  it('is the quantile of the conditional default rate', () => {
    const z = normalQuantile(0.999)
    const expected = normalCdf((normalQuantile(0.03) + 0.2 * z) / Math.sqrt(0.96))
    expect(stressedDefault(0.03)).toBeCloseTo(expected, 14)
    expect(stressedDefault(0)).toBe(0)
  })
})
