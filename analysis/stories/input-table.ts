import type { Month } from '../../engine/time.ts'
import type { Language } from '../words/language.ts'
import type { Decision } from './decision.ts'
import { sayIn } from './say.ts'
import { storyWordsIn } from './story-words-in.ts'
import { INPUTS, type InputName } from './story-words.ts'
import type { BankTrace } from './trace-bank.ts'

const PURE: ReadonlySet<InputName> = new Set(['probability', 'luck'])
const COUNTS: ReadonlySet<InputName> = new Set(['quarters', 'partners'])
/** Amounts of money at or in a month; all others are a year. */
const AMOUNTS: ReadonlySet<InputName> = new Set(['measure', 'limit', 'balance'])

/** Everything the decision was made on, side by side: name, baseline, reform; a head first. */
export function inputTable(trace: BankTrace, language: Language): string[][] {
  const { difference, start } = trace
  if (difference === undefined) return []
  const words = storyWordsIn(language)
  const [old, own] = [difference.baseline, difference.reform].map(
    (side) => side.decision ?? side.valued,
  )
  const rows = INPUTS.filter((name) => isGiven(old, name) || isGiven(own, name)).map((name) => [
    words.inputs[name] + (isYearly(name) ? words.perYear : ''),
    cell(old, name, language, start),
    cell(own, name, language, start),
  ])
  return [[words.columns.input, trace.baseline, trace.reform], ...rows]
}

function isGiven(one: Decision | undefined, name: InputName): boolean {
  return one !== undefined && !Number.isNaN(one[name])
}

function isYearly(name: InputName): boolean {
  return ![...PURE, ...COUNTS, ...AMOUNTS, 'anticipation'].includes(name)
}

function cell(
  one: Decision | undefined,
  name: InputName,
  language: Language,
  start: Month,
): string {
  const say = sayIn(language, start)
  const value = one?.[name] ?? NaN
  if (PURE.has(name)) return say.number(value)
  if (COUNTS.has(name)) return say.count(value)
  return name === 'anticipation' ? say.share(value) : say.money(value)
}
