/**
 * Business that goes with a link: what lists cut by a benchmark leave of loans and lending.
 *
 * A benchmark has no months of its own, so the loans of a cut link leave at once, as if its bank and
 * platform had never met; everybody else's stay as they were in the opening month. Stocks scale with the
 * balance that is left, flows with the lending that is left:
 *
 *     bank: loans, bad loans, allowance, new loans;  platform: balance, defaults, new loans, lines;
 *     segment: debt, defaults, new loans by price;  borrowers: funded;  guarantor: outstanding
 *
 * Capital, profits and applications stand still. Benchmarks are not the model: money that leaves goes
 * nowhere, so no identity is checked.
 *
 * @source Model document, section 15 (benchmarks)
 * @module
 */
import { indexLinks } from '../../../engine/links.ts'
import { LINE_20, LINE_24, firstQuote, vintageSlot } from '../../../agents/loans/book-loans.ts'
import { lineAt, visitCells } from '../../../agents/loans/loan-book.ts'
import type { Market } from '../../../agents/market.ts'
import { SEGMENTS } from '../../../agents/parameters.ts'
import { SITES } from '../../../agents/pricing/outlook.ts'
import { sumOutstanding } from '../../../agents/settlement/settle-guarantors.ts'

const WIDTH = SITES * SEGMENTS
const PAST_MONTHS = 3

/** The opening month as it ended, link by link and in sums. */
export interface Volumes {
  readonly slots: number
  readonly active: Uint8Array
  readonly balance: Float64Array
  /** New loans of each link by site and segment, and the first quote of each site. */
  readonly booked: Float64Array
  readonly quote: Int32Array
  /** Performing principal of each link by segment. */
  readonly principal: Float64Array
  readonly prices: Float64Array
  readonly bank: Sums & { badLoans: Float64Array; allowance: Float64Array }
  readonly platform: Sums & { pastDefaults: Float64Array }
  readonly segment: Sums & { defaulted: Float64Array; pastDefaults: Float64Array }
  readonly funded: Float64Array
}

/** Stock and monthly flow [mn]. */
interface Sums {
  readonly stock: Float64Array
  readonly flow: Float64Array
}

/** Notes what there is at the end of the opening month, whose rules hold from now on for what is read. */
export function noteVolumes(market: Market): Volumes {
  market.rules = market.rules.map(() => market.rules[0])
  const { banks, platforms, segments, borrowers, edges, work, loans } = market
  const slots = edges.links.count
  const principal = new Float64Array(slots * SEGMENTS)
  visitCells(loans, (cell, _, slot, s) => {
    principal[slot * SEGMENTS + s] += loans.principal[cell]
  })
  return {
    slots,
    active: edges.links.active.slice(0, slots),
    balance: edges.balance.slice(0, slots),
    booked: work.booked.slice(0, slots * WIDTH),
    quote: Int32Array.from({ length: slots * SITES }, (_, row) =>
      firstQuote(market, Math.floor(row / SITES), row % SITES),
    ),
    principal,
    prices: work.inForce.price.slice(),
    bank: {
      stock: banks.partnerLoans.slice(),
      flow: banks.originated.slice(),
      badLoans: banks.badLoans.slice(),
      allowance: banks.allowance.slice(),
    },
    platform: {
      stock: platforms.balance.slice(),
      flow: platforms.originated.slice(),
      pastDefaults: platforms.pastDefaults.slice(),
    },
    segment: {
      stock: segments.debt.slice(),
      flow: segments.originated.slice(),
      defaulted: segments.defaulted.slice(),
      pastDefaults: segments.pastDefaults.slice(),
    },
    funded: borrowers.funded.slice(),
  }
}

/** Brings the books to the links that are left, as of `period`; lists are indexed anew. */
export function leaveVolumes(market: Market, volumes: Volumes, period: number): void {
  const { banks, platforms, segments, borrowers, edges, regions } = market
  const { bank, platform, segment, funded } = volumes
  const left = sumLeft(market, volumes)
  indexLinks(edges.links)
  for (let b = 0; b < banks.size; b++) {
    const stock = left.bankStock[b]
    banks.partnerLoans[b] = bank.stock[b] * stock
    banks.badLoans[b] = bank.badLoans[b] * stock
    banks.allowance[b] = bank.allowance[b] * stock
    banks.originated[b] = bank.flow[b] * left.bankFlow[b]
  }
  for (let p = 0; p < platforms.size; p++) {
    platforms.balance[p] = platform.stock[p] * left.platformStock[p]
    platforms.originated[p] = platform.flow[p] * left.platformFlow[p]
    scalePast(platform.pastDefaults, platforms.pastDefaults, p, left.platformStock[p])
  }
  for (let s = 0; s < SEGMENTS; s++) {
    segments.debt[s] = segment.stock[s] * left.segmentStock[s]
    segments.defaulted[s] = segment.defaulted[s] * left.segmentStock[s]
    scalePast(segment.pastDefaults, segments.pastDefaults, s, left.segmentStock[s])
    for (let r = 0; r < regions; r++) {
      borrowers.funded[s * regions + r] = funded[s * regions + r] * left.segmentFlow[s]
    }
  }
  priceLines(market, volumes, left.lent, period)
  sumOutstanding(market)
}

/** Shares of the opening month's business that are left, and what is lent at each quote [mn]. */
function sumLeft({ banks, platforms, edges }: Market, volumes: Volumes) {
  const { from, to, active } = edges.links
  const bankStock = createParts(banks.size)
  const bankFlow = createParts(banks.size)
  const platformStock = createParts(platforms.size)
  const platformFlow = createParts(platforms.size)
  const segmentStock = createParts(SEGMENTS)
  const segmentFlow = createParts(SEGMENTS)
  const lent = new Float64Array(volumes.prices.length)
  for (let slot = 0; slot < volumes.slots; slot++) {
    const stays = volumes.active[slot] === active[slot]
    const b = from[slot]
    const p = to[slot]
    const stock = volumes.balance[slot]
    edges.balance[slot] = stays ? stock : 0
    add(bankStock, b, stock, stays)
    add(platformStock, p, stock, stays)
    for (let s = 0; s < SEGMENTS; s++) {
      add(segmentStock, s, volumes.principal[slot * SEGMENTS + s], stays)
    }
    let flow = 0
    for (let i = 0; i < WIDTH; i++) {
      const amount = volumes.booked[slot * WIDTH + i]
      if (amount === 0) continue
      const s = i % SEGMENTS
      const site = (i - s) / SEGMENTS
      flow += amount
      add(segmentFlow, s, amount, stays)
      if (stays) lent[volumes.quote[slot * SITES + site] + s] += amount
    }
    edges.originated[slot] = stays ? flow : 0
    add(bankFlow, b, flow, stays)
    add(platformFlow, p, flow, stays)
  }
  return {
    bankStock: sharesOf(bankStock),
    bankFlow: sharesOf(bankFlow),
    platformStock: sharesOf(platformStock),
    platformFlow: sharesOf(platformFlow),
    segmentStock: sharesOf(segmentStock),
    segmentFlow: sharesOf(segmentFlow),
    lent,
  }
}

/** Sums over all links, and over those that stay. */
interface Parts {
  readonly whole: Float64Array
  readonly left: Float64Array
}

function createParts(size: number): Parts {
  return { whole: new Float64Array(size), left: new Float64Array(size) }
}

function add({ whole, left }: Parts, row: number, amount: number, stays: boolean): void {
  whole[row] += amount
  if (stays) left[row] += amount
}

/** Left ÷ whole; exactly 1 where nothing went. */
function sharesOf({ whole, left }: Parts): Float64Array {
  return left.map((part, row) => (whole[row] > 0 ? part / whole[row] : 1))
}

function scalePast(from: Float64Array, to: Float64Array, row: number, share: number): void {
  for (let k = 0; k < PAST_MONTHS; k++) {
    to[row * PAST_MONTHS + k] = from[row * PAST_MONTHS + k] * share
  }
}

/** The opening month's loans that are left, as the vintage of `period`, and what they add up to. */
function priceLines(market: Market, { prices }: Volumes, lent: Float64Array, period: number): void {
  const { segments, loans } = market
  const vintage = vintageSlot(period, loans.tenor)
  segments.originated.fill(0)
  segments.priceVolume.fill(0)
  segments.above24.fill(0)
  segments.above20.fill(0)
  for (let quote = 0; quote < lent.length; quote++) {
    const amount = lent[quote]
    const line = lineAt(loans, quote, vintage)
    loans.lineBalance[line] = amount
    loans.price[line] = prices[quote]
    if (amount === 0) continue
    const s = quote % SEGMENTS
    segments.originated[s] += amount
    segments.priceVolume[s] += prices[quote] * amount
    if (prices[quote] > LINE_24) segments.above24[s] += amount
    if (prices[quote] > LINE_20) segments.above20[s] += amount
  }
}
