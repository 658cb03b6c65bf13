/**
 * A shipped calibration: how it was obtained, and what it leaves open of each parameter.
 * @module
 */
import { parameterCatalogue } from '../../agents/parameter-catalogue.ts'
import type { Language } from '../../analysis/words/language.ts'
import { memberSetIn } from '../../analysis/words/member-set.ts'
import type { Calibration } from '../../scenarios/calibrations/calibration.ts'
import { effectiveMembers, memberIntervals } from '../../scenarios/calibrations/member-interval.ts'
import { shippedCalibrations } from '../calibrations.ts'
import type { Explanation } from './explanation.ts'

export function explainCalibration(id: string, language: Language): Explanation | undefined {
  const set = shippedCalibrations().find((one) => one.id === id)
  return set && calibrationFacts(set, language)
}

/** Title, how it was obtained, members, and the 90% interval of each parameter. */
export function calibrationFacts(set: Calibration, language: Language) {
  const words = memberSetIn(language)
  const facts: [string, string][] = [
    [words.obtained, obtainedText(set)],
    [words.members, words.effective(set.members.length, shown(effectiveMembers(set)))],
  ]
  const rows = memberIntervals(set).map(({ parameter, low, middle, high }) => {
    const { label, baseline, unit } = parameterCatalogue.find((one) => one.id === parameter)!
    const numbers = [low, middle, high, baseline as number].map(shown)
    return [parameter, label[language], ...numbers, unit === '1' ? '' : unit]
  })
  return {
    title: `${set.id} — ${set.title[language]}`,
    facts,
    table: [words.columns, ...rows],
    next: `zhudai run notice-9 --against rules-before -s calibration=${set.id}`,
  }
}

/** One line an entry, as written. */
function obtainedText({ obtained }: Calibration): string {
  return Object.entries(obtained)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('\n')
}

const DIGITS = 3

function shown(value: number): string {
  return String(Number(value.toPrecision(DIGITS)))
}
