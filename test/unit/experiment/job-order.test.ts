import { describe, expect, it } from 'vitest'
import { orderJobs } from '../../../analysis/experiment/job-order.ts'

const world = (planningHorizon: number) => ({ parameterOverrides: { planningHorizon } })

describe('the order of jobs', () => {
  const order = orderJobs([world(6), world(12), world(6)])

  it('puts points that share an opening market side by side, replicate by replicate', () => {
    expect(order.jobs(0, 2)).toEqual([0, 2, 1, 3, 5, 4])
  })

  it('groups them, and never across replicates', () => {
    expect([0, 2, 1, 3].map((index) => order.group(index))).toEqual([0, 0, 1, 2])
  })

  it('tells drawn parameters from fixed ones', () => {
    const drawn = {
      parameterOverrides: {},
      uncertainties: [
        {
          parameter: 'planningHorizon',
          distribution: { kind: 'uniform', low: 6, high: 7 } as const,
        },
      ],
    }
    const mixed = orderJobs([{ parameterOverrides: {} }, drawn])
    expect(mixed.group(0)).not.toBe(mixed.group(1))
  })
})
