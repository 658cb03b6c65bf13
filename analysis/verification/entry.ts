/**
 * An entry of the verification suite: a known result, and what the program makes of it.
 * @module
 */
import type { Label } from '../../engine/phase.ts'
import type { Reading } from './reading.ts'

/** What an entry may read besides its own numbers. */
export interface Materials {
  /** The public data tables: text by file name. */
  readonly tables: Readonly<Record<string, string>>
  /** The table of rules, parsed. */
  readonly rules: unknown
}

/** What an entry is about. */
export type Topic = 'kernel' | 'statistics' | 'market'

/** A known result with its set-up and source. */
export interface Entry {
  /** Stable: `V…` of the kernel and statistics, `LC…` and `I…` of the market. */
  readonly id: string
  readonly topic: Topic
  readonly title: Label
  readonly setUp: Label
  readonly source: string
  /** Runs in the full set only. */
  readonly long?: true
  /** Takes the readings; the same ones every time. */
  run(materials: Materials): readonly Reading[]
}
