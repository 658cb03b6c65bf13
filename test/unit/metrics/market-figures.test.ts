import { describe, expect, it } from 'vitest'
import { PROGRAMME_EXITING } from '../../../agents/market.ts'
import { CITY, HEAD, LISTED, MICROLENDER, SMALL, TRUST } from '../../../agents/parameters.ts'
import { metricCatalogue } from '../../../analysis/metrics/index.ts'
import { figuresAt, linkPairs, readMetric, toyMarket } from './toy-market.ts'

describe('programmes', () => {
  it('counts exits among those on at the start; one that returned is none', () => {
    const market = toyMarket({ banks: 4, platforms: 1 })
    market.banks.licence.fill(CITY)
    market.banks.onAtStart[3] = 0
    market.banks.exitedAt.set([2, -1, -1, 1])
    market.banks.programme.set([PROGRAMME_EXITING, 0, 0, PROGRAMME_EXITING])
    market.banks.homeRegion[0] = 0
    market.banks.partnerLoans.set([1, 2, 3, 9])
    const figures = figuresAt(market)
    expect(readMetric('programmesOn', figures)).toBe(2)
    expect(readMetric('programmeExits', figures)).toBe(1)
    expect(readMetric('programmeExitShare', figures)).toBeCloseTo(1 / 3, 14)
    expect(readMetric('programmeExitShareCity', figures)).toBeCloseTo(1 / 3, 14)
    expect(readMetric('programmeExitShareTrust', figures)).toBeNaN()
    expect(readMetric('programmeExitShareSmallThird', figures)).toBe(1)
    expect(readMetric('programmeExitShareLargeThird', figures)).toBe(0)
    expect(readMetric('programmeExitShareLocal', figures)).toBe(1)
    expect(readMetric('programmeExitShareNational', figures)).toBe(0)
  })
})

describe('platforms', () => {
  it('counts survivors, balances and new loans by tier and niche', () => {
    const market = toyMarket({ banks: 1, platforms: 4 })
    market.platforms.tier.set([HEAD, LISTED, SMALL, SMALL])
    market.platforms.niche[2] = 1
    market.platforms.failed[3] = 1
    market.platforms.balance.set([10, 5, 3, 2])
    market.platforms.originated.set([4, 3, 2, 0])
    linkPairs(market, [[0, 0]])
    const figures = figuresAt(market)
    expect(readMetric('platformSurvival', figures)).toBe(0.75)
    expect(readMetric('platformSurvivalSmall', figures)).toBe(0.5)
    expect(readMetric('platformSurvivalNiche', figures)).toBe(1)
    expect(readMetric('activeSmallPlatforms', figures)).toBe(1)
    expect(readMetric('listedSmallPlatforms', figures)).toBe(0)
    expect(readMetric('balance', figures)).toBe(20)
    expect(readMetric('balanceSmall', figures)).toBe(5)
    expect(readMetric('originationsSmall', figures)).toBe(2)
    expect(readMetric('cr5', figures)).toBe(1)
    expect(readMetric('hhi', figures)).toBeCloseTo((100 + 25 + 9 + 4) / 400, 14)
    expect(readMetric('hhiOriginations', figures)).toBeCloseTo((16 + 9 + 4) / 81, 14)
  })

  it('sees the large grow in matthewVolume', () => {
    const market = toyMarket({ banks: 1, platforms: 2 })
    market.platforms.startBalance.set([3, 1])
    market.platforms.balance.set([9, 1])
    const expected = (Math.log(0.9 / 0.75) - Math.log(0.1 / 0.25)) / Math.log(3)
    expect(readMetric('matthewVolume', figuresAt(market))).toBeCloseTo(expected, 12)
  })
})

describe('credit', () => {
  it('is read in all and by segment', () => {
    const market = toyMarket({ banks: 1, platforms: 1 })
    market.borrowers.demandPool.set([100, 0, 0, 0, 50])
    market.borrowers.applications.set([40, 0, 0, 0, 20])
    market.borrowers.approved.set([30, 0, 0, 0, 6])
    market.borrowers.funded.set([24, 0, 0, 0, 6])
    market.segments.originated.set([24, 0, 0, 0, 6])
    const figures = figuresAt(market)
    expect(readMetric('originations', figures)).toBe(30)
    expect(readMetric('originationsS5', figures)).toBe(6)
    expect(readMetric('approvalRate', figures)).toBe(0.6)
    expect(readMetric('approvalRateS5', figures)).toBe(0.3)
    expect(readMetric('approvalRateS2', figures)).toBeNaN()
    expect(readMetric('unfunded', figures)).toBe(6)
    expect(readMetric('excludedBorrowersS5', figures)).toBeCloseTo(14 / 0.00358, 8)
    expect(readMetric('servedShare', figures)).toBe(0.2)
  })

  it('prices what was lent', () => {
    const market = toyMarket({ banks: 1, platforms: 1 })
    market.segments.originated.set([10, 0, 0, 0, 30])
    market.segments.priceVolume.set([1, 0, 0, 0, 9])
    market.segments.above24[4] = 10
    market.segments.above20[4] = 20
    const figures = figuresAt(market)
    expect(readMetric('averageApr', figures)).toBe(0.25)
    expect(readMetric('averageAprS1', figures)).toBe(0.1)
    expect(readMetric('shareAbove24', figures)).toBe(0.25)
    expect(readMetric('originationsAbove24', figures)).toBe(10)
    expect(readMetric('shareAbove20', figures)).toBe(0.5)
  })

  it("gives borrowers the logit's surplus: (M/β)·ln(Den/v0)", () => {
    const market = toyMarket({ banks: 1, platforms: 1 })
    market.borrowers.demandPool[4] = 50
    market.segments.outsideWeight.fill(1)
    market.work.inForce.denominator.fill(3)
    const expected = 50 * 0.13 * Math.log(3)
    expect(readMetric('borrowerSurplus', figuresAt(market))).toBeCloseTo(expected, 12)
    expect(readMetric('borrowerSurplusS5', figuresAt(market))).toBeCloseTo(expected, 12)
    expect(readMetric('borrowerSurplusS1', figuresAt(market))).toBe(0)
  })
})

describe('risk', () => {
  it('relates bad loans and recent defaults to what is outstanding', () => {
    const market = toyMarket({ banks: 2, platforms: 2 })
    market.banks.partnerLoans.set([60, 36])
    market.banks.badLoans.set([3, 1])
    market.segments.defaulted.set([1, 0, 0, 0, 2])
    market.segments.pastDefaults.set([1, 1, 0, 2, 0, 0])
    market.platforms.tier.set([HEAD, SMALL])
    market.platforms.balance.set([50, 45])
    market.platforms.pastDefaults.set([0, 0, 0, 2, 2, 1])
    const figures = figuresAt(market)
    expect(readMetric('nplRatio', figures)).toBe(0.04)
    expect(readMetric('defaultFlow', figures)).toBe(3)
    expect(readMetric('delinquency90', figures)).toBe(0.04)
    expect(readMetric('delinquency90Small', figures)).toBe(0.1)
    expect(readMetric('delinquency90Listed', figures)).toBeNaN()
  })

  it('reads guarantors that work, and the share that does not', () => {
    const market = toyMarket({ banks: 1, platforms: 1, guarantors: 2 })
    market.banks.partnerLoans[0] = 200
    market.guarantors.outstanding.set([50, 70])
    market.guarantors.equity.set([10, 7])
    market.guarantors.failed[1] = 1
    const figures = figuresAt(market)
    expect(readMetric('guaranteeCoverage', figures)).toBe(0.25)
    expect(readMetric('guaranteeLeverage', figures)).toBe(5)
    expect(readMetric('guarantorRuin', figures)).toBe(0.5)
  })
})

describe('bank results', () => {
  it('weights capital ratios and counts breaches, trusts and microlenders aside', () => {
    const market = toyMarket({ banks: 4, platforms: 1 })
    market.banks.licence.set([CITY, CITY, TRUST, MICROLENDER])
    market.banks.partnerLoans.fill(40)
    market.banks.otherLoans.fill(70)
    market.banks.equity.set([9, 14, 0, 0])
    market.banks.tier2.set([1, 1, 0, 0])
    const figures = figuresAt(market)
    expect(readMetric('car', figures)).toBeCloseTo(0.125, 14)
    expect(readMetric('carCity', figures)).toBeCloseTo(0.125, 14)
    expect(readMetric('carRural', figures)).toBeNaN()
    expect(readMetric('carBreach', figures)).toBe(0.5)
  })

  it('annualises profit after tax over assets and equity, and programme profit over its capital', () => {
    const market = toyMarket({ banks: 1, platforms: 1 })
    market.banks.cash[0] = 10
    market.banks.partnerLoans[0] = 80
    market.banks.badLoans[0] = 5
    market.banks.allowance[0] = 4
    market.banks.otherLoans[0] = 9
    market.banks.equity[0] = 10
    market.banks.income[0] = 0.1
    market.banks.programmeProfit[0] = 0.06
    market.banks.capitalTarget[0] = 0.12
    const figures = figuresAt(market)
    expect(readMetric('roa', figures)).toBeCloseTo((12 * 0.75 * 0.1) / 100, 14)
    expect(readMetric('roe', figures)).toBeCloseTo((12 * 0.75 * 0.1) / 10, 14)
    expect(readMetric('programmeRoe', figures)).toBeCloseTo(0.72 / 7.2, 12)
  })
})

describe('compliance', () => {
  it('adds up the bill, a year and per yuan', () => {
    const market = toyMarket({ banks: 3, platforms: 1 })
    market.banks.complianceBill.set([1, 2, 3])
    market.banks.partnerLoans.set([10, 100, 610])
    const figures = figuresAt(market)
    expect(readMetric('complianceBill', figures)).toBe(72)
    expect(readMetric('compliancePerYuan', figures)).toBe(0.1)
    expect(readMetric('compliancePerYuanSmallThird', figures)).toBe(1.2)
  })

  it('counts pending partners and the extra load of head-office approval', () => {
    const market = toyMarket({ banks: 2, platforms: 3 })
    market.banks.complianceCapacity.fill(10)
    const slots = linkPairs(market, [
      [0, 0],
      [0, 1],
      [1, 0],
    ])
    market.edges.links.active[slots[1]] = 0
    market.edges.pending[slots[1]] = 1
    expect(readMetric('complianceCapacityUse', figuresAt(market))).toBeCloseTo(0.15, 14)
    market.preNotice.inForce.headOffice[0] = 1
    const expected = (1.25 * 0.2 + 0.1) / 2
    expect(readMetric('complianceCapacityUse', figuresAt(market))).toBeCloseTo(expected, 14)
  })

  it('weights risk management by capacity', () => {
    const market = toyMarket({ banks: 2, platforms: 1 })
    market.banks.programmeCapacity.set([3, 1])
    market.banks.riskManagement.set([0.8, 0.4])
    expect(readMetric('meanRiskManagement', figuresAt(market))).toBeCloseTo(0.7, 14)
  })
})

describe('metricCatalogue', () => {
  it('has unique camelCase ids, both languages, a unit, a definition and a source', () => {
    const ids = metricCatalogue.map((metric) => metric.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const metric of metricCatalogue) {
      expect(metric.id).toMatch(/^[a-z][A-Za-z0-9]+$/)
      expect(metric.label.en).toMatch(/^[A-Z]/)
      expect(metric.label.zh).toMatch(/[\u4e00-\u9fff]/)
      expect(metric.unit).not.toBe('')
      expect(metric.doc.length).toBeGreaterThan(15)
      expect(metric.source).not.toBe('')
    }
  })

  it('says not defined, never 0, for shares of an empty market', () => {
    const figures = figuresAt(toyMarket({ banks: 0, platforms: 0, guarantors: 0 }))
    for (const metric of metricCatalogue) {
      if (metric.unit !== 'share' && metric.unit !== '1/year') continue
      expect(readMetric(metric.id, figures), metric.id).toBeNaN()
    }
  })
})
