/**
 * The giant component of a random network: S = 1 − e^(−zS).
 *
 * Everybody hears the lowest name among those connected to them, turn by turn, until nobody hears
 * anything new; who ends with the same name is connected.
 *
 * @source Erdős and Rényi (1960), On the evolution of random graphs
 * @module
 */
import {
  addLink,
  agentPhase,
  createLinks,
  createTable,
  defineColumns,
  exp,
  hashWords,
  indexLinks,
  makeKey,
  purpose,
  simulate,
  uniform,
  type Links,
  type Model,
  type Table,
} from '../../../engine/index.ts'

const columns = defineColumns({
  name: { unit: 'id', doc: 'Lowest id heard of', type: 'i32' },
  changed: { unit: '0/1', doc: 'Heard something new this period', type: 'u8' },
})

interface Hearsay {
  readonly people: Table<typeof columns>
  readonly links: Links
}

const label = { en: 'Hear the lowest name', zh: '传播最小编号' }

const hear = agentPhase<Hearsay>({
  id: 'person.hear',
  label,
  activation: 'fixed',
  count: ({ people }) => people.size,
  visit({ people, links }, person) {
    const { name } = people
    let lowest = name[person]
    for (let i = links.fromStart[person]; i < links.fromStart[person + 1]; i++) {
      lowest = Math.min(lowest, name[links.to[links.fromSlots[i]]])
    }
    for (let i = links.toStart[person]; i < links.toStart[person + 1]; i++) {
      lowest = Math.min(lowest, name[links.from[links.toSlots[i]]])
    }
    people.changed[person] = lowest < name[person] ? 1 : 0
    name[person] = lowest
  },
})

const model: Model<Hearsay> = {
  start: '2000-01',
  phases: [hear],
  checks: [],
  metrics: [
    { ...metric('largest'), measure: ({ people }) => largestShare(people.name) },
    { ...metric('changed'), measure: ({ people }) => people.changed.reduce((a, b) => a + b, 0) },
  ],
  fork(market) {
    const people = createTable(columns, market.people.size)
    people.words.set(market.people.words)
    return { ...market, people }
  },
  hash: ({ people }, state) => hashWords(state, people.words),
}

function metric(id: string) {
  return { id, label, unit: '1', doc: 'A share or a number of people.', better: 'neither' } as const
}

function largestShare(names: Int32Array): number {
  const counts = new Int32Array(names.length)
  let largest = 0
  for (const name of names) largest = Math.max(largest, ++counts[name])
  return largest / names.length
}

const end = purpose('network.end')
/** Enough for a name to reach everybody; the entry reads whether it was. */
const ROUNDS = 60

/** Share of the largest component of `size` people with z·size/2 links at random. */
export function giantComponent(size: number, degree: number, replicate: number) {
  const key = makeKey('giant-component', replicate)
  const edges = Math.round((size * degree) / 2)
  const links = createLinks(size, size, edges)
  for (let edge = 0; edge < edges; edge++) {
    const from = Math.floor(uniform(key, end, edge, 0, 0) * size)
    const to = Math.floor(uniform(key, end, edge, 1, 0) * (size - 1))
    addLink(links, from, to + (to >= from ? 1 : 0))
  }
  indexLinks(links)
  const people = createTable(columns, size)
  for (let i = 0; i < size; i++) people.name[i] = i
  const { series } = simulate(model, { people, links }, { key, periods: ROUNDS })
  return { share: series[ROUNDS - 1], unfinished: series[2 * ROUNDS - 1] }
}

const ITERATIONS = 200

/** The share that solves S = 1 − e^(−zS). */
export function giantShare(degree: number): number {
  let share = 1
  for (let i = 0; i < ITERATIONS; i++) share = 1 - exp(-degree * share)
  return share
}
