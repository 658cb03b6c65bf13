import { BENCHMARKS, type Benchmark } from './benchmarks/benchmark.ts'

/** The model, and what it must beat. */
export type Forecast = 'model' | Benchmark

/** In the order in which a job leaves their series. */
export const FORECASTS: readonly Forecast[] = ['model', ...BENCHMARKS]
