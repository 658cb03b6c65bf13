/**
 * A result as policies over futures: each scenario with its swept levers is a policy, the baseline too;
 * a future is one replicate's luck and draws with one set of swept parameters, the same for all.
 * @module
 */
import { parameterCatalogue } from '../../agents/parameter-catalogue.ts'
import { canonicalText } from '../../scenarios/canonical-text.ts'
import type { ReadPoint } from '../results/read-readings.ts'
import type { SummaryPoint } from '../results/summary.ts'

/** One policy, and the points at which it was run: one per set of swept parameters. */
export interface Policy {
  readonly scenario: string
  readonly isBaseline: boolean
  /** Swept levers. */
  readonly values: SummaryPoint['values']
  readonly points: readonly SummaryPoint[]
}

export interface PolicyFutures {
  readonly policies: readonly Policy[]
  /** By metric, `[policy][future]`; NaN where a policy has no such future. */
  readonly values: readonly (readonly Float64Array[])[]
}

const PARAMETERS = new Set<string>(parameterCatalogue.map(({ id }) => id))

/** @param metrics  how many metrics the readings have */
export function policyFutures(
  points: readonly SummaryPoint[],
  readings: ReadonlyMap<string, ReadPoint>,
  metrics: number,
): PolicyFutures {
  const found = new Map<string, SummaryPoint[]>()
  for (const point of points) {
    const name = `${point.scenario} ${canonicalText(chosen(point, false))}`
    found.set(name, [...(found.get(name) ?? []), point])
  }
  const policies = [...found.values()].map((own): Policy => {
    const [{ scenario, role }] = own
    return { scenario, isBaseline: role === 'baseline', values: chosen(own[0], false), points: own }
  })
  const worlds = [...new Set(points.map(worldOf))]
  const replicates =
    1 + Math.max(...[...readings.values()].map((one) => one.replicates.at(-1) ?? 0))
  const values = Array.from({ length: metrics }, (_, metric) =>
    policies.map((policy) => {
      const row = new Float64Array(worlds.length * replicates).fill(NaN)
      for (const point of policy.points) {
        const world = worlds.indexOf(worldOf(point))
        const read = readings.get(point.id)
        read?.replicates.forEach((replicate, k) => {
          row[world * replicates + replicate] = read.values[metric][k]
        })
      }
      return row
    }),
  )
  return { policies, values }
}

/** Swept values of a point: its parameters, or its levers. */
function chosen({ values }: SummaryPoint, parameters: boolean): SummaryPoint['values'] {
  return Object.fromEntries(
    Object.entries(values).filter(([id]) => PARAMETERS.has(id) === parameters),
  )
}

function worldOf(point: SummaryPoint): string {
  return canonicalText(chosen(point, true))
}
