/**
 * The first difference between two policies in English.
 * @module
 */
import { causeOf } from './cause-en.ts'
import { sayIn, type Say } from './say.ts'
import type { BankTrace, Difference, Side } from './trace-bank.ts'
import { CRITERIA } from './words-en.ts'

/** The difference, a sentence each. */
export function traceEnglish(trace: BankTrace): string[] {
  const say = sayIn('en', trace.start)
  const { difference, bank } = trace
  if (difference === undefined) {
    return [
      `${bank.en} decides alike under ${trace.baseline} and ${trace.reform} in all ${trace.periods} months ` +
        `of replicate ${trace.replicate}, down to what it lends.`,
    ]
  }
  return [
    `${bank.en} first decides differently in ${say.month(difference.period)} (replicate ${trace.replicate}): ` +
      `${subject(difference, trace)}.`,
    `Under ${trace.baseline} ${side(say, difference, difference.baseline)}`,
    `Under ${trace.reform} ${side(say, difference, difference.reform)}`,
    ...onlyOne(difference),
    ...causeOf(say, difference.reform.decision ?? difference.reform.valued, difference.behind),
  ]
}

/** Reviews draw the same luck on both sides: one alone is held only where reviews run faster. */
function onlyOne({ subject: kind, baseline, reform }: Difference): string[] {
  if (kind !== 'review' || (baseline.decision && reform.decision)) return []
  const { label } = baseline.decision ? baseline : reform
  return [
    `Only ${label} has the partner reviewed that month: reviews run faster while a change of the list duty or of head-office approval is announced, and for three months after it.`,
  ]
}

function subject({ subject: kind, platform }: Difference, trace: BankTrace): string {
  const name = platform?.en ?? ''
  const sides = (yes: string, no: string, baselineYes: boolean) =>
    baselineYes
      ? `${trace.baseline} ${yes}, ${trace.reform} ${no}`
      : `${trace.reform} ${yes}, ${trace.baseline} ${no}`
  const yes = trace.difference!.baseline.yes
  switch (kind) {
    case 'programme':
      return `facilitation as a whole: ${sides('has it go on', 'has it stop', yes)}`
    case 'review':
      return `${name}: ${sides('keeps it', 'ends it', yes)}`
    case 'signing':
      return `${name}: ${sides('signs it', 'does not', yes)}`
    case 'lending':
      return 'how much it lends; no list decision differs'
  }
}

function side(say: Say, { subject: kind }: Difference, { yes, decision, valued }: Side): string {
  const one = decision ?? valued
  if (kind === 'lending') {
    return one === undefined
      ? 'it lends nothing.'
      : `it lends ${say.money(one.measure)} with room for ${say.money(one.limit)}: ${CRITERIA[one.criterion](say, one.measure, one.limit)}.`
  }
  if (kind === 'programme') {
    if (one === undefined) return 'it is not asked this month.'
    const verdict = yes ? 'it goes on' : 'it stops, or stays out'
    return `${verdict}: list worth ${say.money(one.programmeValue)} a year against a cost of ${say.money(one.programmeCost)}, ${one.quarters} quarters in a row.`
  }
  const verdict =
    kind === 'review'
      ? yes
        ? 'it keeps the partner'
        : 'it ends it'
      : yes
        ? 'it signs'
        : 'it does not sign'
  const asked = decision === undefined ? ' (not under review that month)' : ''
  if (one === undefined) return `${verdict}${asked}.`
  if (one.reason === 'platformDeclined' || one.criterion === 'headcountCap') {
    return `${verdict}: ${CRITERIA[one.criterion](say, one.measure, one.limit)}.`
  }
  return `${verdict}${asked}: worth ${say.money(one.value)} a year, ${say.money(one.net)} net, probability of yes ${say.number(one.probability)}${Number.isNaN(one.luck) ? '' : `, draw ${say.number(one.luck)}`}.`
}
