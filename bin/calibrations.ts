/**
 * Shipped calibrations, read.
 * @module
 */
import { parameterCatalogue } from '../agents/parameter-catalogue.ts'
import type { Calibration } from '../scenarios/calibrations/calibration.ts'
import { loadCalibration } from '../scenarios/calibrations/read-calibration.ts'
import { readCalibrations } from './sources.ts'

/** In order of their files' names. */
export function shippedCalibrations(): Calibration[] {
  return Object.entries(readCalibrations()).map(([id, text]) =>
    loadCalibration(text, `calibration/${id}.yaml`, parameterCatalogue),
  )
}
