/**
 * What a report is made of: a finished result, read, and what the reader of it must be told. No files.
 * @module
 */
import type { Month } from '../../engine/time.ts'
import type { Lever } from '../../agents/levers/lever.ts'
import type { ResolvedDocument } from '../answer/resolved-document.ts'
import type { Text } from '../metrics/metric.ts'
import type { Manifest } from '../results/manifest.ts'
import type { Summary } from '../results/summary.ts'
import type { Dependence } from '../sensitivity/dependence.ts'

/** A partnership of one month in the first replicate. */
export interface ReportLink {
  readonly period: Month
  readonly bank: string
  readonly platform: string
  readonly status: 'active' | 'pending' | 'runningOff'
  /** Performing loans [mn]. */
  readonly balance: number
}

/** Who an agent is: its name, and its licence or tier. */
export interface ReportAgent {
  readonly label: Text
  readonly group: string
}

/** A replicate that could not be finished. */
export interface ReportFailure {
  readonly point: string
  readonly replicate: number
  readonly code: string
  readonly month: Month | null
  readonly replay: string | null
}

/** What is known of a lever besides its value. */
export type ReportLever = Pick<Lever, 'id' | 'label' | 'kind' | 'unit' | 'links'>

export interface ReportSource {
  /** Name of the result folder. */
  readonly name: string
  readonly summary: Summary
  readonly manifest: Manifest
  readonly resolved: ResolvedDocument
  /** Partnerships of replicate 0 by point, where they were kept. */
  readonly links?: Readonly<Record<string, readonly ReportLink[]>>
  /** By id such as `bank:yilian`. */
  readonly agents?: Readonly<Record<string, ReportAgent>>
  readonly failures?: readonly ReportFailure[]
  /** Levers by id, for names and links to their legal sources. */
  readonly levers?: Readonly<Record<string, ReportLever>>
  /** What the answer depends on, where anything varies. */
  readonly dependence?: Dependence
}
