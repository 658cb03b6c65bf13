import { setImmediate } from 'node:timers/promises'
import { createDelivery } from './delivery.ts'
import { indicesOf } from './executor.ts'
import type { Executor, JobModule, JobSource, RunOptions, RunReport } from './executor.ts'
import { loadJobs, runSafely } from './job-runner.ts'

/** Runs all jobs one after the other in this thread. The executor the others are compared with. */
export function createInlineExecutor(source: JobSource): Executor {
  let ready: Promise<JobModule> | undefined

  async function run(jobs: number | readonly number[], options: RunOptions): Promise<RunReport> {
    const indices = indicesOf(jobs)
    const delivery = createDelivery(indices, options)
    ready ??= loadJobs(source)
    const module = await ready
    let next = 0
    while (next < indices.length && options.signal?.aborted !== true) {
      delivery.accept(next, await runSafely(module, indices[next]))
      next++
      await setImmediate() // lets timers and Ctrl-C in
    }
    return delivery.finish(next < indices.length)
  }

  return { threads: 1, run, close: () => Promise.resolve() }
}
