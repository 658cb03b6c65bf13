/**
 * What came out: metrics, experiments, statistics, words.
 * @module
 */
export {
  prepareExperiment,
  runPoint,
  type Experiment,
  type ExperimentPoint,
  type ExperimentSetup,
} from './experiment/experiment.ts'
export { createMetrics, metricCatalogue, metricOf, type MetricDefinition } from './metrics/index.ts'
export { readReplicates, type Moment, type Replicates } from './answer/readings.ts'
export { changeRows, levelRows, type ChangeRow, type LevelRow } from './answer/rows.ts'
export { bootstrapInterval } from './statistics/bootstrap.ts'
export { estimateMean, type Estimate } from './statistics/interval.ts'
export { comparePairs, type PairedDifference, type Verdict } from './statistics/paired.ts'
export { quantile } from './statistics/quantile.ts'
export type { Language } from './words/language.ts'
export { messagesIn, type Messages } from './words/messages.ts'
