/**
 * English words for causes and criteria.
 * @module
 */
import type { Cause, Criterion, Reason } from '../../agents/chronicle/columns.ts'
import type { Say } from './say.ts'

/** What the rules moved. */
export const TERMS: Readonly<Record<Cause, string>> = {
  none: 'no term',
  partnerCost: 'the cost of overseeing this partner',
  penalty: 'the expected penalty',
  oversight: 'the cost of overseeing one partner more',
  ceiling: "the bank's margin, by way of the price ceiling",
  region: "the bank's margin, by way of the regions it may lend in",
  capacity: "the bank's margin, by way of the share of its loans it may facilitate",
  unitCost: "the bank's margin, by way of what its capital costs",
  acquisition: "the bank's margin, by way of what winning borrowers costs",
  rivals: "the bank's margin, by way of what other lenders and platforms may do",
  programmeCost: 'the cost of running a programme',
  headcount: 'the number of partners a list may have',
}

/** What was met, as the rest of a sentence. */
export const CRITERIA: Readonly<
  Record<Criterion, (say: Say, measure: number, limit: number) => string>
> = {
  none: () => 'nobody asked for more',
  shock: () => 'a shock of the scenario struck it',
  netWorth: (say, measure) => `its net worth was ${say.money(measure)}, below zero`,
  lossMonths: (_, measure) => `it lost money ${measure} months running`,
  unfundedMonths: (_, measure) => `for ${measure} months no bank on its list was able to lend`,
  equity: (say, measure) => `its equity was ${say.money(measure)}, below zero`,
  capitalRatio: (say, measure, limit) =>
    `its capital ratio was ${say.share(measure)}, below ${say.share(limit)}`,
  headcountCap: (_, measure, limit) =>
    `the list may have ${limit} partners, and it was number ${measure}`,
  partnerServiceCost: (say, measure, limit) =>
    `the platform would gain ${say.money(measure)} a year, less than the ${say.money(limit)} that serving a bank costs`,
  notAble: () => 'the bank was not able to lend: programme ended, failed or suspended',
  stopped: () => 'a rule stopped new partner loans',
  capacity: () => 'its programme was full',
  monthlyUse: () => 'no more of its capacity can be used in a month',
  capital: () => 'its capital was used up',
  stockLimit: () => 'a limit on its stock of partner loans',
  fundingShock: () => 'a funding shock',
  jointLimit: () => 'the limits on joint loans',
  guaranteeLeverage: () => "a guarantor's legal multiple",
}

/** Why a partnership ended, in brackets. */
export const ENDINGS: Readonly<Record<Reason, string>> = {
  none: 'no reason noted',
  lowValue: 'a review',
  programmeExit: 'the bank stopped facilitation',
  bankFailure: 'the bank failed',
  platformFailure: 'the platform failed',
  ruleBook: 'the head-count cap',
  search: 'search',
  programmeReturn: 'return',
  approval: 'approval',
  review: 'review',
  platformDeclined: 'the platform declined',
}
