/**
 * One replicate: a market stepped through its periods. Pure of input and output.
 *
 * @module
 */
import type { Check } from './checks.ts'
import { IdentityBroken } from './errors.ts'
import { clearHash, createHash } from './hash.ts'
import type { Context, Phase } from './phase.ts'
import { createRecording } from './record.ts'
import type { Metric, Recording } from './record.ts'
import type { Key } from './stream.ts'
import { monthAt } from './time.ts'
import type { Month, Period } from './time.ts'

/** A model: what happens in a period, what must hold, and what is measured. */
export interface Model<M> {
  /** The calendar month of period 0. */
  readonly start: Month
  /** The phases of one step, in order. */
  readonly phases: readonly Phase<M>[]
  readonly checks: readonly Check<M>[]
  readonly metrics: readonly Metric<M>[]
  /**
   * A market with the same state that shares nothing that is ever written.
   *
   * @param arena  an earlier fork nobody needs any more: may be written over where it fits
   */
  fork(market: M, arena?: M): M
  /** Absorbs the state of the market into a hash. */
  hash(market: M, state: Uint32Array): void
}

/** Reads the market at the end of a period, after the metrics. It must not write. */
export type Observer<M> = (market: M, context: Context) => void

/** Memory that one run after the other takes over, so that no run leaves garbage of its size. */
export interface Arena<M> {
  market: M | undefined
}

/** Which luck, and which periods: `from`, `from + 1`, …, `periods` of them. */
export interface Span {
  readonly key: Key
  /** First period; default 0. */
  readonly from?: Period
  readonly periods: number
}

const END_OF_STEP = 'end of step'

/**
 * Runs a replicate on a fork of `market`, which stays as it was.
 *
 * @returns metrics and fingerprint of every period
 * @throws IdentityBroken when a check fails
 */
export function simulate<M>(
  model: Model<M>,
  market: M,
  options: Span & { readonly observer?: Observer<M>; readonly arena?: Arena<M> },
): Recording {
  const { key, from = 0, periods, observer, arena } = options
  const { metrics, start } = model
  const recording = createRecording(
    metrics.map((metric) => metric.id),
    periods,
  )
  const checks = placeChecks(model)
  const fork = model.fork(market, arena?.market)
  if (arena !== undefined) arena.market = fork
  const state = createHash()
  for (let t = 0; t < periods; t++) {
    const context: Context = { key, period: from + t, start }
    step(model, checks, fork, context)
    for (let m = 0; m < metrics.length; m++) {
      recording.series[m * periods + t] = metrics[m].measure(fork, context)
    }
    clearHash(state)
    model.hash(fork, state)
    recording.hashes[2 * t] = state[0]!
    recording.hashes[2 * t + 1] = state[1]!
    if (observer !== undefined) observer(fork, context)
  }
  return { ...recording, checksMade: periods * model.checks.length }
}

/**
 * Steps `market` itself, recording nothing: the burn-in. Checks are made all the same.
 *
 * @throws IdentityBroken when a check fails
 */
export function advance<M>(model: Model<M>, market: M, options: Span): void {
  const { key, from = 0, periods } = options
  const checks = placeChecks(model)
  for (let t = 0; t < periods; t++) {
    step(model, checks, market, { key, period: from + t, start: model.start })
  }
}

/** The checks by place: one list per phase, and last those of the end of the step. */
type PlacedChecks<M> = readonly (readonly Check<M>[])[]

function placeChecks<M>(model: Model<M>): PlacedChecks<M> {
  const { phases, checks } = model
  const placed: Check<M>[][] = Array.from({ length: phases.length + 1 }, () => [])
  for (const check of checks) {
    const place =
      check.after === undefined
        ? phases.length
        : phases.findIndex((phase) => phase.id === check.after)
    if (place < 0) throw new RangeError(`check ${check.id} runs after no phase: ${check.after}`)
    placed[place].push(check)
  }
  return placed
}

function step<M>(model: Model<M>, checks: PlacedChecks<M>, market: M, context: Context): void {
  const { phases } = model
  for (let i = 0; i < phases.length; i++) {
    phases[i].run(market, context)
    verify(checks[i], market, context, phases[i].id)
  }
  verify(checks[phases.length], market, context, END_OF_STEP)
}

function verify<M>(checks: readonly Check<M>[], market: M, context: Context, phase: string): void {
  for (const check of checks) {
    const violation = check.find(market, context)
    if (violation === undefined) continue
    throw new IdentityBroken(
      context.period,
      monthAt(context.start, context.period),
      phase,
      violation,
    )
  }
}
