import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { SimulationError } from '../../../engine/errors.ts'
import { createPlan, jobFingerprint, type Plan } from '../../../scenarios/plan.ts'
import { resolveScenario, type Scenario } from '../../../scenarios/resolve.ts'
import type { SweepBlock } from '../../../scenarios/sweep.ts'
import type { Uncertainty } from '../../../scenarios/uncertainty.ts'
import type { LeverValue, ParameterValue } from '../../../scenarios/values.ts'
import { catalogue, library } from './scenario-catalogue.ts'

const basis = { version: '1', model: 'm', data: 'd' }
const digest = (text: string) => createHash('sha256').update(text).digest('hex')

const scenario = (id: string, overrides: readonly string[] = []): Scenario =>
  resolveScenario({ id }, library, catalogue, overrides)
const before = scenario('rules-before')
const notice = scenario('notice-9')

const lever = (id: string, ...values: LeverValue[]): SweepBlock => ({
  design: 'grid',
  axes: [{ subject: { of: 'lever', id }, range: { values } }],
})
const parameter = (id: string, ...values: ParameterValue[]): SweepBlock => ({
  design: 'grid',
  axes: [{ subject: { of: 'parameter', id }, range: { values } }],
})
const uncertain = (id: string, low: number, high: number): Uncertainty => ({
  parameter: id,
  distribution: { kind: 'uniform', low, high },
})
const altered = (of: Scenario, ...changes: Partial<Scenario>[]): Scenario =>
  Object.assign({}, of, ...changes) as Scenario

function plan(reforms: readonly Scenario[], baseline?: Scenario): Plan {
  return createPlan(reforms, baseline, catalogue, basis, digest)
}

const ids = ({ points }: Plan) => points.map(({ id }) => id)
const byId = (of: Plan, id: string) => of.points.find((point) => point.id === id)!

function problemsOf(act: () => unknown): readonly { path?: string; expected: string }[] {
  try {
    act()
  } catch (error) {
    if (error instanceof SimulationError) return error.problems
    throw error
  }
  return []
}

describe('createPlan', () => {
  it('has one point for a scenario alone, with nothing to compare', () => {
    const alone = plan([notice])
    expect(ids(alone)).toEqual(['notice-9'])
    expect(alone.points[0]).toMatchObject({ role: 'reform', values: {}, law: notice.law })
    expect('baseline' in alone.points[0]).toBe(false)
    expect('baseline' in alone).toBe(false)
    expect(alone).toMatchObject({ start: '2024-11', periods: 36, replicates: 200 })
  })

  it('has two points for a comparison, the baseline first', () => {
    const compared = plan([notice], before)
    expect(ids(compared)).toEqual(['rules-before', 'notice-9'])
    expect(compared.points.map(({ role }) => role)).toEqual(['baseline', 'reform'])
    expect(compared.points[1].baseline).toBe('rules-before')
    expect(compared.points[1].settings).toEqual(notice.settings)
    expect(compared.question).toBe(notice.question)
  })

  it('compares a scenario with itself, and with itself changed, under another name', () => {
    const same = plan([before], before)
    expect(ids(same)).toEqual(['rules-before.baseline', 'rules-before'])
    expect(same.points[0].fingerprint).toBe(same.points[1].fingerprint)
    expect(same.points[1].baseline).toBe('rules-before.baseline')
    const changed = plan([scenario('notice-9', ['aprCapPerLoan=20%'])], notice)
    expect(ids(changed)).toEqual(['notice-9.baseline', 'notice-9'])
    expect(changed.points[0].fingerprint).not.toBe(changed.points[1].fingerprint)
  })

  it('names swept points after the hash of their values, last axis fastest', () => {
    const swept = altered(notice, {
      sweep: [lever('aprCapPerLoan', 0.24, 0.2), lever('headOfficeApproval', 3, 6)],
    })
    const { points } = plan([swept], before)
    const name = (text: string) => `notice-9.${digest(text).slice(0, 8)}`
    expect(points.map(({ id }) => id)).toEqual([
      'rules-before',
      name('{"aprCapPerLoan":0.24,"headOfficeApproval":3}'),
      name('{"aprCapPerLoan":0.24,"headOfficeApproval":6}'),
      name('{"aprCapPerLoan":0.2,"headOfficeApproval":3}'),
      name('{"aprCapPerLoan":0.2,"headOfficeApproval":6}'),
    ])
    expect(points[4].values).toEqual({ aprCapPerLoan: 0.2, headOfficeApproval: 6 })
    expect(points.slice(1).every((point) => point.baseline === 'rules-before')).toBe(true)
  })

  it('runs the baseline once per set of swept parameters, whatever the levers', () => {
    const swept = altered(notice, {
      sweep: [lever('aprCapPerLoan', 0.24, 0.2), parameter('planningHorizon', 6, 12)],
    })
    const made = plan([swept, scenario('cap-only')], before)
    const baselines = made.points.filter(({ role }) => role === 'baseline')
    const name = (months: number) =>
      `rules-before.${digest(`{"planningHorizon":${months}}`).slice(0, 8)}`
    expect(baselines.map(({ id }) => id)).toEqual([name(6), name(12), 'rules-before'])
    expect(baselines[0].parameterOverrides).toEqual({ planningHorizon: 6 })
    expect(baselines[0].values).toEqual({ planningHorizon: 6 })
    for (const point of made.points.filter((one) => one.scenario === 'notice-9')) {
      expect(point.baseline).toBe(name(point.values['planningHorizon'] as number))
    }
    expect(byId(made, 'cap-only').baseline).toBe('rules-before')
  })

  it('draws what either side holds for uncertain in both', () => {
    const reform = altered(notice, { uncertainties: [uncertain('planningHorizon', 6, 36)] })
    const world = altered(before, { uncertainties: [uncertain('markupScale', 0.8, 1.2)] })
    const made = plan([reform], world)
    const drawn = made.points.map(({ uncertainties }) =>
      uncertainties.map((one) => one.parameter).sort(),
    )
    expect(drawn).toEqual([
      ['markupScale', 'planningHorizon'],
      ['markupScale', 'planningHorizon'],
    ])
    expect(made.points[1].baseline).toMatch(/^rules-before\.[0-9a-f]{8}$/)
  })

  it('keeps what a scenario says itself of a parameter another one draws', () => {
    const reform = altered(notice, { uncertainties: [uncertain('planningHorizon', 6, 36)] })
    const fixed = altered(before, { parameterOverrides: { planningHorizon: 12 } })
    const own = altered(before, { uncertainties: [uncertain('planningHorizon', 1, 2)] })
    expect(plan([reform], fixed).points[0]).toMatchObject({
      id: 'rules-before',
      uncertainties: [],
      parameterOverrides: { planningHorizon: 12 },
    })
    const made = plan([reform], own)
    expect(made.points[0].uncertainties).toEqual(own.uncertainties)
    expect(made.points[1].uncertainties).toEqual(reform.uncertainties)
  })

  it('draws nothing that is swept, in reform or baseline', () => {
    const reform = altered(notice, { sweep: [parameter('planningHorizon', 6)] })
    const world = altered(before, { uncertainties: [uncertain('planningHorizon', 1, 2)] })
    for (const point of plan([reform], world).points) {
      expect(point.uncertainties).toEqual([])
      expect(point.parameterOverrides).toEqual({ planningHorizon: 6 })
    }
  })

  it('takes seed, replicates, stopping rule, metrics and tables from the first reform', () => {
    const stopping = { least: 10, most: 50, halfWidths: { links: 20 } }
    const run = { ...notice.run, seed: 'word', replicates: 50, stopping }
    const metrics = { shipped: ['links'], formulas: [] }
    const keep = { tables: { agents: 'all', links: 'none', ledger: 'none' } } as const
    const made = plan([altered(notice, { run, metrics, keep }), scenario('cap-only')], before)
    expect(made).toMatchObject({ seed: 'word', replicates: 50, stopping, metrics, keep })
  })

  it('refuses two scenarios of one id, other months, a swept baseline, all at once', () => {
    const later = altered(before, {
      run: { ...before.run, start: '2025-01', periods: 24 },
      sweep: [lever('aprCapPerLoan', 0.2)],
    })
    const problems = problemsOf(() => plan([notice, notice], later))
    expect(problems.map(({ path }) => path)).toEqual(['id', 'run.start', 'run.periods', 'sweep'])
    expect(problems[1].expected).toContain('2024-11, as in notice-9')
  })

  it('refuses a lever on two axes, a design without points, and more axes than there are numbers', () => {
    const range = { low: 0, high: 1, whole: false }
    const many = Array.from({ length: 129 }, (_, k) => ({
      subject: { of: 'parameter', id: `p${k}` } as const,
      range,
    }))
    const sweep: SweepBlock[] = [
      lever('aprCapPerLoan', 0.2),
      lever('aprCapPerLoan', 0.3),
      { design: 'latinHypercube', axes: [many[0]] },
      { design: 'sobol', points: 8, axes: many.slice(1).concat(many[0]) },
    ]
    const found = problemsOf(() => plan([altered(notice, { sweep })])).map(
      ({ expected }) => expected,
    )
    expect(found).toEqual([
      'each lever or parameter on one axis',
      'each lever or parameter on one axis',
      'points of latinHypercube: a whole number, at least 1',
      'at most 128 axes in one sobol block',
    ])
  })

  it('refuses more than a million jobs before it makes a point of them', () => {
    const values = Array.from({ length: 1001 }, (_, k) => k / 1001)
    const wide = altered(notice, {
      sweep: [lever('aprCapPerLoan', ...values), parameter('markupScale', ...values)],
    })
    expect(() => plan([wide])).toThrow('at most 1000000 jobs')
    const run = { ...notice.run, replicates: 500_001 }
    const changed = (of: Scenario) => altered(of, { run: { ...of.run, replicates: 500_001 } })
    expect(plan([changed(notice)]).replicates).toBe(run.replicates)
    expect(() => plan([changed(notice)], before)).toThrow('2 points × 500001 replicates = 1000002')
  })

  it('refuses values whose hashes begin alike', () => {
    const swept = altered(notice, { sweep: [lever('aprCapPerLoan', 0.24, 0.2)] })
    const constant = (text: string) => `abcdefgh${text.length}${digest(text)}`
    expect(() => createPlan([swept], undefined, catalogue, basis, constant)).toThrow(
      'notice-9.abcdefgh for both {"aprCapPerLoan":0.24} and {"aprCapPerLoan":0.2}',
    )
  })
})

describe('fingerprints', () => {
  const plain = plan([notice], before)

  it('of a plan do not count replicates, stopping rules, or words for readers', () => {
    const formula = { id: 'f', unit: 'count', text: 'links / 2' }
    const asked = (label: string, line: number): Partial<Scenario> => ({
      metrics: {
        shipped: 'all',
        formulas: [{ ...formula, label: { en: label, zh: label }, origin: { file: 'f', line } }],
      },
    })
    const one = altered(notice, asked('one', 1))
    const other = altered(notice, asked('other', 9), {
      title: { en: 'x', zh: 'x' },
      question: 'x?',
      notes: ['x'],
      run: { ...notice.run, replicates: 7, stopping: { least: 2, most: 7, halfWidths: {} } },
    })
    expect(plan([one], before).fingerprint).toBe(plan([other], before).fingerprint)
    expect(plan([one], before).fingerprint).not.toBe(plain.fingerprint)
  })

  it.each<[string, Partial<Scenario>]>([
    ['a lever', { settings: [{ lever: 'carMin', value: 0.12, effective: '2024-11' }] }],
    ['a parameter', { parameterOverrides: { markupScale: 1.01 } }],
    ['an uncertainty', { uncertainties: [uncertain('markupScale', 0.8, 1.2)] }],
    ['the law', { law: { asOf: '2024-11' } }],
    [
      'a shock',
      { shocks: [{ kind: 'defaultWave', when: { at: '2026-01' }, id: 0, macroState: -2 }] },
    ],
  ])('of a point, and of its plan, change with %s', (_, change) => {
    const changed = plan([altered(notice, change)], before)
    expect(byId(changed, 'notice-9').fingerprint).not.toBe(byId(plain, 'notice-9').fingerprint)
    expect(changed.fingerprint).not.toBe(plain.fingerprint)
  })

  it.each<[string, Partial<Scenario>]>([
    ['seed', { run: { ...notice.run, seed: 'other' } }],
    ['metrics', { metrics: { shipped: ['links'], formulas: [] } }],
    ['tables kept', { keep: { tables: { agents: 'all', links: 'all', ledger: 'all' } } }],
  ])('of a plan alone change with its %s', (_, change) => {
    const changed = plan([altered(notice, change)], before)
    expect(changed.fingerprint).not.toBe(plain.fingerprint)
    expect(changed.points.map((one) => one.fingerprint)).toEqual(
      plain.points.map((one) => one.fingerprint),
    )
  })

  it('of points change with the first month', () => {
    const moved = (of: Scenario) => altered(of, { run: { ...of.run, start: '2024-12' } })
    const later = plan([moved(notice)], moved(before))
    later.points.forEach((point, k) =>
      expect(point.fingerprint).not.toBe(plain.points[k].fingerprint),
    )
  })

  it.each(['version', 'model', 'data'])('of every point change with the %s', (key) => {
    const other = createPlan([notice], before, catalogue, { ...basis, [key]: 'new' }, digest)
    other.points.forEach((point, k) =>
      expect(point.fingerprint).not.toBe(plain.points[k].fingerprint),
    )
  })

  it('of a point do not depend on the order of levers, parameters or uncertainties', () => {
    const drawn = [uncertain('markupScale', 0.8, 1.2), uncertain('planningHorizon', 6, 12)]
    const settings = [
      { lever: 'aprCapPerLoan', value: 0.2, effective: '2024-11' },
      { lever: 'carMin', value: 0.12, effective: '2024-11' },
    ]
    const one = altered(notice, {
      settings,
      uncertainties: drawn,
      parameterOverrides: { legacyCost: 0, choiceNoise: 0.4 },
    })
    const other = altered(notice, {
      settings: [...settings].reverse(),
      uncertainties: [...drawn].reverse(),
      parameterOverrides: { choiceNoise: 0.4, legacyCost: 0 },
    })
    expect(plan([other]).points[0].fingerprint).toBe(plan([one]).points[0].fingerprint)
  })

  it('of a point depend on the order of the values of one lever, of which the last holds', () => {
    const settings = [
      { lever: 'carMin', value: 0.11, effective: '2024-11' },
      { lever: 'carMin', value: 0.12, effective: '2024-11' },
    ]
    const [one, other] = [settings, [...settings].reverse()].map((order) =>
      plan([altered(notice, { settings: order })]),
    )
    expect(one.points[0].fingerprint).not.toBe(other.points[0].fingerprint)
  })

  it('of jobs tell points, replicates, seeds and lengths apart', () => {
    const [baseline, reform] = plain.points
    const names = [
      jobFingerprint(plain, baseline, 0),
      jobFingerprint(plain, reform, 0),
      jobFingerprint(plain, reform, 1),
      jobFingerprint({ ...plain, seed: 'other' }, reform, 1),
      jobFingerprint({ ...plain, periods: 12 }, reform, 1),
    ]
    expect(new Set(names).size).toBe(names.length)
    expect(jobFingerprint(plain, reform, 1)).toBe(names[2])
  })
})
