import { describe, expect, it } from 'vitest'
import { CONSUMER_FINANCE, SEGMENTS } from '../../../agents/parameters.ts'
import { invertDemand } from '../../../agents/populate/invert-demand.ts'
import { apply } from '../../../agents/borrower/apply.ts'
import { SITES } from '../../../agents/pricing/outlook.ts'
import { stockPerFlow } from '../../../agents/pricing/stock.ts'
import { contextOf, toyMarket, total } from '../../fixtures/toy-market.ts'

const TENOR = 12
const PREPAYMENT = 0.07
const RETURN_RATE = 0.5
/** One default rate and one price stand for all regions of a platform in the inversion. */
const REGIONS_DIFFER = 0.01

describe('inverted demand', () => {
  const P = 3
  const market = toyMarket({
    banks: [{ fundingCost: 0.02 }, { fundingCost: 0.04, licence: CONSUMER_FINANCE }],
    platforms: [
      { dataAdvantage: 0.3 },
      { dataAdvantage: 0.5 },
      { niche: 1, homeRegion: 1, dataAdvantage: 0.3, dataAdvantageHome: 0.6 },
    ],
    regions: 2,
    parameters: { returnRate: RETURN_RATE },
  })
  market.relativeReach.set([1, 1, 1, 1, 0.4, 1.6])
  const balance = Float64Array.from({ length: P * SEGMENTS }, (_, cell) => 50 + 13 * cell)
  invertDemand(market, { balance, correction: new Float64Array(balance.length).fill(1) }, contextOf(0)) // prettier-ignore
  apply.run(market, contextOf(0))
  const { borrowers, work, parameters, segments } = market
  const { inForce } = work

  it('makes what platforms approve the flow that holds their balances up', () => {
    for (let p = 0; p < P; p++) {
      for (let s = 0; s < SEGMENTS; s++) {
        let flow = 0
        let defaults = 0
        for (let k = 0; k < inForce.rules.classCount; k++) {
          for (let r = 0; r < 2; r++) {
            const site = (k * P + p) * SITES + work.site[p * 2 + r]
            const amount = work.approved[((k * P + p) * 2 + r) * SEGMENTS + s]
            if (amount === 0) continue
            flow += amount
            defaults += amount * inForce.averageDefault[site * SEGMENTS + s]
          }
        }
        const held = flow * stockPerFlow(TENOR, PREPAYMENT, defaults / flow)
        expect(Math.abs(held / balance[p * SEGMENTS + s] - 1)).toBeLessThan(REGIONS_DIFFER)
      }
    }
  })

  it('leaves the outside its share', () => {
    for (let s = 0; s < SEGMENTS; s++) {
      const inside = [0, 1].map((r) => borrowers.applications[s * 2 + r])
      const pools = [0, 1].map((r) => borrowers.demandPool[s * 2 + r])
      const share = (inside[0] + inside[1]) / (pools[0] + pools[1])
      expect(Math.abs(share - (1 - parameters.outsideShare))).toBeLessThan(REGIONS_DIFFER)
    }
  })

  it('takes out of the pools who comes back after a rejection', () => {
    for (let cell = 0; cell < borrowers.size; cell++) {
      const rejected = borrowers.applications[cell] - borrowers.approved[cell]
      expect(rejected).toBeGreaterThan(0)
      const base = borrowers.demandPool[cell] - RETURN_RATE * rejected
      expect(borrowers.basePool[cell]).toBeCloseTo(base, 10)
      expect(borrowers.funded[cell]).toBe(borrowers.approved[cell])
    }
  })

  it('mixes segments that add up on every platform', () => {
    for (let p = 0; p < P; p++) {
      const mix = market.platforms.segmentMix.subarray(p * SEGMENTS, (p + 1) * SEGMENTS)
      expect(total(mix)).toBeCloseTo(1, 12)
      expect(Math.min(...mix)).toBeGreaterThan(0)
    }
    expect(Math.min(...segments.outsideWeight)).toBeGreaterThan(0)
  })
})
