import type { Decision } from './decision.ts'

/** The term behind a cause as it was decided on, and under the rules before [mn/yr]. */
export interface MovedTerm {
  readonly now: number
  readonly before: number
}

/** The numbers of a decision's cause; undefined where it has none. */
export function movedTerm(one: Decision): MovedTerm | undefined {
  const term = termOf(one)
  return term && !Number.isNaN(term.now) && !Number.isNaN(term.before) ? term : undefined
}

function termOf(one: Decision): MovedTerm | undefined {
  switch (one.cause) {
    case 'none':
    case 'headcount':
      return undefined
    case 'partnerCost':
      return { now: one.partnerCost, before: one.partnerCostBefore }
    case 'penalty':
      return { now: one.penalty, before: one.penaltyBefore }
    case 'oversight':
      return { now: one.oversight, before: one.oversightBefore }
    case 'programmeCost':
      return { now: one.programmeCost, before: one.programmeCostBefore }
    default:
      return { now: one.margin, before: one.marginBefore }
  }
}
