import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { runSafely } from '../../../engine/executors/job-runner.ts'
import { lawSettings } from '../../../agents/levers/law-settings.ts'
import { createLeverCatalogue } from '../../../agents/levers/catalogue.ts'
import {
  prepareExperiment,
  runReplicate,
  type ExperimentScenario,
  type ExperimentSetup,
} from '../../../analysis/experiment.ts'
import * as job from '../../../analysis/replicate-job.ts'

const folder = fileURLToPath(new URL('../../../scenarios/data/', import.meta.url))
const tables: Record<string, string> = {}
for (const name of readdirSync(folder)) {
  if (name.endsWith('.csv')) tables[name] = readFileSync(folder + name, 'utf8')
}
const rules: unknown = JSON.parse(readFileSync(`${folder}rules.json`, 'utf8'))
const law = lawSettings(createLeverCatalogue(rules), { asOf: '2024-11' })
const cap = { lever: 'aprCapPerLoan', value: 0.2, effective: '2024-11' }
const quick = { burnIn: 1 }
const before: ExperimentScenario = { settings: law, parameterOverrides: quick }
const capped: ExperimentScenario = { settings: [...law, cap], parameterOverrides: quick }

function setupOf(...scenarios: ExperimentScenario[]): ExperimentSetup {
  const metrics = ['links', 'originations', 'averageApr']
  return { seed: '7', start: '2024-11', periods: 3, metrics, tables, rules, scenarios }
}

const perScenario = 3 * 3
const alone = runReplicate(prepareExperiment(setupOf(before)), 0)

describe('runReplicate', () => {
  it('gives the same bytes for the same key, whatever it is compared with', () => {
    const pair = runReplicate(prepareExperiment(setupOf(before, capped)), 0)
    expect(pair.series.slice(0, perScenario)).toEqual(alone.series)
    expect(pair.hashes.slice(0, alone.hashes.length)).toEqual(alone.hashes)
    expect(pair.series.slice(perScenario)).not.toEqual(alone.series)
  })

  it('makes a scenario identical to itself, also under parameters written twice', () => {
    const twin = { ...before, parameterOverrides: { ...quick, planningHorizon: 12 } }
    const { series } = runReplicate(prepareExperiment(setupOf(before, twin)), 0)
    expect(series.slice(perScenario)).toEqual(series.slice(0, perScenario))
  })

  it('differs between replicates', () => {
    const other = runReplicate(prepareExperiment(setupOf(before)), 1)
    expect(other.hashes).not.toEqual(alone.hashes)
  })

  it('runs the months asked for, all of them recorded', () => {
    expect(alone.series).toHaveLength(perScenario)
    expect(alone.series.every((value) => value > 0)).toBe(true)
  })
})

describe('the job of a replicate', () => {
  it('returns the same as a direct call', async () => {
    job.prepare(setupOf(before))
    const outcome = await runSafely(job, 0)
    expect(outcome.ok && outcome.result).toEqual(alone.series)
  })

  it('turns a replicate that fails into a value', async () => {
    const unknown = { lever: 'noSuchLever', value: 1, effective: '2024-11' }
    job.prepare(setupOf({ settings: [unknown], parameterOverrides: quick }))
    const outcome = await runSafely(job, 0)
    expect(outcome.ok).toBe(false)
    expect(!outcome.ok && outcome.code).toBe('LEVER_UNKNOWN')
  })
})
