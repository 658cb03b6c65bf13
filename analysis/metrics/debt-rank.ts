/**
 * DebtRank: how much of banks' equity is lost if one platform collapses.
 *
 *     h_i(t+1) = min{1, h_i(t) + Σ_j Λ_ij·[h_j(t) - h_j(t-1)]},  DR_p = Σ_b h_b(∞)·E_b / Σ_b E_b
 *     Λ_bg = LGD·Σ_{p∈g} γ_p·L_bp·PD99.9_p / E_b
 *     Λ_bp = LGD·(ξ-1)·6·h̄_p·(1-γ_p)·L_bp / E_b
 *     Λ_gp = LGD·(ξ-1)·6·h̄_p·γ_p·L_p / K_g
 *
 * Distress runs from the platform to its guarantor and to banks, and from the guarantor to banks, and
 * no further, so the fixed point is h_b = min{1, Λ_bp + Λ_bg·min(1, Λ_gp)}.
 *
 * @source Battiston et al. (2012), Scientific Reports 2:541; Bardoscia et al. (2015), PLOS ONE;
 *   model document, section 11
 * @module
 */
import { normalCdf, normalQuantile } from '../../engine/numerics/normal.ts'
import type { Market } from '../../agents/market.ts'
import type { Figures } from './figures.ts'
import { meanHazards } from './mean-hazards.ts'
import { defineMetric, type MetricDefinition } from './metric.ts'

/** Correlation and level of the stressed default rate of a guarantor's books. */
const ASSET_CORRELATION = 0.04
const STRESS_QUANTILE = 0.999
/** Months of broken-down collection whose extra defaults a collapse causes. */
const DISTRESS_MONTHS = 6
/** Computed in months 2, 5, 8 … and in the first one seen. */
const MONTHS_BETWEEN = 3

/**
 * Vasicek's quantile of the default rate: Φ((Φ⁻¹(PD) + √ρ·Φ⁻¹(q))/√(1-ρ)).
 * @source Vasicek (2002), Risk 15:160
 */
export function stressedDefault(annualDefault: number): number {
  if (!(annualDefault > 0)) return 0
  if (annualDefault >= 1) return 1
  const shift = Math.sqrt(ASSET_CORRELATION) * normalQuantile(STRESS_QUANTILE)
  return normalCdf((normalQuantile(annualDefault) + shift) / Math.sqrt(1 - ASSET_CORRELATION))
}

/**
 * DebtRank of every platform.
 *
 * @param hazards  mean monthly hazard h̄ of each platform's loans
 * @returns one per platform, in [0, 1]; 0 for a platform without balance
 */
export function debtRanks(market: Market, hazards: Float64Array): Float64Array {
  const { banks, platforms, guarantors, edges, parameters } = market
  const { links, balance } = edges
  const { from, to, count } = links
  const { guarantor, guaranteeCover } = platforms
  const { equity, size: B } = banks
  const lossGivenDefault = parameters.lossGivenDefault
  const extra = (parameters.distressMultiplier - 1) * DISTRESS_MONTHS
  const direct = new Float64Array(platforms.size * B)
  const viaGuarantor = new Float64Array(guarantors.size * B)
  const onGuarantor = new Float64Array(platforms.size)
  const stressed = Float64Array.from(hazards, (hazard) => stressedDefault(12 * hazard))
  for (let slot = 0; slot < count; slot++) {
    const amount = balance[slot]
    if (!(amount > 0)) continue
    const b = from[slot]
    const p = to[slot]
    const g = guarantor[p]
    const cover = g >= 0 ? guaranteeCover[p] : 0
    const loss = lossGivenDefault * extra * hazards[p] * amount
    direct[p * B + b] += loss * (1 - cover)
    if (!(cover > 0)) continue
    onGuarantor[p] += loss * cover
    viaGuarantor[g * B + b] += lossGivenDefault * cover * amount * stressed[p]
  }
  let capital = 0
  for (let b = 0; b < B; b++) if (equity[b] > 0) capital += equity[b]
  const ranks = new Float64Array(platforms.size)
  for (let p = 0; p < platforms.size; p++) {
    const g = guarantor[p]
    const hit = g >= 0 ? Math.min(1, share(onGuarantor[p], guarantors.equity[g])) : 0
    const first = g >= 0 ? g * B : 0
    let lost = 0
    for (let b = 0; b < B; b++) {
      if (!(equity[b] > 0)) continue
      const indirect = hit > 0 ? viaGuarantor[first + b] * hit : 0
      lost += Math.min(equity[b], direct[p * B + b] + indirect)
    }
    ranks[p] = capital > 0 ? lost / capital : 0
  }
  return ranks
}

/** Loss over capital; 1 where there is no capital left to lose it from. */
function share(loss: number, capital: number): number {
  if (loss === 0) return 0
  return capital > 0 ? loss / capital : 1
}

/** The figure stands between the months in which it is computed, as it costs more than all others. */
function largest(figures: Figures): number {
  const { market, period } = figures
  const due = period % MONTHS_BETWEEN === MONTHS_BETWEEN - 1
  if (!due && !Number.isNaN(figures.debtRankMax)) return figures.debtRankMax
  const ranks = debtRanks(market, meanHazards(market))
  let max = NaN
  for (let p = 0; p < ranks.length; p++) {
    if (market.platforms.failed[p] === 0 && !(ranks[p] <= max)) max = ranks[p]
  }
  figures.debtRankMax = max
  return max
}

export const debtRankMetrics: readonly MetricDefinition[] = [
  defineMetric({
    id: 'debtRankMax',
    label: { en: 'Largest DebtRank of a platform', zh: '平台最大DebtRank' },
    unit: 'share',
    theme: 'risk',
    better: 'lower',
    doc: "Share of banks' equity lost if the most dangerous active platform collapses, computed every third month (periods 2, 5, 8, …) and standing in between: h_i(t+1) = min{1, h_i(t) + Σ Λ_ij[h_j(t) - h_j(t-1)]}.",
    source: 'Battiston et al. (2012), Scientific Reports 2:541; Bardoscia et al. (2015), PLOS ONE',
    read: largest,
  }),
]
