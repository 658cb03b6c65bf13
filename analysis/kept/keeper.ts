/**
 * Keeps what a scenario asks for besides metrics, while a replicate runs.
 * @module
 */
import type { Model, Observer } from '../../engine/simulate.ts'
import { periodOf, type Month } from '../../engine/time.ts'
import { countOf } from '../../agents/chronicle/chronicle.ts'
import { withReasons } from '../../agents/chronicle/with-reasons.ts'
import type { Market } from '../../agents/market.ts'
import { KEPT_TABLES, type Keep, type KeptTable } from '../../scenarios/keep.ts'
import type { KeptShape } from '../results/tables.ts'
import { AGENTS_WIDTH, agentsShape, keepAgents } from './agents-table.ts'
import type { KeptContext } from './columns.ts'
import { LEDGER_WIDTH, ledgerShape } from './ledger-table.ts'
import { keepLinks, LINKS_WIDTH, linksShape } from './links-table.ts'
import { createRowStore, type RowStore } from './row-store.ts'

/** Watches one replicate of one point. */
export interface Keeper {
  /** The model to run: with reasons where the ledger is kept. Results are bit for bit those of the other. */
  readonly model: Model<Market>
  /** Undefined when nothing is kept. */
  readonly observer: Observer<Market> | undefined
  /** Rows by table once the run is over; undefined when nothing is kept. */
  kept(): Readonly<Partial<Record<KeptTable, Float64Array>>> | undefined
}

/** What a keeper must know of the run. */
export interface KeptRun {
  readonly start: Month
  readonly periods: number
  readonly replicate: number
}

const WIDTHS: Readonly<Record<KeptTable, number>> = {
  agents: AGENTS_WIDTH,
  links: LINKS_WIDTH,
  ledger: LEDGER_WIDTH,
}

/** A keeper of the tables asked for in this replicate; the first replicate is number 0. */
export function createKeeper(keep: Keep, run: KeptRun, model: Model<Market>): Keeper {
  const wanted = KEPT_TABLES.filter((table) => isKept(keep, table, run.replicate))
  if (wanted.length === 0) return { model, observer: undefined, kept: () => undefined }
  const stores = new Map(wanted.map((table) => [table, createRowStore(WIDTHS[table])]))
  const months = keep.months && new Set(keep.months.map((month) => periodOf(run.start, month)))
  const observer: Observer<Market> = (market, { period }) => {
    const agents = stores.get('agents')
    const links = stores.get('links')
    const ledger = stores.get('ledger')
    const named = months?.has(period)
    if (agents && (named ?? period === run.periods - 1)) keepAgents(market, period, agents)
    if (links && (named ?? true)) keepLinks(market, period, links)
    if (ledger) keepLedger(market, period, ledger)
  }
  return {
    model: stores.has('ledger') ? withReasons(model) : model,
    observer,
    kept: () => Object.fromEntries([...stores].map(([table, store]) => [table, store.rows()])),
  }
}

/** Whether a table of a replicate is kept. */
export function isKept({ tables }: Keep, table: KeptTable, replicate: number): boolean {
  return tables[table] === 'all' || (tables[table] === 'first' && replicate === 0)
}

function keepLedger(market: Market, period: number, store: RowStore): void {
  const { chronicle } = market.work
  store.add(chronicle.rows, countOf(chronicle, period))
}

/** How the rows of every kept table are read, for whoever writes them to files. */
export function keptShapes(context: KeptContext): Readonly<Record<KeptTable, KeptShape>> {
  return {
    agents: agentsShape(context),
    links: linksShape(context),
    ledger: ledgerShape(context),
  }
}
