/**
 * The same jobs on one thread and on two: wall time and memory.
 * @module
 */
import { createThreadExecutor } from '../engine/executors/threads.ts'
import { processorTime } from './measure.ts'

const MONTHS_PER_JOB = 1
/** Replicates after which memory is looked at first. */
const EARLY = 100

/** Wall time of the jobs [ms], and resident memory after a hundred of them and at the end [bytes]. */
export interface ThreadRun {
  readonly milliseconds: number
  /** Processor time of all threads: unequal only where threads are in each other's way. */
  readonly processor: number
  readonly early: number
  readonly late: number
}

/** Runs `count` pairs on `threads`; opening the market and warming up is not counted. */
export async function runPairs(threads: number, count: number): Promise<ThreadRun> {
  const module = new URL('./forked-job.js', import.meta.url).href
  const executor = createThreadExecutor({ module, setup: MONTHS_PER_JOB }, { threads })
  const measured = { early: 0, late: 0 }
  let done = 0
  try {
    await executor.run(WARM_UP * threads, { onResult: () => undefined, chunk: 1 })
    const begun = performance.now()
    const processor = processorTime()
    await executor.run(count, {
      onResult(index, outcome) {
        if (!outcome.ok) throw new Error(`pair ${index}: ${outcome.message}`)
        done++
        if (done === Math.min(EARLY, count)) measured.early = process.memoryUsage().rss
        if (done === count) measured.late = process.memoryUsage().rss
      },
    })
    return {
      milliseconds: performance.now() - begun,
      processor: processorTime() - processor,
      ...measured,
    }
  } finally {
    await executor.close()
  }
}

/** Jobs a thread does before the clock starts. */
const WARM_UP = 8
