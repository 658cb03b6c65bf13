/**
 * Which member of a calibration a replicate takes the world to be: one for all its points, from one
 * uniform that belongs to the replicate alone.
 *
 *     the first member whose cumulative weight exceeds u
 *
 * So baseline and reform share it, and points, scenarios and replicates that are added leave it as it
 * was. A member that is added moves the limits of those after it, and with them some draws.
 *
 * @source Devroye (1986), Non-uniform random variate generation, chapter 3 (inversion, discrete)
 * @module
 */
import { purpose, uniform, type Key } from '../../engine/stream.ts'
import type { CalibrationMember, MemberSet } from './calibration.ts'

const CALIBRATION = purpose('calibration')

/** Values by parameter. */
export function drawMember({ parameters, members }: MemberSet, key: Key): Record<string, number> {
  const { values } = members[memberAt(members, uniform(key, CALIBRATION, 0, 0, 0))]
  return Object.fromEntries(parameters.map((id, k) => [id, values[k]]))
}

/** The place of the member at `u` in (0, 1); weights need not sum to 1. */
export function memberAt(members: readonly Pick<CalibrationMember, 'weight'>[], u: number): number {
  let total = 0
  for (const { weight } of members) total += weight
  let cumulative = 0
  for (let m = 0; m < members.length - 1; m++) {
    cumulative += members[m].weight
    if (u * total < cumulative) return m
  }
  return members.length - 1
}
