import { spawnSync } from 'node:child_process'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Executor, Outcome } from '../../../../engine/executors/executor.ts'
import { createInlineExecutor } from '../../../../engine/executors/inline.ts'
import { createThreadExecutor } from '../../../../engine/executors/threads.ts'
import type { ArithmeticSetup } from '../../../fixtures/arithmetic-jobs.ts'
import { compileFolder } from '../../../fixtures/compile.ts'

const JOBS = 40
let worker = ''
let module = ''

beforeAll(() => {
  worker = new URL('worker.js', compileFolder('engine/executors')).href
  module = new URL('arithmetic-jobs.js', compileFolder('test/fixtures')).href
})

function start(threads: number, setup: ArithmeticSetup = { factor: 3 }): Executor {
  const source = { module, setup }
  return threads === 0
    ? createInlineExecutor(source)
    : createThreadExecutor(source, { threads, worker })
}

/** All outcomes of a run as text, in the order of delivery. */
async function outcomesOf(
  executor: Executor,
  jobs: number | readonly number[],
  chunk?: number,
): Promise<string[]> {
  const seen: string[] = []
  const onResult = (index: number, outcome: Outcome) => {
    seen.push(`${index} ${text(outcome)}`)
  }
  try {
    await executor.run(jobs, chunk === undefined ? { onResult } : { onResult, chunk })
    return seen
  } finally {
    await executor.close()
  }
}

function text(outcome: Outcome): string {
  return outcome.ok
    ? `${outcome.result.join()} ${outcome.hashes.join()}`
    : `${outcome.code} ${outcome.message}`
}

/** Groups of ten neighbours. */
const tens = (index: number) => Math.floor(index / 10)

describe('executors', { timeout: 10_000 }, () => {
  it('give the same results in the same order inline and on 1, 2 and 3 threads', async () => {
    const inline = await outcomesOf(start(0), JOBS)
    expect(inline).toHaveLength(JOBS)
    expect(new Set(inline).size).toBe(JOBS)
    for (const threads of [1, 2, 3]) expect(await outcomesOf(start(threads), JOBS)).toEqual(inline)
  })

  it('give the same results whatever the size of a chunk', async () => {
    const inline = await outcomesOf(start(0), JOBS)
    expect(await outcomesOf(start(2), JOBS, 1)).toEqual(inline)
    expect(await outcomesOf(start(2), JOBS, 7)).toEqual(inline)
  })

  it('deliver in the order of the list, and a subset as part of the whole', async () => {
    const inline = await outcomesOf(start(0), JOBS)
    const shuffled = [31, 2, 17, 9, 0]
    const part = await outcomesOf(start(2), shuffled)
    expect(part).toEqual(shuffled.map((index) => inline[index]))
  })

  it('return a failed job as a value with its code and go on', async () => {
    for (const threads of [0, 2]) {
      const outcomes = await outcomesOf(start(threads, { factor: 3, throwing: 5 }), JOBS)
      expect(outcomes[5]).toBe('5 IDENTITY_BROKEN identity broken')
      expect(outcomes).toHaveLength(JOBS)
      expect(outcomes[6]).not.toContain('IDENTITY')
    }
  })

  it('lose only the one job that takes its thread down', async () => {
    const outcomes = await outcomesOf(start(2, { factor: 3, deadly: 11 }), 20, 5)
    expect(outcomes).toHaveLength(20)
    expect(outcomes.filter((outcome) => outcome.includes('JOB_LOST'))).toHaveLength(1)
    expect(outcomes[11]).toContain('JOB_LOST')
  })

  it('stop when aborted, deliver what is finished, and say so', async () => {
    // With one thread the jobs end in order, so most are still to come at the fourth delivery.
    for (const threads of [0, 1]) {
      const executor = start(threads)
      const abort = new AbortController()
      const seen: number[] = []
      const report = await executor.run(JOBS, {
        signal: abort.signal,
        chunk: 1,
        onResult(index) {
          seen.push(index)
          if (index === 3) abort.abort()
        },
      })
      await executor.close()
      expect(report).toEqual({ delivered: seen.length, failed: 0, aborted: true })
      expect(seen.slice(0, 4)).toEqual([0, 1, 2, 3])
      expect(seen).toEqual([...seen].sort((a, b) => a - b))
      expect(seen.length).toBeLessThan(JOBS)
    }
  })

  it('run nothing when aborted before the start', async () => {
    for (const threads of [0, 2]) {
      const executor = start(threads)
      const signal = AbortSignal.abort()
      const report = await executor.run(JOBS, { signal, onResult: () => expect.unreachable() })
      await executor.close()
      expect(report).toEqual({ delivered: 0, failed: 0, aborted: true })
    }
  })

  it('reject the run when the job module cannot be prepared', async () => {
    for (const threads of [0, 2]) {
      const outcomes = outcomesOf(start(threads, { factor: 1, unprepared: true }), 4)
      await expect(outcomes).rejects.toThrow('no such market')
    }
  })

  it('reject the run when the worker file cannot be loaded', async () => {
    const executor = createThreadExecutor(
      { module, setup: { factor: 1 } },
      { threads: 2, worker: new URL('absent.js', worker).href },
    )
    await expect(executor.run(4, { onResult: () => undefined })).rejects.toThrow('absent')
    await executor.close()
  })

  it('run again on the same workers', async () => {
    const executor = start(2)
    let delivered = 0
    for (let round = 0; round < 3; round++) {
      delivered += (await executor.run(5, { onResult: () => undefined })).delivered
    }
    await executor.close()
    expect(delivered).toBe(15)
  })

  it('give the same results whatever the groups and the order of delivery', async () => {
    const inline = await outcomesOf(start(0), JOBS)
    for (const threads of [0, 3]) {
      for (const order of ['asked', 'asFinished'] as const) {
        const executor = start(threads)
        const found: string[] = []
        const onResult = (index: number, outcome: Outcome) => {
          expect(found[index]).toBeUndefined()
          found[index] = `${index} ${text(outcome)}`
        }
        await executor.run(JOBS, { onResult, order, group: tens })
        await executor.close()
        expect(found).toEqual(inline)
      }
    }
  })

  it('deliver as jobs finish where asked to, not behind a slow one', async () => {
    const executor = start(2, { factor: 1, slow: 0, sleep: 300 })
    const order: number[] = []
    const onResult = (index: number) => {
      order.push(index)
    }
    await executor.run(JOBS, { onResult, order: 'asFinished', chunk: 1 })
    await executor.close()
    expect(order.indexOf(0)).toBeGreaterThan(JOBS / 2)
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from(order, (_, index) => index))
  })

  it('end in order when far more jobs than may be held back follow a slow one', async () => {
    const executor = start(2, { factor: 0, slow: 0, sleep: 500 })
    const order: number[] = []
    const onResult = (index: number) => {
      order.push(index)
    }
    const jobs = Array.from({ length: 3000 }, (_, index) => index * 13) // of no length
    await executor.run(jobs, { onResult })
    await executor.close()
    expect(order).toEqual(jobs)
  })

  it('run a group on one thread, but for the rest that a thread without work takes over', async () => {
    const executor = start(2, { factor: 1, telling: true, sleep: 3 })
    const pairs = new Set<string>()
    const threads = new Set<number>()
    await executor.run(100, {
      group: tens,
      onResult(index, outcome) {
        if (!outcome.ok) throw new Error(outcome.message)
        const [thread] = outcome.kept!.threads
        threads.add(thread)
        pairs.add(`${tens(index)} on ${thread}`)
      },
    })
    await executor.close()
    expect(threads.size).toBe(2)
    expect(pairs.size).toBeGreaterThanOrEqual(10)
    expect(pairs.size).toBeLessThanOrEqual(11)
  })

  it('keep every thread busy when there are fewer groups than threads', async () => {
    const executor = start(3, { factor: 0, telling: true, sleep: 10 })
    const threads = new Set<number>()
    await executor.run(40, {
      group: () => 0,
      onResult(_, outcome) {
        if (outcome.ok) threads.add(outcome.kept!.threads[0])
      },
    })
    await executor.close()
    expect(threads.size).toBe(3)
  })

  it('deliver while a long message is under way, and stop between its jobs', async () => {
    const executor = start(1, { factor: 0, sleep: 60 })
    const abort = new AbortController()
    const seen: number[] = []
    const report = await executor.run(20, {
      signal: abort.signal,
      chunk: 20,
      onResult(index) {
        seen.push(index)
        abort.abort()
      },
    })
    await executor.close()
    expect(report).toEqual({ delivered: seen.length, failed: 0, aborted: true })
    expect(seen.length).toBeLessThan(20)
    expect(seen).toEqual(Array.from(seen, (_, position) => position))
  })

  it('lose only the job that dies late in a message, and deliver none twice', async () => {
    const executor = start(2, { factor: 0, sleep: 15, deadly: 17 })
    const found: string[] = []
    const report = await executor.run(20, {
      chunk: 20,
      order: 'asFinished',
      onResult(index, outcome) {
        expect(found[index]).toBeUndefined()
        found[index] = text(outcome)
      },
    })
    await executor.close()
    expect(report).toEqual({ delivered: 20, failed: 1, aborted: false })
    expect(found.findIndex((outcome) => outcome.includes('JOB_LOST'))).toBe(17)
  })

  it('lose only the job that fills the memory of its thread', async () => {
    const source = { module, setup: { factor: 3, hungry: 3 } }
    const executor = createThreadExecutor(source, { threads: 1, worker, heap: 16 })
    const outcomes = await outcomesOf(executor, 6, 6)
    expect(outcomes).toHaveLength(6)
    expect(outcomes.filter((outcome) => outcome.includes('JOB_LOST'))).toHaveLength(1)
    expect(outcomes[3]).toContain('memory')
  })

  it('reject the run with what the receiver throws, and can run again', async () => {
    for (const threads of [0, 2]) {
      const executor = start(threads)
      const onResult = () => {
        throw new Error('disk full')
      }
      await expect(executor.run(JOBS, { onResult })).rejects.toThrow('disk full')
      expect(await outcomesOf(executor, 3)).toHaveLength(3)
    }
  })

  it('let the process end once closed, and before the first run', () => {
    const threads = new URL('threads.js', worker).href
    const options = JSON.stringify({ threads: 2, worker })
    const source = JSON.stringify({ module, setup: { factor: 1 } })
    const begin = `import { createThreadExecutor } from '${threads}'
      createThreadExecutor(${source}, ${options})
      const executor = createThreadExecutor(${source}, ${options})
      const signal = AbortSignal.timeout(1e9)
      await executor.run(9, { onResult: () => undefined, signal })
      await executor.close()`
    const child = spawnSync(process.execPath, ['--input-type=module', '--eval', begin], {
      timeout: 8000,
      encoding: 'utf8',
    })
    expect(child.stderr).toBe('')
    expect(child.status).toBe(0)
  })
})
