/**
 * From what a scenario says of its calibration to the calibration.
 * @module
 */
import type { Problem } from '../../engine/errors.ts'
import type { ScenarioCatalogue } from '../catalogue.ts'
import { didYouMean } from '../nearest.ts'
import type { Placed } from '../scenario-file.ts'
import { NO_CALIBRATION, type Calibration } from './calibration.ts'
import { readCalibration } from './read-calibration.ts'

/**
 * The calibration of that name, read and checked.
 *
 * @param problems  where what is wrong is added
 * @returns undefined for `none`, where nothing is said, and where something is wrong
 */
export function findCalibration(
  named: Placed<string> | undefined,
  { calibrations, parameters }: ScenarioCatalogue,
  problems: Problem[],
): Calibration | undefined {
  if (named === undefined || named.value === NO_CALIBRATION) return undefined
  const { value, path, origin } = named
  const found = calibrations?.find(value, origin.file)
  if (found === undefined) {
    const names = [...(calibrations?.ids ?? []), NO_CALIBRATION]
    problems.push({
      code: 'CALIBRATION_UNKNOWN',
      ...origin,
      path: path.join('.'),
      expected: `one of ${names.join(', ')}, or a file that exists`,
      got: value,
      ...didYouMean(value, names),
    })
    return undefined
  }
  const read = readCalibration(found.text, found.file, parameters)
  if ('calibration' in read) return read.calibration
  problems.push(...read.problems)
  return undefined
}
