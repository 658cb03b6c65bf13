/**
 * The experiment behind a result, ready to be run again.
 * @module
 */
import { SimulationError } from '../engine/errors.ts'
import {
  parseResolved,
  RESOLVED_FILE,
  type ResolvedDocument,
} from '../analysis/answer/resolved-document.ts'
import type { ExperimentSetup } from '../analysis/experiment/experiment.ts'
import { metricColumns } from '../analysis/experiment/metric-columns.ts'
import { readResult, type StoredResult } from '../analysis/results/read-result.ts'
import type { NamedPoint } from '../analysis/stories/link-story.ts'
import { didYouMean } from '../scenarios/nearest.ts'
import { usageProblem } from './problems.ts'
import { experimentSetup } from './experiment-setup.ts'
import { readLevers } from './sources.ts'

/** A result, what it was told, and the setup of its jobs. */
export interface StoredExperiment {
  readonly result: StoredResult
  readonly resolved: ResolvedDocument
  readonly setup: ExperimentSetup
}

/** @throws SimulationError when the folder is no result, or not whole */
export async function storedExperiment(path: string): Promise<StoredExperiment> {
  const result = readResult(path)
  const resolved = parseResolved(result.text(RESOLVED_FILE))
  const columns = await metricColumns(resolved.plan.metrics)
  return { result, resolved, setup: experimentSetup(resolved.plan, columns, readLevers()) }
}

/** The result a story is about: a flag that must be there. */
export async function experimentIn(path: string | undefined): Promise<StoredExperiment> {
  if (path === undefined) {
    throw usageProblem('--in and a result folder (zhudai list results)', 'nothing')
  }
  return storedExperiment(path)
}

/** A point by its number in the result, under its id. */
export function namedPoint({ resolved }: StoredExperiment, id: string): NamedPoint {
  return { point: resolved.plan.points.findIndex((point) => point.id === id), label: id }
}

/** The first reform, and what it is compared with. */
export function firstComparison({ resolved }: StoredExperiment): {
  readonly reform: string
  readonly baseline: string | undefined
} {
  const reform = resolved.plan.points.find(({ role }) => role === 'reform')!
  return { reform: reform.id, baseline: reform.baseline }
}

/** Ids of points by number, counted from 1 among the reforms, or by id. */
export function pointsNamed(
  { result }: Pick<StoredExperiment, 'result'>,
  text: string | undefined,
): string[] {
  const reforms = result.summary.points.filter(({ role }) => role === 'reform').map(({ id }) => id)
  if (text === undefined) return reforms
  return text.split(',').map((name) => {
    const wanted = name.trim()
    const found = /^\d+$/.test(wanted)
      ? reforms[Number(wanted) - 1]
      : reforms.find((id) => id === wanted)
    if (found !== undefined) return found
    throw new SimulationError([
      {
        code: 'USAGE',
        path: '--points',
        expected: `numbers from 1 to ${reforms.length}, or ids of points.csv`,
        got: wanted,
        ...didYouMean(wanted, reforms),
      },
    ])
  })
}
