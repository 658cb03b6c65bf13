import { log } from '../../engine/numerics/log.ts'
import { drawAt, gumbel, purpose, setStream } from '../../engine/stream.ts'
import type { Context } from '../../engine/phase.ts'
import { slotOf } from '../../engine/links.ts'
import type { Market } from '../market.ts'

const searchPartner = purpose('bank.searchPartner')

/** Upper bounds of the Gumbel error by equal parts of the unit interval: most losers need no logarithm. */
const PARTS = 256
const bounds = Float64Array.from({ length: PARTS }, (_, i) => gumbel((i + 1) / PARTS))

/**
 * θ_pa·ln(deg_p+1) + ½·ln w_p of every platform that lends, for all banks that search this quarter.
 *
 * @source Model document, section 5.7
 */
export function weighAttraction(market: Market): void {
  const { platforms, parameters, work } = market
  for (let p = 0; p < platforms.size; p++) {
    const weight = platforms.trafficWeight[p]
    work.attraction[p] =
      platforms.failed[p] === 1 || !(weight > 0)
        ? -Infinity
        : parameters.preferentialAttachment * log(work.degree[p] + 1) + 0.5 * log(weight)
  }
}

/**
 * The platforms a bank looks at this quarter: the χ_c largest of attraction + Gumbel error, among active
 * platforms it is neither linked to nor waiting for, and did not leave this month.
 *
 * @returns how many (fewer exist → all); their rows are in `work.order`, best first; ties: lower id
 * @source Model document, section 5.7; Delli Gatti et al. (2010), sampled partners
 */
export function drawCandidates(market: Market, b: number, context: Context): number {
  const { platforms, banks, parameters, work } = market
  const { scores, order, stream, attraction } = work
  setStream(stream, context.key, searchPartner, banks.id[b], context.period)
  const wanted = parameters.candidates
  let count = 0
  for (let p = 0; p < platforms.size; p++) {
    if (attraction[p] === -Infinity) continue
    const u = drawAt(stream, platforms.id[p])
    if (count === wanted && attraction[p] + bounds[(u * PARTS) | 0] < scores[count - 1]) continue
    if (!isCandidate(market, b, p, context.period)) continue
    const score = attraction[p] + gumbel(u)
    let at = count
    while (at > 0 && isBetter(market, score, p, scores[at - 1], order[at - 1])) at--
    if (at >= wanted) continue
    if (count < wanted) count++
    for (let i = count - 1; i > at; i--) {
      scores[i] = scores[i - 1]
      order[i] = order[i - 1]
    }
    scores[at] = score
    order[at] = p
  }
  return count
}

function isBetter(
  market: Market,
  score: number,
  p: number,
  rival: number,
  rivalRow: number,
): boolean {
  return (
    score > rival || (score === rival && market.platforms.id[p] < market.platforms.id[rivalRow])
  )
}

function isCandidate(market: Market, b: number, p: number, period: number): boolean {
  const { edges } = market
  const slot = slotOf(edges.links, b, p)
  if (slot < 0) return true
  return (
    edges.links.active[slot] === 0 && edges.pending[slot] === 0 && edges.endedAt[slot] !== period
  )
}
