/**
 * A window of connectivity in which losses spread: contagion among banks with equal buffers.
 *
 * Interbank assets are a fifth of all, spread equally over in-links; a failed counterparty pays
 * nothing. Losing one of j counterparties is fatal if 20/j > buffer, in units of a hundredth of assets,
 * so a loss equal to the buffer is survived. With J the largest such j, one failure spreads without end
 * in a random network of mean degree z if
 *
 *     z · P(Poisson(z) ≤ J − 1) > 1
 *
 * @source Gai and Kapadia (2010), Contagion in financial networks, Proc. R. Soc. A 466:2401
 * @module
 */
import {
  addLink,
  createLinks,
  createTable,
  defineColumns,
  exp,
  hashWords,
  indexLinks,
  log,
  openStream,
  drawAt,
  purpose,
  simulate,
  uniform,
  type Key,
  type Links,
  type Model,
  type Phase,
  type Table,
} from '../../../engine/index.ts'

/** Interbank assets in hundredths of all assets. */
const INTERBANK = 20
const BISECTIONS = 60
const LARGEST_DEGREE = 30
/** More than this share of banks failing is systemic. */
export const SYSTEMIC = 0.05

/** The largest in-degree at which the loss of one counterparty exceeds `buffer` [hundredths]. */
export function fatalDegree(buffer: number): number {
  let degree = 0
  while (INTERBANK > buffer * (degree + 1)) degree++
  return degree
}

/** z·P(Poisson(z) ≤ J − 1): failures that one failure leads to. */
function spread(z: number, fatal: number): number {
  let term = exp(-z)
  let sum = 0
  for (let k = 0; k < fatal; k++) {
    sum += term
    term *= z / (k + 1)
  }
  return z * sum
}

/** Mean degrees between which failures spread. */
export function cascadeWindow(buffer: number): { readonly from: number; readonly to: number } {
  const fatal = fatalDegree(buffer)
  let peak = 0
  for (let z = 0; z < LARGEST_DEGREE; z += 1 / BISECTIONS) {
    if (spread(z, fatal) > spread(peak, fatal)) peak = z
  }
  return { from: crossing(0, peak, fatal), to: crossing(LARGEST_DEGREE, peak, fatal) }
}

/** Where the spread passes one between a degree at which it does not exceed it and one where it does. */
function crossing(outside: number, inside: number, fatal: number): number {
  let [below, above] = [outside, inside]
  for (let i = 0; i < BISECTIONS; i++) {
    const middle = (below + above) / 2
    if (spread(middle, fatal) > 1) above = middle
    else below = middle
  }
  return (below + above) / 2
}

const columns = defineColumns({
  failed: { unit: '0/1', doc: 'Has failed', type: 'u8' },
  hit: { unit: '1', doc: 'Counterparties that have failed', type: 'i32' },
})

interface Banks {
  readonly banks: Table<typeof columns>
  /** From debtor to creditor. */
  readonly loans: Links
  /** Hundredths of assets. */
  readonly buffer: number
}

const label = { en: 'Spread losses', zh: '传染损失' }

const spreadLosses: Phase<Banks> = {
  id: 'bank.spreadLosses',
  label,
  run({ banks, loans, buffer }) {
    const { failed, hit } = banks
    hit.fill(0)
    for (let slot = 0; slot < loans.count; slot++) hit[loans.to[slot]] += failed[loans.from[slot]]
    for (let b = 0; b < banks.size; b++) {
      const degree = loans.toStart[b + 1] - loans.toStart[b]
      if (INTERBANK * hit[b] > buffer * degree) failed[b] = 1
    }
  },
}

const model: Model<Banks> = {
  start: '2000-01',
  phases: [spreadLosses],
  checks: [],
  metrics: [
    {
      id: 'failed',
      label,
      unit: '1',
      doc: 'Share of banks that have failed.',
      better: 'lower',
      measure: ({ banks }) => banks.failed.reduce((sum, one) => sum + one, 0) / banks.size,
    },
  ],
  fork(market) {
    const banks = createTable(columns, market.banks.size)
    banks.words.set(market.banks.words)
    return { ...market, banks }
  },
  hash: ({ banks }, state) => hashWords(state, banks.words),
}

const gapPurpose = purpose('cascade.gap')
const firstPurpose = purpose('cascade.first')

/** Every ordered pair is linked with the same chance; gaps between linked pairs are geometric. */
function randomLoans(size: number, degree: number, key: Key): Links {
  const loans = createLinks(size, size, Math.ceil(1.5 * size * degree) + size)
  const scale = 1 / log(1 - degree / (size - 1))
  const pairs = size * (size - 1)
  const gaps = openStream(key, gapPurpose, 0, 0)
  let pair = -1
  for (let draw = 0; ; draw++) {
    pair += 1 + Math.floor(log(drawAt(gaps, draw)) * scale)
    if (pair >= pairs) break
    const from = Math.floor(pair / (size - 1))
    const to = pair - from * (size - 1)
    addLink(loans, from, to + (to >= from ? 1 : 0))
  }
  indexLinks(loans)
  return loans
}

/** Share of banks that fail after one fails at random, in one network. */
export function cascadeExtent(size: number, degree: number, buffer: number, key: Key): number {
  const banks = createTable(columns, size)
  banks.failed[Math.floor(uniform(key, firstPurpose, 0, 0, 0) * size)] = 1
  const market: Banks = { banks, loans: randomLoans(size, degree, key), buffer }
  const { series } = simulate(model, market, { key, periods: ROUNDS })
  return series[ROUNDS - 1]
}

/** Enough for the longest cascade among a thousand banks at the edges of the window. */
const ROUNDS = 100
