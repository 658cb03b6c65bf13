import { failureOf } from './executor.ts'
import type { JobModule, JobSource, Outcome } from './executor.ts'

/** Imports a job module and prepares it. */
export async function loadJobs(source: JobSource): Promise<JobModule> {
  const module = (await import(source.module)) as JobModule
  await module.prepare(source.setup)
  return module
}

/** Runs one job; whatever it throws becomes a failure. */
export async function runSafely(module: JobModule, index: number): Promise<Outcome> {
  try {
    return await module.runJob(index)
  } catch (thrown) {
    return failureOf(thrown)
  }
}
