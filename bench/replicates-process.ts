/**
 * A process that runs replicates of a small market into a result folder, as `run` does, and prints the
 * most memory it held [KB] and how long it took [ms].
 *
 *     node dist/bench/replicates-process.js <replicates> <folder> <threads>
 *
 * @module
 */
import { createThreadExecutor } from '../engine/executors/threads.ts'
import { orderJobs } from '../analysis/experiment/job-order.ts'
import { runJobs } from '../analysis/experiment/run-jobs.ts'
import { openResultFolder } from '../analysis/results/result-folder.ts'
import { SMALL_PERIODS, smallMetrics } from './small-market-job.ts'

const [replicates, root, threads] = process.argv.slice(2)
const title = { en: 'Small', zh: '小市场' }
const folder = await openResultFolder({
  root,
  plan: {
    question: 'How much memory do replicates take?',
    reforms: [{ id: 'small', title }],
    points: [{ id: 'small', scenario: 'small', role: 'reform', values: {} }],
    start: '2024-11',
    periods: SMALL_PERIODS,
    seed: 'small',
    replicates: Number(replicates),
    fingerprint: '0123456789abcdef',
  },
  metrics: smallMetrics,
  model: { version: '0', commit: null, dirty: null, calibration: null },
  documents: {},
})
const module = new URL('./small-market-job.js', import.meta.url).href
const executor = createThreadExecutor({ module, setup: null }, { threads: Number(threads) })
const order = orderJobs([{ parameterOverrides: {} }])
const begun = performance.now()
const report = await runJobs(order.jobs(0, Number(replicates)), {
  executor,
  store: folder,
  group: order.group,
  now: () => performance.now(),
})
if (report.failures.length > 0 || report.broken) {
  throw new Error((report.broken ?? report.failures[0]).failure.message)
}
await executor.close() // as `run` does: the threads' memory is free before results are merged
await folder.finish({
  environment: { node: process.versions.node, platform: process.platform, threads: 1 },
  run: { started: null, finished: null, resumed: 0, command: '' },
})
const milliseconds = performance.now() - begun
folder.close()
console.log(process.resourceUsage().maxRSS, milliseconds.toFixed(0))
