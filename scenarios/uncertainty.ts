/**
 * What nobody knows, as a scenario states it: a distribution over one parameter of the model.
 * @module
 */
import type { ParameterValue } from './values.ts'

/** How an uncertain number is spread; every form is drawn by its quantile function from one uniform. */
export type Distribution =
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  /** Cut off at the parameter's bounds. */
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
  | {
      readonly kind: 'triangular'
      readonly low: number
      readonly mode: number
      readonly high: number
    }
  /** Equally likely unless weighted; weights are positive and need not sum to 1. */
  | {
      readonly kind: 'choices'
      readonly values: readonly ParameterValue[]
      readonly weights?: readonly number[]
    }

/** A parameter whose value every replicate draws anew, the same one in baseline and reform. */
export interface Uncertainty {
  readonly parameter: string
  readonly distribution: Distribution
}
