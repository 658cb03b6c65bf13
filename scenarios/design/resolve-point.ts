/**
 * What a design point makes of its scenario.
 *
 * A swept value replaces the scenario's whole entry for that lever, dates and scope included, as a
 * file's entry replaces its parent's. A swept parameter replaces a fixed value or a distribution.
 * @module
 */
import { SimulationError } from '../../engine/errors.ts'
import type { LeverDescriptor, ScenarioCatalogue } from '../catalogue.ts'
import { dateSetting, type ScenarioSetting } from '../date-setting.ts'
import type { Scenario } from '../resolve.ts'
import type { AxisSubject } from '../sweep.ts'
import type { Uncertainty } from '../uncertainty.ts'
import type { LeverValue, ParameterValue } from '../values.ts'
import type { DesignPoint } from './points.ts'

/** A scenario at one point: nothing left to choose but luck. */
export interface ResolvedPoint {
  readonly settings: readonly ScenarioSetting[]
  readonly parameterOverrides: Readonly<Record<string, ParameterValue>>
  readonly uncertainties: readonly Uncertainty[]
}

/**
 * The scenario with the values of `point`; levers stay in their places, new ones come last.
 *
 * @throws SimulationError where the dates of a swept lever cannot be
 */
export function resolvePoint(
  scenario: Scenario,
  point: DesignPoint,
  catalogue: Pick<ScenarioCatalogue, 'levers'>,
): ResolvedPoint {
  const settings = new Map<string, readonly ScenarioSetting[]>()
  for (const setting of scenario.settings) {
    settings.set(setting.lever, [...(settings.get(setting.lever) ?? []), setting])
  }
  const parameterOverrides = { ...scenario.parameterOverrides }
  for (const { subject, value } of point.assignments) {
    if (subject.of === 'parameter') parameterOverrides[subject.id] = value as ParameterValue
    else settings.set(subject.id, [settingOf(subject, value, scenario, catalogue.levers)])
  }
  return {
    settings: [...settings.values()].flat(),
    parameterOverrides,
    uncertainties: scenario.uncertainties.filter(
      ({ parameter }) => !point.assignments.some(({ subject }) => subject.id === parameter),
    ),
  }
}

function settingOf(
  subject: Extract<AxisSubject, { of: 'lever' }>,
  value: LeverValue,
  scenario: Scenario,
  levers: readonly LeverDescriptor[],
): ScenarioSetting {
  const lever = levers.find((one) => one.id === subject.id)
  if (lever === undefined) throw new Error(`${subject.id} is no lever of the catalogue`)
  const { problems, setting } = dateSetting(
    {
      ...subject,
      lever: subject.id,
      value,
      path: ['sweep', 'over', subject.id],
      origin: scenario.origins['sweep'] ?? { file: scenario.id },
    },
    lever,
    scenario.law,
    scenario.run,
  )
  if (problems.length > 0) throw new SimulationError(problems)
  return setting
}
