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
