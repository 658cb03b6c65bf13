/**
 * A swept experiment without a market: outcomes are formulas of the swept values, of what replicates
 * drew, and of luck.
 *
 *     links of a reform, less those of its baseline = 40 (horizon − 12) + 2,000 (cap − 22%) + luck
 *
 * so that a horizon shorter than a year turns the sign.
 * @module
 */
import { normalQuantile } from '../../../engine/numerics/index.ts'
import { createSfc32, fillUniform } from '../../../engine/sfc32.ts'
import type { MetricDescription } from '../../../analysis/answer/readings.ts'
import type {
  FinishedJob,
  ResultPoint,
  ResultSubject,
} from '../../../analysis/results/result-plan.ts'
import type { Calibration } from '../../../scenarios/calibrations/calibration.ts'
import type { Uncertainty } from '../../../scenarios/uncertainty.ts'
import { finishedFolder } from '../results/folder-at-rest.ts'

const PERIODS = 2
export const CAPS = [0.2, 0.22, 0.24]
export const HORIZONS = [6, 12, 18]
const LISTS = ['publicList', null]

export const sweptMetrics: MetricDescription[] = (['links', 'cr5', 'hhi'] as const).map((id) => ({
  id,
  label: { en: id === 'links' ? 'Partner links' : id, zh: id === 'links' ? '合作关系' : id },
  unit: id === 'links' ? 'links' : 'share',
  theme: 'partners',
  doc: 'A toy',
  source: 'a toy',
  better: 'neither',
  flow: false,
}))

const baselines: ResultPoint[] = HORIZONS.map((planningHorizon) => ({
  id: `before.${planningHorizon}`,
  scenario: 'before',
  role: 'baseline',
  values: { planningHorizon },
}))

const reforms: ResultPoint[] = CAPS.flatMap((aprCapPerLoan) =>
  HORIZONS.flatMap((planningHorizon) =>
    LISTS.map((whitelistRequired, k) => ({
      id: `cap.${aprCapPerLoan}.${planningHorizon}.${k}`,
      scenario: 'cap',
      role: 'reform' as const,
      baseline: `before.${planningHorizon}`,
      values: { aprCapPerLoan, planningHorizon, whitelistRequired },
    })),
  ),
)

interface ToyOptions {
  readonly replicates: number
  /** Points to leave out, so that the rest is no full crossing. */
  readonly without?: readonly string[]
  readonly uncertainties?: readonly Uncertainty[]
  /** Of which every replicate draws a member. */
  readonly calibration?: Calibration
  /** Adds to the links of a reform, by replicate. */
  readonly drawnEffect?: (replicate: number) => number
}

/** The folder of the experiment. */
export async function sweptFolder(options: ToyOptions): Promise<string> {
  const { replicates, without = [], uncertainties = [], drawnEffect = () => 0 } = options
  const { calibration } = options
  const points = [...baselines, ...reforms.filter(({ id }) => !without.includes(id))]
  const luck = new Float64Array(replicates * (points.length + 1))
  fillUniform(createSfc32('swept toy'), luck)
  const normal = luck.map(normalQuantile)
  const jobs: FinishedJob[] = []
  for (let replicate = 0; replicate < replicates; replicate++) {
    points.forEach(({ role, values }, p) => {
      const { planningHorizon, aprCapPerLoan } = values as Record<string, number>
      const shared = 500 * normal[replicate * (points.length + 1)]
      const own = 20 * normal[replicate * (points.length + 1) + 1 + p]
      const change =
        role === 'baseline'
          ? 0
          : 40 * (planningHorizon - 12) + 2000 * (aprCapPerLoan - 0.22) + drawnEffect(replicate)
      const links = 5000 + 10 * planningHorizon + shared + change + own
      const result = Float64Array.of(0, links, 0, 0.5, NaN, NaN)
      const hashes = Uint32Array.of(replicate, p, replicate, p)
      jobs.push({ index: replicate * points.length + p, outcome: { ok: true, result, hashes } })
    })
  }
  const resolved = {
    schema: 'resolved/1',
    basis: {},
    caveats: {},
    plan: {
      points: points.map(({ id, values: { planningHorizon } }) => ({
        id,
        uncertainties,
        ...(calibration ? { calibration: calibration.id } : {}),
        parameterOverrides: { planningHorizon },
      })),
      ...(calibration ? { calibrations: { [calibration.id]: calibration } } : {}),
    },
  }
  const subject: ResultSubject = {
    plan: {
      question: 'What does it depend on?',
      baseline: { id: 'before', title: { en: 'Before', zh: '之前' } },
      reforms: [{ id: 'cap', title: { en: 'A cap', zh: '上限' } }],
      points,
      start: '2025-11',
      periods: PERIODS,
      seed: 'toy',
      replicates,
      fingerprint: '7f3a9c0123456789abcdef0123456789abcdef0123456789abcdef0123456789',
    },
    metrics: sweptMetrics,
    model: { version: '1.2.3', commit: null, dirty: null, calibration: null },
    documents: { 'scenario.yaml': 'id: cap\n', 'scenario.resolved.json': JSON.stringify(resolved) },
  }
  return finishedFolder([jobs], subject)
}
