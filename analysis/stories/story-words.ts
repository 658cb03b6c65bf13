import type { LinkStory } from './link-story.ts'
import type { BankTrace } from './trace-bank.ts'

/** Numbers that a decision can be made on, in the order in which they are listed. */
export const INPUTS = [
  'value',
  'margin',
  'partnerCost',
  'penalty',
  'oversight',
  'setupCost',
  'net',
  'probability',
  'luck',
  'programmeValue',
  'programmeCost',
  'quarters',
  'measure',
  'limit',
  'anticipation',
  'partners',
  'balance',
] as const
export type InputName = (typeof INPUTS)[number]

/** How one language tells stories. */
export interface StoryWords {
  /** The story of a pair, a sentence each. */
  link(story: LinkStory): string[]
  /** The first difference, a sentence each. */
  trace(trace: BankTrace): string[]
  readonly inputs: Readonly<Record<InputName, string>>
  readonly columns: { readonly input: string; readonly lever: string }
  /** Follows the name of an amount a year. */
  readonly perYear: string
}
