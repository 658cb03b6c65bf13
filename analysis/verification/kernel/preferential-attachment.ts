/**
 * Preferential attachment: every newcomer founds a group of its own with chance ρ, else joins the group
 * of a random earlier one, so that large groups grow faster.
 *
 *     P(k members) = γ·B(k, γ + 1),   γ = 1/(1 − ρ)          tail exponent 1 + γ
 *
 * @source Yule (1925); Simon (1955), On a class of skew distribution functions, Biometrika 42:425
 * @module
 */
import {
  advance,
  createTable,
  defineColumns,
  differs,
  hashWords,
  makeKey,
  purpose,
  uniform,
  type Model,
  type Phase,
  type Table,
} from '../../../engine/index.ts'

const columns = defineColumns({
  group: { unit: 'id', doc: 'Group of each person, in order of arrival', type: 'i32' },
  members: { unit: '1', doc: 'Members of each group', type: 'i32' },
})

interface Society {
  readonly people: Table<typeof columns>
  readonly foundingShare: number
  arrived: number
  groups: number
}

const label = { en: 'Arrive', zh: '加入' }
const found = purpose('person.found')
const follow = purpose('person.follow')
/** Arrivals of one period. */
const ARRIVALS = 1000

const arrive: Phase<Society> = {
  id: 'person.arrive',
  label,
  run(society, { key }) {
    const { group, members } = society.people
    for (let i = 0; i < ARRIVALS; i++) {
      const person = society.arrived
      const founds = person === 0 || uniform(key, found, person, 0, 0) < society.foundingShare
      const model = Math.floor(uniform(key, follow, person, 0, 0) * person)
      group[person] = founds ? society.groups++ : group[model]
      members[group[person]]++
      society.arrived++
    }
  },
}

const model: Model<Society> = {
  start: '2000-01',
  phases: [arrive],
  checks: [{ id: 'allInGroups', label, find: allInGroups }],
  metrics: [],
  fork(society) {
    const people = createTable(columns, society.people.size)
    people.words.set(society.people.words)
    return { ...society, people }
  },
  hash: ({ people }, state) => hashWords(state, people.words),
}

function allInGroups({ people, groups, arrived }: Society) {
  let members = 0
  for (let i = 0; i < groups; i++) members += people.members[i]
  return differs('all in groups', members, arrived, 0)
}

const BISECTIONS = 50
const SMALLEST = 0.05
const LARGEST = 20

/**
 * 1 + γ at the maximum of Σ log γ·B(k, γ + 1). With B(k, γ+1) = (k−1)!/((γ+1)…(γ+k)) its slope is
 * Σ over groups of 1/γ − Σ_{i=1}^{k} 1/(γ + i), which falls with γ.
 */
export function tailExponent(members: ArrayLike<number>): number {
  const atLeast: number[] = []
  for (let i = 0; i < members.length; i++) {
    atLeast[members[i]] = (atLeast[members[i]] ?? 0) + 1
  }
  for (let k = atLeast.length - 2; k > 0; k--) {
    atLeast[k] = (atLeast[k] ?? 0) + (atLeast[k + 1] ?? 0)
  }
  const slope = (gamma: number): number => {
    let sum = members.length / gamma
    for (let k = 1; k < atLeast.length; k++) sum -= atLeast[k] / (gamma + k)
    return sum
  }
  let [low, high] = [SMALLEST, LARGEST]
  for (let i = 0; i < BISECTIONS; i++) {
    const middle = Math.sqrt(low * high)
    if (slope(middle) > 0) low = middle
    else high = middle
  }
  return 1 + Math.sqrt(low * high)
}

/** Tail exponent of one society after so many arrivals. */
export function grownTail(arrivals: number, foundingShare: number, replicate: number): number {
  const people = createTable(columns, arrivals)
  const key = makeKey('preferential-attachment', replicate)
  const society = { people, foundingShare, arrived: 0, groups: 0 }
  advance(model, society, { key, periods: arrivals / ARRIVALS })
  return tailExponent(people.members.subarray(0, society.groups))
}
