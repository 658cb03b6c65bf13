/**
 * The story of a partnership in English.
 * @module
 */
import { causeOf } from './cause-en.ts'
import type { Decision } from './decision.ts'
import type { Chapter, LinkStory } from './link-story.ts'
import { sayIn, type Say } from './say.ts'
import { CRITERIA, ENDINGS } from './words-en.ts'

/** The story, a sentence each. */
export function linkEnglish(story: LinkStory): string[] {
  const say = sayIn('en', story.start)
  const { bank, platform, first, peak, last, chapters } = story
  const pair = `${bank.en} and ${platform.en}`
  const sentences = [
    story.opening
      ? `${pair} were partners when the run began in ${say.month(0)}` +
        `${first ? `, with ${say.money(first.balance)} outstanding at the end of ${say.month(first.period)}` : ''}.`
      : `${pair} were not partners when the run began in ${say.month(0)}.`,
  ]
  for (const chapter of chapters) sentences.push(...tellChapter(say, chapter))
  if (peak) {
    sentences.push(
      `The balance was largest in ${say.month(peak.period)}, at ${say.money(peak.balance)}; ` +
        `${say.money(last.balance)} is left in ${say.month(story.periods - 1)}.`,
    )
  }
  if (last.active && story.valued) {
    sentences.push(
      `They are still partners at the end: worth ${say.money(story.valued.value)} a year to the bank, ` +
        `probability of keeping ${say.number(story.valued.probability)} at a review.`,
    )
  }
  return [...sentences, ...baseline(say, story)]
}

function tellChapter(say: Say, { decision, levers }: Chapter): string[] {
  return [event(say, decision), ...terms(say, decision), ...causeOf(say, decision, levers)]
}

function event(say: Say, one: Decision): string {
  const when = `In ${say.month(one.period)}`
  const criterion = CRITERIA[one.criterion](say, one.measure, one.limit)
  const chance = `probability ${say.number(one.probability)}, draw ${say.number(one.luck)}`
  switch (one.event) {
    case 'signed':
      return one.reason === 'programmeReturn'
        ? `${when} the bank returned to facilitation and signed the platform, worth ${say.money(one.value)} a year; it may lend from ${say.month(one.activeFrom)}.`
        : `${when} the bank signed the platform in its quarterly search: worth ${say.money(one.value)} a year, ` +
            `${say.money(one.net)} after oversight and set-up; ${chance}. It may lend from ${say.month(one.activeFrom)}.`
    case 'started':
      return `${when} the approval was through and lending began.`
    case 'declined':
      if (one.reason === 'platformDeclined') {
        return `${when} the bank looked at the platform, and the platform declined: ${criterion}.`
      }
      if (one.reason === 'ruleBook')
        return `${when} the bank signed nobody: its list was full (${one.limit}).`
      return `${when} the bank looked at the platform and did not sign: worth ${say.money(one.value)} a year, ${say.money(one.net)} after oversight and set-up; ${chance}.`
  }
  const what = one.event === 'withdrawn' ? 'the signed partnership' : 'it'
  switch (one.reason) {
    case 'lowValue':
      return `${when} a review ended it: worth ${say.money(one.value)} a year, ${say.money(one.net)} after oversight; probability of keeping ${say.number(one.probability)}, draw ${say.number(one.luck)}.`
    case 'programmeExit':
      return `${when} the bank stopped facilitation, which ended ${what}: its list was worth ${say.money(one.programmeValue)} a year, the programme cost ${say.money(one.programmeCost)}, for ${one.quarters} quarters running.`
    case 'ruleBook':
      return `${when} the rules ended ${what}: ${criterion}.`
    case 'bankFailure':
      return `${when} the bank failed, which ended ${what}: ${criterion}.`
    default:
      return `${when} the platform failed, which ended ${what}: ${criterion}.`
  }
}

function terms(say: Say, one: Decision): string[] {
  if (one.event === 'signed' || Number.isNaN(one.margin)) return []
  return [
    `The value was a margin of ${say.money(one.margin)} less ${say.money(one.partnerCost)} for overseeing the partner and ${say.money(one.penalty)} of expected penalty.`,
  ]
}

function baseline(say: Say, { baseline: side, chapters }: LinkStory): string[] {
  if (side === undefined) return []
  const end = chapters.findLast(({ decision }) => decision.event === 'ended')?.decision
  const { valued, ended } = side
  const worth = valued
    ? `: V = ${say.money(valued.value)} a year, probability of keeping ${say.number(valued.probability)}`
    : ''
  const then = end ? `in ${say.month(end.period)}` : 'in the last month'
  if (side.kept) {
    const later =
      end && ended && ended.period > end.period
        ? `; it ended there in ${say.month(ended.period)}`
        : ''
    return [`Under ${side.label} and the same draws they were partners ${then}${worth}${later}.`]
  }
  if (ended && (end === undefined || ended.period <= end.period)) {
    return [
      `Under ${side.label} and the same draws it had ended by then too, in ${say.month(ended.period)} (${ENDINGS[ended.reason]}).`,
    ]
  }
  return [`Under ${side.label} and the same draws they were not partners ${then}.`]
}
