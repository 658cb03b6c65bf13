/**
 * `points.csv`: every design point with its swept values.
 * @module
 */
import { csvText, type CsvCell } from './csv.ts'
import type { ResultPlan, ResultPoint } from './result-plan.ts'

const FIXED = ['point', 'scenario', 'role', 'baseline']

/** One row per point, one column per swept id; empty where a point does not set it. */
export function pointsText({ points }: Pick<ResultPlan, 'points'>): string {
  const swept = sweptIds(points)
  return csvText(
    [...FIXED, ...swept],
    points.map(({ id, scenario, role, baseline = null, values }) => [
      ...[id, scenario, role, baseline],
      ...swept.map((name) => valueCell(values[name])),
    ]),
  )
}

/** Swept ids in the order they first occur. */
export function sweptIds(points: readonly ResultPoint[]): string[] {
  return [...new Set(points.flatMap(({ values }) => Object.keys(values)))]
}

function valueCell(value: unknown): CsvCell {
  if (value === undefined || value === null) return null
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  return plain ? value : JSON.stringify(value)
}
