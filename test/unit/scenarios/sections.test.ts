import { describe, expect, it } from 'vitest'
import { SimulationError, type Problem } from '../../../engine/errors.ts'
import { DEFAULT_KEEP } from '../../../scenarios/keep.ts'
import { resolveScenario, type Scenario } from '../../../scenarios/resolve.ts'
import { richScenario } from './rich-scenario.ts'
import { catalogue, library } from './scenario-catalogue.ts'

const head = (id = 'mine', parent = 'notice-9'): string => `schema: 1
id: ${id}
extends: ${parent}
title: { en: Mine, zh: 我的 }
question: What if?
`
const mine = (lines: string, overrides: string[] = []): Scenario =>
  resolveScenario({ text: `${head()}${lines}`, file: 'mine.yaml' }, library, catalogue, overrides)

function problemsOf(lines: string, overrides: string[] = []): readonly Problem[] {
  try {
    mine(lines, overrides)
  } catch (error) {
    if (error instanceof SimulationError) return error.problems
    throw error
  }
  return []
}

const rich = resolveScenario({ text: richScenario, file: 'rich.yaml' }, library, catalogue)

/** The values of the only axis of a sweep. */
function axisOf(lines: string): readonly unknown[] {
  const { range } = mine(`sweep: { over: { ${lines} } }`).sweep[0].axes[0]
  return 'values' in range ? range.values : []
}

describe('uncertainties', () => {
  it('are distributions in the units of the parameter, or fixed values', () => {
    expect(rich.uncertainties).toEqual([
      { parameter: 'legacyCost', distribution: { kind: 'uniform', low: 0, high: 0.4 } },
      { parameter: 'dataAdvantageSlope', distribution: { kind: 'normal', mean: 1, sd: 0.1 } },
      {
        parameter: 'markupScale',
        distribution: { kind: 'triangular', low: 0.6, mode: 1, high: 1.6 },
      },
      {
        parameter: 'markupMode',
        distribution: { kind: 'choices', values: ['scaled', 'fixed'], weights: [1, 2] },
      },
      { parameter: 'programmeCostNew', distribution: { kind: 'choices', values: [4, 12] } },
    ])
    expect(rich.parameterOverrides).toEqual({
      choiceNoise: 0.4,
      tenor: 12,
      guaranteeCover: [0, 0.7, 1],
    })
  })

  it('give way to an override of the same parameter, and the other way round', () => {
    const drawn = 'uncertainties: { legacyCost: { uniform: [0%, 40%] } }'
    const fixed = mine(drawn, ['legacyCost=5%'])
    expect(fixed.uncertainties).toEqual([])
    expect(fixed.parameterOverrides).toEqual({ legacyCost: 0.05 })
    const spread = mine('uncertainties: { legacyCost: 5% }', ['legacyCost={uniform: [0%, 40%]}'])
    expect(spread.uncertainties).toHaveLength(1)
    expect(spread.parameterOverrides).toEqual({})
  })
})

describe('a sweep', () => {
  it('is blocks of axes, with dates for levers', () => {
    expect(rich.sweep.map(({ design, points, axes }) => [design, points, axes.length])).toEqual([
      ['grid', undefined, 4],
      ['latinHypercube', 8, 2],
    ])
    expect(rich.sweep[0].axes[1].subject).toEqual({
      of: 'lever',
      id: 'stockLoanTreatment',
      from: '2026-07',
    })
    expect(rich.sweep[1].axes.map((axis) => axis.range)).toEqual([
      { low: 0.5, high: 10, whole: false },
      { low: 0, high: 1, whole: false },
    ])
  })

  it('writes a step out into the numbers one would have written', () => {
    expect(axisOf('aprCapPerLoan: { low: 18%, high: 24%, step: 0.5% }')).toEqual([
      0.18, 0.185, 0.19, 0.195, 0.2, 0.205, 0.21, 0.215, 0.22, 0.225, 0.23, 0.235, 0.24,
    ])
    const many = axisOf('payoutShare: { low: 0, high: 1, step: 0.001 }')
    expect(many).toEqual(Array.from({ length: 1001 }, (_, k) => Number(`${k}e-3`)))
  })

  it('stops before the end where no step meets it', () => {
    expect(axisOf('planningHorizon: { low: 6 months, high: 36 months, step: 7 months }')).toEqual([
      6, 13, 20, 27, 34,
    ])
  })

  it('covers the members of what has members when only the id is given', () => {
    const { axes } = mine('sweep: { over: [markupMode, crossRegionBanLocalBanks] }').sweep[0]
    expect(axes.map((axis) => axis.range)).toEqual([
      { values: ['scaled', 'fixed'] },
      { values: [false, true] },
    ])
  })

  it('is taken away by none, and replaced as a whole', () => {
    const parent = `${head('parent')}sweep: { over: { taxRate: [0.2, 0.3] } }`
    const with_ = new Map([...library, ['parent', parent]])
    const child = (lines: string): Scenario =>
      resolveScenario({ text: head('child', 'parent') + lines, file: 'x' }, with_, catalogue)
    expect(child('').sweep).toHaveLength(1)
    expect(child('sweep: none').sweep).toEqual([])
    expect(child('sweep: { over: { payoutShare: [0.2, 0.3] } }').sweep[0].axes).toHaveLength(1)
  })

  it('is not overridden by accident', () => {
    const [problem] = problemsOf('sweep: { over: { taxRate: [0.2, 0.3] } }', ['taxRate=0.25'])
    expect(problem.expected).toBe('a lever or parameter that no sweep varies')
  })
})

describe('a stopping rule', () => {
  const rule = 'run: { replicates: { most: 300, halfWidths: { links: 20 } } }'

  it('holds half-widths in the units of their metrics, and a budget in seconds', () => {
    expect(rich.run).toEqual({
      start: '2024-11',
      periods: 36,
      replicates: 400,
      seed: 'luck',
      stopping: {
        least: 40,
        most: 400,
        halfWidths: { links: 20, cr5: 0.005, linksPerProgramme: 0.1 },
        budget: 1800,
      },
    })
    const money = mine(rule.replace('links: 20', 'balance: 2 billion, averageApr: 0.1%'))
    expect(money.run.stopping?.halfWidths).toEqual({ balance: 2000, averageApr: 0.001 })
  })

  it('is replaced by a number, from a child or an override, and replaces one', () => {
    const counted = mine(rule, ['run.replicates=50']).run
    expect(counted).toMatchObject({ replicates: 50 })
    expect(counted.stopping).toBeUndefined()
    const ruled = mine('run: { replicates: 50 }', [
      'run.replicates={most: 80, halfWidths: {cr5: 1%}}',
    ]).run
    expect(ruled.replicates).toBe(80)
    expect(ruled.stopping).toEqual({ least: 20, most: 80, halfWidths: { cr5: 0.01 } })
  })

  it('looks only at metrics that the scenario asks for', () => {
    const [problem] = problemsOf(`${rule}\nmetrics: [cr5]`)
    expect(problem).toMatchObject({
      line: 6,
      path: 'run.replicates.halfWidths.links',
      expected: 'a metric the scenario asks for',
    })
  })
})

describe('metrics', () => {
  it('are all shipped ones unless a list is given, and formulas beside these', () => {
    expect(mine('').metrics).toEqual({ shipped: 'all', formulas: [] })
    const formula = '{ id: share, formula: links / programmesOn, unit: links }'
    expect(mine(`metrics: [all, ${formula}]`).metrics).toMatchObject({
      shipped: 'all',
      formulas: [
        { id: 'share', label: { en: 'share', zh: 'share' }, text: 'links / programmesOn' },
      ],
    })
    expect(mine(`metrics: [${formula}]`).metrics.shipped).toEqual([])
  })
})

describe('keep', () => {
  it('keeps the tables of a list of all replicates, and changes the defaults by a map', () => {
    expect(mine('').keep).toEqual(DEFAULT_KEEP)
    expect(mine('keep: [ledger]').keep.tables).toEqual({
      agents: 'none',
      links: 'none',
      ledger: 'all',
    })
    expect(mine('keep: { agents: first }').keep.tables).toEqual({
      ...DEFAULT_KEEP.tables,
      agents: 'first',
    })
    expect(mine('keep: { months: [2026-12, 2025-09] }').keep.months).toEqual(['2025-09', '2026-12'])
  })
})

describe('shocks', () => {
  it('are told apart within their kind', () => {
    const two = mine(
      'shocks:\n  - { kind: defaultWave, at: 2026-03 }\n  - { kind: defaultWave, at: 2027-03 }\n' +
        '  - { kind: trafficShock, platform: [platform:qfin, tier:small], at: 2026-03 }',
    ).shocks
    expect(two.map((shock) => [shock.kind, shock.id])).toEqual([
      ['defaultWave', 0],
      ['defaultWave', 1],
      ['trafficShock', 0],
    ])
    expect(two[2]).toMatchObject({ platforms: ['platform:qfin', 'tier:small'] })
  })

  it('after the run are said to have no effect', () => {
    expect(mine('shocks: [{ kind: defaultWave, at: 2030-01 }]').notes).toEqual([
      'defaultWave strikes 2030-01, the run ends 2027-10: no effect',
    ])
  })
})

/** What is wrong; lines after the head, from line 6; line and column; words of the message. */
const broken: readonly (readonly [string, string, number, number, RegExp])[] = [
  [
    'a mode beyond its ends',
    'uncertainties: { markupScale: { triangular: [1, 3, 2] } }',
    6,
    49,
    /mode from 1 to 2/,
  ],
  ['no spread', 'uncertainties: { markupScale: { normal: [1, 0] } }', 6, 45, /deviation above 0/],
  [
    'a part of a whole',
    'uncertainties: { tenor: { uniform: [6.5 months, 9 months] } }',
    6,
    37,
    /whole/,
  ],
  [
    'an end out of bounds',
    'uncertainties: { taxRate: { uniform: [0.5, 1.5] } }',
    6,
    44,
    /from 0 to 1/,
  ],
  [
    'two forms',
    'uncertainties: { taxRate: { uniform: [0, 1], normal: [0, 1] } }',
    6,
    27,
    /one distribution/,
  ],
  [
    'weights without choices',
    'uncertainties: { taxRate: { uniform: [0, 1], weights: [1] } }',
    6,
    46,
    /no weights/,
  ],
  [
    'too few weights',
    'uncertainties: { taxRate: { choices: [0, 1], weights: [1] } }',
    6,
    55,
    /2 weights/,
  ],
  [
    'a weight of nothing',
    'uncertainties: { taxRate: { choices: [0, 1], weights: [1, 0] } }',
    6,
    59,
    /above 0/,
  ],
  [
    'a choice twice',
    'uncertainties: { taxRate: { choices: [0.1, 10%] } }',
    6,
    44,
    /each choice once/,
  ],
  [
    'a spread of names',
    'uncertainties: { markupMode: { uniform: [0, 1] } }',
    6,
    32,
    /no single number/,
  ],
  ['a sweep over nothing', 'sweep: { over: {} }', 6, 16, /at least one lever/],
  [
    'trajectories of a grid',
    'sweep: { over: { taxRate: [0.1] }, trajectories: 4 }',
    6,
    36,
    /only with a design of morris/,
  ],
  [
    'no trajectories',
    'sweep: { design: morris, over: [legacyCost] }',
    6,
    8,
    /trajectories, 2 or more/,
  ],
  [
    'points of trajectories',
    'sweep: { design: morris, over: [legacyCost], trajectories: 4, points: 9 }',
    6,
    63,
    /trajectories in place of points/,
  ],
  [
    'one value of a range',
    'sweep: { design: oneAtATime, over: [legacyCost], points: 1 }',
    6,
    58,
    /values for each range, 2 or more/,
  ],
  ['a sweep of nothing', 'sweep: []', 6, 8, /or none, got \[\]/],
  ['a foreign axis', 'sweep: { over: { taxRat: [0.1] } }', 6, 18, /mean "taxRate"/],
  [
    'an axis twice',
    'sweep:\n  - over: { taxRate: [0.1] }\n  - over: [taxRate]\n    design: sobol\n    points: 4',
    8,
    12,
    /each axis once/,
  ],
  ['a value twice', 'sweep: { over: { taxRate: [10%, 0.1] } }', 6, 33, /each value once/],
  ['a value out of bounds', 'sweep: { over: { taxRate: [10%, 110%] } }', 6, 33, /from 0 to 1/],
  [
    'a range without step',
    'sweep: { over: { taxRate: { low: 0, high: 1 } } }',
    6,
    27,
    /a grid needs values/,
  ],
  ['a list of ranges in a grid', 'sweep: { over: [legacyCost] }', 6, 17, /values or a step/],
  [
    'a range that falls',
    'sweep: { over: { taxRate: { low: 1, high: 0, step: 0.1 } } }',
    6,
    43,
    /above the low/,
  ],
  [
    'a step and points',
    'sweep: { over: { taxRate: { low: 0, high: 1, step: 1, points: 2 } } }',
    6,
    55,
    /beside a step/,
  ],
  [
    'dates of a parameter',
    'sweep: { over: { taxRate: { values: [0.1], from: 2026-01 } } }',
    6,
    44,
    /one of values/,
  ],
  [
    'a date before the run',
    'sweep: { over: { aprCapPerLoan: { values: [20%], from: 2020-01 } } }',
    6,
    33,
    /2024-11 on/,
  ],
  ['points of a grid', 'sweep: { points: 3, over: { taxRate: [0.1] } }', 6, 10, /no points/],
  [
    'no points of a sample',
    'sweep: { design: sobol, over: [legacyCost] }',
    6,
    8,
    /number of points/,
  ],
  [
    'a foreign design',
    'sweep: { design: sobel, over: [legacyCost], points: 3 }',
    6,
    18,
    /mean "sobol"/,
  ],
  [
    'fewer at most than at least',
    'run: { replicates: { least: 9, most: 8, halfWidths: { links: 1 } } }',
    6,
    29,
    /at most 8/,
  ],
  [
    'a bare budget',
    'run: { replicates: { most: 8, halfWidths: { links: 1 }, budget: 30 } }',
    6,
    65,
    /30 minutes/,
  ],
  [
    'a half-width of nothing',
    'run: { replicates: { most: 80, halfWidths: { links: 0 } } }',
    6,
    53,
    /above 0/,
  ],
  ['a shipped id', 'metrics: [{ id: links, formula: cr5, unit: share }]', 6, 17, /not taken/],
  [
    'a formula of nobody',
    'metrics: [{ id: mine, formula: cr6 * 2, unit: share }]',
    6,
    32,
    /names of metrics/,
  ],
  ['a metric twice', 'metrics: [links, links]', 6, 18, /each metric once/],
  ['a foreign table', 'keep: [ledgers]', 6, 8, /mean "ledger"/],
  ['a month before the run', 'keep: { months: [2020-01] }', 6, 17, /2024-11 on/],
  ['a shock before the run', 'shocks: [{ kind: defaultWave, at: 2020-01 }]', 6, 35, /2024-11 on/],
  ['a shock at no time', 'shocks: [{ kind: defaultWave }]', 6, 10, /at: 2026-03/],
  [
    'a shock of both kinds of time',
    'shocks: [{ kind: defaultWave, at: 2026-01, monthlyProbability: 1% }]',
    6,
    44,
    /either/,
  ],
  ['a shock on nobody', 'shocks: [{ kind: partnerFailure, at: 2026-01 }]', 6, 10, /platform:qfin/],
  [
    'a shock on a foreigner',
    'shocks: [{ kind: partnerFailure, platform: platform:qfim, at: 2026-01 }]',
    6,
    44,
    /mean "platform:qfin"/,
  ],
  [
    'a shock on the wrong kind',
    'shocks: [{ kind: partnerFailure, platform: bank:yilian, at: 2026-01 }]',
    6,
    44,
    /platform:qfin or/,
  ],
  [
    'a foreign group',
    'shocks: [{ kind: lenderDistress, banks: licence:citi, at: 2026-01 }]',
    6,
    41,
    /mean "licence:city"/,
  ],
  [
    'a shock that changes nothing',
    'shocks: [{ kind: fundingShock, banks: licence:city, at: 2026-01 }]',
    6,
    10,
    /at least one of costRise/,
  ],
  [
    'a size of another kind',
    'shocks: [{ kind: defaultWave, at: 2026-01, factor: 2 }]',
    6,
    44,
    /one of kind, at/,
  ],
]

describe('a section', () => {
  it.each(broken)('with %s is refused at its place', (_, lines, line, column, words) => {
    const problems = problemsOf(lines)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ line, column })
    const { expected, got, hint } = problems[0]
    expect(`expected ${expected}, got ${got} (${hint ?? ''})`).toMatch(words)
  })
})
