/**
 * In which order jobs run, and which of them share an opening market.
 * @module
 */
import type { ParameterSource } from '../../scenarios/draw-parameters.ts'

/** Jobs in the order in which they share most. */
export interface JobOrder {
  /** Jobs of replicates `from` up to before `to`: by replicate, then by world, then by point. */
  readonly jobs: (from: number, to: number) => number[]
  /** Jobs of one group start from the same opening market. */
  readonly group: (index: number) => number
}

/** Points with equal parameters, fixed, uncertain and of equal calibration, live in one world. */
export function orderJobs(points: readonly ParameterSource[]): JobOrder {
  const names = new Map<string, number>()
  const worlds = points.map(({ calibration, parameterOverrides, uncertainties = [] }) => {
    const name = JSON.stringify([calibration, parameterOverrides, uncertainties])
    if (!names.has(name)) names.set(name, names.size)
    return names.get(name)!
  })
  const order = points.map((_, point) => point).sort((a, b) => worlds[a] - worlds[b] || a - b)
  return {
    jobs(from, to) {
      const jobs: number[] = []
      for (let replicate = from; replicate < to; replicate++) {
        for (const point of order) jobs.push(replicate * points.length + point)
      }
      return jobs
    },
    group(index) {
      const replicate = Math.floor(index / points.length)
      return replicate * names.size + worlds[index % points.length]
    },
  }
}
