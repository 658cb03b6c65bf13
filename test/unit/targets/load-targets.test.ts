import { describe, expect, it } from 'vitest'
import { SimulationError, type Problem } from '../../../engine/errors.ts'
import { loadTargets } from '../../../scenarios/targets/load-targets.ts'
import type { Target } from '../../../scenarios/targets/target.ts'
import { problemInChinese } from '../../../analysis/words/problems-zh.ts'
import { catalogue, fileOf } from './target-catalogue.ts'

const load = (body: string): readonly Target[] =>
  loadTargets(fileOf(body), 'tried.yaml', catalogue).targets
const one = (body: string): Target => load(`  - ${body}\n`)[0]

function problemsOf(text: string): readonly Problem[] {
  try {
    loadTargets(text, 'tried.yaml', catalogue)
  } catch (thrown) {
    if (thrown instanceof SimulationError) return thrown.problems
    throw thrown
  }
  return []
}
const problemsIn = (target: string): readonly Problem[] => problemsOf(fileOf(`  - ${target}\n`))

const TIMES = ['2025-06', '2025-Q1', '2025-Q3', '2025-H1', '2025-H2', '2025', '2025-06..2025-09']

describe('loadTargets', () => {
  it('reads a target with everything written', () => {
    const target = one(`id: yilian-cut
    title: { en: Cut, zh: 缩减 }
    quantity: listSize
    of: bank:yilian
    as: growth
    at: 2025-06
    since: 2024-11
    observed: -84%
    within: 5%
    weight: 2
    confidence: high
    source: a list
    note: spans the announcement`)
    expect(target).toMatchObject({
      id: 'yilian-cut',
      members: [{ subject: 'bank:yilian', quantity: 'listSize' }],
      combine: { kind: 'one' },
      as: 'growth',
      observed: -0.84,
      sd: 0.05,
      weight: 2,
      unit: 'share',
      confidence: 'high',
    })
    expect(target.members[0].at).toMatchObject({ first: '2025-06', last: '2025-06' })
    expect(target.members[0].since).toMatchObject({ text: '2024-11' })
  })

  it('reads months, quarters, half-years, years and months from one to another', () => {
    const spans = TIMES.map((at) => {
      const { first, last } = one(`{ id: a, quantity: cr5, at: ${at}, observed: 76% }`).members[0]
        .at!
      return `${first} ${last}`
    })
    expect(spans).toEqual([
      '2025-06 2025-06',
      '2025-01 2025-03',
      '2025-07 2025-09',
      '2025-01 2025-06',
      '2025-07 2025-12',
      '2025-01 2025-12',
      '2025-06 2025-09',
    ])
  })

  it('takes the standard deviation from within, from a 90% band, else from confidence', () => {
    const sd = (rest: string) =>
      one(`{ id: a, quantity: listSize, of: bank:yilian, at: 2025, observed: 10, ${rest} }`).sd
    expect(sd('within: 3')).toBe(3)
    expect(sd('band: [8, 14.58]')).toBeCloseTo(2, 12)
    expect(sd('confidence: high')).toBeCloseTo(0.2, 12)
    expect(sd('confidence: medium')).toBeCloseTo(1, 12)
    expect(sd('confidence: low')).toBeCloseTo(3, 12)
    expect(sd('weight: 1')).toBeCloseTo(1, 12)
  })

  it('takes the size of a negative observation for its standard deviation', () => {
    const cut = 'id: a, quantity: partners, of: bank:yilian, as: change, at: 2025, since: 2024-11'
    expect(one(`{ ${cut}, observed: -20 }`).sd).toBeCloseTo(2, 12)
  })

  it('takes what can be as written: a bare ratio, a growth above one, a spread above one', () => {
    const read = (rest: string) =>
      one(`{ id: a, quantity: listSize, of: bank:yilian, at: 2025, since: 2024-11, ${rest} }`)
    expect(read('as: ratio, observed: 1.16')).toMatchObject({ observed: 1.16 })
    expect(read('as: ratio, observed: 0, within: 5%')).toMatchObject({ observed: 0 })
    expect(read('as: ratio, observed: 1160%')).toMatchObject({ observed: 11.6 })
    expect(read('as: growth, observed: 136%, within: 150%')).toMatchObject({
      observed: 1.36,
      sd: 1.5,
    })
    expect(read('as: growth, observed: -1')).toMatchObject({ observed: -1 })
    expect(read('as: change, observed: -20')).toMatchObject({ observed: -20 })
  })

  it('lets members differ in quantity and times', () => {
    const { members } = one(`id: a
    quantity: listSize
    of: [bank:yilian, { id: bank:xwbank, quantity: listSizeWithGuarantors, at: 2025-Q3 }]
    summary: median
    at: 2025-06
    observed: 14.5`)
    expect(members.map(({ quantity, at }) => `${quantity} ${at?.text}`)).toEqual([
      'listSize 2025-06',
      'listSizeWithGuarantors 2025-Q3',
    ])
  })

  it('keeps groups as written and measures shares of members and orders in shares', () => {
    const inside = one(
      '{ id: a, quantity: listSize, of: licence:private, inside: [10, 26], at: 2025-09, observed: 50% }',
    )
    expect(inside.members[0].subject).toBe('licence:private')
    expect(inside).toMatchObject({ unit: 'share', combine: { kind: 'inside', low: 10, high: 26 } })
    const order = one(`id: a
    quantity: newLoans
    of: [platform:qfin, platform:lexin]
    order: descending
    as: growth
    at: 2025-Q3
    since: 2025-Q2`)
    expect(order).toMatchObject({ unit: 'share', observed: 1, combine: { descending: true } })
  })

  it('reads what firstMonth waits for, as a share of the start or as a level', () => {
    const first = (when: string) =>
      one(
        `{ id: a, quantity: partnerLoans, of: bank:yilian, as: firstMonth, when: ${when}, observed: 8 months }`,
      )
    expect(first('{ below: 90%, of: start }').when).toEqual({
      side: 'below',
      limit: 0.9,
      ofStart: true,
    })
    expect(first('{ above: 500 million }')).toMatchObject({
      unit: 'month',
      observed: 8,
      when: { side: 'above', limit: 500, ofStart: false },
    })
  })
})

const A_TIME = 'a time such as 2025-06, 2025-Q3, 2025-H1, 2025 or 2025-06..2025-09'
const SOUND = 'id: a, quantity: listSize, of: bank:yilian, at: 2025-06, observed: 9'

/** What is wrong, where it is found (column of the second line counted from the dash), what is said. */
const refused: readonly (readonly [string, string, Partial<Problem>])[] = [
  [
    'an unknown institution',
    '{ id: a, quantity: listSize, of: bank:yilain, at: 2025-06, observed: 9 }',
    { path: 'targets.0.of', got: 'bank:yilain', hint: 'did you mean "bank:yilian"?' },
  ],
  [
    'an unknown group',
    '{ id: a, quantity: listSize, of: licence:privat, summary: mean, at: 2025, observed: 9 }',
    { path: 'targets.0.of', hint: 'did you mean "licence:private"?' },
  ],
  [
    'an unknown metric',
    '{ id: a, quantity: cr55, at: 2025-06, observed: 9 }',
    {
      path: 'targets.0.quantity',
      expected: 'a metric of the market, or a reading with `of`',
      hint: 'did you mean "cr5"?',
    },
  ],
  [
    'an unknown reading',
    '{ id: a, quantity: listsize, of: bank:yilian, at: 2025-06, observed: 9 }',
    { expected: 'a quantity read of a bank', hint: 'did you mean "listSize"?' },
  ],
  [
    'a reading of another kind',
    '{ id: a, quantity: averagePrice, of: bank:yilian, at: 2025-06, observed: 9% }',
    { expected: 'a quantity read of a bank', hint: 'averagePrice is read of a platform' },
  ],
  [
    'a metric of the market with `of`',
    '{ id: a, quantity: cr5, of: bank:yilian, at: 2025-06, observed: 9% }',
    { hint: 'cr5 is a metric of the market: leave out `of`' },
  ],
  [
    'a reading without `of`',
    '{ id: a, quantity: partners, at: 2025-06, observed: 9 }',
    { path: 'targets.0.quantity', hint: 'partners is read of a bank and of a platform' },
  ],
  [
    'a time that is none',
    '{ id: a, quantity: cr5, at: 2025-Q5, observed: 9% }',
    { path: 'targets.0.at', expected: A_TIME },
  ],
  [
    'months the wrong way round',
    '{ id: a, quantity: cr5, at: 2025-09..2025-06, observed: 9% }',
    { path: 'targets.0.at', expected: A_TIME },
  ],
  ['no time', '{ id: a, quantity: cr5, observed: 9% }', { path: 'targets.0.at', got: 'nothing' }],
  [
    'growth without an earlier time',
    `{ ${SOUND.replace('observed: 9', 'as: growth, observed: 9%')} }`,
    { path: 'targets.0.since', got: 'nothing' },
  ],
  [
    'an earlier time that is not earlier',
    `{ ${SOUND}, as: change, since: 2025-H1 }`,
    { path: 'targets.0.since', expected: 'a time before 2025-06', got: '2025-H1' },
  ],
  [
    'an earlier time of a level',
    `{ ${SOUND}, since: 2024-11 }`,
    { path: 'targets.0.since', expected: 'no earlier time: a level compares nothing' },
  ],
  [
    'several members without a way to combine them',
    `{ ${SOUND.replace('bank:yilian', '[bank:yilian, bank:xwbank]')} }`,
    { path: 'targets.0.summary', got: 'nothing' },
  ],
  [
    'a group without a way to combine its members',
    `{ ${SOUND.replace('bank:yilian', 'banks')} }`,
    { path: 'targets.0.summary', got: 'nothing' },
  ],
  [
    'two ways to combine',
    `{ ${SOUND.replace('bank:yilian', 'banks')}, summary: mean, inside: [1, 2] }`,
    { path: 'targets.0.inside' },
  ],
  ['a summary of one', `{ ${SOUND}, summary: median }`, { path: 'targets.0.summary' }],
  [
    'an unknown summary',
    `{ ${SOUND.replace('bank:yilian', 'banks')}, summary: medain }`,
    { hint: 'did you mean "median"?' },
  ],
  [
    'an order of a group',
    `{ ${SOUND.replace('bank:yilian', 'banks')}, order: descending }`,
    { path: 'targets.0.order' },
  ],
  [
    'a member written twice',
    `{ ${SOUND.replace('bank:yilian', '[bank:yilian, bank:yilian]')}, summary: mean }`,
    { path: 'targets.0.of.1', expected: 'each member once' },
  ],
  [
    'members measured in different units',
    '{ id: a, quantity: equity, of: [bank:yilian, { id: bank:xwbank, quantity: car }], summary: mean, at: 2025, observed: 9 }',
    { path: 'targets.0.of', expected: 'members measured in one unit', got: 'mn, share' },
  ],
  [
    'a count with a percent sign',
    `{ ${SOUND.replace('observed: 9', 'observed: 9%')} }`,
    { path: 'targets.0.observed', expected: 'a count such as 12' },
  ],
  [
    'a rate without one',
    '{ id: a, quantity: averagePrice, of: platform:qfin, at: 2025-Q3, observed: 0.22 }',
    { path: 'targets.0.observed', hint: 'rates carry a percent sign: write 22%' },
  ],
  [
    'an amount without a unit',
    '{ id: a, quantity: equity, of: bank:yilian, at: 2025-06, observed: 900 }',
    { hint: 'amounts carry a unit: write 900 million' },
  ],
  ['nothing observed', `{ ${SOUND.replace(', observed: 9', '')} }`, { path: 'targets.0.observed' }],
  ['a spread of 0', `{ ${SOUND}, within: 0 }`, { path: 'targets.0.within' }],
  ['a negative spread', `{ ${SOUND}, within: -1 }`, { path: 'targets.0.within' }],
  [
    'an observation of 0 without a spread',
    `{ ${SOUND.replace('9', '0')} }`,
    { path: 'targets.0.within', got: 'nothing' },
  ],
  ['a band beside the observation', `{ ${SOUND}, band: [10, 12] }`, { path: 'targets.0.band' }],
  ['a band upside down', `{ ${SOUND}, band: [12, 8] }`, { path: 'targets.0.band' }],
  ['both within and band', `{ ${SOUND}, within: 1, band: [8, 12] }`, { path: 'targets.0.band' }],
  ['a negative weight', `{ ${SOUND}, weight: -1 }`, { path: 'targets.0.weight' }],
  ['an unknown confidence', `{ ${SOUND}, confidence: sure }`, { path: 'targets.0.confidence' }],
  ['an unknown key', `{ ${SOUND}, wihtin: 1 }`, { hint: 'did you mean "within"?' }],
  ['an unknown comparison', `{ ${SOUND}, as: groth }`, { hint: 'did you mean "growth"?' }],
  ['a condition nobody waits for', `{ ${SOUND}, when: { below: 3 } }`, { path: 'targets.0.when' }],
  [
    'firstMonth without a condition',
    '{ id: a, quantity: cr5, as: firstMonth, observed: 3 months }',
    { path: 'targets.0.when' },
  ],
  [
    'firstMonth with a time',
    '{ id: a, quantity: cr5, as: firstMonth, when: { below: 3% }, at: 2025, observed: 3 months }',
    { path: 'targets.0.at', expected: 'no time: firstMonth looks at all months' },
  ],
  [
    'above and below',
    '{ id: a, quantity: cr5, as: firstMonth, when: { below: 3, above: 1 }, observed: 3 months }',
    { path: 'targets.0.when', expected: 'either above or below' },
  ],
  [
    'a share that lost its percent sign',
    '{ id: a, quantity: cr5, at: 2025-06, observed: 76 }',
    {
      path: 'targets.0.observed',
      hint: 'above 1 a share carries a percent sign: write 76%',
    },
  ],
  [
    'a growth that lost it',
    `{ ${SOUND.replace('9', '36')}, as: growth, since: 2024-11 }`,
    { hint: 'above 1 a share carries a percent sign: write 36%' },
  ],
  [
    'a ratio that lost it',
    `{ ${SOUND.replace('9', '84')}, as: ratio, since: 2024-11 }`,
    { hint: 'above 10 a share carries a percent sign: write 84%' },
  ],
  [
    'a spread that lost it',
    '{ id: a, quantity: cr5, at: 2025-06, observed: 76%, within: 5 }',
    { path: 'targets.0.within', hint: 'above 1 a share carries a percent sign: write 5%' },
  ],
  [
    'a band that lost it',
    '{ id: a, quantity: cr5, at: 2025-06, observed: 76%, band: [70%, 80] }',
    { path: 'targets.0.band.1', hint: 'above 1 a share carries a percent sign: write 80%' },
  ],
  [
    'a limit that lost it',
    '{ id: a, quantity: partners, of: bank:yilian, as: firstMonth, when: { below: 90, of: start }, observed: 3 months }',
    { path: 'targets.0.when.below', hint: 'above 10 a share carries a percent sign: write 90%' },
  ],
  [
    'a ratio below 0',
    `{ ${SOUND.replace('9', '-84%')}, as: ratio, since: 2024-11 }`,
    { path: 'targets.0.observed', got: '-84%' },
  ],
  [
    'a growth below -100%',
    `{ ${SOUND.replace('9', '-184%')}, as: growth, since: 2024-11 }`,
    { path: 'targets.0.observed', got: '-184%' },
  ],
  [
    'a share of members above all of them',
    `{ ${SOUND.replace('bank:yilian', 'banks').replace('9', '120%')}, inside: [1, 2] }`,
    { path: 'targets.0.observed', got: '120%' },
  ],
]

describe('a target file that cannot be used', () => {
  for (const [what, target, problem] of refused) {
    it(`is refused for ${what}`, () => {
      const problems = problemsIn(target)
      expect(problems).toHaveLength(1)
      expect(problems[0]).toMatchObject({ code: 'TARGET_INVALID', file: 'tried.yaml', ...problem })
      expect(problems[0].line).toBe(6)
      for (const said of [problems[0].expected, problems[0].hint ?? '机构']) {
        expect(problemInChinese(said)).toMatch(/\p{Script=Han}/u)
      }
    })
  }

  it('is told all that is wrong at once, in the order of the file', () => {
    const problems = problemsOf(
      'schema: 2\nid: Big Id\ntitel: { en: a, zh: b }\ntargets:\n  - { id: a, quantity: cr5, at: never, observed: 9 apples }\n  - { id: a, quantity: cr5, at: 2025, observed: 9% }\n',
    )
    expect(problems.map(({ line, path }) => `${line} ${path}`)).toEqual([
      '1 schema',
      '2 id',
      '3 titel',
      '5 targets.0.at',
      '5 targets.0.observed',
      '6 targets.1.id',
    ])
  })

  it('is refused whatever it is', () => {
    const texts = ['', '[]', '3', 'null', 'targets: 3', 'targets: []', '{', 'a: &a [*a]', '\u0000']
    for (const text of texts) expect(problemsOf(text).length, text).toBeGreaterThan(0)
    const odd = ['null', '3', '[]', '{}', '{ of: 3 }', '{ of: [] }', '{ of: [3, null, {}] }', 'a']
    for (const target of odd) expect(problemsIn(target).length, target).toBeGreaterThan(0)
    for (const key of [
      'title',
      'quantity',
      'of',
      'as',
      'at',
      'observed',
      'within',
      'band',
      'weight',
    ]) {
      for (const value of ['null', '[]', '{}', '[[1]]', '.nan', '.inf', 'true', '"" ']) {
        const rest = SOUND.replace(new RegExp(`(, |^)${key}: [^,]+`), '')
        expect(
          problemsIn(`{ ${rest}, ${key}: ${value} }`).length,
          `${key} ${value}`,
        ).toBeGreaterThan(0)
      }
    }
  })
})

describe('a run that is known', () => {
  const problemsWithin = (periods: number, body: string): readonly Problem[] => {
    try {
      const run = { start: '2024-11', periods }
      loadTargets(fileOf(body), 'tried.yaml', { ...catalogue, run })
    } catch (thrown) {
      if (thrown instanceof SimulationError) return thrown.problems
      throw thrown
    }
    return []
  }

  it('must hold every time; what it does not is named with its place, beside all else', () => {
    const body = `  - id: early
    quantity: cr5
    as: change
    at: 2025-06
    since: 2024-10
    observed: 1%
  - { id: late, quantity: cr6, at: 2027, observed: 1% }
  - { id: sound, quantity: cr5, at: 2027-10, observed: 1% }
`
    expect(problemsWithin(36, body)).toEqual([
      expect.objectContaining({
        code: 'TARGET_INVALID',
        file: 'tried.yaml',
        line: 10,
        path: 'targets.0.since',
        expected: 'a time within the run, 2024-11 to 2027-10',
        got: '2024-10',
      }),
      expect.objectContaining({ line: 12, path: 'targets.1.quantity', got: 'cr6' }),
      expect.objectContaining({ line: 12, path: 'targets.1.at', got: '2027' }),
    ])
  })

  it('holds its first and its last month', () => {
    const body =
      '  - { id: a, quantity: cr5, as: change, at: 2025-01, since: 2024-11, observed: 1% }\n'
    expect(problemsWithin(3, body)).toEqual([])
    expect(problemsWithin(2, body)).toHaveLength(1)
  })

  it('is at most waited for', () => {
    const body = (months: number): string =>
      `  - { id: a, quantity: cr5, as: firstMonth, when: { below: 50% }, observed: ${months} months }\n`
    expect(problemsWithin(12, body(12))).toEqual([])
    expect(problemsWithin(12, body(13))).toEqual([
      expect.objectContaining({ path: 'targets.0.observed', got: '13 months' }),
    ])
  })
})
