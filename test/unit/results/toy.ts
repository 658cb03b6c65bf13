/**
 * A small experiment without a market: every value follows from job, metric and month.
 * @module
 */
import { createHash, hashWords } from '../../../engine/hash.ts'
import type { MetricDescription } from '../../../analysis/answer/readings.ts'
import type {
  FinishedJob,
  JobOutcome,
  ResultPlan,
  ResultPoint,
  ResultSubject,
  RunFacts,
} from '../../../analysis/results/result-plan.ts'
import type { KeptShape } from '../../../analysis/results/tables.ts'

const FINGERPRINT = '7f3a9c0123456789abcdef0123456789abcdef0123456789abcdef0123456789'
const PERIODS = 3

const before: ResultPoint = { id: 'before', scenario: 'before', role: 'baseline', values: {} }
const reforms: ResultPoint[] = [0.2, 0.24].map((cap, k) => ({
  id: `cap.0000000${k}`,
  scenario: 'cap',
  role: 'reform',
  baseline: 'before',
  values: { aprCapPerLoan: cap },
}))

export const toyPlan: ResultPlan = {
  question: 'Does a cap change "anything", at all?',
  baseline: { id: 'before', title: { en: 'Before', zh: '之前' } },
  reforms: [{ id: 'cap', title: { en: 'A cap', zh: '上限' } }],
  points: [before, ...reforms],
  start: '2025-11',
  periods: PERIODS,
  seed: 'toy',
  replicates: 4,
  fingerprint: FINGERPRINT,
}

export const toyMetrics: MetricDescription[] = ['links', 'cr5', 'originations', 'mine'].map(
  (id) => ({
    id,
    label: { en: id, zh: `指标${id}` },
    unit: id === 'links' ? 'links' : 'share',
    theme: id === 'mine' ? 'own' : 'partners',
    doc: `What ${id} means, with a comma`,
    source: 'a toy',
    better: id === 'links' ? 'higher' : 'neither',
    flow: id === 'originations',
  }),
)

export const toyKept: KeptShape = {
  width: 3,
  columns: [
    {
      name: 'period',
      kind: 'month',
      unit: 'date',
      label: { en: 'month', zh: '月份' },
      doc: 'Month',
      read: (rows, at) => 20_000 + rows[at],
    },
    {
      name: 'bank',
      kind: 'text',
      unit: '',
      label: { en: 'bank', zh: '银行' },
      doc: 'Bank',
      read: (rows, at) => `bank:${rows[at + 1]}`,
    },
    {
      name: 'funded',
      kind: 'number',
      unit: 'mn',
      label: { en: 'funded', zh: '资金' },
      doc: 'Balance',
      optional: true,
      read: (rows, at) => rows[at + 2],
    },
  ],
}

export function toySubject(plan: Partial<ResultPlan> = {}): ResultSubject {
  return {
    plan: { ...toyPlan, ...plan },
    metrics: toyMetrics,
    model: { version: '1.2.3', commit: null, dirty: null, calibration: null },
    documents: { 'scenario.yaml': '# a comment\nid: cap\n', 'scenario.resolved.json': '{}\n' },
    kept: { links: toyKept },
    comparisons: { 'cap.00000000': { effective: '2025-12' } },
    replay: (point, replicate) => `zhudai run ${point.scenario} --only ${replicate}`,
  }
}

/** A value with digits to spare; some are not defined, some are 0 of either sign. */
export function toyValue(job: number, metric: number, period: number): number {
  const replicate = Math.floor(job / toyPlan.points.length)
  const point = job % toyPlan.points.length
  if (metric === 1 && (replicate + period) % 3 === 0) return NaN
  if (metric === 3) return period === 0 ? -0 : replicate === 1 ? 0 : 5e-324
  const luck = ((replicate + 1) * 7919 * (metric + 1)) % 1013
  return luck / 1013 + point / 3 + period / 7
}

/** What a job leaves; replicate 2 of the last point fails. */
export function toyOutcome(job: number): JobOutcome {
  const points = toyPlan.points.length
  if (job === 2 * points + points - 1) {
    return { ok: false, code: 'IDENTITY_BROKEN', message: 'left, "right"', period: 1 }
  }
  const result = new Float64Array(toyMetrics.length * PERIODS)
  for (let i = 0; i < result.length; i++) {
    result[i] = toyValue(job, Math.floor(i / PERIODS), i % PERIODS)
  }
  const hashes = new Uint32Array(2 * PERIODS)
  for (let t = 0; t < PERIODS; t++) {
    const state = createHash()
    hashWords(state, Uint32Array.of(job, t))
    hashes.set(state, 2 * t)
  }
  const kept = job < points ? { links: Float64Array.of(0, job, 1.5, 31, job + 1, NaN) } : {}
  return { ok: true, result, hashes, kept }
}

export function toyJobs(from: number, to: number): FinishedJob[] {
  return Array.from({ length: to - from }, (_, k) => ({
    index: from + k,
    outcome: toyOutcome(from + k),
  }))
}

export const toyRun: RunFacts = {
  environment: { node: '20', platform: 'toy', threads: 1 },
  run: { started: null, finished: null, resumed: 0, command: 'zhudai run cap' },
}
