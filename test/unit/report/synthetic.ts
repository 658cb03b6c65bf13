/**
 * Results without a market: every number follows from metric, point, replicate and month, and passes
 * through the statistics every result passes through.
 * @module
 */
import { makeKey, purpose, uniform } from '../../../engine/stream.ts'
import { monthAt } from '../../../engine/time.ts'
import { chapters } from '../../../analysis/answer/headlines.ts'
import {
  momentOf,
  readingOf,
  type MetricDescription,
  type Moment,
} from '../../../analysis/answer/readings.ts'
import { READ_BEFORE } from '../../../analysis/answer/rows.ts'
import type { ResolvedDocument } from '../../../analysis/answer/resolved-document.ts'
import { metricOf } from '../../../analysis/metrics/index.ts'
import type { Text } from '../../../analysis/metrics/metric.ts'
import { families } from '../../../analysis/report/plots/metric-choice.ts'
import type {
  ReportFailure,
  ReportLink,
  ReportSource,
} from '../../../analysis/report/report-source.ts'
import { bestPoints } from '../../../analysis/results/best-points.ts'
import type { Manifest } from '../../../analysis/results/manifest.ts'
import type { Placed } from '../../../analysis/results/placed-points.ts'
import {
  changeOf,
  differenceOf,
  levelOf,
  seriesOf,
} from '../../../analysis/results/summary-entries.ts'
import { SUMMARY_SCHEMA, type Summary } from '../../../analysis/results/summary.ts'
import type { Dependence } from '../../../analysis/sensitivity/dependence.ts'
import type { LeverValue, ParameterValue } from '../../../scenarios/values.ts'
import { plantedDependence } from './planted-dependence.ts'

export interface SyntheticPoint {
  readonly id: string
  readonly scenario?: string
  readonly title?: Text
  readonly baseline?: string
  readonly values?: Readonly<Record<string, LeverValue | ParameterValue>>
  /** What every metric is multiplied with from the month of effect; 1 if not given. */
  readonly factor?: number
  /** Of the change, in shares of the level. */
  readonly noise?: number
  readonly failed?: readonly number[]
}

export interface SyntheticWish {
  readonly points: readonly SyntheticPoint[]
  readonly question?: string
  readonly periods?: number
  readonly replicates?: number
  readonly metrics?: readonly string[]
  readonly links?: boolean
  readonly own?: { readonly id: string; readonly label: Text }
  readonly resolved?: Partial<ResolvedDocument>
  readonly seed?: string
  readonly name?: string
  readonly dependence?: Dependence
}

const START = '2024-11'
const EFFECT = 8

/** All metrics a report speaks of. */
export const SPOKEN = [
  ...new Set([
    ...chapters.flatMap(({ metrics }) => metrics),
    ...families.flatMap(({ members, whole }) => [
      ...members.map(({ metric }) => metric),
      ...(whole ? [whole] : []),
    ]),
  ]),
].filter((id) => metricOf(id) !== undefined)

const luck = purpose('test.synthetic')

export function syntheticSource(wish: SyntheticWish): ReportSource {
  const { points, periods = 10, replicates = 4, seed = 'synthetic' } = wish
  const shipped = (wish.metrics ?? SPOKEN).map((id): MetricDescription => {
    const { label, unit, theme, doc, source, better, flow } = metricOf(id)!
    return { id, label, unit, theme, doc, source, better, flow }
  })
  const own: MetricDescription[] = wish.own
    ? [
        {
          ...wish.own,
          unit: '1',
          theme: 'own',
          doc: 'links / programmesOn',
          source: '',
          better: 'neither',
          flow: false,
        },
      ]
    : []
  const metrics = [...shipped, ...own]
  const key = makeKey(seed, 0)
  const done = (point: SyntheticPoint) =>
    Array.from({ length: replicates }, (_, r) => r).filter((r) => !(point.failed ?? []).includes(r))
  const blockOf = (point: SyntheticPoint, m: number): Float64Array => {
    const { unit } = metrics[m]
    const level = ['share', '1/year'].includes(unit) ? 0.4 : 120
    const ids = done(point)
    return Float64Array.from({ length: ids.length * periods }, (_, i) => {
      const r = ids[Math.floor(i / periods)]
      const t = i % periods
      const base = level * (0.8 + 0.4 * uniform(key, luck, m, r, 0)) * (1 + 0.01 * t)
      if (t < EFFECT) return base
      const factor = point.factor ?? 1
      const shake = (point.noise ?? 0) * (uniform(key, luck, m, r, t + 1) - 0.5)
      return base * factor * (1 + shake)
    })
  }
  const byId = new Map(points.map((point) => [point.id, point]))
  const resultPoint = ({ id, scenario = id, baseline, values = {} }: SyntheticPoint) => ({
    id,
    scenario,
    role: points.some((one) => one.baseline === id) ? ('baseline' as const) : ('reform' as const),
    values,
    ...(baseline === undefined ? {} : { baseline }),
  })
  const lists: Pick<Summary, 'levels' | 'changes' | 'series' | 'best'> & Record<string, unknown[]> =
    {
      levels: [] as never[],
      changes: [] as never[],
      series: [] as never[],
      best: [] as never[],
    }
  const { levels, changes, series, best } = lists as unknown as Record<string, unknown[]>
  const identical = new Map<string, boolean>()
  metrics.forEach((metric, m) => {
    const readings = points.map((point) => {
      const block = blockOf(point, m)
      const ids = done(point)
      const values = readAll(block, periods, metric, momentOf(metric))
      const placed = { point: resultPoint(point) } as unknown as Placed
      levels.push(levelOf(placed, metric, values))
      const against = point.baseline === undefined ? undefined : byId.get(point.baseline)!
      if (against === undefined) {
        if (points.length <= 8) series.push(seriesOf(placed, metric, block, periods))
      } else {
        const common = ids.filter((r) => done(against).includes(r))
        const left = pick(blockOf(against, m), done(against), common, periods)
        const right = pick(block, ids, common, periods)
        const pair = {
          point: resultPoint(point),
          against: { point: resultPoint(against) },
        } as unknown as Placed
        const moments: Moment[] = [
          momentOf(metric),
          ...(READ_BEFORE.includes(metric.id) ? ['beforeEffective' as const] : []),
        ]
        for (const at of moments) {
          const [before, after] = [left, right].map((one) => readAll(one, periods, metric, at))
          changes.push(changeOf(pair, metric, at, before, after, false))
        }
        const difference = differenceOf(left, right)
        identical.set(
          point.id,
          (identical.get(point.id) ?? true) && difference.every((one) => one === 0),
        )
        if (points.length <= 8) series.push(seriesOf(pair, metric, block, periods, difference))
      }
      return { point: resultPoint(point), replicates: Int32Array.from(ids), values }
    })
    if (points.length > 2)
      best.push(
        ...bestPoints(
          metric,
          readings.filter(({ point }) => point.role === 'reform'),
        ),
      )
  })
  const scenarios = new Map<string, { id: string; title: Text; role: string }>()
  for (const point of points) {
    const { scenario, role } = resultPoint(point)
    scenarios.set(scenario, {
      id: scenario,
      title: point.title ?? { en: `Scenario ${scenario}`, zh: `情景${scenario}` },
      role,
    })
  }
  const all = [...scenarios.values()].map(({ id, title, role }) => ({ id, title, role }))
  const baseline = all.find(({ role }) => role === 'baseline')
  const question = wish.question ?? 'What changes when the rules change?'
  const summary: Summary = {
    schema: SUMMARY_SCHEMA,
    question,
    baseline: baseline ? { id: baseline.id, title: baseline.title } : null,
    reforms: all.filter((one) => one !== baseline).map(({ id, title }) => ({ id, title })),
    start: START,
    periods,
    seed,
    points: points.map((point) => ({
      ...resultPoint(point),
      baseline: point.baseline ?? null,
      done: done(point).length,
      failed: (point.failed ?? []).length,
    })),
    metrics: metrics.map(({ id, label, unit, theme, better, flow }) => ({
      id,
      label,
      unit,
      theme,
      better,
      flow,
    })),
    pairs: points.flatMap((point) => {
      if (point.baseline === undefined) return []
      const common = done(point).filter((r) => done(byId.get(point.baseline!)!).includes(r))
      return [
        {
          point: point.id,
          against: point.baseline,
          pairs: common.length,
          identical: identical.get(point.id) ?? false,
          effective: monthAt(START, EFFECT),
          sameness: identical.get(point.id) ? ('neverBinds' as const) : null,
        },
      ]
    }),
    ...(lists as unknown as Pick<Summary, 'levels' | 'changes' | 'series' | 'best'>),
  }
  const failures = points.flatMap(({ id, failed = [] }) =>
    failed.map((replicate): ReportFailure => ({
      point: id,
      replicate,
      code: 'JOB_FAILED',
      month: null,
      replay: `zhudai run ${id} --only ${replicate}`,
    })),
  )
  return {
    name: wish.name ?? 'synthetic-7f3a9c',
    summary: JSON.parse(JSON.stringify(summary)) as Summary,
    manifest: manifestOf(question, summary, replicates),
    resolved: { ...resolvedOf(summary), ...wish.resolved },
    failures,
    levers: {
      aprCapPerLoan: {
        id: 'aprCapPerLoan',
        label: { en: 'All-in cost cap per loan', zh: '单笔贷款综合融资成本上限' },
        kind: 'rate',
        unit: '1/year',
        links: [],
      },
    },
    ...(wish.links === true ? { links: linksOf(points, periods) } : {}),
    ...(wish.dependence === undefined ? {} : { dependence: wish.dependence }),
  }
}

function readAll(
  block: Float64Array,
  periods: number,
  metric: MetricDescription,
  moment: Moment,
): Float64Array {
  return Float64Array.from({ length: block.length / periods }, (_, j) =>
    readingOf(block, j * periods, periods, metric, moment, EFFECT - 1),
  )
}

function pick(
  block: Float64Array,
  ids: readonly number[],
  wanted: readonly number[],
  periods: number,
): Float64Array {
  const found = new Float64Array(wanted.length * periods)
  wanted.forEach((r, i) => {
    const at = ids.indexOf(r) * periods
    found.set(block.subarray(at, at + periods), i * periods)
  })
  return found
}

function manifestOf(question: string, summary: Summary, replicates: number): Manifest {
  const { points } = summary
  return {
    schema: 'manifest/1',
    scenario: { id: summary.reforms[0]?.id ?? 'x', fingerprint: '7f3a9c0123', question },
    against: summary.baseline ? { id: summary.baseline.id, fingerprint: 'b81d02' } : null,
    model: { version: '0.1.0', commit: null, dirty: null, calibration: '0123' },
    design: {
      points: points.length,
      replicates,
      periods: summary.periods,
      start: summary.start,
      seed: summary.seed,
    },
    status: {
      done: points.reduce((sum, { done }) => sum + done, 0),
      failed: points.reduce((sum, { failed }) => sum + failed, 0),
      identitiesChecked: 14400,
      identitiesBroken: 0,
    },
    environment: { node: '20.20.2', platform: 'linux-x64', threads: 1 },
    run: { started: null, finished: null, resumed: 0, command: 'zhudai run a --against b' },
    files: {},
  }
}

function resolvedOf(summary: Summary): ResolvedDocument {
  return {
    schema: 'resolved/1',
    basis: { version: '0.1.0', model: 'abc', data: 'def' },
    plan: {
      question: summary.question,
      points: [],
      start: summary.start,
      periods: summary.periods,
      seed: summary.seed,
      metrics: { shipped: 'all', formulas: [] },
      keep: { tables: { agents: 'none', links: 'first', ledger: 'first' } },
      fingerprint: '7f3a9c',
    },
    scenarios: [...(summary.baseline ? [summary.baseline] : []), ...summary.reforms].map(
      ({ id, title }) => ({
        id,
        title,
        question: summary.question,
        extends: [],
        law: {},
        notes: [],
        origins: {},
      }),
    ),
    changes: summary.baseline
      ? summary.reforms.map(({ id }) => ({
          scenario: id,
          lever: 'aprCapPerLoan',
          label: { en: 'All-in cost cap per loan', zh: '单笔贷款综合融资成本上限' },
          kind: 'rate',
          from: monthAt(START, EFFECT),
          baseline: 0.24,
          reform: 0.2,
          scope: null,
          source: 'Notice 9, art. 6',
          status: 'in_force',
        }))
      : [],
    parameters: [],
    caveats: {
      guidance: [],
      unknown: [],
      origins: { data: 0.21, derived: 0.3, imputed: 0.49, inverted: 0 },
      notes: ['A note of the scenario.'],
    },
  }
}

/** Twelve banks and nine platforms; a reform has cut every third partnership from the month of effect. */
function linksOf(points: readonly SyntheticPoint[], periods: number): Record<string, ReportLink[]> {
  return Object.fromEntries(
    points.map(({ id, factor = 1 }) => [
      id,
      Array.from({ length: periods }, (_, t) =>
        Array.from({ length: 36 }, (_, k): ReportLink[] => {
          const cut = factor < 1 && t >= EFFECT && k % 3 === 0
          if (factor === 0 && t >= EFFECT) return []
          return [
            {
              period: monthAt(START, t),
              bank: `bank:b${k % 12}`,
              platform: `platform:p${(k * 5) % 9}`,
              status: cut ? 'runningOff' : 'active',
              balance: (cut ? 10 : 40) * (1 + (k % 7)),
            },
          ]
        }).flat(),
      ).flat(),
    ]),
  )
}

const before: SyntheticPoint = { id: 'before' }
const after = (id: string, factor: number, more: Partial<SyntheticPoint> = {}): SyntheticPoint => ({
  id,
  baseline: 'before',
  factor,
  noise: 0.02,
  ...more,
})

/** Enough for every section, and quick. */
const FEW = SPOKEN.filter((id) => !/Exit|S[234]$|Third|^balance|compliance/.test(id))

/** One result of every kind a report must be able to tell. */
export const kinds: Readonly<Record<string, SyntheticWish>> = {
  single: { points: [before], links: true, metrics: FEW },
  pair: { points: [before, after('after', 0.8)], links: true },
  reforms: {
    points: [before, after('one', 0.9), after('two', 0.8), after('three', 1.1)],
    links: true,
  },
  several: { points: [before, { id: 'other', factor: 1.1 }], links: true, metrics: FEW },
  sweep: {
    points: [
      before,
      ...[0.18, 0.2, 0.22, 0.24].map((cap, k) =>
        after(`cap.${k}`, 0.7 + 0.1 * k, { scenario: 'cap', values: { aprCapPerLoan: cap } }),
      ),
    ],
    metrics: FEW,
  },
  cells: {
    points: [
      before,
      ...[0.2, 0.24].flatMap((cap) =>
        ['none', 'publicList'].map((list, k) =>
          after(`two.${cap}.${list}`, 2 * cap + 0.3 * k, {
            scenario: 'two',
            values: { aprCapPerLoan: cap, whitelistRequired: list },
          }),
        ),
      ),
    ],
    metrics: FEW.slice(0, 12),
  },
  tornado: {
    points: [
      { id: 'low', scenario: 'before', values: { planningHorizon: 6 } },
      { id: 'high', scenario: 'before', values: { planningHorizon: 36 } },
      after('a', 0.8, { scenario: 'reform', baseline: 'low', values: { planningHorizon: 6 } }),
      after('b', 1.2, { scenario: 'reform', baseline: 'high', values: { planningHorizon: 36 } }),
    ],
    metrics: FEW.slice(0, 12),
  },
  failed: {
    points: [{ ...before, failed: [3] }, after('after', 0.8, { failed: [1, 3] })],
    metrics: FEW,
  },
  drawn: {
    points: [before, after('after', 0.8)],
    metrics: [...new Set([...FEW.slice(0, 12), 'links', 'originations', 'averageApr'])],
    dependence: plantedDependence(200, ['links', 'originations', 'averageApr']),
  },
  identical: { points: [before, { id: 'after', baseline: 'before' }], metrics: FEW },
  empty: { points: [before, after('after', 0)], links: true, metrics: [...FEW, 'balance'] },
}
