/**
 * The points of a plan: every reform at every point of its sweep, and for each the baseline in the
 * same world.
 *
 * A world is what holds whatever the rules are: the swept values of parameters, which parameters are
 * drawn, and from which calibration. The baseline runs once per world that occurs; what it fixes itself stays, unless swept.
 * So a reform added to the plan leaves all other points as they were.
 * @module
 */
import { canonicalText } from '../canonical-text.ts'
import type { ScenarioCatalogue } from '../catalogue.ts'
import type { Calibration } from '../calibrations/calibration.ts'
import type { ScenarioSetting } from '../date-setting.ts'
import type { Scenario } from '../resolve.ts'
import type { Law } from '../scenario-file.ts'
import type { WrittenShock } from '../shock.ts'
import type { Uncertainty } from '../uncertainty.ts'
import type { ParameterValue } from '../values.ts'
import { calibratedPart, pairCalibration } from './plan-calibrations.ts'
import { sweptValues, type DesignPoint, type SweptValues } from './points.ts'
import { resolvePoint } from './resolve-point.ts'

/** One complete set of levers and parameters, as it is run. */
export interface PlannedPoint {
  /** Of the scenario, with eight hex digits of its values after a dot where it is swept. */
  readonly id: string
  readonly scenario: string
  readonly role: 'baseline' | 'reform'
  /** Id of the point it is compared with. */
  readonly baseline?: string
  /** What is swept, by id. */
  readonly values: SweptValues
  readonly law: Law
  /** Its own; the law's come from the model and go before. */
  readonly settings: readonly ScenarioSetting[]
  /** Id of the calibration its replicates draw members of, among those of the plan. */
  readonly calibration?: string
  readonly parameterOverrides: Readonly<Record<string, ParameterValue>>
  readonly uncertainties: readonly Uncertainty[]
  readonly shocks: readonly WrittenShock[]
  /** Hash of everything that determines its results but seed, replicate and periods. */
  readonly fingerprint: string
}

/** What points are made with. */
export interface PointContext {
  readonly catalogue: Pick<ScenarioCatalogue, 'levers'>
  /** Hash of a text, in hex. */
  readonly digest: (text: string) => string
  /** What results depend on besides the scenario: the model, its data. */
  readonly basis: unknown
}

const ID_DIGITS = 8

/** A reform at one point; what the baseline holds for uncertain is so here too, unless stated. */
export function planReform(
  reform: Scenario,
  point: DesignPoint,
  baseline: Scenario | undefined,
  context: PointContext,
): PlannedPoint {
  const values = sweptValues(point)
  const resolved = resolvePoint(reform, point, context.catalogue)
  const uncertainties = joined(resolved, baseline?.uncertainties ?? [])
  const id = pointId(reform.id, values, context)
  const calibration = pairCalibration(reform, baseline)
  return fingerprinted(
    {
      id,
      scenario: reform.id,
      role: 'reform',
      values,
      law: reform.law,
      ...resolved,
      uncertainties,
      shocks: reform.shocks,
    },
    reform,
    calibration,
    context,
  )
}

/**
 * The baseline in the world of a reform's point.
 *
 * @param id  what baseline points are called: the scenario's own id unless a reform has it
 */
export function planBaseline(
  baseline: Scenario,
  id: string,
  reform: Scenario,
  point: DesignPoint,
  context: PointContext,
): PlannedPoint {
  const parameters = point.assignments.filter(({ subject }) => subject.of === 'parameter')
  const world = { assignments: parameters }
  const values = sweptValues(world)
  const resolved = resolvePoint(baseline, world, context.catalogue)
  const uncertainties = joined(resolved, reform.uncertainties)
  const inherited = uncertainties.slice(resolved.uncertainties.length)
  const calibration = pairCalibration(reform, baseline)
  const taken = {
    ...(inherited.length === 0 ? {} : { drawn: byParameter(inherited) }),
    ...(calibration?.id === baseline.calibration?.id
      ? {}
      : { calibration: calibration?.id ?? null }),
  }
  const named = Object.keys(taken).length === 0 ? values : { values, ...taken }
  return fingerprinted(
    {
      id: pointId(id, named, context),
      scenario: baseline.id,
      role: 'baseline',
      values,
      law: baseline.law,
      ...resolved,
      uncertainties,
      shocks: baseline.shocks,
    },
    baseline,
    calibration,
    context,
  )
}

/** A point's own uncertainties, then those of `others` it says nothing of. */
function joined(
  own: { uncertainties: readonly Uncertainty[]; parameterOverrides: Readonly<object> },
  others: readonly Uncertainty[],
): readonly Uncertainty[] {
  const stated = new Set(own.uncertainties.map(({ parameter }) => parameter))
  for (const id of Object.keys(own.parameterOverrides)) stated.add(id)
  return [...own.uncertainties, ...others.filter(({ parameter }) => !stated.has(parameter))]
}

function pointId(id: string, named: object, { digest }: PointContext): string {
  if (Object.keys(named).length === 0) return id
  return `${id}.${digest(canonicalText(named)).slice(0, ID_DIGITS)}`
}

/** Neither names nor the order of levers and uncertainties count: results do not depend on them. */
function fingerprinted(
  point: Omit<PlannedPoint, 'fingerprint' | 'calibration'>,
  { run }: Scenario,
  calibration: Calibration | undefined,
  { basis, digest }: PointContext,
): PlannedPoint {
  const { law, settings, parameterOverrides, uncertainties, shocks } = point
  const text = canonicalText({
    basis,
    start: run.start,
    law,
    settings: byLever(settings),
    calibration: calibratedPart(calibration, point),
    parameterOverrides,
    uncertainties: byParameter(uncertainties),
    shocks,
  })
  const drawn = calibration === undefined ? {} : { calibration: calibration.id }
  return { ...point, ...drawn, fingerprint: digest(text) }
}

function byLever(settings: readonly ScenarioSetting[]): Readonly<Record<string, unknown>> {
  const levers = [...new Set(settings.map(({ lever }) => lever))]
  return Object.fromEntries(levers.map((id) => [id, settings.filter((one) => one.lever === id)]))
}

function byParameter(uncertainties: readonly Uncertainty[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    uncertainties.map(({ parameter, distribution }) => [parameter, distribution]),
  )
}
