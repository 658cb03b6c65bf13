import { describe, expect, it } from 'vitest'
import { discoveryCases } from '../../../analysis/sensitivity/discovery-cases.ts'
import { rankInputs } from '../../../analysis/sensitivity/input-ranking.ts'
import { inputColumn } from '../../../analysis/statistics/input-columns.ts'
import { normalQuantile } from '../../../engine/numerics/index.ts'
import { createSfc32, fillUniform } from '../../../engine/sfc32.ts'
import { latinHypercubePoints } from '../../../scenarios/design/latin-hypercube.ts'

function normals(n: number, seed: string): Float64Array {
  const draws = new Float64Array(n)
  fillUniform(createSfc32(seed), draws)
  return draws.map(normalQuantile)
}

const P = 120
const R = 60
const points = latinHypercubePoints(P, 2, 'ranking')
const [big, small] = [0, 1].map((i) =>
  inputColumn(
    i === 0 ? 'big' : 'small',
    Array.from({ length: P }, (_, p) => points[2 * p + i]),
  ),
)
const assumed = inputColumn('assumed', Array.from(normals(R, 'assumed')))
const shared = normals(R, 'shared')
const own = normals(P * R, 'own')

/** Variances: 12/12 of big, 3/12 of small, 1 of the assumption, 1/4 of shared and 1/4 of own luck. */
const values = Array.from({ length: P }, (_, p) =>
  Float64Array.from({ length: R }, (_, r) => {
    const inputs = Math.sqrt(12) * big.values[p] + Math.sqrt(3) * small.values[p]
    return inputs + assumed.values[r] + shared[r] / 2 + own[p * R + r] / 2
  }),
)

describe('rankInputs', () => {
  const ranking = rankInputs(values, [small, big], [assumed], 'unit')

  it('puts the variance of one run down to inputs and luck, all of it', () => {
    const { inputs, together, sharedLuck, ownLuck } = ranking
    const shares = inputs.reduce((sum, { alone }) => sum + alone.share, 0)
    expect(shares + together + sharedLuck + ownLuck).toBeCloseTo(1, 9)
    expect(ranking.variance).toBeGreaterThan(2)
    expect(ranking.variance).toBeLessThan(3.5)
    expect(ownLuck * ranking.variance).toBeCloseTo(0.25, 1)
    expect(together).toBeLessThan(0.01)
  })

  it('ranks what is swept and what is drawn on one scale, each inside its interval', () => {
    const { inputs, variance } = ranking
    expect(inputs.map(({ varies }) => varies).sort()).toEqual(['byPoint', 'byPoint', 'byReplicate'])
    const part = (id: string) => inputs.find(({ input }) => input.id === id)!.alone
    expect(part('big').share * variance).toBeCloseTo(1, 1)
    expect(part('small').share * variance).toBeCloseTo(0.25, 1)
    expect(part('big').low * variance).toBeLessThan(1)
    expect(part('big').high * variance).toBeGreaterThan(1)
    expect(inputs.at(-1)!.input.id).toBe('small')
    expect(ranking.route).toBe('sample')
    expect(inputs.every(({ total }) => total === undefined)).toBe(true)
  })

  it('knows of no luck from one replicate, and calls nothing settled that it fits by a line', () => {
    const one = rankInputs(
      values.map((row) => row.slice(0, 1)),
      [big],
      [],
      'one',
    )
    expect([one.sharedLuck, one.ownLuck]).toEqual([NaN, NaN])
    const few = rankInputs(values.slice(0, 8), [cut(big), cut(small)], [], 'few')
    expect(few.inputs.map(({ alone }) => alone.converged)).toEqual([false, false])
  })

  it('has no shares where nothing varies', () => {
    const constant = rankInputs(
      values.map((row) => row.map(() => 7)),
      [big],
      [],
      'constant',
    )
    expect(constant.variance).toBe(0)
    expect(constant.inputs[0].alone.share).toBeNaN()
    expect(constant.inputs[0].turn).toBeUndefined()
  })

  it('names an assumption that turns the sign', () => {
    const centred = values.map((row) => row.map((value) => value - Math.sqrt(3) - Math.sqrt(3) / 2))
    const { inputs } = rankInputs(centred, [small, big], [assumed], 'turn')
    const turning = inputs.filter(({ turn }) => turn !== undefined).map(({ input }) => input.id)
    expect(turning).toContain('big')
    expect(turning).toContain('assumed')
    const { turn } = inputs.find(({ input }) => input.id === 'big')!
    expect(turn!.below.to).toBeLessThan(turn!.above.from)
  })
})

function cut(input: typeof big): typeof big {
  return { ...input, values: input.values.slice(0, 8) }
}

describe('discoveryCases', () => {
  const rows = [Float64Array.of(1, 3), Float64Array.of(5, 9)]
  const swept = inputColumn('cap', [0.2, 0.24])
  const drawn = inputColumn('noise', [7, 8])

  it('are points with their means where replicates differ by luck alone', () => {
    expect(discoveryCases(rows, [swept], [])).toEqual({
      inputs: [swept],
      outcomes: Float64Array.of(2, 7),
      of: 'points',
    })
  })

  it('are single runs where replicates drew assumptions', () => {
    const { inputs, outcomes, of } = discoveryCases(rows, [swept], [drawn])
    expect(of).toBe('runs')
    expect([...outcomes]).toEqual([1, 3, 5, 9])
    expect(inputs.map(({ values: own }) => [...own])).toEqual([
      [0.2, 0.2, 0.24, 0.24],
      [7, 8, 7, 8],
    ])
  })
})
