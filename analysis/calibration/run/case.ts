/**
 * One evaluation of the model in a calibration: values of the estimated parameters under one luck.
 * @module
 */

export interface Case {
  /** Values of the estimated parameters, in the order of the search. */
  readonly values: readonly number[]
  /** Its luck. Searches use one replicate a case; members of a set share theirs. */
  readonly replicate: number
  /** Which variant of the market is run; absent: the first. */
  readonly arm?: number
}

/**
 * Measures cases: one value per target each, NaN where it is not defined.
 *
 * @param stage  its name; the same stage and cases always give the same values
 */
export type Evaluate = (stage: string, cases: readonly Case[]) => Promise<readonly Float64Array[]>
