import type { Outcome, RunOptions, RunReport } from './executor.ts'
import { bytesOf } from './outcome-bytes.ts'

/** Jobs a thread may be ahead of the oldest one that is not delivered. */
const MOST_AHEAD = 1024
/** Outcomes held back above which only the oldest job is worked on [bytes]. */
const MOST_HELD = 64 * 1024 * 1024

/** Hands over outcomes, in the order in which the jobs were asked for or as they come. */
export interface Delivery {
  /** Takes the outcome of the job at a position of the list, in any order. */
  accept(position: number, outcome: Outcome): void
  /** Whether the job may start without too much being held back behind a slower one. */
  mayStart(position: number): boolean
  /** Hands over what is still held back behind jobs that never finished. */
  finish(): RunReport
}

/** A delivery of the jobs with these indices. */
export function createDelivery(indices: readonly number[], options: RunOptions): Delivery {
  const inOrder = options.order !== 'asFinished'
  const held = new Map<number, Outcome>()
  let bytes = 0
  let oldest = 0
  let delivered = 0
  let failed = 0

  function deliver(position: number, outcome: Outcome): void {
    delivered++
    if (!outcome.ok) failed++
    options.onResult(indices[position], outcome)
  }

  function release(position: number, outcome: Outcome): void {
    held.delete(position)
    bytes -= bytesOf(outcome)
    deliver(position, outcome)
  }

  return {
    accept(position, outcome) {
      if (!inOrder) {
        deliver(position, outcome)
        return
      }
      held.set(position, outcome)
      bytes += bytesOf(outcome)
      for (let first = held.get(oldest); first !== undefined; first = held.get(oldest)) {
        release(oldest++, first)
      }
    },
    mayStart(position) {
      if (!inOrder || position <= oldest) return true
      return position - oldest <= MOST_AHEAD && bytes <= MOST_HELD
    },
    finish() {
      const positions = [...held.keys()].sort((a, b) => a - b)
      for (const position of positions) release(position, held.get(position) as Outcome)
      return { delivered, failed, aborted: delivered < indices.length }
    },
  }
}
