import { afterAll, describe, expect, it } from 'vitest'
import { readReadings } from '../../../analysis/results/read-readings.ts'
import { readResult } from '../../../analysis/results/read-result.ts'
import { policyFutures } from '../../../analysis/sensitivity/policy-futures.ts'
import { compareRegret, type RegretFlags } from '../../../bin/commands/compare-regret.ts'
import { SimulationError } from '../../../engine/errors.ts'
import { spoken } from './spoken.ts'
import { CAPS, HORIZONS, sweptFolder, sweptMetrics } from './swept-toy.ts'

const REPLICATES = 6
const result = readResult(await sweptFolder({ replicates: REPLICATES }))
afterAll(() => result.close())

async function said(flags: RegretFlags, options: Parameters<typeof spoken>[0] = {}) {
  const { session, lines } = spoken(options)
  await compareRegret(result, flags, ['links'], true, session)
  return lines.join('\n')
}

interface Json {
  metrics: {
    futures: number
    policies: {
      role: string
      values: Record<string, unknown>
      largestRegret: number
      goodEnoughShare: number | null
      hasLeastRegret: boolean
    }[]
  }[]
}

const judged = async (flags: RegretFlags) =>
  (JSON.parse(await said(flags, { json: true })) as Json).metrics[0]

describe('policyFutures', () => {
  it('makes a policy of every set of levers, and a future of every replicate and world', async () => {
    const metrics = sweptMetrics.slice(0, 1)
    const readings = await readReadings(result, metrics)
    const { policies, values } = policyFutures(result.summary.points, readings, 1)
    expect(policies.length).toBe(1 + CAPS.length * 2)
    expect(policies[0].isBaseline).toBe(true)
    expect(policies.every(({ points }) => points.length === HORIZONS.length)).toBe(true)
    expect(values[0].every((row) => row.length === HORIZONS.length * REPLICATES)).toBe(true)
    // The same world and replicate stand in the same place: shared luck of 500 cancels.
    const gaps = Array.from(values[0][1], (value, f) => value - values[0][2][f])
    expect(Math.max(...gaps.map(Math.abs))).toBeLessThan(150)
  })
})

describe('zhudai compare --regret', () => {
  it('finds the policy that is never far from the best, the baseline among them', async () => {
    const { futures, policies } = await judged({ better: 'higher' })
    expect(futures).toBe(HORIZONS.length * REPLICATES)
    // Change at the horizons: −200, 40, 280 with a cap of 24%; −280, −40, 200 with one of 20%.
    const [baseline] = policies
    expect(baseline.role).toBe('baseline')
    expect(baseline.largestRegret).toBeGreaterThan(230)
    const least = policies.filter(({ hasLeastRegret }) => hasLeastRegret)
    expect(least.map(({ values }) => values['aprCapPerLoan'])).toEqual([0.24])
    expect(least[0].largestRegret).toBeLessThan(baseline.largestRegret)
  })

  it('turns around where lower is better', async () => {
    const { policies } = await judged({ better: 'lower' })
    const [least] = policies.filter(({ hasLeastRegret }) => hasLeastRegret)
    expect(least.values['aprCapPerLoan']).toBe(0.2)
  })

  it('counts the futures in which a mark is reached', async () => {
    const { policies } = await judged({ better: 'higher', mark: '0' })
    expect(policies.map(({ goodEnoughShare }) => goodEnoughShare)).toEqual(policies.map(() => 1))
    const high = await judged({ better: 'higher', mark: '1000000' })
    expect(high.policies.every(({ goodEnoughShare }) => goodEnoughShare === 0)).toBe(true)
    expect((await judged({ better: 'higher' })).policies[0].goodEnoughShare).toBeNull()
  })

  it('says so in both languages', async () => {
    const english = await said({ better: 'higher', mark: '5000' })
    expect(english).toContain('Partner links: higher is better, good enough at least 5,000')
    expect(english).toContain('Least of the largest regret: A cap: aprCapPerLoan 24%')
    expect(english).toMatch(/18\sfutures/)
    expect(await said({ better: 'lower' }, { language: 'zh' })).toContain('越低越好')
  })

  it('asks which side is better where the metric does not say, and refuses odd words', async () => {
    for (const [flags, wanted] of [
      [{}, '--better higher or lower for links'],
      [{ better: 'more' }, '--better higher or lower'],
      [{ better: 'higher', mark: 'many' }, '--mark'],
    ] as const) {
      const refused = await said(flags).catch((thrown: unknown) => thrown)
      expect(refused).toBeInstanceOf(SimulationError)
      expect(JSON.stringify((refused as SimulationError).problems)).toContain(wanted)
    }
  })
})
