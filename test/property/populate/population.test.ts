import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeKey } from '../../../engine/stream.ts'
import { drawPopulation } from '../../../agents/populate/draw-population.ts'
import { appetiteFactor } from '../../../agents/populate/appetite-factor.ts'
import type { Population } from '../../../agents/populate/population.ts'
import { readFacts } from '../../../agents/populate/read-facts.ts'
import { facts, parameters, publicData } from '../../unit/populate/shipped-data.ts'

const SETTINGS = { seed: 20250403, numRuns: 20 }
const replicates = fc.integer({ min: 0, max: 1_000_000 })

function draw(replicate: number): Population {
  return drawPopulation(facts, parameters, makeKey('populate', replicate))
}

function columns(population: Population): unknown {
  const { banks, platforms, guarantors, links } = population
  return { banks, platforms, guarantors, links }
}

describe('the opening population', () => {
  it('is the same bytes for the same key', () => {
    const same = fc.property(replicates, (replicate) => {
      expect(columns(draw(replicate))).toEqual(columns(draw(replicate)))
    })
    fc.assert(same, { ...SETTINGS, numRuns: 5 })
  })

  it('differs between replicates where drawn and not where observed', () => {
    const property = fc.property(replicates, (replicate) => {
      const [one, other] = [draw(replicate), draw(replicate + 1)]
      let differing = 0
      facts.banks.forEach((bank, b) => {
        if (bank.totalLoans !== undefined) {
          expect(one.banks.totalLoans[b]).toBe(other.banks.totalLoans[b])
        } else if (one.banks.totalLoans[b] !== other.banks.totalLoans[b]) differing++
        if (bank.appetite !== undefined) {
          expect(one.banks.programmeAppetite[b]).toBe(other.banks.programmeAppetite[b])
        }
        if (bank.listLength !== undefined) {
          expect(one.banks.listLength[b]).toBe(other.banks.listLength[b])
        }
      })
      expect(differing).toBe(facts.banks.filter((bank) => bank.totalLoans === undefined).length)
      expect(one.platforms.balance).toEqual(other.platforms.balance)
      expect(one.platforms.niche).not.toEqual(other.platforms.niche)
    })
    fc.assert(property, SETTINGS)
  })

  it('keeps its totals and bounds in every replicate', () => {
    const property = fc.property(replicates, (replicate) => {
      const { banks, platforms, links } = draw(replicate)
      let capacity = 0
      for (let b = 0; b < facts.banks.length; b++) {
        if (banks.programme[b] === 0 && banks.homeRegion[b] < 0)
          capacity += banks.programmeCapacity[b]
        expect(banks.programmeAppetite[b]).toBeLessThanOrEqual(0.95)
        expect(banks.totalLoans[b]).toBeGreaterThan(0)
        expect(banks.listLength[b]).toBeLessThanOrEqual(platforms.size)
      }
      expect(capacity / (1.25 * facts.marketBalance.value)).toBeCloseTo(1, 12)
      for (let i = 1; i < links.count; i++) {
        const step = links.bank[i] - links.bank[i - 1]
        expect(step > 0 || (step === 0 && links.platform[i] > links.platform[i - 1])).toBe(true)
      }
    })
    fc.assert(property, SETTINGS)
  })

  it('does not change when the rows of the data are shuffled', () => {
    const shuffled = <T>(rows: readonly T[]) =>
      fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length })
    const data = fc.record({
      observations: shuffled(publicData.observations),
      lists: shuffled(publicData.lists),
      groups: shuffled(publicData.groups),
      regions: shuffled(publicData.regions),
    })
    const property = fc.property(data, (rows) => {
      expect(readFacts(rows, parameters)).toEqual(facts)
    })
    fc.assert(property, { ...SETTINGS, numRuns: 5 })
  })

  it('draws the same capacity dispersion it is asked for', () => {
    const none = drawPopulation(facts, { ...parameters, capacityDispersion: 0 }, makeKey('p', 1))
    const rural = facts.banks.flatMap((bank, b) => (bank.licence === 3 ? [b] : []))
    const appetites = new Set(rural.map((b) => none.banks.programmeAppetite[b]))
    expect(appetites.size).toBe(1)
  })
})

describe('the appetite factor', () => {
  it('reaches any total the bounds allow', () => {
    const row = fc.record({
      share: fc.double({ min: 0.001, max: 2, noNaN: true }),
      bound: fc.double({ min: 0.01, max: 0.95, noNaN: true }),
      loans: fc.double({ min: 1, max: 1e6, noNaN: true }),
    })
    const rows = fc.array(row, { minLength: 1, maxLength: 30 })
    const property = fc.property(
      rows,
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (list, part) => {
        const most = list.reduce((sum, { bound, loans }) => sum + bound * loans, 0)
        const columnsOf = {
          share: Float64Array.from(list, (one) => one.share),
          bound: Float64Array.from(list, (one) => one.bound),
          loans: Float64Array.from(list, (one) => one.loans),
          counted: new Uint8Array(list.length).fill(1),
        }
        const factor = appetiteFactor(columnsOf, part * most)
        const reached = list.reduce((sum, { share, bound, loans }) => {
          return sum + Math.min(factor * share, bound) * loans
        }, 0)
        expect(reached / (part * most)).toBeCloseTo(1, 9)
      },
    )
    fc.assert(property, { ...SETTINGS, numRuns: 200 })
  })
})
