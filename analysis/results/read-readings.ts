/**
 * One number per metric and finished job, all read in one pass over the table of metrics.
 * @module
 */
import { join } from 'node:path'
import { momentOf, readingOf, type MetricDescription } from '../answer/readings.ts'
import { openTable } from './parquet-reader.ts'
import type { StoredResult } from './read-result.ts'
import { fileOf, METRICS } from './tables.ts'

/** Readings of a point. */
export interface ReadPoint {
  /** Finished replicates, ascending. */
  readonly replicates: readonly number[]
  /** By metric, in the order asked for: one per finished replicate. */
  readonly values: readonly Float64Array[]
}

/**
 * Readings by id of the point, each metric at the moment at which it answers.
 *
 * @param metrics  of the result
 */
export async function readReadings(
  result: StoredResult,
  metrics: readonly MetricDescription[],
): Promise<ReadonlyMap<string, ReadPoint>> {
  const { periods } = result.manifest.design
  const jobs = (await result.replicates()).filter(({ status }) => status === 'done')
  const points = new Map<string, ReadPoint & { readonly replicates: number[] }>()
  for (const { point, replicate } of jobs) {
    const known = points.get(point)
    if (known) known.replicates.push(replicate)
    else points.set(point, { replicates: [replicate], values: [] })
  }
  const read = new Map(
    [...points].map(([id, { replicates }]) => [
      id,
      { replicates, values: metrics.map(() => new Float64Array(replicates.length)) },
    ]),
  )
  const next = new Map<string, number>()
  const perJob = result.metrics.length * periods
  const places = metrics.map(({ id }) => result.metrics.indexOf(id))
  const table = await openTable(join(result.path, fileOf(METRICS)), METRICS)
  try {
    for (const group of table.groups) {
      const values = await table.numbers('value', group)
      for (let at = 0; at + perJob <= values.length; at += perJob) {
        const { point } = jobs[(group.from + at) / perJob]
        const row = next.get(point) ?? 0
        next.set(point, row + 1)
        metrics.forEach((metric, m) => {
          const start = at + places[m] * periods
          read.get(point)!.values[m][row] = readingOf(
            values,
            start,
            periods,
            metric,
            momentOf(metric),
            0,
          )
        })
      }
    }
  } finally {
    table.close()
  }
  return read
}
