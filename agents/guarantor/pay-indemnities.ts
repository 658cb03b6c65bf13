/**
 * Guarantors pay the banks for defaults they cover, pro rata when they cannot pay in full.
 *
 *     avail = (Kc + Σg·Int + (1−LGD)·RG/w_o − cost)⁺ ;  pay_g = min{1, avail/Σ_b γ·Dft}
 *     Kc' = avail − paid ;  RG' = RG + paid − RG/w_o ;  K' = K + Σg·Int − LGD·paid − cost
 *
 * The Eisenberg–Noe solution of a claim network with one layer.
 *
 * @source Model document, sections 6 and 8.3; Eisenberg and Noe (2001)
 * @module
 */
import type { Phase } from '../../engine/phase.ts'
import type { Market } from '../market.ts'

export const payIndemnities: Phase<Market> = {
  id: 'guarantor.payIndemnities',
  label: { en: 'Guarantors pay indemnities', zh: '增信机构代偿' },
  run(market) {
    if (market.environment.frozen) return
    sumClaims(market)
    for (let g = 0; g < market.guarantors.size; g++) clear(market, g)
    passOn(market)
  },
}

function sumClaims(market: Market): void {
  const { edges, guarantors, platforms, work } = market
  guarantors.claimed.fill(0)
  for (let slot = 0; slot < edges.links.count; slot++) {
    const claim = work.claims[slot]
    if (claim <= 0) continue
    guarantors.claimed[platforms.guarantor[edges.links.to[slot]]] += claim
  }
}

/** Pays what it can and moves its cash, claims and equity. */
function clear(market: Market, g: number): void {
  const { guarantors, parameters, work } = market
  const workout = guarantors.claims[g] / parameters.workoutMonths
  const recovered = (1 - parameters.lossGivenDefault) * workout
  const inflow = guarantors.cash[g] + work.guarantor.fees[g] + recovered
  const wanted = (parameters.guarantorCost * guarantors.outstanding[g]) / 12
  const cost = wanted < inflow ? wanted : inflow
  const available = inflow - cost > 0 ? inflow - cost : 0
  const claimed = guarantors.claimed[g]
  const share = paidShareOf(available, claimed)
  const paid = share * claimed
  guarantors.paidShare[g] = share
  guarantors.cash[g] = available - paid
  guarantors.claims[g] += paid - workout
  guarantors.equity[g] += work.guarantor.fees[g] - parameters.lossGivenDefault * paid - cost
  work.guarantor.paid[g] = paid
  work.guarantor.cost[g] = cost
  work.guarantor.recovered[g] = recovered
}

/** pay_g = min{1, available/claimed}; 1 without claims. */
export function paidShareOf(available: number, claimed: number): number {
  return claimed <= available ? 1 : available / claimed
}

/** What each bank receives: the paid share of its claims. */
function passOn(market: Market): void {
  const { edges, guarantors, platforms, work } = market
  work.bank.indemnity.fill(0)
  for (let slot = 0; slot < edges.links.count; slot++) {
    const claim = work.claims[slot]
    if (claim <= 0) continue
    const g = platforms.guarantor[edges.links.to[slot]]
    work.bank.indemnity[edges.links.from[slot]] += guarantors.paidShare[g] * claim
  }
}
