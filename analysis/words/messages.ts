/**
 * Everything that is said, once per language: each message is a function of its numbers.
 * @module
 */
import type { Caveats, ComparisonFindings, LevelFindings } from '../answer/findings.ts'
import type { Theme } from '../metrics/metric.ts'
import { english } from './en.ts'
import type { Language } from './language.ts'
import { chinese } from './zh.ts'

/** What one language can say. */
export interface Messages {
  readonly themes: Readonly<Record<Theme, string>>
  readonly columns: {
    readonly baseline: string
    readonly reform: string
    readonly change: string
    readonly interval: string
    readonly level: string
  }
  readonly notDistinguishable: string
  readonly sameInAllPairs: string
  /** The answer in sentences, most important first. */
  comparison(findings: ComparisonFindings): string[]
  levels(findings: LevelFindings): string[]
  /** What else must be said. */
  caveats(caveats: Caveats): string[]
  /** How the numbers were read: pairs, months, luck. */
  reading(n: number, wanted: number, periods: number, paired: boolean): string
  varianceReduction(factor: number): string
  morePairs(label: string, n: number, needed: number): string
  next(command: string): string
  running(jobs: number, threads: number): string
  timeLeft(duration: string): string
  interval(label: string, change: string, half: string): string
  doneIn(duration: string): string
  stopped(done: number, jobs: number): string
  failed(done: number, jobs: number, failures: readonly number[]): string
  replay(command: string): string
  nothingFinished: string
  problems(count: number, place: string | undefined): string
  /** A phrase of a problem, which is found in English. */
  problemPhrase(phrase: string): string
  readonly problem: { at: string; expected: string; got: string; hint: string }
  see(command: string): string
  unexpected(message: string): string
}

const byLanguage: Readonly<Record<Language, Messages>> = { en: english, zh: chinese }

/** The messages of a language. */
export function messagesIn(language: Language): Messages {
  return byLanguage[language]
}
