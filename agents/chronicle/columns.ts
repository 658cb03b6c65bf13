/**
 * What a row of the chronicle says, as codes and columns in a fixed order.
 * @module
 */
import { ENDED_REASONS } from '../market.ts'

/** What happened. All but the first five are noted of a watched bank only. */
export const EVENTS = [
  'signed',
  'started',
  'ended',
  'withdrawn',
  'programmeEnded',
  'programmeReturned',
  'kept',
  'declined',
  'programmeKept',
  'programmeStayedOut',
  'valued',
  'lent',
] as const
export const SIGNED = 0
export const STARTED = 1
export const ENDED = 2
/** Signed, and ended before the first loan. */
export const WITHDRAWN = 3
export const PROGRAMME_ENDED = 4
export const PROGRAMME_RETURNED = 5
export const KEPT = 6
export const DECLINED = 7
export const PROGRAMME_KEPT = 8
export const PROGRAMME_STAYED_OUT = 9
export const VALUED = 10
export const LENT = 11

/** Why: first the reasons for an ending, in the order of the edges' own column. */
export const REASONS = [
  ...ENDED_REASONS,
  'search',
  'programmeReturn',
  'approval',
  'review',
  'platformDeclined',
] as const
export type Reason = (typeof REASONS)[number]
export const SEARCH = 6
export const PROGRAMME_RETURN = 7
export const APPROVAL = 8
export const REVIEW = 9
export const PLATFORM_DECLINED = 10

/** Which criterion of a failure was met, or which limit bound; `measure` and `limit` are its numbers. */
export const CRITERIA = [
  'none',
  'shock',
  'netWorth',
  'lossMonths',
  'unfundedMonths',
  'equity',
  'capitalRatio',
  'headcountCap',
  'partnerServiceCost',
  'notAble',
  'stopped',
  'capacity',
  'monthlyUse',
  'capital',
  'stockLimit',
  'fundingShock',
  'jointLimit',
  'guaranteeLeverage',
] as const
export type Criterion = (typeof CRITERIA)[number]

/** Code of a criterion. */
export function criterionCode(criterion: Criterion): number {
  return CRITERIA.indexOf(criterion)
}

/** Which term of the decision the rules moved most, against the rules before. */
export const CAUSES = [
  'none',
  'partnerCost',
  'penalty',
  'oversight',
  'ceiling',
  'region',
  'capacity',
  'unitCost',
  'acquisition',
  'rivals',
  'programmeCost',
  'headcount',
] as const
export type Cause = (typeof CAUSES)[number]

/** Code of a cause. */
export function causeCode(cause: Cause): number {
  return CAUSES.indexOf(cause)
}

/** Columns of a row: codes and ids first, then numbers; NaN where an event has none. */
export const CHRONICLE_COLUMNS = [
  'period',
  'bank',
  'platform',
  'event',
  'reason',
  'activeFrom',
  'partners',
  'balance',
  'value',
  'margin',
  'partnerCost',
  'penalty',
  'oversight',
  'setupCost',
  'net',
  'probability',
  'luck',
  'platformGain',
  'programmeValue',
  'programmeCost',
  'quarters',
  'criterion',
  'measure',
  'limit',
  'anticipation',
  'cause',
  'announcedShare',
  'valueBefore',
  'marginBefore',
  'partnerCostBefore',
  'penaltyBefore',
  'oversightBefore',
  'probabilityBefore',
  'programmeValueBefore',
  'programmeCostBefore',
] as const
export type ChronicleColumn = (typeof CHRONICLE_COLUMNS)[number]

/** Numbers in a row. */
export const ROW_WIDTH = CHRONICLE_COLUMNS.length

/** Place of each column in a row. */
export const AT = Object.fromEntries(CHRONICLE_COLUMNS.map((name, place) => [name, place])) as {
  readonly [Name in ChronicleColumn]: number
}
