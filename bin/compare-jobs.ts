/**
 * Compares jobs run now with those of a result, bit for bit, and finds where they first differ.
 * @module
 */
import { hashText } from '../engine/hash.ts'
import type { Outcome, Success } from '../engine/executors/executor.ts'
import { monthAt } from '../engine/time.ts'
import { agentNames } from '../analysis/kept/agent-names.ts'
import { isKept, keptShapes } from '../analysis/kept/keeper.ts'
import type { StoredReplicate } from '../analysis/results/read-result.ts'
import type { KeptShape } from '../analysis/results/tables.ts'
import { monthOfDays } from '../analysis/results/dates.ts'
import type { KeptTable } from '../scenarios/keep.ts'
import { readBaselineFacts } from './sources.ts'
import type { StoredExperiment } from './stored-experiment.ts'

/** Where a job first differs; what is not known is absent. */
export interface Difference {
  readonly point: string
  readonly replicate: number
  readonly month?: string
  readonly metric?: string
  readonly agent?: string
  readonly stored?: string
  readonly now?: string
  readonly size?: 'rounding' | 'more'
  /** Every month's state of the market is the same: what differs is what was stored. */
  readonly sameStates?: boolean
}

export interface Comparer {
  /** Jobs of the result, failed ones too. */
  readonly jobs: readonly number[]
  compare(index: number, outcome: Outcome): Promise<void>
  /** In order of job. */
  found(): readonly Difference[]
}

const HASH_DIGITS = 16
/** Relative size below which a difference may be rounding. */
const ROUNDING = 1e-9

/** Tables that can name an agent, most telling first. */
const TELLING: readonly KeptTable[] = ['agents', 'links', 'ledger']

type Row = Readonly<Record<string, string | number | null>>

export async function createComparer(stored: StoredExperiment): Promise<Comparer> {
  const { result, resolved } = stored
  const { points, start, periods, keep } = resolved.plan
  const numbers = new Map(points.map(({ id }, number) => [id, number]))
  const rows = new Map<number, StoredReplicate>()
  for (const row of await result.replicates()) {
    rows.set(row.replicate * points.length + numbers.get(row.point)!, row)
  }
  const facts = readBaselineFacts()
  const shapes = keptShapes({ start, names: agentNames(facts) })
  const found = new Map<number, Difference>()

  async function differenceOf(row: StoredReplicate, outcome: Outcome) {
    const place = { point: row.point, replicate: row.replicate }
    if (!outcome.ok || row.status === 'failed') {
      const before = row.code ?? row.status
      const now = outcome.ok ? 'done' : outcome.code
      return before === now ? undefined : { ...place, stored: before, now }
    }
    const state = firstState(row, outcome)
    const values = await result.values(row.point, row.replicate)
    const value = values && firstValue(values, outcome.result)
    const agent = await firstAgent(row, outcome)
    if (state === undefined && value === undefined && agent === undefined) return undefined
    const period = Math.min(state ?? Infinity, value?.period ?? Infinity)
    return {
      ...place,
      ...(Number.isFinite(period) ? { month: monthAt(start, period) } : {}),
      ...(value === undefined ? {} : named(value)),
      ...(agent === undefined ? {} : { agent }),
      sameStates: state === undefined,
    }
  }

  function named({ at, stored: before, now }: ValueDifference) {
    const scale = Math.max(Math.abs(before), Math.abs(now))
    return {
      metric: result.metrics[Math.floor(at / periods)],
      stored: String(before),
      now: String(now),
      size: Math.abs(before - now) <= ROUNDING * scale ? ('rounding' as const) : ('more' as const),
    }
  }

  /** The first value by month, then by metric, whose bits differ. */
  function firstValue(values: Float64Array, now: Float64Array): ValueDifference | undefined {
    for (let period = 0; period < periods; period++) {
      for (let at = period; at < values.length; at += periods) {
        if (!Object.is(values[at], now[at])) return { at, period, stored: values[at], now: now[at] }
      }
    }
    return undefined
  }

  async function firstAgent(row: StoredReplicate, outcome: Success): Promise<string | undefined> {
    for (const table of TELLING) {
      const now = outcome.kept?.[table]
      if (now === undefined || !isKept(keep, table, row.replicate)) continue
      const before = await result.kept(table, shapes[table], row.point, row.replicate)
      const name = firstOther(before, recordsOf(shapes[table], now))
      if (name !== undefined) return name
    }
    return undefined
  }

  return {
    jobs: [...rows.keys()].sort((a, b) => a - b),
    async compare(index, outcome) {
      const difference = await differenceOf(rows.get(index)!, outcome)
      if (difference !== undefined) found.set(index, difference)
    },
    found: () => [...found].sort(([a], [b]) => a - b).map(([, one]) => one),
  }
}

interface ValueDifference {
  readonly at: number
  readonly period: number
  readonly stored: number
  readonly now: number
}

/** The first month whose state of the market differs. */
function firstState({ hashes }: StoredReplicate, now: Success): number | undefined {
  const months = now.hashes.length / 2
  for (let period = 0; period < months; period++) {
    const before = (hashes ?? '').slice(period * HASH_DIGITS, (period + 1) * HASH_DIGITS)
    if (before !== hashText(now.hashes.subarray(2 * period, 2 * period + 2))) return period
  }
  return undefined
}

/** Who the first differing row of a table is about. */
function firstOther(before: readonly Row[], now: readonly Row[]): string | undefined {
  const rows = Math.max(before.length, now.length)
  for (let k = 0; k < rows; k++) {
    const [left, right] = [before[k], now[k]]
    const differs = Object.keys(right ?? left).some(
      (column) => left?.[column] !== right?.[column] && !isKey(column),
    )
    if (differs) return nameOf(right ?? left)
  }
  return undefined
}

/** Columns by which rows are found, which a job does not repeat. */
function isKey(column: string): boolean {
  return column === 'point' || column === 'replicate' || column === 'scenario'
}

function nameOf(row: Row): string {
  return ['id', 'bank', 'platform']
    .map((column) => row[column])
    .filter((one) => one !== undefined && one !== null)
    .join(' – ')
}

function recordsOf({ width, columns }: KeptShape, rows: Float64Array): Row[] {
  return Array.from({ length: rows.length / width }, (_, k) =>
    Object.fromEntries(
      columns.map(({ name, kind, read }) => {
        const value = read(rows, k * width)
        if (kind === 'month' && typeof value === 'number') return [name, monthOfDays(value)]
        return [name, typeof value === 'number' && Number.isNaN(value) ? null : value]
      }),
    ),
  )
}
