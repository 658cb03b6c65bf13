import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createLeverCatalogue } from '../../../agents/levers/catalogue.ts'
import { lawSettings } from '../../../agents/levers/law-settings.ts'
import type { LeverSetting } from '../../../agents/levers/lever.ts'
import { ruleChanges } from '../../../analysis/answer/rule-changes.ts'

const rules = new URL('../../../scenarios/data/rules.json', import.meta.url)
const catalogue = createLeverCatalogue(JSON.parse(readFileSync(rules, 'utf8')))
const before = lawSettings(catalogue, { asOf: '2024-11' })
const now = lawSettings(catalogue)
const run = { start: '2024-11', periods: 36 }

function rows(baseline: readonly LeverSetting[], reform: readonly LeverSetting[]) {
  return ruleChanges(baseline, reform, catalogue, run).map(
    ({ lever, from, baseline: left, reform: right, scope }) => [lever.id, from, left, right, scope],
  )
}

describe('the rules a reform changes', () => {
  it('are none against itself', () => {
    expect(rows(now, now)).toEqual([])
  })

  it('name what held before and what holds after, from its month', () => {
    expect(rows(before, now)).toContainEqual([
      'whitelistRequired',
      '2025-10',
      'privateList',
      'publicList',
      undefined,
    ])
  })

  it('say when a rule that ends gives way to the baseline again', () => {
    const cap = { lever: 'aprCapPerLoan', value: 0.2, effective: '2026-01', until: '2026-07' }
    expect(rows(now, [...now, cap])).toEqual([
      ['aprCapPerLoan', '2026-01', 0.24, 0.2, undefined],
      ['aprCapPerLoan', '2026-07', 0.24, 0.24, undefined],
    ])
  })

  it('keep whom a rule binds', () => {
    const scope = { licences: ['city'] as const }
    const cap = { lever: 'crossRegionBanLocalBanks', value: false, effective: '2026-01', scope }
    expect(rows(now, [...now, cap])).toEqual([
      ['crossRegionBanLocalBanks', '2026-01', true, false, scope],
    ])
  })

  it('leave out what comes after the run', () => {
    const late = { lever: 'aprCapPerLoan', value: 0.2, effective: '2029-01' }
    expect(rows(now, [...now, late])).toEqual([])
  })
})
