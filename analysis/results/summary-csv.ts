/**
 * The summary as plain tables, for programs that read neither Parquet nor JSON.
 * @module
 */
import { csvText, type CsvCell } from './csv.ts'
import type {
  Known,
  Summary,
  SummaryChange,
  SummaryEstimate,
  SummaryLevel,
  SummaryMetric,
  SummaryQuantiles,
} from './summary.ts'

const ESTIMATE = ['mean', 'low', 'high', 'sd'] as const
const QUANTILES = ['q05', 'q25', 'median', 'q75', 'q95'] as const

/** Columns of `levels.csv`. */
export const LEVEL_COLUMNS: readonly string[] = [
  ...['point', 'metric', 'unit', 'moment', 'n'],
  ...ESTIMATE,
  ...QUANTILES,
]

/** Columns of `changes.csv`. */
export const CHANGE_COLUMNS: readonly string[] = [
  ...['point', 'against', 'metric', 'unit', 'moment', 'verdict', 'n'],
  ...['baselineMean', 'reformMean'],
  ...ESTIMATE,
  ...['bootstrapLow', 'bootstrapHigh'],
  ...QUANTILES,
  ...['relativeMean', 'relativeLow', 'relativeHigh'],
  ...['signProbability', 'sameSignShare', 'varianceReduction', 'pairsNeeded'],
]

/** Levels, one row per point and metric. */
export function levelsText({ levels, metrics }: Summary): string {
  return csvText(LEVEL_COLUMNS, levelCells(levels, unitsOf(metrics)))
}

/** Changes, one row per reform point and metric. */
export function changesText({ changes, metrics }: Summary): string {
  return csvText(CHANGE_COLUMNS, changeCells(changes, unitsOf(metrics)))
}

export function levelCells(
  levels: readonly SummaryLevel[],
  units: ReadonlyMap<string, string>,
): CsvCell[][] {
  return levels.map((one) => [
    ...[one.point, one.metric, units.get(one.metric) ?? '', one.at, one.n],
    ...estimate(one),
    ...quantiles(one),
  ])
}

export function changeCells(
  changes: readonly SummaryChange[],
  units: ReadonlyMap<string, string>,
): CsvCell[][] {
  return changes.map((one) => [
    ...[
      one.point,
      one.against,
      one.metric,
      units.get(one.metric) ?? '',
      one.at,
      one.verdict,
      one.n,
    ],
    ...[one.baseline.mean, one.reform.mean],
    ...estimate(one.change),
    ...[one.bootstrap?.low ?? null, one.bootstrap?.high ?? null],
    ...quantiles(one.change),
    ...[one.relative.mean, one.relative.low, one.relative.high],
    ...[one.signProbability, one.sameSignShare, one.varianceReduction, one.pairsNeeded],
  ])
}

export function unitsOf(metrics: readonly SummaryMetric[]): ReadonlyMap<string, string> {
  return new Map(metrics.map(({ id, unit }) => [id, unit]))
}

function estimate(one: SummaryEstimate): Known[] {
  return ESTIMATE.map((name) => one[name])
}

function quantiles(one: SummaryQuantiles): Known[] {
  return QUANTILES.map((name) => one[name])
}
