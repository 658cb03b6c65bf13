import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { compareGolden } from '../../bench/golden-differences.ts'
import {
  GOLDEN_SCENARIOS,
  goldenSetup,
  runGolden,
  type GoldenRun,
} from '../../bench/golden-runs.ts'
import { createThreadExecutor } from '../../engine/executors/threads.ts'

/** Fifteen runs and six openings on a busy machine [ms]. */
const MOST_TIME = 600_000

const kept = (scenario: string): GoldenRun => {
  const text = readFileSync(new URL(`${scenario}.json`, import.meta.url), 'utf8')
  return JSON.parse(text) as GoldenRun
}

describe('the numbers of the shipped scenarios', () => {
  let runs: GoldenRun[] = []
  beforeAll(() => {
    runs = runGolden()
  }, MOST_TIME)

  it.each(GOLDEN_SCENARIOS)('of %s are those kept, or were changed on purpose', (scenario) => {
    const now = runs.find((run) => run.scenario === scenario)!
    // Meant changes: node dist/bench/golden.js --write
    expect(compareGolden(kept(scenario), now)).toEqual([])
  })

  it('differ where one of them is changed, and the difference is named', () => {
    const [now] = runs
    const moved = structuredClone(now) as unknown as {
      metrics: Record<string, (number | null)[][]>
    }
    moved.metrics.links[1][7] = 0
    const value = now.metrics.links[1][7]
    expect(compareGolden(now, { ...now, metrics: moved.metrics })).toEqual([
      `rules-before: links, replicate 1, period 7: ${value} became 0`,
    ])
  })
})

/** Workers need compiled files: the build comes before the tests. */
const job = new URL('../../dist/analysis/experiment/job.js', import.meta.url)
const worker = new URL('../../dist/engine/executors/worker.js', import.meta.url)
const QUICK = { burnIn: 1 }

describe.skipIf(!existsSync(job))('fingerprints of all months', () => {
  async function run(threads: number, order: readonly number[]) {
    const full = goldenSetup()
    const points = full.points.slice(0, 2).map(({ settings }) => ({
      settings,
      parameterOverrides: QUICK,
    }))
    const setup = { ...full, metrics: ['links'], periods: 4, points }
    const executor = createThreadExecutor(
      { module: job.href, setup },
      { threads, worker: worker.href },
    )
    const found = new Map<number, { hashes: Uint32Array; series: Float64Array }>()
    try {
      await executor.run(order, {
        onResult(index, outcome) {
          if (!outcome.ok) throw new Error(outcome.message)
          found.set(index, { hashes: outcome.hashes, series: outcome.result })
        },
      })
    } finally {
      await executor.close()
    }
    return [...found].sort(([a], [b]) => a - b)
  }

  it(
    'are equal on one thread and on two, and in any order of the jobs',
    async () => {
      const alone = await run(1, [0, 1, 2, 3])
      expect(await run(2, [0, 1, 2, 3])).toEqual(alone)
      expect(await run(2, [2, 0, 3, 1])).toEqual(alone)
      expect(alone[0][1].hashes).not.toEqual(alone[2][1].hashes)
    },
    MOST_TIME,
  )
})
