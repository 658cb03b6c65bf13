import { describe, expect, it } from 'vitest'
import type { SimulationError } from '../../../engine/errors.ts'
import { resolveScenario } from '../../../scenarios/resolve.ts'
import { catalogue, library } from './scenario-catalogue.ts'

function mine(lines: string, overrides: string[] = [], parent = 'notice-9') {
  const text = `schema: 1
id: mine
extends: ${parent}
title: { en: Mine, zh: 我的 }
question: What if?
${lines}`
  return resolveScenario({ text, file: 'mine.yaml' }, library, catalogue, overrides)
}

describe('resolveScenario', () => {
  it.each([...library.keys()])('reads %s of the library, opening with its question', (id) => {
    const scenario = resolveScenario({ id }, library, catalogue)
    expect(scenario.id).toBe(id)
    expect(scenario.question).toMatch(/\?$/)
    expect(scenario.title.zh).toMatch(/[一-龥]/)
    expect(scenario.run).toMatchObject({ start: '2024-11', periods: 36, seed: '20251001' })
    expect(scenario.notes.filter((note) => note.includes('no effect'))).toEqual([])
  })

  it('names a date before the run and a misspelt lever together, in order of line', () => {
    const lines = `levers:
  aprCapPerLoan: { value: 20%, from: 2023-01 }
  whitelistReqired: publicList`
    const found = (() => {
      try {
        return void mine(lines)
      } catch (error) {
        return (error as SimulationError).problems.map(({ line, path }) => [line, path])
      }
    })()
    expect(found).toEqual([
      [7, 'levers.aprCapPerLoan.from'],
      [8, 'levers.whitelistReqired'],
    ])
  })

  it('freezes or dates the law as the oldest ancestor says', () => {
    const lawOf = (id: string) => resolveScenario({ id }, library, catalogue).law
    expect(lawOf('rules-before')).toEqual({ asOf: '2024-11' })
    expect(lawOf('cap-only')).toEqual({ asOf: '2024-11' })
    expect(lawOf('notice-9-with-guidance')).toEqual({})
  })

  it('gives a value without date the lever’s own date and announcement', () => {
    expect(mine('levers: { headOfficeApproval: 6 months }').settings).toEqual([
      { lever: 'headOfficeApproval', value: 6, announced: '2025-04', effective: '2025-10' },
    ])
  })

  it('starts it with the run where the law is frozen, or its date is past or beyond the run', () => {
    const start = (lines: string, parent?: string) => mine(lines, [], parent).settings[0]
    expect(start('levers: { headOfficeApproval: 6 months }', 'rules-before')).toEqual({
      lever: 'headOfficeApproval',
      value: 6,
      effective: '2024-11',
    })
    expect(start('levers: { carMin: 12% }').effective).toBe('2024-11')
    const beyond = mine('levers: { slcAprCapTarget2027: 6 }')
    expect(beyond.settings[0].effective).toBe('2024-11')
    expect(beyond.notes).toEqual([
      'slcAprCapTarget2027 takes effect at the start, 2024-11, not at its own date',
    ])
    expect(mine('levers: { slcAprCapTarget2027: 6 }\nrun: { periods: 48 }').settings[0]).toEqual({
      lever: 'slcAprCapTarget2027',
      value: 6,
      announced: '2025-12',
      effective: '2027-12',
    })
  })

  it('reads dates, ends, scopes and values by month, in order of date', () => {
    const { settings } = mine(`
levers:
  aprCapPerLoan: { 2027-01: 20%, 2026-07: 22% }
  carMin:
    - { value: 12%, from: 2026-01, until: 2027-01, scope: { licences: [city, rural] } }
    - { value: 11%, announced: 2025-06, from: 2025-12, scope: { regions: [Jiangsu] } }
`)
    expect(settings).toEqual([
      { lever: 'aprCapPerLoan', value: 0.22, effective: '2026-07' },
      { lever: 'aprCapPerLoan', value: 0.2, effective: '2027-01' },
      {
        lever: 'carMin',
        value: 0.11,
        announced: '2025-06',
        effective: '2025-12',
        scope: { regions: ['Jiangsu'] },
      },
      {
        lever: 'carMin',
        value: 0.12,
        effective: '2026-01',
        until: '2027-01',
        scope: { licences: ['city', 'rural'] },
      },
    ])
  })

  it('lets a file replace its parent’s entry, and an override both', () => {
    const lines = 'levers: { cfcAvgNewLoanAprMax: { value: 22%, from: 2026-03 } }'
    const child = mine(lines, [], 'notice-9-with-guidance')
    const average = (scenario: typeof child) =>
      scenario.settings.filter((one) => one.lever === 'cfcAvgNewLoanAprMax')
    expect(average(child)).toEqual([
      { lever: 'cfcAvgNewLoanAprMax', value: 0.22, effective: '2026-03' },
    ])
    expect(child.settings).toHaveLength(8)
    const overridden = mine(
      lines,
      ['cfcAvgNewLoanAprMax={ value: 18%, from: 2026-06 }'],
      'notice-9-with-guidance',
    )
    expect(average(overridden)).toEqual([
      { lever: 'cfcAvgNewLoanAprMax', value: 0.18, effective: '2026-06' },
    ])
  })

  it('takes parameters and the run from file and overrides, and says where each is from', () => {
    const scenario = mine(
      'uncertainties:\n  planningHorizon: 6 months\n  programmeCostNew: 12 million\nrun:\n  periods: 48',
      ['planningHorizon=3 months', 'run.seed=abc', 'whitelistRequired=none'],
    )
    expect(scenario.parameterOverrides).toEqual({ planningHorizon: 3, programmeCostNew: 12 })
    expect(scenario.run).toEqual({ start: '2024-11', periods: 48, replicates: 200, seed: 'abc' })
    expect(scenario.extendsChain).toEqual(['mine', 'notice-9'])
    expect(scenario.origins).toMatchObject({
      'uncertainties.planningHorizon': { file: '-s' },
      'uncertainties.programmeCostNew': { file: 'mine.yaml', line: 8, column: 21 },
      'levers.whitelistRequired': { file: '-s' },
      'run.periods': { file: 'mine.yaml', line: 10 },
      'run.replicates': { file: 'library/notice-9.yaml' },
      'run.seed': { file: '-s' },
    })
  })

  it('holds myopia at the exact ordinary review rate', () => {
    const { parameterOverrides } = resolveScenario({ id: 'myopic' }, library, catalogue)
    expect(parameterOverrides).toEqual({
      planningHorizon: 1,
      reviewRateAnnounced: 1 / 12,
      legacyCost: 0,
    })
  })

  it('notes a recorded lever and one that comes after the run', () => {
    const { notes } = mine(`
levers:
  membershipFeeAllowed: banned
  aprCapPerLoan: { value: 20%, from: 2029-01 }
  carMin: { value: 12%, announced: 2027-01, from: 2028-01 }
notes: Mine alone.
`)
    expect(notes).toEqual([
      'Mine alone.',
      'membershipFeeAllowed: recorded, has no effect in this version',
      'aprCapPerLoan starts 2029-01, the run ends 2027-10: no effect. Extend run.periods or start earlier',
      'carMin starts 2028-01, the run ends 2027-10: it acts only as an announcement. Extend run.periods or start earlier',
    ])
  })

  it('accepts no limit where a lever has that value', () => {
    expect(mine('levers: { singlePartnerCap: null }').settings[0].value).toBeNull()
  })
})
