/**
 * A dependence with a known answer: ten inputs, of which the planning horizon makes four fifths of the
 * variance of links and turns their sign, and loans grow only within a box of two inputs.
 */
import { createSfc32, fillUniform } from '../../../engine/sfc32.ts'
import {
  DEPENDENCE_SCHEMA,
  metricDependence,
  type Dependence,
} from '../../../analysis/sensitivity/dependence.ts'
import { inputColumn } from '../../../analysis/statistics/input-columns.ts'

/** The free parameters of the model: what a calibrated set draws. */
export const TEN = [
  'planningHorizon',
  'legacyCost',
  'choiceNoise',
  'markupScale',
  'dataAdvantageSlope',
  'partnerCostNew',
  'programmeCostNew',
  'inspectionRateNew',
  'reviewRateAnnounced',
  'capacityDispersion',
]

/** Inputs lie in (0, 1), so that limits can be read off. */
export function plantedDependence(replicates: number, metrics: readonly string[]): Dependence {
  const generator = createSfc32('planted')
  const luck = new Float64Array(replicates * (TEN.length + 1))
  fillUniform(generator, luck)
  const drawn = TEN.map((id, i) =>
    inputColumn(id, Array.from(luck.subarray(i * replicates, (i + 1) * replicates))),
  )
  const noise = luck.subarray(TEN.length * replicates)
  const outcomeOf = {
    // Variance of the horizon: 400² / 12; of the cost: 150² / 12; of luck: 130² / 12.
    links: (r: number) =>
      400 * (drawn[0].values[r] - 0.5) + 150 * drawn[1].values[r] + 130 * noise[r] - 140,
    // In the box of 0.6 × 0.5 of the cases, and nowhere else, loans grow.
    originations: (r: number) =>
      (drawn[0].values[r] > 0.4 && drawn[2].values[r] < 0.5 ? 4000 : -3000) + 100 * noise[r],
    averageApr: () => 0.01,
  } as Readonly<Record<string, (r: number) => number>>
  const ofMetric = (metric: string) => {
    const outcome = outcomeOf[metric]
    if (outcome === undefined) return { metric, outcomes: undefined }
    const values = [Float64Array.from({ length: replicates }, (_, r) => outcome(r))]
    return { metric, outcomes: { values, swept: [], drawn } }
  }
  return {
    schema: DEPENDENCE_SCHEMA,
    quantity: 'change',
    scenarios: [
      {
        id: 'after',
        metrics: metrics.map((metric) => metricDependence(ofMetric(metric), 'change', 'planted')),
      },
    ],
  }
}
