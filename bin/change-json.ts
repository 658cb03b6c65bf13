/**
 * A row of changes as JSON: numbers as numbers, with their unit beside them.
 * @module
 */
import type { ChangeRow } from '../analysis/answer/rows.ts'
import type { Estimate } from '../analysis/statistics/interval.ts'

/** JSON has no NaN: not defined is null. */
function number(value: number): number | null {
  return Number.isFinite(value) ? value : null
}

function estimate({ mean, low, high, sd, n }: Estimate) {
  return { mean: number(mean), low: number(low), high: number(high), sd: number(sd), n }
}

export function changeJson({ metric, moment, compared, relative }: ChangeRow) {
  const { id, label, unit, theme, better } = metric
  return {
    id,
    label,
    unit,
    theme,
    better,
    at: moment,
    baseline: estimate(compared.baseline),
    reform: estimate(compared.reform),
    change: estimate(compared.change),
    relative: {
      mean: number(relative.mean),
      low: number(relative.low),
      high: number(relative.high),
    },
    verdict: compared.verdict,
    n: compared.n,
    signProbability: number(compared.signProbability),
    sameSignShare: number(compared.sameSignShare),
    varianceReduction: number(compared.varianceReduction),
    pairsNeeded: number(compared.pairsNeeded),
  }
}
