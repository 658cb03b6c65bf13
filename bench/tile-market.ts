/**
 * A market many times as large: copies of banks, platforms, links and loans side by side.
 *
 * Banks come in more copies than platforms, so every platform has more funders and a larger book; its
 * money, its guarantor's and the demand of borrowers grow with it. Copies of banks keep their lists.
 * @module
 */
import { cloneLedger } from '../engine/ledger.ts'
import { addLink, cutLink, indexLinks } from '../engine/links.ts'
import { createTable, type Columns, type Table } from '../engine/table.ts'
import { createEdges, type Edges } from '../agents/edges.ts'
import type { LeverCatalogue } from '../agents/levers/lever.ts'
import { FINE_HORIZON, type Market } from '../agents/market.ts'
import { preNoticeRules } from '../agents/regulator/plan-rules.ts'
import { createWorkspace } from '../agents/workspace.ts'
import { tileLoanBook } from './tile-loan-book.ts'

/** Room for links that form during the run, relative. */
const LINK_ROOM = 1.5

/** Copies of banks and of platforms. */
export interface Tiles {
  readonly banks: number
  readonly platforms: number
}

/** The market of `tiles`; `market` is one at the start of period 0 and stays as it is. */
export function tileMarket(market: Market, tiles: Tiles, catalogue: LeverCatalogue): Market {
  const { parameters, regions } = market
  const funders = tiles.banks / tiles.platforms
  const banks = tileTable(market.banks, tiles.banks, [], 1)
  const platforms = tileTable(market.platforms, tiles.platforms, PLATFORM_MONEY, funders)
  const guarantors = tileTable(market.guarantors, tiles.platforms, GUARANTOR_MONEY, funders)
  shift(banks.affiliateOf, market.banks.size, market.platforms.size, tiles.platforms)
  shift(platforms.affiliate, market.platforms.size, market.banks.size, tiles.platforms)
  shift(platforms.guarantor, market.platforms.size, market.guarantors.size, tiles.platforms)
  const rules = preNoticeRules({ catalogue, parameters, banks })
  const preNotice = {
    ...market.preNotice,
    inForce: rules,
    accelerated: new Uint8Array(banks.size),
  }
  const edges = tileEdges(market, tiles)
  const slots = edges.links.capacity
  const segments = tileTable(market.segments, 1, SEGMENT_MONEY, tiles.banks)
  for (let s = 0; s < segments.size; s++) segments.outsideWeight[s] *= tiles.platforms
  const { environment } = market
  return {
    ...market,
    rules: [],
    preNotice,
    banks,
    platforms,
    guarantors,
    segments,
    borrowers: tileTable(market.borrowers, 1, BORROWER_MONEY, tiles.banks),
    relativeReach: repeat(market.relativeReach, tiles.platforms),
    edges,
    loans: tileLoanBook(market.loans, market.edges.links.count, tiles, slots),
    fines: new Float64Array(banks.size * FINE_HORIZON),
    environment: {
      ...environment,
      inspectionFactor: repeat(environment.inspectionFactor, tiles.banks),
      leastProgrammes: environment.leastProgrammes.map((count) => count * tiles.banks),
    },
    ledger: cloneLedger(market.ledger),
    work: createWorkspace(
      parameters,
      preNotice,
      banks.size,
      platforms.size,
      guarantors.size,
      regions,
      slots,
    ),
    bankNames: Array.from({ length: tiles.banks }, () => market.bankNames).flat(),
    platformNames: Array.from({ length: tiles.platforms }, () => market.platformNames).flat(),
    guarantorNames: Array.from({ length: tiles.platforms }, () => market.guarantorNames).flat(),
  }
}

const PLATFORM_MONEY = [
  'netWorth',
  'originated',
  'balance',
  'startBalance',
  'income',
  'pastDefaults',
  'fixedCostFactor',
]
const GUARANTOR_MONEY = ['cash', 'claims', 'equity', 'reviewedEquity', 'outstanding', 'claimed']
const SEGMENT_MONEY = ['debt', 'originated', 'defaulted', 'pastDefaults', 'priceVolume']
const BORROWER_MONEY = ['basePool', 'demandPool', 'applications', 'approved', 'funded']

/** Rows side by side `copies` times, each with an id of its own; some columns times `factor`. */
function tileTable<Spec extends Columns>(
  table: Table<Spec>,
  copies: number,
  scaled: readonly string[],
  factor: number,
): Table<Spec> {
  const tiled = createTable<Spec>(table.columns, table.size * copies)
  for (const name of Object.keys(table.columns)) {
    const from = table[name] as Float64Array
    const to = tiled[name] as Float64Array
    for (let copy = 0; copy < copies; copy++) to.set(from, copy * from.length)
    if (scaled.includes(name)) for (let i = 0; i < to.length; i++) to[i] *= factor
    if (name === 'id') for (let i = 0; i < to.length; i++) to[i] = i
  }
  return tiled
}

/** Rows that copies refer to: those of the copy with the same number, or of the first again. */
function shift(column: Int32Array, rows: number, referred: number, copies: number): void {
  for (let i = 0; i < column.length; i++) {
    if (column[i] >= 0) column[i] += (Math.floor(i / rows) % copies) * referred
  }
}

function repeat(column: Float64Array, copies: number): Float64Array {
  const repeated = new Float64Array(column.length * copies)
  for (let copy = 0; copy < copies; copy++) repeated.set(column, copy * column.length)
  return repeated
}

/** Slots of copy after copy, in the order of the original. */
function tileEdges(market: Market, tiles: Tiles): Edges {
  const { banks, platforms, edges } = market
  const { links } = edges
  const slots = Math.ceil(LINK_ROOM * links.count * tiles.banks)
  const tiled = createEdges(banks.size * tiles.banks, platforms.size * tiles.platforms, slots)
  for (let copy = 0; copy < tiles.banks; copy++) {
    const ofPlatforms = copy % tiles.platforms
    for (let slot = 0; slot < links.count; slot++) {
      const from = links.from[slot] + copy * banks.size
      const added = addLink(tiled.links, from, links.to[slot] + ofPlatforms * platforms.size)
      if (links.active[slot] === 0) cutLink(tiled.links, added)
      tiled.pendingUntil[added] = edges.pendingUntil[slot]
      tiled.pending[added] = edges.pending[slot]
      tiled.formedAt[added] = edges.formedAt[slot]
      tiled.endedAt[added] = edges.endedAt[slot]
      tiled.endedReason[added] = edges.endedReason[slot]
      tiled.balance[added] = edges.balance[slot]
      tiled.carried[added] = edges.carried[slot]
      tiled.originated[added] = edges.originated[slot]
    }
  }
  indexLinks(tiled.links)
  return tiled
}
