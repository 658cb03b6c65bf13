import { describe, expect, it } from 'vitest'
import { agentPhase } from '../../../engine/agent-phase.ts'
import type { Activation } from '../../../engine/agent-phase.ts'
import { differs } from '../../../engine/checks.ts'
import { hashWords } from '../../../engine/hash.ts'
import { seriesOf } from '../../../engine/record.ts'
import { advance, simulate } from '../../../engine/simulate.ts'
import type { Model } from '../../../engine/simulate.ts'
import { makeKey, purpose, uniform } from '../../../engine/stream.ts'
import { createTable, defineColumns } from '../../../engine/table.ts'
import type { Table } from '../../../engine/table.ts'

/**
 * Dollar exchange: whoever is active hands one unit to a random other, unless broke. The order of
 * activation decides how unequal wealth becomes, so this tells the four regimes apart.
 *
 * @source Dragulescu and Yakovenko (2000), Statistical mechanics of money
 */
const columns = defineColumns({
  wealth: { unit: '1', doc: 'Units held', type: 'i32' },
  receiver: { unit: 'id', doc: 'To whom a unit goes this turn; −1 for nobody', type: 'i32' },
})

interface Exchange {
  readonly people: Table<typeof columns>
}

const label = { en: 'Hand over', zh: '转手' }
const PEOPLE = 1000
const BURN_IN = 1000
const SAMPLED = 3000
const TOLERANCE = 0.004 // the criterion of V1 and V1b

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
    checks: [{ id: 'conserved', label, find: ({ people }) => conserved(people.wealth) }],
    metrics: [
      { ...metric('broke'), measure: ({ people }) => shareHolding(people.wealth, 0) },
      { ...metric('one'), measure: ({ people }) => shareHolding(people.wealth, 1) },
      { ...metric('two'), measure: ({ people }) => shareHolding(people.wealth, 2) },
      { ...metric('gini'), measure: ({ people }) => gini(people.wealth) },
    ],
    fork: ({ people }) => {
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

function conserved(wealth: Int32Array) {
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

/** Means over the sampled sweeps, by metric. */
function stationary(activation: Activation): Record<string, number> {
  const model = exchange(activation)
  const people = createTable(columns, PEOPLE)
  people.wealth.fill(1)
  const market = { people }
  const key = makeKey('dollars', 0)
  advance(model, market, { key, from: -BURN_IN, periods: BURN_IN })
  const recording = simulate(model, market, { key, periods: SAMPLED })
  const means: Record<string, number> = {}
  for (const id of recording.metrics) {
    const series = seriesOf(recording, id)
    means[id] = mean(series)
    // The criterion is fair only if it is wider than three standard errors of this run.
    expect(3 * standardError(series)).toBeLessThan(TOLERANCE)
  }
  return means
}

function mean(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum / values.length
}

/** Standard error of the mean of a correlated series, from the spread of 20 batch means. */
function standardError(series: Float64Array): number {
  const batches = 20
  const length = series.length / batches
  const means = Float64Array.from({ length: batches }, (_, i) =>
    mean(series.subarray(i * length, (i + 1) * length)),
  )
  const centre = mean(means)
  return Math.sqrt(mean(means.map((value) => (value - centre) ** 2)) / (batches - 1))
}

// V1 and V1b of the verification suite.
describe('dollar exchange', () => {
  it('becomes geometric when one random agent is active at a time', () => {
    const { broke, one, two, gini } = stationary('random')
    expect(Math.abs(broke - 0.49975)).toBeLessThan(TOLERANCE)
    expect(Math.abs(one - 0.25)).toBeLessThan(TOLERANCE)
    expect(Math.abs(two - 0.125)).toBeLessThan(TOLERANCE)
    expect(Math.abs(gini - 0.6667)).toBeLessThan(TOLERANCE)
  })

  it('is more equal in shuffled sweeps', () => {
    const { broke, gini } = stationary('shuffled')
    expect(Math.abs(broke - 0.4624)).toBeLessThan(TOLERANCE)
    expect(Math.abs(gini - 0.6298)).toBeLessThan(TOLERANCE)
  })

  it('lies in between in a fixed order', () => {
    const { broke, gini } = stationary('fixed')
    expect(Math.abs(broke - 0.4737)).toBeLessThan(TOLERANCE)
    expect(Math.abs(gini - 0.6411)).toBeLessThan(TOLERANCE)
  })

  it('leaves √2 − 1 broke when all act at once', () => {
    const { broke, gini } = stationary('synchronous')
    expect(Math.abs(broke - (Math.SQRT2 - 1))).toBeLessThan(TOLERANCE)
    expect(Math.abs(gini - 0.5792)).toBeLessThan(TOLERANCE)
  })
})
