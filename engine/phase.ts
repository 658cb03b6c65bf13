/**
 * Phases: the named parts of a step.
 *
 * @module
 */
import type { Key } from './stream.ts'
import type { Month, Period } from './time.ts'

/** What is shown to a reader, in both languages. */
export interface Label {
  readonly en: string
  readonly zh: string
}

/** Where and when a phase runs: all it may know besides the market. */
export interface Context {
  readonly key: Key
  readonly period: Period
  readonly start: Month
}

/** A named part of a step. It reads and writes the market and nothing else. */
export interface Phase<M> {
  /** `kind.verbObject`, such as `bank.allocateFunding`. */
  readonly id: string
  readonly label: Label
  readonly doc?: string
  run(market: M, context: Context): void
}
