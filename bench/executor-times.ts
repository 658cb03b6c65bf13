/**
 * What an executor costs beside its jobs, and what a second thread is worth.
 * @module
 */
import { fork, execFileSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Executor } from '../engine/executors/executor.ts'
import { createInlineExecutor } from '../engine/executors/inline.ts'
import { createThreadExecutor } from '../engine/executors/threads.ts'
import { median, processorTime } from './measure.ts'
import { prepare, runJob, turnsIn } from './spinning-job.ts'

const THOUSAND = 1000
const JOB_MILLISECONDS = 1
const WARM_UP = 300
/** Jobs a group: they are sent together. */
const GROUP = 20
/** Jobs of 1 ms in one message. */
const MESSAGE = 100

const module = new URL('./spinning-job.js', import.meta.url).href

/** Processor time a job takes beyond the bare loop [us], by executor. */
export interface Overhead {
  /** A job in the bare loop [us]. */
  readonly bare: number
  readonly inline: number
  readonly thread: number
  readonly grouped: number
}

/** Runs `jobs` jobs of about 1 ms in every way, `rounds` times in turn. */
export async function measureOverhead(jobs: number, rounds: number): Promise<Overhead> {
  const setup = { turns: turnsIn(JOB_MILLISECONDS) }
  prepare(setup)
  const inline = createInlineExecutor({ module, setup })
  const thread = createThreadExecutor({ module, setup }, { threads: 1 })
  const onResult = () => undefined
  const group = (index: number) => Math.floor(index / GROUP)
  const ways: readonly (() => unknown)[] = [
    () => {
      for (let index = 0; index < jobs; index++) runJob(index)
    },
    () => inline.run(jobs, { onResult }),
    () => thread.run(jobs, { onResult }),
    () => thread.run(jobs, { onResult, group, order: 'asFinished' }),
  ]
  await thread.run(WARM_UP, { onResult })
  const bare = new Float64Array(rounds)
  const beyond = ways.map(() => new Float64Array(rounds))
  for (let round = 0; round < rounds; round++) {
    for (let way = 0; way < ways.length; way++) {
      const begun = processorTime()
      await ways[way]()
      const each = ((processorTime() - begun) / jobs) * THOUSAND
      if (way === 0) bare[round] = each
      beyond[way][round] = each - bare[round]
    }
  }
  await thread.close()
  const [, ofInline, ofThread, ofGrouped] = beyond.map(median)
  return { bare: median(bare), inline: ofInline, thread: ofThread, grouped: ofGrouped }
}

/**
 * Processor time of jobs of no length, sent as many at a time as jobs of 1 ms are [us each]: what the
 * difference of two long times loses in noise, measured by itself.
 */
export async function measureEmptyJobs(jobs: number, rounds: number): Promise<number> {
  const thread = createThreadExecutor({ module, setup: { turns: 0 } }, { threads: 1 })
  const onResult = () => undefined
  await thread.run(WARM_UP, { onResult })
  const each = new Float64Array(rounds)
  for (let round = 0; round < rounds; round++) {
    const begun = processorTime()
    await thread.run(jobs, { onResult, chunk: MESSAGE })
    each[round] = ((processorTime() - begun) / jobs) * THOUSAND
  }
  await thread.close()
  return median(each)
}

/** Wall time of one over wall time of two doing twice as much, twofold: 2 is perfect. */
export interface Throughput {
  readonly threads: number
  /** Two processes that share nothing: what the machine allows. */
  readonly processes: number
}

/** Every round takes all four times one after the other. */
export async function measureThroughput(jobs: number, rounds: number): Promise<Throughput> {
  const turns = turnsIn(JOB_MILLISECONDS)
  const executors = [1, 2].map((threads) =>
    createThreadExecutor({ module, setup: { turns } }, { threads }),
  )
  const children = [0, 1].map(() => fork(new URL('./spinning-process.js', import.meta.url)))
  for (const executor of executors) await runAll(executor, WARM_UP)
  for (const child of children) await spinAll([child], WARM_UP * turns)
  const threads = new Float64Array(rounds)
  const processes = new Float64Array(rounds)
  for (let round = 0; round < rounds; round++) {
    const alone = await wallTime(() => spinAll(children.slice(0, 1), jobs * turns))
    const single = await wallTime(() => runAll(executors[0], jobs))
    const both = await wallTime(() => spinAll(children, jobs * turns))
    const double = await wallTime(() => runAll(executors[1], 2 * jobs))
    threads[round] = (2 * single) / double
    processes[round] = (2 * alone) / both
  }
  for (const child of children) child.kill()
  for (const executor of executors) await executor.close()
  return { threads: median(threads), processes: median(processes) }
}

async function wallTime(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

function runAll(executor: Executor, jobs: number): Promise<unknown> {
  return executor.run(jobs, { onResult: () => undefined, order: 'asFinished' })
}

function spinAll(children: readonly ChildProcess[], turns: number): Promise<unknown> {
  return Promise.all(
    children.map((child) => {
      child.send(turns)
      return once(child, 'message')
    }),
  )
}

/** Most memory of a process that runs `jobs` jobs of about 0.1 ms, or short runs of the market [MB]. */
export function peakMemory(jobs: number, kind: 'spinning' | 'market'): number {
  const script = new URL('./memory-process.js', import.meta.url).pathname
  const turns = turnsIn(JOB_MILLISECONDS / 10)
  const args = [script, String(jobs), kind, String(turns)]
  return Number(execFileSync(process.execPath, args, { encoding: 'utf8' })) / 1024
}
