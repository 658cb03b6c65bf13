/**
 * Which calibration holds where scenarios are compared: what is not known of the world is not known in
 * the same way on both sides, so that a pair shares its member.
 * @module
 */
import type { Problem } from '../../engine/errors.ts'
import { canonicalText } from '../canonical-text.ts'
import type { Calibration, Calibrations, MemberSet } from '../calibrations/calibration.ts'
import { openParameters, type ParameterSource } from '../draw-parameters.ts'
import type { Scenario } from '../resolve.ts'

/** What the reform says, be it `none`; else what the baseline says. */
export function pairCalibration(
  reform: Scenario,
  baseline: Scenario | undefined,
): Calibration | undefined {
  const says = Object.hasOwn(reform.origins, 'calibration')
  return says || baseline === undefined ? reform.calibration : baseline.calibration
}

/** Those the pairs of a plan use, by id; undefined where none does. */
export function planCalibrations(
  reforms: readonly Scenario[],
  baseline: Scenario | undefined,
): Calibrations | undefined {
  const used = reforms.flatMap((reform) => pairCalibration(reform, baseline) ?? [])
  return used.length === 0 ? undefined : Object.fromEntries(used.map((one) => [one.id, one]))
}

/** Two sets of one id: results could not say which they mean. */
export function calibrationClashes(
  reforms: readonly Scenario[],
  baseline: Scenario | undefined,
): Problem[] {
  const scenarios = baseline === undefined ? reforms : [baseline, ...reforms]
  const texts = new Map<string, string>()
  return scenarios.flatMap(({ id: scenario, calibration, origins }) => {
    if (calibration === undefined) return []
    const { id } = calibration
    const text = canonicalText(columnsOf(calibration, calibration.parameters))
    const before = texts.get(id) ?? text
    texts.set(id, before)
    if (before === text) return []
    const expected = `calibrations whose ids differ: ${id} holds other members elsewhere`
    const origin = origins['calibration']
    return [
      {
        code: 'SCENARIO_INVALID',
        ...origin,
        path: 'calibration',
        expected,
        got: `${id} in ${scenario}`,
      },
    ]
  })
}

/**
 * What the results of a point depend on in its calibration: members in their order, and of them the
 * parameters of which the point itself says nothing, in any order.
 *
 * @returns undefined where that is nothing
 */
export function calibratedPart(
  calibration: Calibration | undefined,
  point: Omit<ParameterSource, 'calibration'>,
): unknown {
  if (calibration === undefined) return undefined
  const open = openParameters(calibration, point)
  return open.length === 0 ? undefined : columnsOf(calibration, open)
}

function columnsOf({ parameters, members }: MemberSet, ids: readonly string[]): unknown {
  const places = ids.map((id) => [id, parameters.indexOf(id)] as const)
  return {
    weights: members.map(({ weight }) => weight),
    values: Object.fromEntries(
      places.map(([id, place]) => [id, members.map(({ values }) => values[place])]),
    ),
  }
}
