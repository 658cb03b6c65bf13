/**
 * Why a result folder is refused, as sentences.
 * @module
 */
import { SimulationError, type Problem } from '../../engine/errors.ts'

/** Results cannot be read: damaged, cut off, or not ours. */
export const RESULT_INVALID = 'RESULT_INVALID'
/** Another process is writing to the folder. */
export const RESULT_BUSY = 'RESULT_BUSY'

/** An error about one file of a result. */
export function refusal(
  file: string,
  expected: string,
  got: string,
  hint?: string,
  code: string = RESULT_INVALID,
): SimulationError {
  const problem: Problem = { code, file, expected, got }
  return new SimulationError([hint === undefined ? problem : { ...problem, hint }])
}
