/**
 * A process that runs jobs on one thread and prints the most memory it held [KB].
 *
 *     node dist/bench/memory-process.js <jobs> spinning <turns>
 *     node dist/bench/memory-process.js <jobs> market
 *
 * @module
 */
import { createThreadExecutor } from '../engine/executors/threads.ts'

const [jobs, kind, turns] = process.argv.slice(2)
const source =
  kind === 'market'
    ? { module: new URL('./forked-job.js', import.meta.url).href, setup: 1 }
    : {
        module: new URL('./spinning-job.js', import.meta.url).href,
        setup: { turns: Number(turns) },
      }
const executor = createThreadExecutor(source, { threads: 1 })
await executor.run(Number(jobs), {
  order: 'asFinished',
  onResult(index, outcome) {
    if (!outcome.ok) throw new Error(`job ${index}: ${outcome.message}`)
  },
})
await executor.close()
console.log(process.resourceUsage().maxRSS)
