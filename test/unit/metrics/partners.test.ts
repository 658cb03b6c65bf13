import { describe, expect, it } from 'vitest'
import { cutLink } from '../../../engine/links.ts'
import { PROGRAMME_OFF, type Market } from '../../../agents/market.ts'
import { CITY, HEAD, LISTED, RURAL, SMALL } from '../../../agents/parameters.ts'
import { figuresAt, linkPairs, readMetric, toyMarket } from './toy-market.ts'

/** Banks 0 and 1 are city banks, 2 rural; platforms head, listed, small, niche. */
function smallMarket(): { market: Market; slots: number[] } {
  const market = toyMarket({ banks: 3, platforms: 4 })
  market.banks.licence.set([CITY, CITY, RURAL])
  market.platforms.tier.set([HEAD, LISTED, SMALL, SMALL])
  market.platforms.niche[3] = 1
  const slots = linkPairs(market, [
    [0, 0],
    [0, 1],
    [0, 2],
    [1, 0],
    [2, 0],
    [2, 3],
  ])
  return { market, slots }
}

describe('links', () => {
  it('are counted in all, by tier, by niche and by licence', () => {
    const figures = figuresAt(smallMarket().market)
    const counts = ['', 'Head', 'Listed', 'Small', 'Niche', 'SmallOther', 'City', 'Rural', 'Trust']
    expect(counts.map((suffix) => readMetric(`links${suffix}`, figures))).toEqual([
      6, 3, 1, 2, 1, 1, 4, 2, 0,
    ])
    expect(readMetric('headLinkShare', figures)).toBe(0.5)
  })

  it("do not include an affiliate's permanent link", () => {
    const { market } = smallMarket()
    market.banks.affiliateOf[1] = 0
    const figures = figuresAt(market)
    expect(readMetric('links', figures)).toBe(5)
    expect(readMetric('whitelistSizeMean', figures)).toBe(2.5)
  })
})

describe('whitelist lengths', () => {
  it('have the median, mean and quartiles of 3, 1, 2', () => {
    const figures = figuresAt(smallMarket().market)
    expect(readMetric('whitelistSizeMedian', figures)).toBe(2)
    expect(readMetric('whitelistSizeMean', figures)).toBe(2)
    expect(readMetric('whitelistSizeQ1', figures)).toBe(1.5)
    expect(readMetric('whitelistSizeQ3', figures)).toBe(2.5)
  })

  it('leave out banks whose programme is off, and are not defined when all are', () => {
    const { market } = smallMarket()
    market.banks.programme[1] = PROGRAMME_OFF
    expect(readMetric('whitelistSizeMean', figuresAt(market))).toBe(2.5)
    market.banks.programme.fill(PROGRAMME_OFF)
    expect(readMetric('whitelistSizeMedian', figuresAt(market))).toBeNaN()
  })

  it('give the Gini of funders 3, 1, 1, 1 over active platforms', () => {
    const { market } = smallMarket()
    expect(readMetric('degreeGini', figuresAt(market))).toBeCloseTo(0.25, 14)
    market.platforms.failed[0] = 1
    expect(readMetric('degreeGini', figuresAt(market))).toBe(0)
  })
})

describe('churn', () => {
  it('counts what ended and began since last month, and survival since the opening', () => {
    const { market, slots } = smallMarket()
    const figures = figuresAt(market, 0)
    expect(readMetric('separations', figures)).toBe(0)
    cutLink(market.edges.links, slots[0])
    cutLink(market.edges.links, slots[2])
    market.edges.formedAt[linkPairs(market, [[1, 3]])[0]] = 1
    figuresAt(market, 1, figures)
    expect(readMetric('separations', figures)).toBe(2)
    expect(readMetric('formations', figures)).toBe(1)
    expect(readMetric('listJaccard', figures)).toBeCloseTo(4 / 7, 14)
    expect(readMetric('edgeSurvival', figures)).toBeCloseTo(4 / 6, 14)
    expect(readMetric('edgeSurvivalHead', figures)).toBeCloseTo(2 / 3, 14)
    expect(readMetric('edgeSurvivalSmall', figures)).toBe(0.5)
    expect(readMetric('edgeSurvivalNiche', figures)).toBe(1)
  })

  it('counts a partnership cut and formed again as cut', () => {
    const { market, slots } = smallMarket()
    const figures = figuresAt(market, 0)
    cutLink(market.edges.links, slots[1])
    figuresAt(market, 1, figures)
    linkPairs(market, [[0, 1]])
    figuresAt(market, 2, figures)
    expect(readMetric('formations', figures)).toBe(1)
    expect(readMetric('listJaccard', figures)).toBe(1)
    expect(readMetric('edgeSurvivalListed', figures)).toBe(0)
  })

  it('knows the opening lists although it first looks at the end of the first month', () => {
    const { market, slots } = smallMarket()
    cutLink(market.edges.links, slots[5])
    market.edges.endedAt[slots[5]] = 0
    market.edges.formedAt[linkPairs(market, [[1, 1]])[0]] = 0
    const figures = figuresAt(market, 0)
    expect(readMetric('separations', figures)).toBe(1)
    expect(readMetric('formations', figures)).toBe(1)
    expect(readMetric('edgeSurvival', figures)).toBeCloseTo(5 / 6, 14)
  })

  it('starts anew with another market', () => {
    const figures = figuresAt(smallMarket().market, 5)
    figuresAt(smallMarket().market, 0, figures)
    expect(readMetric('edgeSurvival', figures)).toBe(1)
    expect(readMetric('separations', figures)).toBe(0)
  })
})

describe('matthewDegree', () => {
  it('is negative when those with many partners lose them', () => {
    const { market, slots } = smallMarket()
    const figures = figuresAt(market, 0)
    cutLink(market.edges.links, slots[0])
    cutLink(market.edges.links, slots[3])
    figuresAt(market, 1, figures)
    // Funders 3,1,1,1 → 1,1,1,1: Δ = ln(2/4) at x = ln 4, 0 at ln 2 three times.
    expect(readMetric('matthewDegree', figures)).toBeCloseTo(-1, 12)
  })
})
