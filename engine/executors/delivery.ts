import type { Outcome, RunOptions, RunReport } from './executor.ts'

/** Hands over outcomes in the order in which the jobs were asked for. */
export interface Delivery {
  /** Takes the outcome of the job at a position of the list, in any order. */
  accept(position: number, outcome: Outcome): void
  /** Hands over what is still held back behind jobs that never finished. */
  finish(aborted: boolean): RunReport
}

/** A delivery of the jobs with these indices. */
export function createDelivery(indices: readonly number[], options: RunOptions): Delivery {
  const held = new Map<number, Outcome>()
  let next = 0
  let delivered = 0
  let failed = 0

  function deliver(position: number, outcome: Outcome): void {
    held.delete(position)
    delivered++
    if (!outcome.ok) failed++
    options.onResult(indices[position], outcome)
  }

  return {
    accept(position, outcome) {
      held.set(position, outcome)
      for (let first = held.get(next); first !== undefined; first = held.get(next)) {
        deliver(next++, first)
      }
    },
    finish(aborted) {
      const positions = [...held.keys()].sort((a, b) => a - b)
      for (const position of positions) deliver(position, held.get(position) as Outcome)
      return { delivered, failed, aborted }
    },
  }
}
