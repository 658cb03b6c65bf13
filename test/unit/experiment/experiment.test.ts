import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { runSafely } from '../../../engine/executors/job-runner.ts'
import { lawSettings } from '../../../agents/levers/law-settings.ts'
import { createLeverCatalogue } from '../../../agents/levers/catalogue.ts'
import {
  prepareExperiment,
  runPoint,
  type ExperimentPoint,
  type ExperimentSetup,
} from '../../../analysis/experiment/experiment.ts'
import * as job from '../../../analysis/experiment/job.ts'

const folder = fileURLToPath(new URL('../../../scenarios/data/', import.meta.url))
const tables: Record<string, string> = {}
for (const name of readdirSync(folder)) {
  if (name.endsWith('.csv')) tables[name] = readFileSync(folder + name, 'utf8')
}
const rules: unknown = JSON.parse(readFileSync(`${folder}rules.json`, 'utf8'))
const law = lawSettings(createLeverCatalogue(rules), { asOf: '2024-11' })
const cap = { lever: 'aprCapPerLoan', value: 0.2, effective: '2024-11' }
const quick = { burnIn: 1 }
const before: ExperimentPoint = { settings: law, parameterOverrides: quick }
const capped: ExperimentPoint = { settings: [...law, cap], parameterOverrides: quick }

function setupOf(...points: ExperimentPoint[]): ExperimentSetup {
  const metrics = ['links', 'originations', 'averageApr']
  return { seed: '7', start: '2024-11', periods: 3, metrics, tables, rules, points }
}

const alone = runPoint(prepareExperiment(setupOf(before)), 0, 0)

describe('runPoint', () => {
  it('gives the same bytes for the same key, whatever was run before it', () => {
    const pair = prepareExperiment(setupOf(capped, before))
    const other = runPoint(pair, 0, 0)
    const same = runPoint(pair, 1, 0)
    expect(same.series).toEqual(alone.series)
    expect(same.hashes).toEqual(alone.hashes)
    expect(other.series).not.toEqual(alone.series)
  })

  it('gives the same from a shared opening as from one of its own', () => {
    const shared = prepareExperiment(setupOf(before, capped))
    runPoint(shared, 0, 0)
    const forked = runPoint(shared, 1, 0)
    const fromTheStart = runPoint(prepareExperiment(setupOf(before, capped)), 1, 0)
    expect(forked.hashes).toEqual(fromTheStart.hashes)
    expect(forked.series).toEqual(fromTheStart.series)
  })

  it('makes a scenario identical to itself, also under parameters written twice', () => {
    const twin = { ...before, parameterOverrides: { ...quick, planningHorizon: 12 } }
    const { series } = runPoint(prepareExperiment(setupOf(before, twin)), 1, 0)
    expect(series).toEqual(alone.series)
  })

  it('differs between replicates', () => {
    const other = runPoint(prepareExperiment(setupOf(before)), 0, 1)
    expect(other.hashes).not.toEqual(alone.hashes)
  })

  it('runs the months asked for, all of them recorded', () => {
    expect(alone.series).toHaveLength(3 * 3)
    expect(alone.series.every((value) => value > 0)).toBe(true)
  })
})

describe('the job of a replicate', () => {
  it('returns the same as a direct call', async () => {
    await job.prepare(setupOf(before))
    const outcome = await runSafely(job, 0)
    expect(outcome.ok && outcome.result).toEqual(alone.series)
  })

  it('turns a replicate that fails into a value', async () => {
    const unknown = { lever: 'noSuchLever', value: 1, effective: '2024-11' }
    await job.prepare(setupOf({ settings: [unknown], parameterOverrides: quick }))
    const outcome = await runSafely(job, 0)
    expect(outcome.ok).toBe(false)
    expect(!outcome.ok && outcome.code).toBe('LEVER_UNKNOWN')
  })
})
