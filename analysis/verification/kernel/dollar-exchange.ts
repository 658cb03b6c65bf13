/**
 * Dollar exchange: whoever is active hands one unit to a random other, unless broke.
 *
 * Under one random agent at a time all ways to spread M units over N people are equally likely in the
 * long run, so for M = N
 *
 *     P(one holds i) = C(M−i+N−2, N−2) / C(M+N−1, N−1)                       share broke (N−1)/(2N−1)
 *     P(two hold i and j) = C(M−i−j+N−3, N−3) / C(M+N−1, N−1)
 *
 * Other orders of activation lead elsewhere, so the same model tells them apart.
 *
 * @source Dragulescu and Yakovenko (2000), Statistical mechanics of money, Eur. Phys. J. B 17:723
 * @module
 */
import {
  advance,
  agentPhase,
  createTable,
  defineColumns,
  differs,
  hashWords,
  makeKey,
  purpose,
  seriesOf,
  simulate,
  uniform,
  type Activation,
  type Model,
  type Table,
} from '../../../engine/index.ts'
import { mean } from '../../statistics/moments.ts'
import { batchError } from '../monte-carlo.ts'

const columns = defineColumns({
  wealth: { unit: '1', doc: 'Units held', type: 'i32' },
  receiver: { unit: 'id', doc: 'To whom a unit goes this turn; −1 for nobody', type: 'i32' },
})

interface Exchange {
  readonly people: Table<typeof columns>
}

const label = { en: 'Hand over', zh: '转手' }

/** The model under one order of activation. */
function exchange(activation: Activation): Model<Exchange> {
  const id = `person.handOver.${activation}`
  const draw = purpose(id)
  const handOver = agentPhase<Exchange>({
    id,
    label,
    activation,
    count: ({ people }) => people.size,
    visit({ people }, giver, { key, period }, turn) {
      const other = Math.floor(uniform(key, draw, giver, turn, period) * (people.size - 1))
      people.receiver[giver] = people.wealth[giver] > 0 ? other + (other >= giver ? 1 : 0) : -1
    },
    apply({ people }, giver) {
      const receiver = people.receiver[giver]
      if (receiver < 0) return
      people.wealth[giver]--
      people.wealth[receiver]++
    },
  })
  return {
    start: '2000-01',
    phases: [handOver],
    checks: [{ id: 'unitsKept', label, find: ({ people }) => unitsKept(people.wealth) }],
    metrics: [
      { ...metric('broke'), measure: ({ people }) => shareHolding(people.wealth, 0) },
      { ...metric('one'), measure: ({ people }) => shareHolding(people.wealth, 1) },
      { ...metric('two'), measure: ({ people }) => shareHolding(people.wealth, 2) },
      { ...metric('gini'), measure: ({ people }) => gini(people.wealth) },
    ],
    fork({ people }) {
      const copy = createTable(columns, people.size)
      copy.words.set(people.words)
      return { people: copy }
    },
    hash: ({ people }, state) => hashWords(state, people.words),
  }
}

function metric(id: string) {
  return { id, label, unit: '1', doc: 'A share.', better: 'neither' } as const
}

function unitsKept(wealth: Int32Array) {
  let total = 0
  for (const units of wealth) total += units
  return differs('units kept', total, wealth.length, 0)
}

function shareHolding(wealth: Int32Array, units: number): number {
  let count = 0
  for (const held of wealth) if (held === units) count++
  return count / wealth.length
}

/** Gini coefficient from the sorted holdings. */
function gini(wealth: Int32Array): number {
  const sorted = wealth.slice().sort()
  let weighted = 0
  let total = 0
  for (let i = 0; i < sorted.length; i++) {
    weighted += (2 * (i + 1) - sorted.length - 1) * sorted[i]
    total += sorted[i]
  }
  return weighted / (sorted.length * total)
}

/** What the market looks like in the long run: mean over the sampled sweeps, with its error. */
export type Stationary = Readonly<Record<string, { readonly mean: number; readonly error: number }>>

/** Everybody starts with one unit. */
export function stationary(
  activation: Activation,
  size: number,
  burnIn: number,
  sampled: number,
): Stationary {
  const model = exchange(activation)
  const people = createTable(columns, size)
  people.wealth.fill(1)
  const key = makeKey('dollar-exchange', 0)
  advance(model, { people }, { key, from: -burnIn, periods: burnIn })
  const recording = simulate(model, { people }, { key, periods: sampled })
  const found: Record<string, { mean: number; error: number }> = {}
  for (const id of recording.metrics) {
    const series = seriesOf(recording, id)
    found[id] = { mean: mean(series), error: batchError(series) }
  }
  return found
}

/** The law of one person, and the Gini coefficient, when `size` units are spread evenly at random. */
export function evenSpread(size: number): {
  broke: number
  one: number
  two: number
  gini: number
} {
  // Ratios of neighbouring binomials keep every number near one.
  const broke = (size - 1) / (2 * size - 1)
  const one = (broke * size) / (2 * size - 2)
  const two = (one * (size - 1)) / (2 * size - 3)
  let pair = (broke * (size - 2)) / (2 * size - 2)
  let distance = 0
  for (let sum = 1; sum <= size; sum++) {
    pair *= (size - sum + 1) / (2 * size - 2 - sum)
    // Pairs i + j = sum are Σ|i − j| = ⌊(sum + 1)²/2⌋ apart.
    distance += pair * Math.floor((sum + 1) ** 2 / 2)
  }
  return { broke, one, two, gini: ((size - 1) / (2 * size)) * distance }
}
