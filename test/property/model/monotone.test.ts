import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { netValue } from '../../../agents/bank/partner-value.ts'
import { keepProbability } from '../../../agents/bank/review-partners.ts'
import { borrowing, quote, quoted } from '../../../agents/pricing/quote.ts'
import type { RuleBook } from '../../../agents/regulator/rule-book.ts'
import { openingMarket } from '../../fixtures/opening-market.ts'

const SEED = 15
const RUNS = 500
/** Rounding of a probability. */
const ROUNDING = 1e-12

const share = (min: number, max: number) => fc.double({ min, max, noNaN: true })

/** Everything a quote depends on but the ceiling. */
const terms = fc.record({
  defaultProbability: fc.constantFrom(0.015, 0.03, 0.055, 0.11, 0.18),
  dataAdvantage: fc.constantFrom(0.2, 0.32, 0.42, 0.55, 0.75),
  unitCost: share(0.02, 0.2),
  lossCost: share(0.5, 1),
  markup: share(0.005, 0.2),
})

describe('the ceiling (I15)', () => {
  it('when lowered never raises approval where it binds', () => {
    fc.assert(
      fc.property(terms, share(0.05, 0.5), share(0, 0.3), (t, high, cut) => {
        const b = borrowing(t.defaultProbability, t.dataAdvantage)
        quote(b, t.unitCost, t.lossCost, t.markup, high)
        fc.pre(quoted.served && quoted.price === high)
        const before = quoted.approval
        quote(b, t.unitCost, t.lossCost, t.markup, high - cut)
        const after = quoted.served ? quoted.approval : 0
        expect(after).toBeLessThanOrEqual(before + ROUNDING)
      }),
      { seed: SEED, numRuns: RUNS },
    )
  })

  it('is never exceeded, whatever the costs', () => {
    fc.assert(
      fc.property(terms, share(0, 0.5), (t, ceiling) => {
        const b = borrowing(t.defaultProbability, t.dataAdvantage)
        quote(b, t.unitCost, t.lossCost, t.markup, ceiling)
        if (quoted.served) expect(quoted.price).toBeLessThanOrEqual(ceiling)
      }),
      { seed: SEED, numRuns: RUNS },
    )
  })
})

describe('the cost of a partner (I15)', () => {
  const market = openingMarket()
  const { links } = market.edges
  const rulesWith = (partnerCost: number): RuleBook => ({
    ...market.preNotice.inForce,
    partnerCost: new Float64Array(market.banks.size).fill(partnerCost),
  })

  it('when raised never raises the chance that any partner of the opening market stays', () => {
    fc.assert(
      fc.property(
        fc.nat(links.count - 1),
        share(0, 20),
        share(0, 5),
        share(0, 5),
        share(0, 5),
        (slot, surplus, oversight, low, rise) => {
          const b = links.from[slot]
          const p = links.to[slot]
          fc.pre(market.banks.affiliateOf[b] !== p)
          const keep = (cost: number): number => {
            const value = netValue(market, rulesWith(cost), b, p, surplus)
            return keepProbability(value - oversight, market.parameters.choiceNoise)
          }
          const before = keep(low)
          const after = keep(low + rise)
          expect(after).toBeLessThanOrEqual(before)
          if (rise > 0.01 && before > 1e-6 && before < 1 - 1e-6) {
            expect(after).toBeLessThan(before)
          }
        },
      ),
      { seed: SEED, numRuns: RUNS },
    )
  })
})
