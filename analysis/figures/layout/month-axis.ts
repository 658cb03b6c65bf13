/**
 * Which months get a label: as many as fit, on round months where there are many.
 * @module
 */
import type { Language } from '../../words/language.ts'
import { formatMonth } from '../../words/numbers.ts'
import { LABEL, PAD } from './sizes.ts'
import { widest } from './text-width.ts'

export interface MonthTick {
  /** Place in the series. */
  readonly at: number
  readonly text: string
}

const MONTHS = [1, 2, 3, 6]
const YEARS = [1, 2, 5, 10, 20]
const YEAR = 12

/**
 * @param months  `2024-11`, in order
 * @param width  of the axis, from the first month to the last [px]
 */
export function monthTicks(
  months: readonly string[],
  width: number,
  language: Language,
): MonthTick[] {
  const step = width / Math.max(1, months.length - 1)
  const texts = months.map((month) => formatMonth(month, language))
  const room = widest(texts, LABEL) + 2 * PAD
  const every = MONTHS.find((count) => count * step >= room)
  if (every !== undefined) {
    const ticks = texts.map((text, at) => ({ at, text }))
    return ticks.filter(({ at }) => (numberOf(months[at]) - 1) % every === 0)
  }
  return yearTicks(months, step, language) ?? [{ at: 0, text: texts[0] }]
}

/** Years stand at their January. */
function yearTicks(
  months: readonly string[],
  step: number,
  language: Language,
): MonthTick[] | undefined {
  const januaries = months.flatMap((month, at) => (numberOf(month) === 1 ? [at] : []))
  const texts = januaries.map((at) => formatYear(months[at].split('-')[0], language))
  const room = widest(texts, LABEL) + PAD
  const every = YEARS.find((count) => count * YEAR * step >= room) ?? januaries.length
  const ticks = januaries.map((at, i) => ({ at, text: texts[i] }))
  return ticks.length === 0 ? undefined : ticks.filter((_, i) => i % every === 0)
}

function numberOf(month: string): number {
  return Number(month.split('-')[1])
}

function formatYear(year: string, language: Language): string {
  return language === 'zh' ? `${year}年` : year
}
