/**
 * `scenario.resolved.json`: everything a run was told, with where each value is from, and what a reader
 * must know besides the numbers. What report, compare and reproduce read of a result but its numbers.
 * @module
 */
import { SimulationError } from '../../engine/errors.ts'
import { monthAt } from '../../engine/time.ts'
import { lawSettings } from '../../agents/levers/law-settings.ts'
import type {
  LeverCatalogue,
  LeverKind,
  LeverScope,
  LeverSetting,
  LeverValue,
} from '../../agents/levers/lever.ts'
import { parameterCatalogue } from '../../agents/parameter-catalogue.ts'
import type { MetricWish } from '../../scenarios/metric-wish.ts'
import type { Basis, Plan, PlannedPoint } from '../../scenarios/plan.ts'
import type { Scenario } from '../../scenarios/resolve.ts'
import type { Origin } from '../../scenarios/scenario-file.ts'
import type { Design, SweepBlock } from '../../scenarios/sweep.ts'
import type { Text } from '../metrics/metric.ts'
import type { Caveats } from './findings.ts'
import { ruleChanges } from './rule-changes.ts'
import { guidanceLevers, unknownLevers } from './rule-differences.ts'

export const RESOLVED_SCHEMA = 'resolved/1'

/** Its name in a result folder. */
export const RESOLVED_FILE = 'scenario.resolved.json'

/** A rule a reform changes against its baseline, with its legal source. */
export interface ChangedRule {
  /** Id of the reform. */
  readonly scenario: string
  readonly lever: string
  readonly label: Text
  readonly kind: LeverKind
  readonly from: string
  readonly baseline: LeverValue
  readonly reform: LeverValue
  readonly scope: LeverScope | null
  readonly source: string
  readonly status: string
}

/** A number of the model a scenario sets. */
export interface StatedParameter {
  readonly scenario: string
  readonly parameter: string
  readonly label: Text
  readonly unit: string
  readonly baseline: unknown
  /** A value, or a distribution it is drawn from in every replicate. */
  readonly value: unknown
  readonly source: string
}

/** A scenario as it was resolved. */
export interface ResolvedScenarioText {
  readonly id: string
  readonly title: Text
  readonly question: string
  readonly extends: readonly string[]
  readonly law: Scenario['law']
  /** Id of its own calibration; that of its points stands there. */
  readonly calibration?: string
  readonly notes: readonly string[]
  readonly origins: Readonly<Record<string, Origin>>
  /** How points were laid out, where that says what to make of them: one at a time, or Morris. */
  readonly sweep?: readonly SweepBlock[]
}

export interface ResolvedDocument {
  readonly schema: typeof RESOLVED_SCHEMA
  readonly basis: Basis
  readonly plan: Omit<Plan, 'baseline' | 'reforms' | 'replicates' | 'stopping'>
  /** The baseline first, if there is one. */
  readonly scenarios: readonly ResolvedScenarioText[]
  readonly changes: readonly ChangedRule[]
  readonly parameters: readonly StatedParameter[]
  readonly caveats: Caveats
}

/**
 * The document in a text.
 *
 * @throws SimulationError `RESULT_INVALID` for anything else
 */
export function parseResolved(text: string): ResolvedDocument {
  let found: Partial<ResolvedDocument> = {}
  try {
    found = JSON.parse(text) as Partial<ResolvedDocument>
  } catch {
    // refused below
  }
  if (found.schema === RESOLVED_SCHEMA && found.plan && found.caveats && found.basis) {
    return found as ResolvedDocument
  }
  const expected = `resolved scenarios of schema ${RESOLVED_SCHEMA}`
  throw new SimulationError([
    { code: 'RESULT_INVALID', file: RESOLVED_FILE, expected, got: 'something else' },
  ])
}

const LAID_OUT: readonly Design[] = ['oneAtATime', 'morris']

/** The document of a plan; how many replicates there are is no part of it. */
export function resolvedDocument(
  plan: Plan,
  basis: Basis,
  levers: LeverCatalogue,
  origins: Caveats['origins'],
): ResolvedDocument {
  const { baseline, reforms, question, points, start, periods, seed, metrics, keep } = plan
  const { fingerprint, calibrations } = plan
  const scenarios = baseline ? [baseline, ...reforms] : reforms
  return {
    schema: RESOLVED_SCHEMA,
    basis,
    plan: {
      question,
      points,
      ...(calibrations === undefined ? {} : { calibrations }),
      start,
      periods,
      seed,
      metrics: withoutFolders(metrics),
      keep,
      fingerprint,
    },
    scenarios: scenarios.map(
      ({ id, title, question, extendsChain, law, calibration, notes, sweep, origins: from }) => ({
        id,
        title,
        question,
        extends: extendsChain.slice(1),
        law,
        ...(calibration === undefined ? {} : { calibration: calibration.id }),
        notes,
        origins: from,
        ...(sweep.some(({ design }) => LAID_OUT.includes(design)) ? { sweep } : {}),
      }),
    ),
    changes: baseline ? reforms.flatMap((reform) => changedRules(baseline, reform, levers)) : [],
    parameters: scenarios.flatMap(statedParameters),
    caveats: caveatsOf(plan, levers, origins),
  }
}

/** Where a file lies on somebody's machine is no part of a result. */
function withoutFolder(origin: Origin): Origin {
  return { ...origin, file: origin.file.split(/[\\/]/).at(-1)! }
}

function withoutFolders({ shipped, formulas }: MetricWish): MetricWish {
  return {
    shipped,
    formulas: formulas.map((formula) => ({ ...formula, origin: withoutFolder(formula.origin) })),
  }
}

/** Every setting of a scenario or point: the law's, then its own. */
export function allSettings(
  { law, settings }: Pick<PlannedPoint, 'law' | 'settings'>,
  levers: LeverCatalogue,
): readonly LeverSetting[] {
  const own = settings as readonly LeverSetting[] // checked against the catalogue
  return [...lawSettings(levers, law), ...own]
}

function changedRules(baseline: Scenario, reform: Scenario, levers: LeverCatalogue): ChangedRule[] {
  const sides = [baseline, reform].map((one) => allSettings(one, levers))
  return ruleChanges(sides[0], sides[1], levers, reform.run).map(
    ({ lever, from, baseline: before, reform: after, scope }) => ({
      scenario: reform.id,
      lever: lever.id,
      label: lever.label,
      kind: lever.kind,
      from,
      baseline: before,
      reform: after,
      scope: scope ?? null,
      source: lever.source,
      status: lever.status,
    }),
  )
}

function statedParameters({ id, parameterOverrides, uncertainties }: Scenario): StatedParameter[] {
  const stated: [string, unknown][] = [
    ...Object.entries(parameterOverrides),
    ...uncertainties.map(({ parameter, distribution }): [string, unknown] => [
      parameter,
      distribution,
    ]),
  ]
  return stated.map(([parameter, value]) => {
    const { label, unit, baseline, source } = parameterCatalogue.find(
      (one) => one.id === parameter,
    )!
    return { scenario: id, parameter, label, unit, baseline, value, source }
  })
}

function caveatsOf(plan: Plan, levers: LeverCatalogue, origins: Caveats['origins']): Caveats {
  const settings = plan.points.flatMap((point) => allSettings(point, levers))
  const last = monthAt(plan.start, plan.periods - 1)
  const scenarios = plan.baseline ? [plan.baseline, ...plan.reforms] : plan.reforms
  return {
    guidance: guidanceLevers(settings, levers, last).map((lever) => lever.label),
    unknown: unknownLevers(settings, levers).map((lever) => lever.label),
    origins,
    calibrations: calibratedBy(plan),
    notes: [...new Set(scenarios.flatMap((scenario) => scenario.notes))],
  }
}

/** What the points draw members of, each once; points without a calibration count as one. */
function calibratedBy({ points, calibrations }: Plan): NonNullable<Caveats['calibrations']> {
  const ids = [...new Set(points.map(({ calibration }) => calibration))]
  return ids.map((id) => {
    if (id === undefined) return null
    const { title, members } = calibrations![id]
    return { id, title, members: members.length }
  })
}
