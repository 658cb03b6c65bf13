/**
 * What is kept of a run besides its metrics.
 * @module
 */
import type { Month } from '../engine/time.ts'

export const KEPT_TABLES = ['agents', 'links', 'ledger'] as const

/**
 * `agents`: columns of every agent; `links`: balance of every partnership; `ledger`: why each
 * partnership began or ended.
 */
export type KeptTable = (typeof KEPT_TABLES)[number]

/** Which replicates of a table are kept: the first alone, or all. */
export interface Keep {
  readonly tables: Readonly<Record<KeptTable, 'none' | 'first' | 'all'>>
  /** Months of `agents` and `links`; absent: every month of `links`, the last one of `agents`. */
  readonly months?: readonly Month[]
}

/** Enough to draw the network and to tell the story of a partnership, at no cost worth naming. */
export const DEFAULT_KEEP: Keep = { tables: { agents: 'none', links: 'first', ledger: 'first' } }
