import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import type { LeverDescriptor } from '../../../scenarios/catalogue.ts'
import { resolveScenario } from '../../../scenarios/resolve.ts'
import { readQuantity, writeQuantity, type Notation } from '../../../scenarios/units.ts'
import { writeLeverValue, writeParameterValue, type LeverValue } from '../../../scenarios/values.ts'
import { catalogue, library } from '../../unit/scenarios/scenario-catalogue.ts'

const seed = 20251001

const number = (low: number, high: number): fc.Arbitrary<number> =>
  fc.double({ min: low, max: Math.min(high, 1e9), noNaN: true }).map((one) => (one === 0 ? 0 : one))

function valueOf(lever: LeverDescriptor): fc.Arbitrary<LeverValue> {
  const [low, high] = lever.bounds ?? [0, 1]
  const members = lever.members ?? []
  switch (lever.kind) {
    case 'boolean':
      return fc.boolean()
    case 'enum':
      return fc.constantFrom(...members)
    case 'set':
      return fc.subarray([...members])
    case 'list':
      return fc.array(number(low, high), { minLength: 5, maxLength: 5 })
    case 'path':
      return fc.tuple(number(low, high), number(low, high)).map(([early, late]) => [
        { at: '2026-12', value: early },
        { at: '2027-12', value: late },
      ])
    default:
      return number(low, high)
  }
}

const head = {
  schema: 1,
  id: 'mine',
  title: { en: 'Mine', zh: '我的' },
  question: 'What if?',
}

describe('a scenario written and read', () => {
  it('returns every lever value to the last bit', () => {
    for (const lever of catalogue.levers) {
      fc.assert(
        fc.property(valueOf(lever), (value) => {
          const levers = { [lever.id]: { value: writeLeverValue(value, lever), from: '2026-01' } }
          const text = stringify({ ...head, levers })
          const { settings } = resolveScenario({ text, file: 'x' }, library, catalogue)
          expect(settings).toEqual([{ lever: lever.id, value, effective: '2026-01' }])
        }),
        { seed, numRuns: 10 },
      )
    }
  })

  it('returns every baseline parameter to the last bit', () => {
    const uncertainties = Object.fromEntries(
      catalogue.parameters.map((one) => [one.id, writeParameterValue(one.baseline, one)]),
    )
    const text = stringify({ ...head, uncertainties })
    const { parameterOverrides } = resolveScenario({ text, file: 'x' }, library, catalogue)
    expect(parameterOverrides).toEqual(
      Object.fromEntries(catalogue.parameters.map((one) => [one.id, one.baseline])),
    )
  })

  it('returns any quantity in any notation', () => {
    const notations: Notation[] = [
      'rate',
      'share',
      'number',
      'months',
      'count',
      'yuan',
      'millionYuan',
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...notations),
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
        (notation, value) => {
          expect(readQuantity(writeQuantity(value, notation), notation)).toEqual({
            value: value + 0,
          })
        },
      ),
      { seed, numRuns: 500 },
    )
  })
})

describe('a distribution written and read', () => {
  it('returns every number to the last bit', () => {
    const numeric = catalogue.parameters.filter(
      (one) => one.kind === 'number' && !one.whole && one.bounds[0] < one.bounds[1],
    )
    for (const parameter of numeric) {
      const [low, high] = parameter.bounds
      const written = (value: number): unknown => writeParameterValue(value, parameter)
      fc.assert(
        fc.property(fc.uniqueArray(number(low, high), { minLength: 3, maxLength: 3 }), (three) => {
          const [least, mode, most] = three.sort((left, right) => left - right)
          const uncertainties = {
            [parameter.id]: { triangular: [least, mode, most].map(written) },
          }
          const text = stringify({ ...head, uncertainties })
          const scenario = resolveScenario({ text, file: 'x' }, library, catalogue)
          expect(scenario.uncertainties).toEqual([
            {
              parameter: parameter.id,
              distribution: { kind: 'triangular', low: least, mode, high: most },
            },
          ])
        }),
        { seed, numRuns: 3 },
      )
    }
  })
})

describe('a range with a step', () => {
  it('holds the numbers one would have written out, at both ends and between', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 60 }),
        (first, step, count) => {
          const tenths = Array.from({ length: count + 1 }, (_, k) => first + k * step)
          fc.pre(tenths[count] <= 1000)
          const percent = (one: number): string => `${Math.floor(one / 10)}.${one % 10}%`
          const range = {
            low: percent(first),
            high: percent(tenths[count]),
            step: percent(step),
          }
          const sweep = { over: { payoutShare: range } }
          const text = stringify({ ...head, sweep })
          const [block] = resolveScenario({ text, file: 'x' }, library, catalogue).sweep
          const written = tenths.map((one) => readQuantity(percent(one), 'share'))
          expect(block.axes[0].range).toEqual({
            values: written.map((one) => ('value' in one ? one.value : NaN)),
          })
        },
      ),
      { seed, numRuns: 100 },
    )
  })
})
