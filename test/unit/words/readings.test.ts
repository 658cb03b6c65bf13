import { describe, expect, it } from 'vitest'
import { readReplicates, type Replicates } from '../../../analysis/answer/readings.ts'
import { allIdentical } from '../../../analysis/answer/rows.ts'
import {
  differingSettings,
  effectiveMonth,
  guidanceLevers,
  unknownLevers,
} from '../../../analysis/answer/rule-differences.ts'
import type { Lever, LeverCatalogue, LeverSetting } from '../../../agents/levers/lever.ts'
import { metricOf } from '../../../analysis/metrics/index.ts'

const PERIODS = 15
const links = metricOf('links')!
const originations = metricOf('originations')!

/** Two scenarios of two metrics: month numbers, and ten times them in the second scenario. */
function numbered(): Replicates {
  const one = new Float64Array(4 * PERIODS)
  for (let m = 0; m < 4; m++) {
    for (let t = 0; t < PERIODS; t++) one[m * PERIODS + t] = m < 2 ? t : 10 * t
  }
  const metrics = ['links', 'originations']
  return { metrics, scenarios: 2, periods: PERIODS, indices: [0], series: [one] }
}

describe('readReplicates', () => {
  it('takes a stock at the end and a flow over the last year', () => {
    expect(readReplicates(numbered(), 0, links, 'end', 0)[0]).toBe(14)
    expect(readReplicates(numbered(), 1, links, 'end', 0)[0]).toBe(140)
    expect(readReplicates(numbered(), 0, originations, 'lastYear', 0)[0]).toBe(8.5)
  })

  it('reads before the rules take effect, as far back as there are months', () => {
    expect(readReplicates(numbered(), 0, links, 'beforeEffective', 5)[0]).toBe(5)
    expect(readReplicates(numbered(), 0, originations, 'beforeEffective', 5)[0]).toBe(2.5)
  })

  it('leaves out months in which it is not defined', () => {
    const replicates = numbered()
    replicates.series[0].fill(NaN, PERIODS + 3, PERIODS + 14)
    expect(readReplicates(replicates, 0, originations, 'lastYear', 0)[0]).toBe(14)
    replicates.series[0].fill(NaN)
    expect(readReplicates(replicates, 0, originations, 'lastYear', 0)[0]).toBeNaN()
  })
})

describe('allIdentical', () => {
  it('compares to the last bit, undefined with undefined', () => {
    const replicates = numbered()
    const half = 2 * PERIODS
    replicates.series[0][3] = NaN
    replicates.series[0].copyWithin(half, 0, half)
    expect(allIdentical(replicates)).toBe(true)
    replicates.series[0][half + 20] += 1e-15 * replicates.series[0][half + 20]
    expect(allIdentical(replicates)).toBe(false)
  })
})

function lever(id: string, more: Partial<Lever>): Lever {
  const base = { id, acts: true, value: 1, status: 'in_force', links: ['https://example.org'] }
  return { ...base, ...more } as Lever
}

const list = [
  lever('cap', { package: 'notice9' }),
  lever('path', { status: 'guidance_unpublished' }),
  lever('display', { acts: false }),
  lever('inspection', { value: null }),
]
const catalogue: LeverCatalogue = { list, byId: new Map(list.map((one) => [one.id, one])) }
const setting = (id: string, effective: string, value = 0.2): LeverSetting => ({
  lever: id,
  value,
  effective,
})

describe('differingSettings', () => {
  it('finds settings only one side has, of levers that act', () => {
    const baseline = [setting('cap', '2024-11'), setting('display', '2024-11')]
    const reform = [setting('cap', '2024-11'), setting('path', '2026-01')]
    expect(differingSettings(baseline, reform, catalogue)).toEqual([setting('path', '2026-01')])
    expect(differingSettings(baseline, baseline, catalogue)).toEqual([])
  })
})

describe('effectiveMonth', () => {
  it('is that of the notice where it differs, else the first inside the run', () => {
    const early = setting('path', '2025-01')
    const late = setting('path', '2035-01')
    const notice = setting('cap', '2025-10')
    expect(effectiveMonth([early, notice], catalogue, '2024-11', 36)).toBe('2025-10')
    expect(effectiveMonth([late, early], catalogue, '2024-11', 36)).toBe('2025-01')
    expect(effectiveMonth([late], catalogue, '2024-11', 36)).toBeUndefined()
  })
})

describe('what rests on no law', () => {
  it('names guidance that takes effect inside the run, and numbers nobody published', () => {
    const settings = [setting('path', '2026-01'), setting('cap', '2025-10')]
    expect(guidanceLevers(settings, catalogue, '2027-10').map(({ id }) => id)).toEqual(['path'])
    expect(guidanceLevers(settings, catalogue, '2025-12')).toEqual([])
    expect(unknownLevers(settings, catalogue).map(({ id }) => id)).toEqual(['inspection'])
    expect(unknownLevers([setting('inspection', '2025-01')], catalogue)).toEqual([])
  })
})
