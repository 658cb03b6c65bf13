/**
 * Forks that take over the arrays of an earlier fork, so that a worker allocates the tens of megabytes
 * of a market once, however many replicates and points it runs.
 * @module
 */
import { assembleMarket } from './assemble-market.ts'
import { copyMarket, forkMarket } from './fork.ts'
import type { Market } from './market.ts'
import type { Outlook } from './pricing/outlook.ts'

/**
 * A fork of `market` in the arrays of `arena`, an earlier fork nobody needs any more, of whatever
 * population and parameters; a fresh one where the sizes differ.
 */
export function forkOver(market: Market, arena: Market | undefined): Market {
  if (arena === undefined || !hasRoomFor(arena, market)) return forkMarket(market)
  const { banks, platforms, guarantors, borrowers, segments, edges, loans } = arena
  const { fines, ledger, work } = arena
  const tables = { banks, platforms, guarantors, borrowers, segments, edges, loans }
  const fork = assembleMarket({ ...market, ...tables, fines, ledger, work })
  forgetPopulation(fork)
  copyMarket(market, fork)
  return fork
}

/** Same numbers of agents, regions and months of a loan, and workspaces made for the same parameters. */
function hasRoomFor(arena: Market, market: Market): boolean {
  return (
    arena.banks.size === market.banks.size &&
    arena.platforms.size === market.platforms.size &&
    arena.guarantors.size === market.guarantors.size &&
    arena.borrowers.size === market.borrowers.size &&
    arena.fines.length === market.fines.length &&
    (arena.parameters === market.parameters ||
      JSON.stringify(arena.parameters) === JSON.stringify(market.parameters))
  )
}

/** What a workspace remembers of the platforms it was used with. */
function forgetPopulation({ work }: Market): void {
  work.borrowings.fill(undefined)
  forgetQuotes(work.inForce)
  forgetQuotes(work.next)
}

/** Second sites that another population had are quoted no more. */
function forgetQuotes(outlook: Outlook): void {
  outlook.served.fill(0)
  outlook.discount.fill(0)
  outlook.pull.fill(0)
  outlook.quotedAt.fill(NaN)
}
