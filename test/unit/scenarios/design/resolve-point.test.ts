import { describe, expect, it } from 'vitest'
import { SimulationError } from '../../../../engine/errors.ts'
import { describePoint } from '../../../../scenarios/design/describe.ts'
import type { Assignment } from '../../../../scenarios/design/points.ts'
import { resolvePoint } from '../../../../scenarios/design/resolve-point.ts'
import { resolveScenario, type Scenario } from '../../../../scenarios/resolve.ts'
import { catalogue, library } from '../scenario-catalogue.ts'

function scenario(id: string, overrides: readonly string[] = []): Scenario {
  return resolveScenario({ id }, library, catalogue, overrides)
}

const at = (of: Scenario, ...assignments: Assignment[]) =>
  resolvePoint(of, { assignments }, catalogue)

describe('resolvePoint', () => {
  const plain = scenario('notice-9', [
    'carMin=12%',
    'aprCapPerLoan={ 2026-07: 22%, 2027-01: 20% }',
    'headOfficeApproval=4 months',
  ])

  it('leaves a scenario without a sweep as it is', () => {
    const { settings, parameterOverrides, uncertainties } = plain
    expect(at(plain)).toEqual({ settings, parameterOverrides, uncertainties })
  })

  it('replaces the whole entry of a swept lever, in its place', () => {
    expect(plain.settings.map(({ lever }) => lever)).toEqual([
      'carMin',
      'aprCapPerLoan',
      'aprCapPerLoan',
      'headOfficeApproval',
    ])
    const { settings } = at(plain, { subject: { of: 'lever', id: 'aprCapPerLoan' }, value: 0.18 })
    expect(settings[1]).toMatchObject({ lever: 'aprCapPerLoan', value: 0.18 })
    expect([settings[0], ...settings.slice(2)]).toEqual([plain.settings[0], plain.settings[3]])
  })

  it('dates a swept value as a file would: as written, by the lever’s own date, or at the start', () => {
    const dated = (of: Scenario, dates: object = {}) =>
      at(of, {
        subject: { of: 'lever', id: 'headOfficeApproval', ...dates },
        value: 6,
      }).settings.at(-1)
    const own = { lever: 'headOfficeApproval', value: 6 }
    expect(dated(plain)).toEqual({ ...own, announced: '2025-04', effective: '2025-10' })
    expect(dated(scenario('rules-before'))).toEqual({ ...own, effective: '2024-11' })
    expect(dated(plain, { from: '2026-03', until: '2027-01', announced: '2025-12' })).toEqual({
      ...own,
      announced: '2025-12',
      effective: '2026-03',
      until: '2027-01',
    })
    const scope = { licences: ['city'] }
    expect(dated(plain, { scope })).toMatchObject({ scope })
  })

  it('names dates that cannot be', () => {
    const subject = { of: 'lever', id: 'aprCapPerLoan', from: '2023-01' } as const
    expect(() => at(plain, { subject, value: 0.2 })).toThrow(SimulationError)
    expect(() => at(plain, { subject, value: 0.2 })).toThrow('sweep.over.aprCapPerLoan.from')
  })

  it('sets a swept parameter in place of a fixed value or a distribution', () => {
    const uncertain: Scenario = {
      ...scenario('notice-9', ['choiceNoise=0.4 million']),
      uncertainties: [
        { parameter: 'planningHorizon', distribution: { kind: 'uniform', low: 6, high: 36 } },
        { parameter: 'markupScale', distribution: { kind: 'uniform', low: 0.8, high: 1.2 } },
      ],
    }
    const before = structuredClone(uncertain)
    const point = at(
      uncertain,
      { subject: { of: 'parameter', id: 'planningHorizon' }, value: 12 },
      { subject: { of: 'parameter', id: 'choiceNoise' }, value: 0.6 },
    )
    expect(point.parameterOverrides).toEqual({ choiceNoise: 0.6, planningHorizon: 12 })
    expect(point.uncertainties.map(({ parameter }) => parameter)).toEqual(['markupScale'])
    expect(uncertain).toEqual(before)
  })
})

describe('describePoint', () => {
  it('writes values as a scenario would, to six digits', () => {
    const values = { aprCapPerLoan: 0.2, whitelistRequired: 'none', planningHorizon: 6 }
    expect(describePoint(values, catalogue)).toBe(
      'aprCapPerLoan 20%, whitelistRequired none, planningHorizon 6 months',
    )
    expect(describePoint({ aprCapPerLoan: 0.217483648329 }, catalogue)).toBe(
      'aprCapPerLoan 21.7484%',
    )
    expect(describePoint({}, catalogue)).toBe('')
  })

  it('says none of a limit that is lifted, and spells out lists', () => {
    expect(describePoint({ aprCapPerLoan: null }, catalogue)).toBe('aprCapPerLoan none')
    expect(describePoint({ defaultProbability: [0.01, 0.02] }, catalogue)).toBe(
      'defaultProbability [0.01,0.02]',
    )
  })
})
