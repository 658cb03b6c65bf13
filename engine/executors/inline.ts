import { performance } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import { createDelivery } from './delivery.ts'
import { indicesOf } from './executor.ts'
import type { Executor, JobModule, JobSource, RunOptions, RunReport } from './executor.ts'
import { loadJobs, runSafely } from './job-runner.ts'

/** How long jobs run before timers and Ctrl-C get their turn [ms]. */
const TURN = 5

/**
 * Runs all jobs one after the other in this thread. The executor the others are compared with.
 *
 * Jobs run in the order asked for, so groups, chunks and the order of delivery make no difference.
 */
export function createInlineExecutor(source: JobSource): Executor {
  let ready: Promise<JobModule> | undefined

  async function run(jobs: number | readonly number[], options: RunOptions): Promise<RunReport> {
    const indices = indicesOf(jobs)
    const delivery = createDelivery(indices, options)
    ready ??= loadJobs(source)
    const module = await ready
    let rested = performance.now()
    for (let next = 0; next < indices.length && options.signal?.aborted !== true; next++) {
      delivery.accept(next, await runSafely(module, indices[next]))
      if (performance.now() - rested < TURN) continue
      await setImmediate()
      rested = performance.now()
    }
    return delivery.finish()
  }

  return { threads: 1, run, close: () => Promise.resolve() }
}
