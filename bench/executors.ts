/**
 * The executors against their targets, as ratios within one run.
 *
 *     node dist/bench/executors.js [--rounds n] [--job spinning|market]
 *
 * @source performance document, sections 0 and 4
 * @module
 */
import { parseArgs } from 'node:util'
import { alignCells } from './align-cells.ts'
import {
  measureEmptyJobs,
  measureOverhead,
  measureThroughput,
  peakMemory,
} from './executor-times.ts'

const JOBS = 300
const FEW = 100
const MANY = 10_000
/** Three times as many again: what is collected at last shows here. */
const MOST = 30_000
const HUNDRED = 100

const { values: flags } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    job: { type: 'string', default: 'spinning' },
  },
})
const rounds = Number(flags.rounds)
const kind = flags.job === 'market' ? 'market' : 'spinning'

const overhead = await measureOverhead(JOBS, rounds)
const empty = await measureEmptyJobs(JOBS, rounds)
const { threads, processes } = await measureThroughput(JOBS, rounds)
const few = peakMemory(FEW, kind)
const many = peakMemory(MANY, kind)
const most = kind === 'spinning' ? peakMemory(MOST, kind) : NaN

console.log(
  `a job in the bare loop: ${overhead.bare.toFixed(0)} us; overhead is processor time beyond`,
)
const rows = [
  ['', 'target', 'measured'],
  ['overhead per job, inline', '<= 100 us', `${overhead.inline.toFixed(0)} us`],
  ['overhead per job, one thread', '<= 100 us', `${overhead.thread.toFixed(0)} us`],
  ['overhead per job, one thread, groups', '<= 100 us', `${overhead.grouped.toFixed(0)} us`],
  ['a job of no length, one thread', '<= 100 us', `${empty.toFixed(0)} us`],
  ['two processes over one', '', `${processes.toFixed(2)} x`],
  ['two threads over one', '>= 1.8 x', `${threads.toFixed(2)} x`],
  ['threads over processes', '>= 0.9', (threads / processes).toFixed(2)],
  [`peak memory, ${FEW} jobs`, '', `${few.toFixed(1)} MB`],
  [`peak memory, ${MANY} jobs`, '', `${many.toFixed(1)} MB`],
  [
    'growth over the process that did 100',
    '<= 10 %',
    `${(HUNDRED * (many / few - 1)).toFixed(1)} %`,
  ],
  [
    `growth from ${MANY} to ${MOST} jobs`,
    '<= 10 %',
    `${(HUNDRED * (most / many - 1)).toFixed(1)} %`,
  ],
]
for (const line of alignCells(rows, [0])) console.log(line)
