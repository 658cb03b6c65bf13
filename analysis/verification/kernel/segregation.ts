/**
 * Segregation: people of two kinds on a grid move to a random empty cell when too few of their
 * neighbours are like them.
 *
 * @source Schelling (1971), Dynamic models of segregation, J. Math. Sociology 1:143; sizes of the public
 * comparison of agent-based frameworks (JuliaDynamics/ABMFrameworksComparison)
 * @module
 */
import {
  agentPhase,
  createTable,
  defineColumns,
  differs,
  hashWords,
  makeKey,
  purpose,
  simulate,
  uniform,
  type Model,
  type Table,
} from '../../../engine/index.ts'

const columns = defineColumns({
  cell: { unit: 'id', doc: 'Where the person lives', type: 'i32' },
  kind: { unit: 'code', doc: '1 or 2', type: 'u8' },
})

interface Town {
  readonly people: Table<typeof columns>
  readonly side: number
  readonly radius: number
  readonly wanted: number
  /** Kind of whoever lives in a cell; 0 for nobody. */
  readonly grid: Uint8Array
  /** Empty cells, in no order that means anything. */
  readonly empty: Int32Array
}

/** Grid, people and what they want. */
export interface TownSize {
  readonly side: number
  readonly people: number
  readonly radius: number
  /** Like neighbours a person wants at least. */
  readonly wanted: number
}

const label = { en: 'Move if unhappy', zh: '不满意则搬家' }
const moveId = 'person.move'
const destination = purpose(`${moveId}.destination`)

const move = agentPhase<Town>({
  id: moveId,
  label,
  activation: 'shuffled',
  count: ({ people }) => people.size,
  visit(town, person, { key, period }) {
    const { people, grid, empty } = town
    const cell = people.cell[person]
    if (likeNeighbours(town, cell, people.kind[person]) >= town.wanted) return
    const place = Math.floor(uniform(key, destination, person, 0, period) * empty.length)
    const next = empty[place]
    empty[place] = cell
    grid[next] = grid[cell]
    grid[cell] = 0
    people.cell[person] = next
  },
})

function likeNeighbours(town: Town, cell: number, kind: number): number {
  return neighbours(town, cell, kind).like
}

const counted = { like: 0, all: 0 }

/** Neighbours within Chebyshev distance; the grid has edges. */
function neighbours({ side, radius, grid }: Town, cell: number, kind: number): typeof counted {
  const row = Math.floor(cell / side)
  const column = cell - row * side
  counted.like = 0
  counted.all = 0
  for (let r = Math.max(0, row - radius); r <= Math.min(side - 1, row + radius); r++) {
    for (let c = Math.max(0, column - radius); c <= Math.min(side - 1, column + radius); c++) {
      const other = grid[r * side + c]
      if (other === 0 || (r === row && c === column)) continue
      counted.all++
      if (other === kind) counted.like++
    }
  }
  return counted
}

const model: Model<Town> = {
  start: '2000-01',
  phases: [move],
  checks: [{ id: 'oneHomeEach', label, find: oneHomeEach }],
  metrics: [
    { ...metric('alike'), measure: likeShare },
    { ...metric('satisfied'), measure: satisfiedShare },
  ],
  fork: (town) => {
    const people = createTable(columns, town.people.size)
    people.words.set(town.people.words)
    return { ...town, people, grid: town.grid.slice(), empty: town.empty.slice() }
  },
  hash: ({ people }, state) => hashWords(state, people.words),
}

function metric(id: string) {
  return { id, label, unit: '1', doc: 'A share.', better: 'neither' } as const
}

function oneHomeEach({ people, grid }: Town) {
  let homes = 0
  for (const kind of grid) if (kind !== 0) homes++
  return differs('one home each', homes, people.size, 0)
}

/** Share of neighbours who are alike, over those who have any: mean over people. */
function likeShare(town: Town): number {
  let sum = 0
  let count = 0
  for (let i = 0; i < town.people.size; i++) {
    const { like, all } = neighbours(town, town.people.cell[i], town.people.kind[i])
    if (all === 0) continue
    sum += like / all
    count++
  }
  return sum / count
}

function satisfiedShare(town: Town): number {
  let satisfied = 0
  for (let i = 0; i < town.people.size; i++) {
    const like = likeNeighbours(town, town.people.cell[i], town.people.kind[i])
    if (like >= town.wanted) satisfied++
  }
  return satisfied / town.people.size
}

const settlePurpose = purpose('town.settle')

/** People spread at random over the grid, half of each kind. */
function randomTown({ side, people: size, radius, wanted }: TownSize, replicate: number): Town {
  const key = makeKey('segregation', replicate)
  const cells = Int32Array.from({ length: side * side }, (_, i) => i)
  for (let i = cells.length - 1; i > 0; i--) {
    const j = Math.floor(uniform(key, settlePurpose, i, 0, 0) * (i + 1))
    const cell = cells[i]
    cells[i] = cells[j]
    cells[j] = cell
  }
  const people = createTable(columns, size)
  const grid = new Uint8Array(cells.length)
  for (let i = 0; i < size; i++) {
    people.cell[i] = cells[i]
    people.kind[i] = 1 + (i % 2)
    grid[cells[i]] = people.kind[i]
  }
  return { people, side, radius, wanted, grid, empty: cells.slice(size) }
}

/** Steps of the comparison. */
const STEPS = 20

/** Shares of like neighbours before and after, and of people who are satisfied after 20 steps. */
export function segregate(size: TownSize, replicate: number) {
  const town = randomTown(size, replicate)
  const key = makeKey('segregation', replicate)
  const { series } = simulate(model, town, { key, periods: STEPS })
  return {
    before: likeShare(town),
    alike: series[STEPS - 1],
    satisfied: series[2 * STEPS - 1],
  }
}
