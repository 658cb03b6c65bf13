/** What the opening market holds, worked out again from its loans and from the population. */
import { describe, expect, it } from 'vitest'
import { visitCells } from '../../../agents/loans/loan-book.ts'
import { PROGRAMME_ON, type Market } from '../../../agents/market.ts'
import { MICROLENDER, SEGMENTS } from '../../../agents/parameters.ts'
import { createMarket, GUARANTOR_LEVERAGE } from '../../../agents/populate/create-market.ts'
import { medianCapacity } from '../../../agents/populate/draw-banks.ts'
import { drawPopulation } from '../../../agents/populate/draw-population.ts'
import { namedSmallGroups } from '../../../agents/populate/groups.ts'
import { otherLoanMargin } from '../../../agents/populate/other-loan-margin.ts'
import { MICROLENDER_ID, type BankPopulation } from '../../../agents/populate/population.ts'
import { provenanceOf } from '../../../agents/populate/provenance.ts'
import { complianceBillOf } from '../../../agents/settlement/settle-bank.ts'
import { keyOf, openingMarket } from '../../fixtures/opening-market.ts'
import { facts, parameters } from './shipped-data.ts'

const LGD = parameters.lossGivenDefault
const population = drawPopulation(facts, parameters, keyOf(0))

/** Largest difference of two columns, relative to the largest of the first. */
function gapOf(column: ArrayLike<number>, expected: ArrayLike<number>): number {
  let gap = 0
  let most = 0
  for (let i = 0; i < column.length; i++) {
    gap = Math.max(gap, Math.abs(column[i] - expected[i]))
    most = Math.max(most, Math.abs(column[i]))
  }
  return gap / most
}

/** What the opening's loans add up to. */
function sumsOf({ banks, platforms, loans, edges }: Market) {
  const debt = new Float64Array(SEGMENTS)
  const lost = new Float64Array(SEGMENTS)
  const lostBy = new Float64Array(platforms.size)
  const balance = new Float64Array(platforms.size)
  const uncovered = new Float64Array(banks.size)
  const yields = new Float64Array(banks.size)
  visitCells(loans, (cell, line, slot, s) => {
    const [b, p] = [edges.links.from[slot], edges.links.to[slot]]
    const principal = loans.principal[cell]
    const defaults = principal * loans.hazard[line]
    debt[s] += principal
    balance[p] += principal
    lost[s] += defaults
    lostBy[p] += defaults
    uncovered[b] += (1 - loans.cover[line]) * defaults
    yields[b] += principal * loans.yield[cell]
  })
  return { debt, lost, lostBy, balance, uncovered, yields }
}

describe('the books at the opening', () => {
  const market = openingMarket()
  const sums = sumsOf(market)
  const { banks, platforms, segments, edges } = market

  it('hold what the loans add up to', () => {
    expect(gapOf(segments.debt, sums.debt)).toBeLessThan(1e-12)
    expect(gapOf(platforms.balance, sums.balance)).toBeLessThan(1e-12)
  })

  it('expect three equal months of defaults', () => {
    const months = (newest: Float64Array) =>
      Float64Array.from([...newest].flatMap((d) => [d, d, d]))
    expect(gapOf(segments.pastDefaults, months(sums.lost))).toBeLessThan(1e-12)
    expect(gapOf(platforms.pastDefaults, months(sums.lostBy))).toBeLessThan(1e-12)
  })

  it('hold bad loans of as many months as it takes to work them off', () => {
    const bad = sums.uncovered.map((monthly) => parameters.workoutMonths * monthly)
    expect(gapOf(banks.badLoans, bad)).toBeLessThan(1e-12)
  })

  it('leave as other loans what is not lent through partners', () => {
    let plain = 0
    for (let b = 0; b < banks.size; b++) {
      if (banks.licence[b] === MICROLENDER) expect(banks.otherLoans[b]).toBe(0)
      const all = banks.otherLoans[b] + banks.partnerLoans[b]
      if (Math.abs(all / population.banks.totalLoans[b] - 1) < 1e-12) plain++
      else expect(all).toBeGreaterThan(population.banks.totalLoans[b])
    }
    expect(plain).toBeGreaterThan(200)
  })

  it('give every bank the return on assets it reports', () => {
    let differing = 0
    for (let b = 0; b < banks.size; b++) {
      const net = banks.partnerLoans[b] + (1 - LGD) * banks.badLoans[b] + banks.otherLoans[b]
      const assets = (1 + parameters.liquidityRatio) * net
      expect(banks.cash[b] + net).toBeCloseTo(assets, 6)
      const margin = otherLoanMargin({
        returnOnAssets: population.banks.returnOnAssets[b],
        assets,
        deposits: assets - banks.equity[b],
        fundingCost: banks.fundingCost[b],
        programmeIncome:
          sums.yields[b] -
          banks.operatingCost[b] * banks.partnerLoans[b] -
          12 * LGD * sums.uncovered[b] -
          12 * complianceBillOf(market, b),
        otherLoans: banks.otherLoans[b],
        taxRate: parameters.taxRate,
      })
      if (Math.abs(margin - banks.otherLoanMargin[b]) > 1e-9) differing++
    }
    expect(differing).toBe(0)
  })

  it('size capacity by appetite on all loans, the median programme being 1', () => {
    const on = [...banks.id.keys()].filter(
      (b) => banks.programme[b] === PROGRAMME_ON && banks.licence[b] !== MICROLENDER,
    )
    for (const b of on) {
      const share = banks.programmeAppetite[b] * banks.capacityFactor[b]
      const capacity = share * (banks.otherLoans[b] + banks.partnerLoans[b])
      expect(banks.programmeCapacity[b] / capacity).toBeCloseTo(1, 12)
    }
    const sizes = on.map((b) => banks.programmeSize[b]).sort((a, b) => a - b)
    expect(sizes[sizes.length >> 1]).toBe(1)
  })

  it('keep partnerships in the order of bank and platform', () => {
    const { from, to, count } = edges.links
    const pairs = Array.from({ length: count }, (_, i) => from[i] * platforms.size + to[i])
    expect(pairs).toEqual(pairs.toSorted((a, b) => a - b))
  })

  it('leave the outside its share of demand, and everybody rejected or unfunded to come back', () => {
    const { borrowers, regions } = market
    for (let s = 0; s < SEGMENTS; s++) {
      const part = (column: Float64Array) =>
        column.subarray(s * regions, (s + 1) * regions).reduce((sum, value) => sum + value, 0)
      const applied = part(borrowers.applications) / part(borrowers.demandPool)
      expect(Math.abs(applied - (1 - parameters.outsideShare))).toBeLessThan(0.02)
      const back = part(borrowers.applications) - part(borrowers.approved)
      const pool = part(borrowers.basePool) + parameters.returnRate * back
      expect(Math.abs(pool / part(borrowers.demandPool) - 1)).toBeLessThan(0.02)
    }
  })

  it('lend through platforms what they report', () => {
    let gap = 0
    let all = 0
    for (let p = 0; p < platforms.size; p++) {
      gap += Math.abs(platforms.balance[p] - population.platforms.balance[p])
      all += population.platforms.balance[p]
    }
    expect(gap / all).toBeLessThan(0.1)
  })
})

describe('the market at the start of burn-in', () => {
  const rules = openingMarket().preNotice
  const market = createMarket(population, parameters, rules)

  it('has guarantors with capital for what they cover of the reported balances', () => {
    const covered = new Float64Array(population.guarantors.size)
    for (let p = 0; p < population.platforms.size; p++) {
      const { guarantor, guaranteeCover, balance } = population.platforms
      if (guarantor[p] >= 0) covered[guarantor[p]] += guaranteeCover[p] * balance[p]
    }
    const capital = covered.map((amount) => amount / GUARANTOR_LEVERAGE)
    expect(gapOf(market.guarantors.equity, capital)).toBeLessThan(1e-12)
  })

  it('has partnerships as old as burn-in, nobody suspended, and room for as many more', () => {
    expect(market.edges.formedAt[0]).toBe(-parameters.burnIn)
    expect(Math.max(...market.banks.suspendedUntil)).toBeLessThan(-parameters.burnIn - 100)
    expect(market.edges.links.capacity).toBeGreaterThanOrEqual(2 * population.links.count)
  })

  it('numbers a microlender after its platform', () => {
    const { platforms, banks } = population
    for (let p = 0; p < platforms.size; p++) {
      if (platforms.affiliate[p] < 0) continue
      expect(banks.id[platforms.affiliate[p]]).toBe(MICROLENDER_ID + platforms.id[p])
    }
  })

  it('rates a bank without programme as the least capable', () => {
    const { banks } = population
    let off = 0
    for (let b = 0; b < banks.size; b++) {
      if (banks.programmeCapacity[b] > 0) continue
      off++
      expect([banks.complianceCapability[b], banks.riskManagement[b]]).toEqual([0.05, 0.05])
    }
    expect(off).toBeGreaterThan(0)
  })
})

describe('small rules of the population', () => {
  it('put the median of an even number of capacities between the middle two', () => {
    const banks = {
      programmeCapacity: Float64Array.of(1, 9, 4, 2, 100),
      programme: Uint8Array.of(0, 0, 0, 0, 0).fill(PROGRAMME_ON),
      affiliateOf: Int32Array.of(-1, -1, -1, -1, 3),
    } as unknown as BankPopulation
    expect(medianCapacity(banks)).toBe(3)
  })

  it('call a group by the first of its shortest names', () => {
    const named = (name: string) => ({ name, group: 'g', role: 'small' as const })
    const names = ['甲信', '甲信科技', '乙信'].map(named)
    const table = new Map(names.map((row) => [row.name, row]))
    const lists = [{ bank: '银行甲', day: '2024-01-01', named: ['甲信'] }]
    const [group] = namedSmallGroups(
      lists as unknown as Parameters<typeof namedSmallGroups>[0],
      table as unknown as Parameters<typeof namedSmallGroups>[1],
    )
    expect(group.zh).toBe('乙信')
  })

  it('number the segments of a platform from 1', () => {
    const columns = provenanceOf(facts, population, 'platform:qfin').map(({ column }) => column)
    const shares = columns.filter((column) => column.startsWith('segmentShare'))
    expect(shares).toEqual([1, 2, 3, 4, 5].map((n) => `segmentShare${n}`))
  })
})
