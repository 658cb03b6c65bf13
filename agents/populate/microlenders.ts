/**
 * Licensed microlenders that platforms own: they fund their own platform only.
 *
 *     E = .05·balance of the platform, or as reported;  cap = 6·E;  O = 0
 *
 * @source model document, section 10, step 3, and section 19.4
 * @module
 */
import type { Names } from '../market.ts'
import { PROGRAMME_ON } from '../market.ts'
import { MICROLENDER, type Parameters } from '../parameters.ts'
import type { Facts } from './facts.ts'
import { MICROLENDER_ID, type BankPopulation, type PlatformPopulation } from './population.ts'

const EQUITY_OVER_BALANCE = 0.05
const CAPACITY_OVER_EQUITY = 6

/** Fills the rows that `platforms.affiliate` points at. */
export function fillMicrolenders(
  banks: BankPopulation,
  facts: Facts,
  platforms: PlatformPopulation,
  parameters: Parameters,
): void {
  for (let p = 0; p < platforms.size; p++) {
    const b = platforms.affiliate[p]
    if (b < 0) continue
    const reported = facts.platforms[p].affiliateEquity?.value
    const equity = reported ?? EQUITY_OVER_BALANCE * platforms.balance[p]
    banks.id[b] = MICROLENDER_ID + platforms.id[p]
    banks.licence[b] = MICROLENDER
    banks.homeRegion[b] = platforms.homeRegion[p]
    banks.affiliateOf[b] = p
    banks.capitalRatio[b] = NaN
    banks.totalEquity[b] = equity
    banks.tier1Ratio[b] = NaN
    banks.fundingCost[b] = parameters.fundingCost[MICROLENDER]!
    banks.operatingCost[b] = parameters.bankOperatingCost
    banks.programmeCapacity[b] = CAPACITY_OVER_EQUITY * equity
    banks.programme[b] = PROGRAMME_ON
  }
}

/** Names of a microlender after its platform: `bank:ctrip-microlender`. */
export function microlenderNames(platform: Names): Names {
  const id = `${platform.id.replace('platform:', 'bank:')}-microlender`
  return { id, en: `${platform.en} microlender`, zh: `${platform.zh}小额贷款公司` }
}
