/**
 * Everything a replicate takes the parameters of a point to be, where that is not the catalogue's.
 *
 * What is said of one parameter wins over what a calibration says of all: member, then drawn values,
 * then fixed and swept ones.
 * @module
 */
import type { Key } from '../engine/stream.ts'
import type { Calibration, Calibrations } from './calibrations/calibration.ts'
import { drawMember } from './calibrations/draw-member.ts'
import type { ParameterDescriptor } from './catalogue.ts'
import { drawUncertainties } from './draw-uncertainties.ts'
import type { Uncertainty } from './uncertainty.ts'
import type { ParameterValue } from './values.ts'

/** A point as far as its parameters depend on it. */
export interface ParameterSource {
  /** Id of the calibration of which a replicate draws a member. */
  readonly calibration?: string
  readonly uncertainties?: readonly Uncertainty[]
  readonly parameterOverrides: Readonly<Record<string, ParameterValue>>
}

/** Values by parameter: those of the member first, then in the order in which they are said. */
export function drawParameters(
  point: ParameterSource,
  calibrations: Calibrations | undefined,
  key: Key,
  parameters: readonly Pick<ParameterDescriptor, 'id' | 'bounds' | 'whole'>[],
): Record<string, ParameterValue> {
  const { uncertainties = [], parameterOverrides } = point
  const calibration = calibrationOf(point, calibrations)
  const member = calibration === undefined ? {} : drawMember(calibration, key)
  const drawn = drawUncertainties(uncertainties, key, parameters)
  return { ...member, ...drawn, ...parameterOverrides }
}

/** The calibration a point names. */
export function calibrationOf(
  { calibration: id }: Pick<ParameterSource, 'calibration'>,
  calibrations: Calibrations | undefined,
): Calibration | undefined {
  if (id === undefined) return undefined
  if (calibrations !== undefined && Object.hasOwn(calibrations, id)) return calibrations[id]
  throw new Error(`${id} is no calibration of this plan`)
}

/** Parameters of a calibration of which the point itself says nothing. */
export function openParameters(
  { parameters }: Pick<Calibration, 'parameters'>,
  { uncertainties = [], parameterOverrides }: Omit<ParameterSource, 'calibration'>,
): readonly string[] {
  const drawn = new Set(uncertainties.map(({ parameter }) => parameter))
  return parameters.filter((id) => !drawn.has(id) && !Object.hasOwn(parameterOverrides, id))
}
