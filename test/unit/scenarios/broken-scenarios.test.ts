import { describe, expect, it } from 'vitest'
import { SimulationError, type Problem } from '../../../engine/errors.ts'
import { resolveScenario } from '../../../scenarios/resolve.ts'
import { catalogue, library } from './scenario-catalogue.ts'

const head = `schema: 1
id: mine
extends: notice-9
title: { en: Mine, zh: 我的 }
question: What if?
`

function problemsOf(text: string, overrides: string[] = []): readonly Problem[] {
  try {
    resolveScenario({ text, file: 'mine.yaml' }, library, catalogue, overrides)
  } catch (error) {
    if (error instanceof SimulationError) return error.problems
    throw error
  }
  return []
}

/** What is broken; the lines after the head (line 6 is the first); the line, column, and words of the message. */
const broken: readonly (readonly [string, string, number, number, RegExp])[] = [
  ['a bare rate', 'levers:\n  aprCapPerLoan: 24', 7, 18, /4% to 36%.*got 24 .*write 24%/],
  ['a decimal rate', 'levers:\n  aprCapPerLoan: 0.24', 7, 18, /write 24%/],
  [
    'a rate above its bound',
    'levers:\n  aprCapPerLoan: 40%',
    7,
    18,
    /a rate from 4% to 36%, got 40%/,
  ],
  ['a rate below its bound', 'levers:\n  aprCapPerLoan: 2.4%', 7, 18, /from 4% to 36%/],
  ['a rate of words', 'levers:\n  aprCapPerLoan: low', 7, 18, /from 4% to 36%, got low/],
  [
    'a misspelt lever',
    'levers:\n  whitelistReqired: none',
    7,
    3,
    /did you mean "whitelistRequired"/,
  ],
  ['a foreign lever', 'levers:\n  moonPhase: full', 7, 3, /a lever of the catalogue/],
  ['a wrong member', 'levers:\n  whitelistRequired: publiclist', 7, 22, /mean "publicList"/],
  ['a number for a member', 'levers:\n  whitelistRequired: 1', 7, 22, /one of none, privateList/],
  ['a word for a boolean', 'levers:\n  crossRegionBanLocalBanks: yes', 7, 29, /true or false/],
  ['a bare length', 'levers:\n  headOfficeApproval: 3', 7, 23, /write 3 months/],
  ['a wrong length unit', 'levers:\n  headOfficeApproval: 3 years', 7, 23, /0 months to 12 months/],
  ['a share above one', 'levers:\n  singlePartnerCap: 250%', 7, 21, /a share from 0 to 2/],
  ['a bare amount', 'levers:\n  fineBankHqRmb: 12000000', 7, 18, /write 12000000 million/],
  ['an amount too large', 'levers:\n  fineBankHqRmb: 6亿', 7, 18, /from 0 million to 500 million/],
  ['no limit where there is one', 'levers:\n  aprCapPerLoan: null', 7, 18, /got null/],
  [
    'an unknown key of a setting',
    'levers:\n  aprCapPerLoan: { value: 20%, form: 2026-07 }',
    7,
    32,
    /mean "from"/,
  ],
  [
    'a setting without value',
    'levers:\n  aprCapPerLoan: { from: 2026-07 }',
    7,
    18,
    /value: 24%, got nothing/,
  ],
  ['an empty setting', 'levers:\n  aprCapPerLoan: {}', 7, 18, /got nothing/],
  [
    'a malformed month',
    'levers:\n  aprCapPerLoan: { value: 20%, from: 2026-7 }',
    7,
    38,
    /a month such as 2026-07, got 2026-7/,
  ],
  [
    'a thirteenth month',
    'levers:\n  aprCapPerLoan: { value: 20%, from: 2026-13 }',
    7,
    38,
    /2026-13/,
  ],
  [
    'a day for a month',
    'levers:\n  aprCapPerLoan: { value: 20%, from: 2026-07-01 }',
    7,
    38,
    /2026-07-01/,
  ],
  [
    'a date before the run',
    'levers:\n  aprCapPerLoan: { value: 20%, from: 2023-01 }',
    7,
    27,
    /from 2024-11 on.*got 2023-01/,
  ],
  [
    'an end before the start',
    'levers:\n  aprCapPerLoan: { value: 20%, from: 2026-07, until: 2026-07 }',
    7,
    27,
    /after 2026-07/,
  ],
  [
    'a late announcement',
    'levers:\n  aprCapPerLoan: { value: 20%, from: 2026-07, announced: 2026-08 }',
    7,
    27,
    /up to 2026-07/,
  ],
  [
    'a bare value in a dated entry',
    'levers:\n  aprCapPerLoan: { 2026-07: 22%, 2027-01: 20 }',
    7,
    43,
    /write 20%/,
  ],
  [
    'a misspelt licence',
    'levers:\n  aprCapPerLoan:\n    value: 20%\n    scope: { licences: [citi] }',
    9,
    25,
    /mean "city"/,
  ],
  [
    'an unknown region',
    'levers:\n  aprCapPerLoan:\n    value: 20%\n    scope: { regions: [Atlantis] }',
    9,
    24,
    /one of Guangdong/,
  ],
  [
    'an unknown key of a scope',
    'levers:\n  aprCapPerLoan:\n    value: 20%\n    scope: { banks: [city] }',
    9,
    14,
    /one of licences, regions/,
  ],
  [
    'an empty scope list',
    'levers:\n  aprCapPerLoan:\n    value: 20%\n    scope: { licences: [] }',
    9,
    24,
    /at least one licence/,
  ],
  [
    'a scope on a market-wide lever',
    'levers:\n  lpr1y:\n    value: 3%\n    scope: { licences: [city] }',
    9,
    5,
    /one value for the whole market/,
  ],
  [
    'a wrong set member',
    'levers:\n  lendersCoveredByReference: [trust_company, banks]',
    7,
    46,
    /one of foreign_bank_branch/,
  ],
  [
    'a set member twice',
    'levers:\n  lendersCoveredByReference: [trust_company, trust_company]',
    7,
    46,
    /each member once/,
  ],
  ['a scalar for a set', 'levers:\n  lendersCoveredByReference: trust_company', 7, 30, /a list of/],
  ['too few segments', 'levers:\n  aprCapBySegment: [20%, 24%]', 7, 20, /a list of 5/],
  [
    'a bare rate in a list',
    'levers:\n  aprCapBySegment: [20%, 20%, 24, 24%, 24%]',
    7,
    31,
    /write 24%/,
  ],
  [
    'a path out of order',
    'levers:\n  facilitationPhaseOutPath: { 2027-12: 0%, 2026-12: 50% }',
    7,
    53,
    /a month after 2027-12/,
  ],
  [
    'a path point of no month',
    'levers:\n  facilitationPhaseOutPath: { value: { 2026: 50% } }',
    7,
    46,
    /a month such as/,
  ],
  [
    'a misspelt parameter',
    'uncertainties:\n  planingHorizon: 6 months',
    7,
    3,
    /mean "planningHorizon"/,
  ],
  ['a parameter out of bounds', 'uncertainties:\n  taxRate: 120%', 7, 12, /from 0 to 1/],
  ['a part of a whole', 'uncertainties:\n  tenor: 6.5 months', 7, 10, /a whole length/],
  ['a bare parameter rate', 'uncertainties:\n  legacyCost: 0.1', 7, 15, /write 10%/],
  ['a bare cost', 'uncertainties:\n  programmeCostNew: 12', 7, 21, /write 12 million/],
  [
    'a distribution upside down',
    'uncertainties:\n  outsideShare: { uniform: [60%, 20%] }',
    7,
    34,
    /a high above the low, 0.6, got 20%/,
  ],
  ['a list that is too short', 'uncertainties:\n  guaranteeCover: [0, 0.7]', 7, 19, /a list of 3/],
  ['a wrong choice', 'uncertainties:\n  markupMode: fix', 7, 15, /mean "fixed"/],
  ['an unknown section', 'lever:\n  aprCapPerLoan: 20%', 6, 1, /mean "levers"/],
  ['a section that is a text', 'levers: none', 6, 9, /entries such as/],
  ['part of a month', 'run:\n  periods: 36.5', 7, 12, /a whole number of months.*got 36.5/],
  ['no periods', 'run: { periods: 0 }', 6, 17, /1 to 1200/],
  ['a text for a number', 'run: { replicates: many }', 6, 20, /whole number/],
  ['a start before the data', 'run: { start: 2020-01 }', 6, 15, /from 2024-11 on/],
  ['an unknown key of run', 'run: { seeds: 5 }', 6, 8, /mean "seed"/],
  ['a wrong law', 'law: frozen', 6, 6, /dated, or \{ asOf/],
  ['a duplicate key', 'levers:\n  aprCapPerLoan: 20%\n  aprCapPerLoan: 22%', 8, 3, /each key once/],
  ['a bracket left open', 'levers: { aprCapPerLoan: 20%\nrun: {}', 7, 1, /valid YAML/],
  ['a tab for a blank', 'levers:\n\taprCapPerLoan: 20%', 7, 1, /valid YAML/],
]

const unplaced: readonly (readonly [string, string, number, RegExp])[] = [
  ['a future schema', head.replace('schema: 1', 'schema: 2'), 1, /the number 1, got 2/],
  ['a missing question', head.replace('question: What if?\n', ''), 1, /a text, got nothing/],
  ['an id with blanks', head.replace('id: mine', 'id: my own'), 2, /joined by hyphens/],
  ['a title in one language', head.replace(', zh: 我的', ''), 4, /a text, got nothing/],
  ['an unknown parent', head.replace('notice-9', 'notice-8'), 3, /mean "notice-9"/],
  ['a scenario that extends itself', head.replace('notice-9', 'mine'), 3, /SCENARIO_|one of/],
  ['an empty file', '', 1, /a scenario/],
  ['a list for a scenario', '- 1\n- 2\n', 1, /a scenario/],
  ['two documents', `${head}---\n${head}`, 6, /valid YAML/],
]

describe('a broken scenario', () => {
  it('comes in enough kinds to be worth the name', () => {
    expect(broken.length + unplaced.length).toBeGreaterThanOrEqual(40)
  })

  it.each(broken)('with %s is refused at its place', (_, lines, line, column, words) => {
    const problems = problemsOf(head + lines)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ file: 'mine.yaml', line, column })
    const { expected, got, hint } = problems[0]
    expect(`expected ${expected}, got ${got} (${hint ?? ''})`).toMatch(words)
  })

  it.each(unplaced)('with %s names the line', (_, text, line, words) => {
    const [problem] = problemsOf(text)
    expect(problem).toMatchObject({ file: 'mine.yaml', line })
    expect(
      `${problem.code}: expected ${problem.expected}, got ${problem.got} ${problem.hint}`,
    ).toMatch(words)
  })

  it('reports all problems at once, in reading order', () => {
    const problems = problemsOf(
      `${head}levers:\n  aprCapPerLoan: 24\n  whitelistReqired: none\nuncertainties:\n  taxRate: 2\nrun: { periods: 0 }`,
    )
    expect(problems.map((problem) => problem.line)).toEqual([7, 8, 10, 11])
  })

  it('of repeated parts that unfold without end is refused', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
    for (const [name, last] of ['ba', 'cb', 'dc', 'ed', 'fe'].map((pair) => [...pair])) {
      bomb.push(`${name}: &${name} [${Array<string>(9).fill(`*${last}`).join(', ')}]`)
    }
    const [problem] = problemsOf(`${head}${bomb.join('\n')}`)
    expect(problem).toMatchObject({ code: 'SCENARIO_SYNTAX', line: 7 })
  })

  it('that is its own grandparent is refused as a circle', () => {
    const circle = new Map([
      ...library,
      ['left', head.replace('mine', 'left').replace('notice-9', 'right')],
    ])
    circle.set('right', head.replace('mine', 'right').replace('notice-9', 'left'))
    expect(() => resolveScenario({ id: 'left' }, circle, catalogue)).toThrow(
      /SCENARIO_CYCLE.*left → right → left/,
    )
  })

  it('named wrongly on the command line gets a suggestion', () => {
    expect(() => resolveScenario({ id: 'notice9' }, library, catalogue)).toThrow(
      /SCENARIO_UNKNOWN.*notice-9/,
    )
  })
})

describe('a broken override', () => {
  const wrong: readonly (readonly [string, RegExp])[] = [
    ['aprCapPerLoan', /key=value/],
    ['=20%', /key=value/],
    ['aprCapPerLoan=', /key=value/],
    ['aprCapPerLoan={', /key=value/],
    ['aprCapPerLoan=*a', /key=value/],
    ['aprCapPerLoan=20', /write 20%/],
    ['aprCapPerLaon=20%', /mean "aprCapPerLoan"/],
    ['planningHorizon=6', /write 6 months/],
    ['run.period=12', /mean "periods"/],
    ['run.periods=1.5', /whole number/],
  ]

  it.each(wrong)('%s is refused', (override, words) => {
    const [problem, ...others] = problemsOf(head, [override])
    expect(others).toEqual([])
    expect(problem.file).toBe('-s')
    expect(`expected ${problem.expected} (${problem.hint})`).toMatch(words)
  })

  it('does not hide the problems of the file', () => {
    expect(problemsOf(`${head}run: { periods: 0 }`, ['aprCapPerLoan=20'])).toHaveLength(2)
  })
})
