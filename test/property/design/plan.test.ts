import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText, createPlan, jobFingerprint, type Plan } from '../../../scenarios/plan.ts'
import { resolveScenario, type Scenario } from '../../../scenarios/resolve.ts'
import type { SweepAxis, SweepBlock } from '../../../scenarios/sweep.ts'
import { catalogue, library } from '../../unit/scenarios/scenario-catalogue.ts'

const seed = 20251001
const basis = { version: '1', model: 'm', data: 'd' }
const digest = (text: string) => createHash('sha256').update(text).digest('hex')
const scenario = (id: string) => resolveScenario({ id }, library, catalogue)
const before = scenario('rules-before')
const notice = scenario('notice-9')
const other = scenario('cap-only')

const replicates = (of: Scenario, count: number): Scenario => ({
  ...of,
  run: { ...of.run, replicates: count },
})
const plan = (reforms: readonly Scenario[]) => createPlan(reforms, before, catalogue, basis, digest)

/** Fingerprints of all jobs by point and replicate. */
function jobs(of: Plan): Map<string, string> {
  const found = new Map<string, string>()
  for (const point of of.points) {
    for (let k = 0; k < of.replicates; k++) {
      found.set(`${point.id}|${k}`, jobFingerprint(of, point, k))
    }
  }
  return found
}

const caps = fc.uniqueArray(fc.integer({ min: 40, max: 360 }), { minLength: 2, maxLength: 4 })
const horizons = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 3 })

function grid(apr: readonly number[], months: readonly number[]): SweepBlock {
  const axes: SweepAxis[] = [
    { subject: { of: 'lever', id: 'aprCapPerLoan' }, range: { values: apr.map((k) => k / 1000) } },
    { subject: { of: 'parameter', id: 'planningHorizon' }, range: { values: months } },
  ]
  return { design: 'grid', axes: axes.filter(({ range }) => 'values' in range) }
}

describe('a plan that grows', () => {
  it('by grid values, scenarios or replicates keeps every job it had', () => {
    fc.assert(
      fc.property(caps, horizons, fc.integer({ min: 1, max: 3 }), (apr, months, count) => {
        const small = replicates({ ...notice, sweep: [grid(apr.slice(1), months.slice(1))] }, count)
        const large = replicates({ ...notice, sweep: [grid(apr, months)] }, count + 2)
        const grown = jobs(plan([large, { ...other, sweep: [grid(apr, months)] }]))
        const had = jobs(plan([small]))
        for (const [name, fingerprint] of had) expect(grown.get(name)).toBe(fingerprint)
        expect(grown.size).toBeGreaterThan(had.size)
        expect(new Set(grown.values()).size).toBe(grown.size)
      }),
      { seed, numRuns: 50 },
    )
  })

  it('by points of a sobol design keeps every job it had', () => {
    const spread = (points: number): Scenario => ({
      ...notice,
      sweep: [
        {
          design: 'sobol',
          points,
          axes: [
            {
              subject: { of: 'lever', id: 'aprCapPerLoan' },
              range: { low: 0.1, high: 0.3, whole: false },
            },
            {
              subject: { of: 'parameter', id: 'planningHorizon' },
              range: { low: 1, high: 12, whole: true },
            },
          ],
        },
      ],
    })
    const sizes = fc.integer({ min: 1, max: 40 })
    fc.assert(
      fc.property(sizes, sizes, (few, more) => {
        const had = jobs(plan([replicates(spread(few), 1)]))
        const grown = jobs(plan([replicates(spread(few + more), 1)]))
        for (const [name, fingerprint] of had) expect(grown.get(name)).toBe(fingerprint)
      }),
      { seed, numRuns: 20 },
    )
  })

  it('never gives two points one id, nor a reform a baseline in another world', () => {
    fc.assert(
      fc.property(caps, horizons, (apr, months) => {
        const sweep = [grid(apr, months)]
        const { points } = plan([
          { ...notice, sweep },
          { ...other, sweep },
        ])
        expect(new Set(points.map(({ id }) => id)).size).toBe(points.length)
        expect(points).toHaveLength(months.length * (1 + 2 * apr.length))
        for (const point of points.filter(({ role }) => role === 'reform')) {
          const against = points.find(({ id }) => id === point.baseline)!
          expect(against.role).toBe('baseline')
          expect(against.parameterOverrides).toEqual(point.parameterOverrides)
        }
      }),
      { seed, numRuns: 50 },
    )
  })
})

describe('canonicalText', () => {
  const leaf = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string(),
    fc.boolean(),
    fc.constant(null),
  )
  const plain = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).value

  /** The same value with the keys of every object the other way round. */
  function turned(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(turned)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).reverse()
    return Object.fromEntries(entries.map(([key, one]) => [key, turned(one)]))
  }

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(plain, (value) => canonicalText(turned(value)) === canonicalText(value)),
      { seed },
    )
  })

  it('is JSON of the value', () => {
    fc.assert(
      fc.property(plain, (value) => {
        const text = canonicalText(value)
        expect(canonicalText(JSON.parse(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
      { seed },
    )
  })

  it('changes with any number in it', () => {
    const numbers = fc.double({ noNaN: true, noDefaultInfinity: true })
    fc.assert(
      fc.property(numbers, numbers, (one, two) => {
        const texts = [one, two].map((x) => canonicalText({ b: [1, { a: x }], c: 'x' }))
        expect(texts[0] === texts[1]).toBe(one === two)
      }),
      { seed },
    )
  })

  it('leaves out what is absent, and refuses what it would confuse', () => {
    expect(canonicalText({ b: undefined, a: 1 })).toBe('{"a":1}')
    for (const bad of [NaN, Infinity, undefined, [undefined], new Map(), () => 1]) {
      expect(() => canonicalText(bad)).toThrow('no canonical text')
    }
  })
})
