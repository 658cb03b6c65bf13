/**
 * Terms and life of loans. What is frozen in a vintage is noted when it is booked; here the largest
 * gap of the month is read.
 *
 * @source Model document, sections 5.4, 6, 5.9 and 12
 * @module
 */
import { differs, type Check } from '../../engine/checks.ts'
import type { Market } from '../market.ts'
import { pairNames, platformName } from './agent-names.ts'

/** Rounding of a yearly rate. */
const RATE_ROUNDING = 1e-12
/** Rounding over the life of a vintage, relative to what it lent. */
const LIFE_ROUNDING = 1e-9
/** Rounding of a share of the month's lending. */
const SHARE_ROUNDING = 1e-9

/** I3: y + g + φ = r for every loan booked this month. */
export const priceSplit: Check<Market> = {
  id: 'priceSplit',
  label: { en: 'Yield and fees add up to the price', zh: '收益与各项费用合计等于价格' },
  find(market) {
    const { splitGap, splitSlot } = market.work.trace
    const identity = 'largest |yield + guarantee fee + platform fee − price| = 0'
    return differs(identity, splitGap, 0, RATE_ROUNDING, pairNames(market, splitSlot))
  },
}

/** I9: no loan is priced above the ceiling in force when it is made. */
export const priceCeiling: Check<Market> = {
  id: 'priceCeiling',
  label: { en: 'No price is above its ceiling', zh: '价格不超过上限' },
  find(market) {
    const { priceExcess, pricePlatform } = market.work.trace
    const identity = 'largest price above the ceiling in force = 0'
    const agents = pricePlatform < 0 ? [] : [platformName(market, pricePlatform)]
    return differs(identity, priceExcess, 0, RATE_ROUNDING, agents)
  },
}

/** I6: over its life a vintage repays or defaults what it lent. */
export const vintageLife: Check<Market> = {
  id: 'vintageLife',
  label: {
    en: 'A vintage repays or defaults what it lent',
    zh: '每批贷款的还款与违约合计等于放款',
  },
  find(market) {
    const { closingGap, closingSlot } = market.work.trace
    const identity = 'largest |repaid + defaulted − lent| over lent of a vintage that ended = 0'
    return differs(identity, closingGap, 0, LIFE_ROUNDING, pairNames(market, closingSlot))
  },
}

/** I11: of joint loans the platform's own lender books at least the share the rules ask for. */
export const jointContribution: Check<Market> = {
  id: 'jointContribution',
  label: { en: 'Joint loans carry the least own share', zh: '联合贷款自有出资不低于下限' },
  find(market) {
    const { platforms, banks, work } = market
    const least = work.inForce.rules.minPartnerContribution
    for (let p = 0; p < platforms.size; p++) {
      const lent = platforms.originated[p]
      if (!(platforms.ownFundingShare[p] > 0) || lent === 0) continue
      const affiliate = platforms.affiliate[p]
      const own = affiliate < 0 ? 0 : banks.originated[affiliate]
      if (own >= (least - SHARE_ROUNDING) * lent) continue
      const identity = 'own share of joint loans ≥ least partner contribution'
      const agents = [platformName(market, p)]
      return { identity, left: own / lent, right: least, tolerance: SHARE_ROUNDING, agents }
    }
    return undefined
  },
}
