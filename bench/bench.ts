/**
 * `npm run bench`: the program against its targets, as ratios within one run.
 *
 *     node dist/bench/bench.js [--replicates n]
 *
 * @source performance document, section 0
 * @module
 */
import { parseArgs } from 'node:util'
import type { Market } from '../agents/market.ts'
import { marketModel } from '../agents/model.ts'
import { createMetrics } from '../analysis/metrics/index.ts'
import { alignCells } from './align-cells.ts'
import { drawTimes } from './draw-times.ts'
import { timed } from './measure.ts'
import { bareModel, ledgerTimes, phaseTimes, replicateTimes } from './phase-times.ts'
import { walkedCells } from './plain-ledger.ts'
import { MONTHS, shippedMarket } from './shipped-market.ts'
import { runPairs } from './thread-times.ts'
import { tileMarket } from './tile-market.ts'

const OPENINGS = 3
const NANOSECONDS = 1e6
const HUNDRED = 100
const MEGABYTE = 1024 * 1024
/** Repeats of a month of the ledger: enough to be timed, small and large market. */
const LEDGER_REPEATS = 40
const LARGE_REPEATS = 2
/** 4,000 funders and 300 platforms out of the shipped market's. */
const LARGE_FUNDERS = 4000
const LARGE_PLATFORMS = 300
/** The first quarter: one with a review of programmes and a search. */
const LARGE_MONTHS = 3
const LARGE_ROUNDS = 1

/** What was aimed at and what came out; larger is better only where `atLeast`. */
interface Aim {
  readonly what: string
  readonly target: number
  readonly measured: number
  readonly unit: string
  readonly atLeast?: boolean
}

const { values: flags } = parseArgs({
  options: { replicates: { type: 'string', default: '1000' } },
})
const pairs = Number(flags.replicates)
const aims: Aim[] = []
const shipped = shippedMarket()
const { key } = shipped

const openings = Array.from({ length: OPENINGS }, (_, k) => timed(() => shipped.open(k)))
const opening = shipped.open(0)
const market = shipped.under('notice-9', opening)
say(`opening a market with its burn-in: ${openings.map((ms) => ms.toFixed(0)).join(', ')} ms`)

const phases = phaseTimes(market, key, MONTHS)
const perMonth = sum([...phases.values()])
for (const [id, ms] of phases) say(`  ${id.padEnd(26)}${ms.toFixed(3).padStart(8)} ms a month`)
say(`  ${'all phases'.padEnd(26)}${perMonth.toFixed(3).padStart(8)} ms a month`)

const small = ledgerTimes(market, key, LEDGER_REPEATS)
say(
  `ledger: ${small.cells} cells, ${small.ledger.toFixed(2)} ns a cell; bare loop ${small.plain.toFixed(2)}`,
)
aim('ledger over a bare loop', 1.5, small.ledger / small.plain, 'x')

const ledger = phases.get('borrower.repay')!
const warm = openings[openings.length - 1]
aim('36 months over their ledger', 3, perMonth / ledger, 'x')
aim('burn-in and 36 months over the ledger', 3, (warm + perMonth * MONTHS) / (ledger * MONTHS), 'x')
aim('one replicate, burn-in included', 150, warm + perMonth * MONTHS, 'ms')

const [bare, checked, measured] = replicateTimes(market, key, MONTHS, [
  bareModel,
  () => marketModel([]),
  () => ({ ...bareModel(), metrics: createMetrics() }),
])
say(
  `36 months: ${bare.toFixed(0)} ms; with invariants ${checked.toFixed(0)}; with all metrics ${measured.toFixed(0)}`,
)
aim('invariants', 5, HUNDRED * (checked / bare - 1), '%')

measureScale(market)
measureMemory(market)

const draws = drawTimes()
aim('keyed draw in a hot loop', 2, draws.draw, 'ns')
aim('opening a key', 10, draws.key, 'us')
say(`moving a stream: ${draws.stream.toFixed(1)} ns`)

const single = await runPairs(1, pairs)
const double = await runPairs(2, pairs)
say(
  `${pairs} pairs: ${(single.milliseconds / 1000).toFixed(1)} s on one thread, ${(double.milliseconds / 1000).toFixed(1)} s on two`,
)
say(
  `  processor time ${(single.processor / 1000).toFixed(1)} s and ${(double.processor / 1000).toFixed(1)} s: equal on idle cores`,
)
aim('two threads over one', 1.8, single.milliseconds / double.milliseconds, 'x', true)
aim(
  `memory growth, 100 to ${pairs} replicates`,
  10,
  HUNDRED * (single.late / single.early - 1),
  '%',
)
say(`resident memory: ${(single.late / MEGABYTE).toFixed(0)} MB on one thread`)

printAims()

/** Cost of a cell in a market of 4,000 funders. */
function measureScale(shippedOne: Market): void {
  const tiles = {
    banks: Math.round(LARGE_FUNDERS / shippedOne.banks.size),
    platforms: Math.round(LARGE_PLATFORMS / shippedOne.platforms.size),
  }
  const large = shipped.under('notice-9', tileMarket(shippedOne, tiles, shipped.catalogue))
  const loop = ledgerTimes(large, key, LARGE_REPEATS)
  const months = sum([...phaseTimes(large, key, LARGE_MONTHS, LARGE_ROUNDS).values()])
  const reference = sum([...phaseTimes(shippedOne, key, LARGE_MONTHS).values()])
  const cost = (months * NANOSECONDS) / loop.cells
  const shippedCost = (reference * NANOSECONDS) / walkedCells(shippedOne.loans)
  say(
    `scale: ${large.banks.size} funders, ${large.platforms.size} platforms, ${large.edges.links.count} links, ${loop.cells} cells`,
  )
  say(`  ledger ${loop.ledger.toFixed(2)} ns a cell, bare loop ${loop.plain.toFixed(2)}`)
  say(
    `  a month ${months.toFixed(0)} ms, ${cost.toFixed(0)} ns a cell; shipped ${shippedCost.toFixed(0)}`,
  )
  aim('scale: ledger, cost of a cell', 1.5, loop.ledger / small.ledger, 'x')
  aim('scale: whole month, cost of a cell', 1.5, cost / shippedCost, 'x')
}

/** Bytes of the loan book for every cell it has room for. */
function measureMemory({ loans }: Market): void {
  let bytes = 0
  for (const column of Object.values(loans))
    if (ArrayBuffer.isView(column)) bytes += column.byteLength
  say(`loan book: ${(bytes / MEGABYTE).toFixed(1)} MB for ${loans.principal.length} cells`)
  aim('bytes a ledger cell', 72, bytes / loans.principal.length, 'B')
}

function aim(what: string, target: number, measured: number, unit: string, atLeast = false): void {
  aims.push({ what, target, measured, unit, atLeast })
}

function printAims(): void {
  const rows = aims.map(({ what, target, measured: got, unit, atLeast }) => [
    what,
    `${atLeast ? '≥' : '≤'} ${target} ${unit}`,
    `${got.toFixed(2)} ${unit}`,
    (atLeast ? got >= target : got <= target) ? 'met' : 'missed',
  ])
  say('')
  for (const line of alignCells([['', 'target', 'measured', ''], ...rows], [0, 3])) say(line)
}

function say(line: string): void {
  console.log(line)
}

function sum(values: readonly number[]): number {
  let total = 0
  for (const value of values) total += value
  return total
}
