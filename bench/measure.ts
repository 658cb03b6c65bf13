/**
 * Timing: processor time, medians, candidate and baseline in turn.
 *
 * Only ratios within one run count: other work on the machine moves absolute times.
 * @module
 */

const THOUSAND = 1000

/** Processor time this process has used [ms]. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / THOUSAND
}

/** Processor time of one call [ms]. */
export function timed(work: () => void): number {
  const begun = processorTime()
  work()
  return processorTime() - begun
}

/** A task and what it took each time [ms]. */
export type Task = () => number

/** Runs the tasks in turn, `rounds` times after one warm-up; the median of each [ms]. */
export function interleave(rounds: number, tasks: readonly Task[]): number[] {
  const taken = tasks.map(() => new Float64Array(rounds))
  for (const task of tasks) task()
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < tasks.length; i++) taken[i][round] = tasks[i]()
  }
  return taken.map(median)
}

/** The middle value; the mean of the two middle ones of an even number. */
export function median(values: Float64Array): number {
  const sorted = values.slice().sort()
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
