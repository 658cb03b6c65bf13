import { describe, expect, it } from 'vitest'
import { SimulationError } from '../../../../engine/errors.ts'
import { parameterCatalogue } from '../../../../agents/parameter-catalogue.ts'
import {
  effectiveMembers,
  memberIntervals,
} from '../../../../scenarios/calibrations/member-interval.ts'
import { loadCalibration } from '../../../../scenarios/calibrations/read-calibration.ts'
import { toyCalibration, toyText } from '../../../fixtures/toy-calibration.ts'

const load = (text: string) => loadCalibration(text, 'set.yaml', parameterCatalogue)

/** Every problem as line, path, what was expected and got. */
function problemsOf(text: string): (readonly [number | undefined, string | undefined, string])[] {
  try {
    load(text)
  } catch (thrown) {
    if (!(thrown instanceof SimulationError)) throw thrown
    return thrown.problems.map(({ line, path, expected, got, hint }) => [
      line,
      path,
      [`${expected}, got ${got}`, hint].filter((one) => one !== undefined).join('; '),
    ])
  }
  return []
}

const head = `schema: 1
id: small
title: { en: Small, zh: 小 }
obtained: { command: none }
`
const small = `${head}parameters: [markupScale, planningHorizon]
members:
  - { weight: 1, values: [1, 6] }
  - { weight: 3, values: [1.5, 12] }
`

describe('loadCalibration', () => {
  it('reads parameters and members, and normalises weights', () => {
    const { id, title, parameters, members } = load(small)
    expect({ id, title }).toEqual({ id: 'small', title: { en: 'Small', zh: '小' } })
    expect(parameters).toEqual(['markupScale', 'planningHorizon'])
    expect(members).toEqual([
      { weight: 0.25, values: [1, 6] },
      { weight: 0.75, values: [1.5, 12] },
    ])
  })

  it('keeps what is shown apart from what is run', () => {
    expect(toyCalibration.shown).toEqual({
      profiles: {
        markupScale: [
          [0.8, 1.2],
          [0.9, 0],
        ],
      },
    })
    expect(toyCalibration.obtained).toMatchObject({ seed: 'toy', screened: 40 })
    expect(toyCalibration.parameters).toEqual(
      parameterCatalogue.filter(({ estimated }) => estimated).map(({ id }) => id),
    )
  })

  it('names every problem at once, each with its line', () => {
    const text = `schema: 2
id: Small
title: { en: Small }
obtained: { command: none }
parameters: [markupScales, tenor, guaranteeCover, tenor]
memburs: 1
members:
  - { weight: 0, values: [1, 6.5, 1, 6] }
  - { weight: 1, values: [1, 6, 1] }
  - { weight: -1, valeus: [1, 6, 1, 1] }
  - { weight: 1, values: [1, 500, 1, x] }
`
    expect(problemsOf(text)).toEqual([
      [1, 'schema', 'the number 1, got 2'],
      [2, 'id', 'lower-case words joined by hyphens, got Small'],
      [3, 'title.zh', 'a text, got nothing'],
      [
        5,
        'parameters.0',
        'a parameter of the catalogue (zhudai list parameters), got markupScales; did you mean "markupScale"?',
      ],
      [5, 'parameters.2', 'a parameter that is one number, got guaranteeCover'],
      [5, 'parameters.3', 'each parameter once, got tenor'],
      [6, 'memburs', expect.stringMatching(/^one of schema, id, .*did you mean "members"/)],
      [8, 'members.0.weight', 'a number above 0, got 0'],
      [8, 'members.0.values.1', 'a whole number from 1 to 60 for tenor [month], got 6.5'],
      [9, 'members.1.values', 'a list of 4 numbers, one per parameter, got 3 values'],
      [10, 'members.2.weight', 'a number above 0, got -1'],
      [10, 'members.2.valeus', expect.stringMatching(/did you mean "values"/)],
      [11, 'members.3.values.1', 'a whole number from 1 to 60 for tenor [month], got 500'],
      [11, 'members.3.values.3', 'a finite number, got x'],
    ])
  })

  it.each([
    ['no members', `${head}parameters: [markupScale]\nmembers: []\n`, 'members'],
    [
      'no parameters',
      `${head}parameters: []\nmembers:\n  - { weight: 1, values: [] }\n`,
      'parameters',
    ],
    ['a value out of bounds', small.replace('1.5', '-1'), 'members.1.values.0'],
    ['a weight that is no number', small.replace('weight: 3', 'weight: .inf'), 'members.1.weight'],
    ['equal members', small.replace('[1.5, 12]', '[1, 6]'), 'members.1.values'],
    ['a foreign section', `${small}fits: 1\n`, 'fits'],
    ['nothing of how it was obtained', small.replace(/^obtained.*\n/m, ''), 'obtained'],
  ])('refuses %s', (_, text, path) => {
    expect(problemsOf(text).map((problem) => problem[1])).toEqual([path])
  })

  it('refuses what is no map', () => {
    expect(problemsOf('- 1\n')).toHaveLength(1)
    expect(problemsOf('id: [\n')).toHaveLength(1)
  })
})

describe('what a set leaves open', () => {
  it('is the interval between the values at which a twentieth of the weight lies below and above', () => {
    const members = Array.from({ length: 100 }, (_, m) => ({ weight: 2, values: [99 - m] }))
    expect(memberIntervals({ parameters: ['x'], members })).toEqual([
      { parameter: 'x', low: 4, middle: 49, high: 94 },
    ])
  })

  it('follows the weights, not the number of members', () => {
    const values = [1, 2, 3]
    const members = values.map((value, m) => ({ weight: [0.02, 0.02, 0.96][m], values: [value] }))
    expect(memberIntervals({ parameters: ['x'], members })[0]).toMatchObject({ low: 3, high: 3 })
  })

  it('counts members of equal weight as members, and a single heavy one as one', () => {
    const set = (weights: readonly number[]) => ({
      parameters: ['x'],
      members: weights.map((weight, m) => ({ weight, values: [m] })),
    })
    expect(effectiveMembers(set([1, 1, 1, 1]))).toBe(4)
    expect(effectiveMembers(set([1, 1e-9]))).toBeCloseTo(1, 8)
    expect(effectiveMembers(toyCalibration)).toBeCloseTo(100 / 30, 12)
  })
})

describe('the toy set of the tests', () => {
  it('is sound', () => {
    expect(load(toyText).members).toHaveLength(4)
  })
})
