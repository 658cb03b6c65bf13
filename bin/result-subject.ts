/**
 * What a result folder is told of a plan: documents, metrics, kept tables, and facts for the words.
 * @module
 */
import { periodOf } from '../engine/time.ts'
import type { LeverCatalogue } from '../agents/levers/lever.ts'
import { parameterCatalogue } from '../agents/parameter-catalogue.ts'
import type { Population } from '../agents/populate/population.ts'
import { originShares } from '../agents/populate/provenance.ts'
import type { Sameness } from '../analysis/answer/findings.ts'
import {
  allSettings,
  RESOLVED_FILE,
  resolvedDocument,
} from '../analysis/answer/resolved-document.ts'
import { differingSettings, effectiveMonth } from '../analysis/answer/rule-differences.ts'
import type { MetricColumns } from '../analysis/experiment/metric-columns.ts'
import { agentNames } from '../analysis/kept/agent-names.ts'
import { keptShapes } from '../analysis/kept/keeper.ts'
import type {
  ComparisonFacts,
  Definition,
  ResultPoint,
  ResultSubject,
} from '../analysis/results/result-plan.ts'
import { KEPT_TABLES, type Keep } from '../scenarios/keep.ts'
import type { Basis, Plan, PlannedPoint } from '../scenarios/plan.ts'
import { modelFacts } from './basis.ts'
import { scenarioText, readBaselineFacts } from './sources.ts'

/** What the command says besides the plan. */
export interface SubjectRequest {
  readonly plan: Plan
  readonly basis: Basis
  readonly columns: MetricColumns
  readonly levers: LeverCatalogue
  readonly population: Population
  /** Names of the scenarios as typed, the first one first, and of the baseline. */
  readonly scenarios: readonly string[]
  readonly against: string | undefined
  /** The command that runs one replicate again. */
  replay(replicate: number): string
}

export function resultSubject(request: SubjectRequest): ResultSubject {
  const { plan, basis, columns, levers, population } = request
  const resolved = resolvedDocument(plan, basis, levers, originShares(population))
  return {
    plan,
    metrics: columns.descriptions,
    model: modelFacts(basis),
    documents: {
      ...documentsOf(request),
      [RESOLVED_FILE]: `${JSON.stringify(resolved, null, 2)}\n`,
    },
    kept: keptOf(plan),
    comparisons: comparisonsOf(plan, levers),
    definitions: sweptDefinitions(plan.points, levers),
    replay: (_: ResultPoint, replicate: number) => request.replay(replicate),
  }
}

/** Scenario files as written, comments and all. */
function documentsOf({ scenarios, against, plan }: SubjectRequest): Record<string, string> {
  const documents: Record<string, string> = {}
  scenarios.forEach((name, k) => {
    documents[k === 0 ? 'scenario.yaml' : `scenario-${plan.reforms[k].id}.yaml`] =
      scenarioText(name)
  })
  if (against !== undefined) documents['baseline.yaml'] = scenarioText(against)
  return documents
}

function keptOf({ keep, start }: Plan): NonNullable<ResultSubject['kept']> {
  const facts = readBaselineFacts()
  const shapes = keptShapes({ start, names: agentNames(facts) })
  const wanted = KEPT_TABLES.filter((table) => isWanted(keep, table))
  return Object.fromEntries(wanted.map((table) => [table, shapes[table]]))
}

function isWanted({ tables }: Keep, table: (typeof KEPT_TABLES)[number]): boolean {
  return tables[table] !== 'none'
}

/** When each comparison counts from, and why nothing would differ. */
function comparisonsOf(plan: Plan, levers: LeverCatalogue): Record<string, ComparisonFacts> {
  const byId = new Map(plan.points.map((point) => [point.id, point]))
  const compared = plan.points.filter((point) => point.baseline !== undefined)
  return Object.fromEntries(
    compared.map((point) => [
      point.id,
      comparisonFacts(byId.get(point.baseline!)!, point, plan, levers),
    ]),
  )
}

function comparisonFacts(
  baseline: PlannedPoint,
  reform: PlannedPoint,
  { start, periods }: Plan,
  levers: LeverCatalogue,
): ComparisonFacts {
  const sides = [baseline, reform].map((point) => allSettings(point, levers))
  const differences = differingSettings(sides[0], sides[1], levers)
  const effective = effectiveMonth(differences, levers, start, periods)
  const inside = effective !== undefined && periodOf(start, effective) >= 0
  const sameWorld =
    JSON.stringify([baseline.parameterOverrides, baseline.shocks]) ===
    JSON.stringify([reform.parameterOverrides, reform.shocks])
  const sameness: Sameness =
    differences.length === 0 && sameWorld
      ? 'sameRules'
      : !inside && sameWorld
        ? 'afterRun'
        : 'neverBinds'
  return inside ? { effective, sameness } : { sameness }
}

/** What is swept, defined. */
function sweptDefinitions(points: readonly PlannedPoint[], levers: LeverCatalogue): Definition[] {
  const ids = [...new Set(points.flatMap((point) => Object.keys(point.values)))]
  return ids.map((id) => {
    const lever = levers.byId.get(id)
    if (lever) {
      const { label, unit, doc, source } = lever
      return { id, label, unit, doc, source }
    }
    const { label, unit, source } = parameterCatalogue.find((one) => one.id === id)!
    return { id, label, unit, doc: label.en, source }
  })
}
