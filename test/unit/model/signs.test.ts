/** Equations whose sign shows in no other test, each worked out by hand. */
import { describe, expect, it } from 'vitest'
import { columnSum } from '../../../engine/ledger.ts'
import { allocateFunding } from '../../../agents/bank/allocate-funding.ts'
import { spareKnownProgrammes } from '../../../agents/bank/spare-known-programmes.ts'
import { valued, valuePartner } from '../../../agents/bank/partner-value.ts'
import { repay } from '../../../agents/borrower/repay.ts'
import { payIndemnities } from '../../../agents/guarantor/pay-indemnities.ts'
import { vintageSlot } from '../../../agents/loans/book-loans.ts'
import type { Market } from '../../../agents/market.ts'
import { CONSUMER_FINANCE, MICROLENDER, PRIVATE, SEGMENTS } from '../../../agents/parameters.ts'
import { oversightCost } from '../../../agents/pricing/oversight.ts'
import { AWAY, HOME, SITES } from '../../../agents/pricing/outlook.ts'
import { borrowing, quote, quoted } from '../../../agents/pricing/quote.ts'
import { GRANDFATHER } from '../../../agents/regulator/rule-book.ts'
import { SECTORS } from '../../../agents/settlement/accounts.ts'
import { resolveFailures } from '../../../agents/settlement/resolve-failures.ts'
import { complianceBillOf, settleBank } from '../../../agents/settlement/settle-bank.ts'
import { settle } from '../../../agents/settlement/settle.ts'
import { shockMenu } from '../../../agents/shocks/shock-menu.ts'
import {
  announce,
  lendingMonth,
  prepare,
  runMonths,
  runPhases,
  toyMarket,
  total,
  untilApprovals,
  untilFunding,
  type Row,
  type ToySetting,
} from '../../fixtures/toy-market.ts'

const CELLS = SITES * SEGMENTS
const CAP = (value: number) => new Float64Array(3 * SEGMENTS).fill(value)

function bookedOn(market: Market, slot: number): number {
  return total(market.work.booked, slot * CELLS, (slot + 1) * CELLS)
}

/** A bank whose room is `room`. */
function roomy(room: number, own: Row = {}): Row {
  return { otherLoans: 1e4, programmeAppetite: room / 1e4, ...own }
}

describe('what is carried into a month', () => {
  it('is what is left after its instalment and prepayment, where nobody defaults', () => {
    const market = toyMarket({ banks: 2, platforms: 2 })
    market.loans.hazard.fill(0)
    for (let period = 0; period < 7; period++) {
      runMonths(market, 1, period)
      market.loans.hazard.fill(0)
    }
    const carried = market.edges.carried.slice()
    runPhases(market, [...untilFunding, repay], 7)
    for (let slot = 0; slot < 4; slot++) {
      expect(market.edges.balance[slot]).toBeGreaterThan(1)
      expect(market.edges.balance[slot] / carried[slot]).toBeCloseTo(1, 12)
    }
  })

  it('holds nothing of a vintage whose last instalment was paid', () => {
    const market = toyMarket({ banks: 1, platforms: 1 })
    const T = market.loans.tenor
    runMonths(market, T + 2)
    const closing = vintageSlot(2, T)
    expect(market.loans.lent[closing]).toBeGreaterThan(0)
    runPhases(market, [...untilFunding, repay], T + 2)
    expect(market.loans.lent[closing]).toBe(0)
    expect(market.loans.settled[closing]).toBe(0)
    expect(market.work.trace.closingGap).toBeLessThan(1e-12)
    for (let v = 0; v < T; v++) if (v !== closing) expect(market.loans.lent[v]).toBeGreaterThan(0)
  })
})

describe('a month of loans', () => {
  const setting: ToySetting = {
    banks: 2,
    platforms: [{}, { dataAdvantage: 0.3, acquisitionCost: 0.02 }],
    links: [[0, 0], [1, 1]], // prettier-ignore
  }

  it('counts volume times price, and what lies above 24% and 20%', () => {
    const market = toyMarket(setting)
    runPhases(market, lendingMonth, 0)
    const { segments, work } = market
    let far = 0
    for (let s = 0; s < SEGMENTS; s++) {
      const lines = [0, 1].map((p) => ({
        price: work.inForce.price[p * CELLS + s],
        volume: work.booked[(p === 0 ? 0 : 1) * CELLS + s],
      }))
      const sumOver = (least: number, value: (line: { price: number; volume: number }) => number) =>
        lines.reduce((sum, line) => (line.price > least ? sum + value(line) : sum), 0)
      expect(segments.priceVolume[s]).toBeCloseTo(sumOver(0, (l) => l.price * l.volume), 10) // prettier-ignore
      expect(segments.above24[s]).toBeCloseTo(sumOver(0.24, (l) => l.volume), 10) // prettier-ignore
      expect(segments.above20[s]).toBeCloseTo(sumOver(0.2, (l) => l.volume), 10) // prettier-ignore
      far += segments.above24[s]
    }
    expect(far).toBeGreaterThan(1)
  })

  it('defaults with platforms as with banks', () => {
    const market = toyMarket(setting)
    runMonths(market, 3)
    runPhases(market, [...untilFunding, repay], 3)
    const { bank, platform } = market.work
    expect(bank.defaults[0]).toBeGreaterThan(0)
    for (const i of [0, 1]) expect(platform.defaults[i]).toBeCloseTo(bank.defaults[i], 12)
  })

  it('defaults loan by loan in segments as with banks', () => {
    const market = toyMarket({
      ...setting,
      parameters: { defaultMode: 'loan', averageTicket: 0.01 },
    })
    runMonths(market, 3)
    runPhases(market, [...untilFunding, repay], 3)
    const lost = total(market.work.bank.defaults)
    expect(lost).toBeGreaterThan(0)
    expect(total(market.segments.defaulted) / lost).toBeCloseTo(1, 12)
  })

  it('lets an uplift of acquisition act as a higher cost of acquisition', () => {
    const one = (own: Row, uplift: number): Market => {
      const market = toyMarket({
        banks: 1,
        platforms: [own],
        rules: { acquisitionUplift: new Float64Array(3).fill(uplift) },
      })
      runMonths(market, 3)
      return market
    }
    const uplifted = one({}, 0.01)
    const costly = one({ acquisitionCost: 0.04 }, 0)
    const plain = one({}, 0)
    for (const of of [
      (market: Market) => market.work.inForce.price[2],
      (market: Market) => market.loans.price[2],
      (market: Market) => market.work.platform.fees[0],
      (market: Market) => market.platforms.netWorth[0],
    ]) {
      expect(of(uplifted)).toBeCloseTo(of(costly), 12)
      expect(Math.abs(of(plain) - of(costly))).toBeGreaterThan(1e-6)
    }
    expect(uplifted.work.trace.splitGap).toBeLessThan(1e-12)
  })
})

describe('a bank’s programme', () => {
  function month() {
    const market = toyMarket({
      banks: [{ investment: 6, complianceCapacity: 2, complianceCapacityStart: 2 }],
      platforms: 3,
      rules: { partnerCost: Float64Array.of(0.5), programmeCost: Float64Array.of(2) },
    })
    runMonths(market, 3)
    runPhases(market, [...untilFunding, repay, payIndemnities], 3)
    return market
  }

  it('earns yields less funds, running, losses and compliance', () => {
    const market = month()
    const { banks, work } = market
    const held = banks.partnerLoans[0]
    const lost = 0.88 * (work.bank.defaults[0] - work.bank.indemnity[0])
    const running = ((banks.fundingCost[0] + banks.operatingCost[0]) * held) / 12
    const yields = work.bank.interest[0]
    settleBank(market, 0, 3)
    expect(banks.complianceBill[0]).toBeGreaterThan(0.1)
    const profit = yields - running - lost - banks.complianceBill[0]
    expect(banks.programmeProfit[0]).toBeCloseTo(profit, 10)
  })

  it('pays for investment, for overseeing signed partners too, and for every one that starts', () => {
    const market = month()
    const { work, parameters } = market
    const bill = (pending: number, starts: number, investment: number): number => {
      work.pendingPartners[0] = pending
      work.bank.activations[0] = starts
      market.banks.investment[0] = investment
      return complianceBillOf(market, 0)
    }
    const base = bill(0, 0, 0)
    expect(bill(0, 0, 6) - base).toBeCloseTo(6 / 12, 12)
    expect(bill(0, 2, 0) - base).toBeCloseTo(2 * parameters.setupCost, 12)
    expect(parameters.setupCost).toBeGreaterThan(0)
    const capacity = market.banks.complianceCapacity[0]
    const oversight = (n: number) =>
      oversightCost(n, 1, capacity, parameters.oversightConvexity, 0.5)
    expect((bill(4, 0, 0) - base) * 12).toBeCloseTo(oversight(7) - oversight(3), 11)
    expect(oversight(7)).toBeGreaterThan(oversight(3))
  })
})

describe('money between sectors', () => {
  const gapOf = (market: Market): number => {
    const { ledger, work } = market
    const gaps = SECTORS.map((_, sector) =>
      Math.abs(columnSum(ledger, sector) - work.money[sector]),
    )
    return Math.max(...gaps)
  }

  it('is posted as it moves, with fines, penalties, recoveries and guarantors’ fees', () => {
    const market = toyMarket({
      banks: 2,
      platforms: [{ guarantor: 0, guaranteeCover: 0.7 }, {}],
      guarantors: 1,
    })
    runMonths(market, 5)
    market.fines.fill(3)
    runPhases(market, [...untilFunding, repay, payIndemnities], 5)
    market.work.platform.penalties[1] = 2
    const worth = market.platforms.netWorth[1]
    runPhases(market, [settle], 5)
    expect(market.work.guarantor.recovered[0]).toBeGreaterThan(0)
    expect(market.work.guarantor.fees[0]).toBeGreaterThan(0)
    expect(gapOf(market)).toBeLessThan(1e-9)
    const { platforms } = market
    expect(platforms.income[1]).toBeCloseTo(platforms.netWorth[1] - worth, 12)
  })

  it('is posted as it moves where government makes depositors whole', () => {
    const market = toyMarket({ banks: 2, platforms: 1 })
    runMonths(market, 2)
    const before = gapOf(market)
    market.banks.equity[0] = -30
    runPhases(market, [resolveFailures], 2)
    expect(market.banks.equity[0]).toBe(0)
    expect(gapOf(market)).toBeLessThan(before + 1e-9)
  })
})

describe('joint loans', () => {
  const micro = { licence: MICROLENDER, equity: 1e4, otherLoans: 0 }
  const joint = (banks: readonly Row[], own: Row = {}): ToySetting => ({
    banks: [...banks, { ...micro, affiliateOf: 0 }],
    platforms: [{ ownFundingShare: 0.3, affiliate: banks.length, ...own }],
  })
  const funded = (setting: ToySetting): Market => {
    const market = toyMarket(setting)
    runPhases(market, untilFunding, 0)
    return market
  }

  it.each([
    [10, 300, 1],
    [300, 10, 0],
  ])('of banks with %i and %i of room are priced as class %i', (one, other, priced) => {
    const market = funded(joint([roomy(one), roomy(other, { licence: CONSUMER_FINANCE })]))
    expect(bookedOn(market, one > other ? 0 : 1)).toBeGreaterThan(20)
    expect(market.work.jointClass[0]).toBe(priced)
  })

  it('fill a guarantor’s multiple with the affiliate’s part', () => {
    const covered = { guarantor: 0, guaranteeCover: 0.5 }
    const market = funded({
      ...joint([{}, {}], covered),
      guarantors: [{ equity: 10, reviewedEquity: 10 }],
      rules: { guaranteeLeverageMax: 10 },
    })
    expect(total(market.work.booked)).toBeCloseTo(200, 9)
  })

  it('above a line for the average price go back to borrowers whole', () => {
    const line = { averagePriceMax: Float64Array.of(0.2, Infinity) }
    const free = funded(joint([{}]))
    const market = funded({ ...joint([{}]), rules: line })
    expect(bookedOn(market, 0)).toBeLessThan(bookedOn(free, 0) - 1)
    expect(total(market.work.booked)).toBeCloseTo(total(market.borrowers.funded), 9)
  })
})

describe('what a class leaves over', () => {
  it('counts as approved anew only as far as the other class takes it', () => {
    const regulatoryCap = CAP(0.36)
    regulatoryCap.fill(0.2, SEGMENTS, 2 * SEGMENTS)
    const market = toyMarket({
      banks: [roomy(5), roomy(34, { licence: CONSUMER_FINANCE })],
      platforms: 1,
      pools: [0, 0, 0, 0, 100],
      rules: { regulatoryCap },
    })
    // Equal weights, so that half of the applications come through each class.
    market.banks.fundingCost[0] -= Math.log(34 / 5) / 60
    runPhases(market, untilApprovals, 0)
    const { approval } = market.work.inForce
    const ratio = approval[CELLS + 4] / approval[4]
    const before = total(market.borrowers.approved)
    const own = market.work.approved[SEGMENTS + 4]
    expect(own).toBeLessThan(33)
    runPhases(market, [allocateFunding], 0)
    expect(bookedOn(market, 1)).toBeCloseTo(34, 10)
    const moved = (34 - own) / ratio
    expect(moved).toBeGreaterThan(0.5)
    expect(total(market.borrowers.approved)).toBeCloseTo(before + moved * (ratio - 1), 9)
    expect(total(market.borrowers.funded)).toBeCloseTo(39, 9)
  })

  /** Three classes with one bank each; the first leaves most of its applications over. */
  const threeClasses = (caps: readonly number[], second: number): Market => {
    const regulatoryCap = CAP(0)
    caps.forEach((cap, k) => regulatoryCap.fill(cap, k * SEGMENTS, (k + 1) * SEGMENTS))
    const market = toyMarket({
      banks: [roomy(5), roomy(second), roomy(500)].map((row) => ({ ...row, licence: PRIVATE })),
      platforms: [{}, { trafficWeight: 0.5 }],
      pools: [0, 0, 0, 0, 100],
      rules: { regulatoryCap, priceClass: Uint8Array.of(0, 1, 2) },
    })
    market.banks.fundingCost[0] -= Math.log(100) / 60
    runPhases(market, untilApprovals, 0)
    return market
  }
  const approvedOf = (market: Market, k: number): number =>
    total(market.work.approved, 2 * k * SEGMENTS, 2 * (k + 1) * SEGMENTS)

  it('goes to the class that earns most on it', () => {
    const market = threeClasses([0.36, 0.22, 0.3], 500)
    const { approval, surplus } = market.work.inForce
    const worth = (k: number) => approval[2 * k * CELLS + 4] * surplus[2 * k * CELLS + 4]
    expect(worth(2)).toBeGreaterThan(worth(1))
    const [first, second] = [approvedOf(market, 0), approvedOf(market, 1)]
    expect(first).toBeGreaterThan(20)
    runPhases(market, [allocateFunding], 0)
    expect(bookedOn(market, 0) + bookedOn(market, 1)).toBeCloseTo(5, 9)
    expect(bookedOn(market, 2) + bookedOn(market, 3)).toBeCloseTo(second, 9)
  })

  it('goes to the lower class first where both earn the same, then to the other', () => {
    const market = threeClasses([Infinity, Infinity, Infinity], 10)
    const approved = total(market.borrowers.approved)
    runPhases(market, [allocateFunding], 0)
    expect(bookedOn(market, 2) + bookedOn(market, 3)).toBeCloseTo(10, 9)
    expect(bookedOn(market, 4) + bookedOn(market, 5)).toBeCloseTo(approved - 15, 8)
  })
})

describe('a platform with a home and funders of two reaches', () => {
  const setting: ToySetting = {
    banks: [roomy(300, { homeRegion: 1 }), roomy(20)],
    platforms: [{ niche: 1, homeRegion: 1, dataAdvantage: 0.3, dataAdvantageHome: 0.5 }],
    regions: 2,
    rules: { homeOnly: Uint8Array.of(1, 0) },
  }

  it('books what a bank has room for in proportion to its part of each region', () => {
    const market = toyMarket(setting)
    // The local bank weighs as if it held nothing, and has room for five more.
    market.edges.carried[0] = 295
    runPhases(market, untilApprovals, 0)
    const { approved, inForce } = market.work
    const [local, national] = inForce.weight
    const regionOf = (r: number) => total(approved, r * SEGMENTS, (r + 1) * SEGMENTS)
    const offers = [regionOf(0), (regionOf(1) * national) / (national + local)]
    const accepted = 20 / (offers[0] + offers[1])
    expect(accepted).toBeLessThan(1)
    runPhases(market, [allocateFunding], 0)
    const site = (home: number) =>
      total(market.work.booked, CELLS + home * SEGMENTS, CELLS + (home + 1) * SEGMENTS)
    expect(bookedOn(market, 0)).toBeCloseTo(5, 9)
    expect([site(AWAY), site(HOME)]).toEqual([
      expect.closeTo(accepted * offers[0], 9),
      expect.closeTo(accepted * offers[1], 9),
    ])
    const { funded } = market.borrowers
    const fundedIn = (r: number) =>
      Array.from({ length: SEGMENTS }, (_, s) => funded[s * 2 + r]).reduce((a, b) => a + b)
    expect(fundedIn(0)).toBeCloseTo(accepted * offers[0], 9)
    expect(fundedIn(1)).toBeCloseTo(5 + accepted * offers[1], 9)
  })

  it('approves at home and elsewhere by what it knows there', () => {
    const market = toyMarket(setting)
    runPhases(market, untilApprovals, 0)
    const { borrowers, work } = market
    for (let s = 0; s < SEGMENTS; s++) {
      for (const [r, site] of [
        [0, AWAY],
        [1, HOME],
      ]) {
        // prettier-ignore
        const cell = s * 2 + r
        const share = borrowers.approved[cell] / borrowers.applications[cell]
        expect(share).toBeCloseTo(work.inForce.approval[site * SEGMENTS + s], 12)
      }
    }
    const byPlatform = total(work.approvedBy)
    expect(byPlatform / total(borrowers.approved)).toBeCloseTo(1, 12)
    expect(byPlatform / total(work.approved)).toBeCloseTo(1, 12)
  })

  it('is worth to a national bank what it will be once linked', () => {
    const free = { ...setting, banks: [roomy(300, { homeRegion: 1 }), roomy(1e6)] }
    const [apart, linked] = [
      [[0, 0]],
      [
        [0, 0],
        [1, 0],
      ],
    ].map((links) => {
      // prettier-ignore
      const market = toyMarket({ ...free, links: links as [number, number][] })
      prepare(market)
      valuePartner(market, 1, 0, links.length > 1)
      return valued.value
    })
    expect(apart).toBeGreaterThan(0)
    expect(apart / linked).toBeCloseTo(1, 9)
  })
})

describe('the value of a partnership', () => {
  it('is taken from the quotes of the bank’s own class, whatever the order of platforms', () => {
    const banks = [{ fundingCost: 0.05 }, { fundingCost: 0.02, licence: CONSUMER_FINANCE }]
    const rows: Row[] = [{ dataAdvantage: 0.3 }, { trafficWeight: 2 }]
    const valuesIn = (platforms: readonly Row[]) => {
      const market = toyMarket({ banks, platforms })
      prepare(market)
      return platforms.map((_, p) => {
        valuePartner(market, 1, p, true)
        return valued.value
      })
    }
    const [one, other] = valuesIn(rows)
    const turned = valuesIn(rows.toReversed())
    expect(turned[1] / one).toBeCloseTo(1, 12)
    expect(turned[0] / other).toBeCloseTo(1, 12)
    expect(Math.abs(one / other - 1)).toBeGreaterThan(0.1)
  })
})

describe('known programmes', () => {
  it('are spared as far as those that stay are too few, the most worth first', () => {
    const market = toyMarket({
      banks: [{}, { programmeValue: 5 }, { programmeValue: 9 }, { programmeValue: 7 }],
      platforms: 1,
      rules: { programmeCost: Float64Array.of(1, 1, 1, 1) },
    })
    prepare(market)
    market.environment.leastProgrammes[PRIVATE] = 2
    market.banks.weakQuarters.fill(market.parameters.exitQuarters, 1)
    spareKnownProgrammes(market)
    expect([...market.banks.weakQuarters].map((quarters) => quarters > 0)).toEqual([
      false,
      true,
      false,
      true,
    ])
  })
})

describe('the guaranteed share', () => {
  it('is on its limit after rounds in which others run out of room', () => {
    const market = toyMarket({
      banks: [roomy(2000), roomy(20, { fundingCost: -0.05 })],
      platforms: [{ guarantor: 0, guaranteeCover: 1 }, {}],
      guarantors: 1,
      links: [[0, 0], [0, 1], [1, 1]], // prettier-ignore
      rules: { guaranteedShareMax: Float64Array.of(0.3, 1) },
    })
    market.edges.carried.set([10, 30, 0])
    runPhases(market, untilFunding, 0)
    const guaranteed = 10 + bookedOn(market, 0)
    expect(bookedOn(market, 2)).toBeCloseTo(20, 9)
    expect(guaranteed / (guaranteed + 30 + bookedOn(market, 1))).toBeCloseTo(0.3, 10)
  })
})

describe('a limit on the guaranteed share', () => {
  it('counts what the month offers beside the guarantee, so that others take only what is above it', () => {
    const LIMIT = 0.45
    const market = toyMarket({
      banks: [roomy(1e6), roomy(1e6)],
      platforms: [{ guarantor: 0, guaranteeCover: 1, trafficWeight: 2 }, {}],
      guarantors: 1,
      links: [[0, 0], [0, 1], [1, 0]], // prettier-ignore
      rules: { guaranteedShareMax: Float64Array.of(LIMIT, 1) },
    })
    runPhases(market, untilFunding, 0)
    const [limited, other, free] = [0, 1, 2].map((slot) => bookedOn(market, slot))
    expect(limited).toBeGreaterThan((limited + free) / 4)
    expect(free).toBeGreaterThan(limited)
    expect(limited / (limited + other)).toBeCloseTo(LIMIT, 10)
  })
})

describe('an announced ceiling', () => {
  it('weighs the surplus of today and of the announced rules in what a platform gains', () => {
    const setting: ToySetting = { banks: 1, platforms: 1 }
    const gainOf = (market: Market, period: number): number => {
      prepare(market, period)
      valuePartner(market, 0, 0, true)
      return valued.platformGain
    }
    const market = toyMarket(setting)
    const rules = { regulatoryCap: CAP(0.2), stockTreatment: GRANDFATHER }
    announce(market, { rules, announced: 0, effective: 9 })
    const today = gainOf(toyMarket(setting), 5)
    const then = gainOf(market, 30)
    expect(then).toBeLessThan(0.95 * today)
    const weight = 1 - 4 / 12
    expect(gainOf(market, 5)).toBeCloseTo((1 - weight) * today + weight * then, 9)
  })
})

describe('a quote that rejects nobody', () => {
  it('has no cut-off', () => {
    for (const [pd, c] of [
      [0, 0.42],
      [0.11, 0],
    ] as const) {
      quote(borrowing(pd, c), 0.08, 0.9, 0.06, 0.36)
      expect(quoted).toMatchObject({ served: true, cutoff: -Infinity, approval: 1 })
    }
  })
})

describe('the capacity of a bank', () => {
  it('grows by its own trend, month by month', () => {
    const market = toyMarket({ banks: [{ capacityTrend: 0.01 }, {}], platforms: 1 })
    runMonths(market, 3)
    expect(market.banks.capacityFactor[0]).toBeCloseTo(1.030301, 12)
    expect(market.banks.capacityFactor[1]).toBe(1)
  })
})

describe('the shock menu', () => {
  it('sets the macro state of a default wave to −2', () => {
    expect(shockMenu.find(({ kind }) => kind === 'defaultWave')?.sizes).toEqual({ macroState: -2 })
  })
})
