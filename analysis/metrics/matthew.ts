/**
 * The Matthew effect (马太效应): do those who have more gain more?
 * @module
 */
import { log } from '../../engine/numerics/log.ts'
import type { Figures } from './figures.ts'
import { defineMetric, type MetricDefinition } from './metric.ts'
import { total } from './shares.ts'

/**
 * Least-squares slope of y on x over the first n pairs: Σ(x-x̄)(y-ȳ)/Σ(x-x̄)².
 * @returns NaN for fewer than two pairs or when all x are equal
 */
export function slope(x: Float64Array, y: Float64Array, n: number): number {
  let sumX = 0
  let sumY = 0
  for (let i = 0; i < n; i++) {
    sumX += x[i]
    sumY += y[i]
  }
  let across = 0
  let spread = 0
  for (let i = 0; i < n; i++) {
    across += (x[i] - sumX / n) * (y[i] - sumY / n)
    spread += (x[i] - sumX / n) * (x[i] - sumX / n)
  }
  return spread > 0 ? across / spread : NaN
}

function volumeSlope({ market: { platforms } }: Figures): number {
  const start = total(platforms.startBalance)
  const now = total(platforms.balance)
  const x = new Float64Array(platforms.size)
  const y = new Float64Array(platforms.size)
  let n = 0
  for (let p = 0; p < platforms.size; p++) {
    const before = platforms.startBalance[p] / start
    const after = platforms.balance[p] / now
    if (platforms.failed[p] === 1 || !(before > 0) || !(after > 0)) continue
    x[n] = log(before)
    y[n] = log(after) - x[n]
    n++
  }
  return slope(x, y, n)
}

/** `partnersNow` is what each platform's partners are compared with: real ones or a benchmark's. */
function degreeSlope(figures: Figures, partnersNow: (p: number) => number): number {
  const { platforms } = figures.market
  const x = new Float64Array(platforms.size)
  const y = new Float64Array(platforms.size)
  let n = 0
  for (let p = 0; p < platforms.size; p++) {
    if (platforms.failed[p] === 1) continue
    x[n] = log(figures.openingPlatformPartners[p] + 1)
    y[n] = log(partnersNow(p) + 1) - x[n]
    n++
  }
  return slope(x, y, n)
}

export const matthewMetrics: readonly MetricDefinition[] = [
  defineMetric({
    id: 'matthewVolume',
    label: { en: 'Matthew effect in balances', zh: '余额的马太效应' },
    unit: '1',
    theme: 'concentration',
    doc: 'Slope of Δln s on ln s₀ over surviving platforms, s the share of balances: above 0, the large gain.',
    read: volumeSlope,
  }),
  defineMetric({
    id: 'matthewDegree',
    label: { en: 'Matthew effect in partners', zh: '合作银行数的马太效应' },
    unit: '1',
    theme: 'concentration',
    doc: 'Slope of Δln(k+1) on ln(k₀+1) over surviving platforms, k the funders. Compare with matthewDegreeRandom.',
    read: (figures) => degreeSlope(figures, (p) => figures.platformPartners[p]),
  }),
  defineMetric({
    id: 'matthewDegreeRandom',
    label: { en: 'The same if links were lost at random', zh: '随机减少合作时的同一斜率' },
    unit: '1',
    theme: 'concentration',
    doc: 'The slope of matthewDegree if every opening partnership had been kept with the same probability, at the expected k = k₀·links/opening links.',
    read: (figures) => {
      const kept = figures.links / figures.openingLinks
      return degreeSlope(figures, (p) => kept * figures.openingPlatformPartners[p])
    },
  }),
]
