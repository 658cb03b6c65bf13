/**
 * Why a decision fell as it did, in English.
 * @module
 */
import type { LeverChange } from './changed-levers.ts'
import type { Decision } from './decision.ts'
import { decidesAlikeBefore } from './levers-behind.ts'
import { movedTerm } from './moved-term.ts'
import type { Say } from './say.ts'
import { TERMS } from './words-en.ts'

/** Why, against the rules of November 2024 at the same state. */
export function causeOf(
  say: Say,
  one: Decision | undefined,
  levers: readonly LeverChange[],
): string[] {
  if (one === undefined || one.event === 'started' || Number.isNaN(one.anticipation)) return []
  // A signing needs no excuse, unless the rules before would have prevented it.
  if (one.event === 'signed' && decidesAlikeBefore(one) !== false) return []
  if (one.reason === 'bankFailure' || one.reason === 'platformFailure') return []
  if (one.cause === 'none') {
    return Number.isNaN(one.luck) || one.event === 'signed'
      ? []
      : [
          `The rules of November 2024 would have given the same value: an ordinary decision, draw ${say.number(one.luck)} against a probability of ${say.number(one.probability)}.`,
        ]
  }
  return [...counterfactual(say, one), ...moved(say, one), ...behind(say, levers)]
}

/** The term that moved most; nothing when it did not move by as much as is written. */
function moved(say: Say, one: Decision): string[] {
  const term = movedTerm(one)
  const [now, before] = term ? [say.money(term.now), say.money(term.before)] : ['', '-']
  if (now === before) return []
  const instead = term ? `: ${now} a year instead of ${before}` : ''
  const ahead =
    one.announcedShare > 0
      ? `; ${say.share(Math.min(1, one.announcedShare))} of that comes from rules announced and not yet in force, counted with a weight of ${say.share(one.anticipation)}`
      : ''
  return [`What the rules moved most is ${TERMS[one.cause]}${instead}${ahead}.`]
}

function behind(say: Say, levers: readonly LeverChange[]): string[] {
  if (levers.length === 0) return []
  const list = levers.map((change) => {
    const since = change.ahead
      ? `announced for ${say.date(change.effective)}`
      : `since ${say.date(change.effective)}`
    return `${change.label.en} (${change.lever}: ${say.value(change, 'from')} → ${say.value(change, 'to')}, ${since})`
  })
  return [
    `${levers.length === 1 ? 'The lever behind it' : 'The levers behind it'}: ${list.join('; ')}.`,
  ]
}

/** Whether the same draw would have decided otherwise under the rules before. */
function counterfactual(say: Say, one: Decision): string[] {
  if (!Number.isNaN(one.programmeValueBefore) && !Number.isNaN(one.programmeValue)) {
    const would = one.programmeValueBefore >= one.programmeCostBefore
    return [
      `Under the rules of November 2024, all else as it was, the list would be worth ${say.money(one.programmeValueBefore)} and the programme cost ${say.money(one.programmeCostBefore)}: ${would ? 'it would pay' : 'it would not pay either'}.`,
    ]
  }
  const alike = decidesAlikeBefore(one)
  if (alike === undefined) return []
  const verdict = alike
    ? 'the same draw decides the same way, so this is an ordinary decision'
    : 'the same draw decides the other way'
  return [
    `Under the rules of November 2024, all else as it was, the value would be ${say.money(one.valueBefore)} a year and the probability ${say.number(one.probabilityBefore)}: ${verdict}.`,
  ]
}
