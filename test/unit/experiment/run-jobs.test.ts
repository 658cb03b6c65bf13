import { describe, expect, it } from 'vitest'
import type { Executor, Outcome } from '../../../engine/executors/executor.ts'
import { runJobs, type JobOutcome, type JobStore } from '../../../analysis/experiment/run-jobs.ts'

const success = (value: number): Outcome => ({
  ok: true,
  result: Float64Array.of(value),
  hashes: Uint32Array.of(value, 0),
})
const failure = (code: string): Outcome => ({ ok: false, code, message: 'as planned' })

/** Runs jobs one after the other until the signal says stop. */
function inOrder(outcomeOf: (index: number) => Outcome): Executor {
  return {
    threads: 1,
    run: (jobs, options) => {
      const { signal } = options
      let delivered = 0
      for (const index of jobs as readonly number[]) {
        if (signal?.aborted) return Promise.resolve({ delivered, failed: 0, aborted: true })
        options.onResult(index, outcomeOf(index))
        delivered++
      }
      return Promise.resolve({ delivered, failed: 0, aborted: false })
    },
    close: () => Promise.resolve(),
  }
}

function storeWith(...finished: number[]) {
  const kept: JobOutcome[][] = []
  const store: JobStore = {
    finished: () => new Set(finished),
    keep: (outcomes) => void kept.push([...outcomes]),
  }
  return { store, kept }
}

const common = { group: (index: number) => index, now: () => 0 }

describe('running the jobs of a plan', () => {
  it('leaves out what is finished and keeps the rest', async () => {
    const { store, kept } = storeWith(1, 3)
    const executor = inOrder(success)
    const report = await runJobs([0, 1, 2, 3], { ...common, executor, store })
    expect(kept.flat().map(({ index }) => index)).toEqual([0, 2])
    expect(report).toMatchObject({ run: 2, resumed: 2, aborted: false, failures: [] })
  })

  it('goes on after a failed job, which is kept as what it is', async () => {
    const { store, kept } = storeWith()
    const executor = inOrder((index) => (index === 1 ? failure('JOB_FAILED') : success(index)))
    const report = await runJobs([0, 1, 2], { ...common, executor, store })
    expect(kept.flat()).toHaveLength(3)
    expect(report.failures).toEqual([{ index: 1, failure: failure('JOB_FAILED') }])
  })

  it('stops at a broken identity and does not keep it, but keeps what came before', async () => {
    const { store, kept } = storeWith()
    const executor = inOrder((index) => (index === 1 ? failure('IDENTITY_BROKEN') : success(index)))
    const report = await runJobs([0, 1, 2], { ...common, executor, store })
    expect(kept.flat().map(({ index }) => index)).toEqual([0])
    expect(report.broken?.index).toBe(1)
    expect(report.aborted).toBe(false)
  })

  it('keeps everything finished when it is interrupted', async () => {
    const { store, kept } = storeWith()
    const controller = new AbortController()
    const report = await runJobs([0, 1, 2], {
      ...common,
      executor: inOrder(success),
      store,
      signal: controller.signal,
      onOutcome: (index) => void (index === 1 && controller.abort()),
    })
    expect(kept.flat().map(({ index }) => index)).toEqual([0, 1])
    expect(report.aborted).toBe(true)
  })

  it('keeps at least every second, so that little is lost', async () => {
    const { store, kept } = storeWith()
    let time = 0
    const executor = inOrder(success)
    await runJobs([0, 1, 2, 3], { ...common, executor, store, now: () => (time += 400) })
    expect(kept.length).toBeGreaterThan(1)
  })
})
