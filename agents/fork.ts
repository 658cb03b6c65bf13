/**
 * A second market with the same state, for a run of its own.
 * @module
 */
import { copyLedger, createLedger, type Ledger } from '../engine/ledger.ts'
import { cloneTable, copyTable } from '../engine/table.ts'
import { assembleEnvironment, assembleMarket } from './assemble-market.ts'
import { cloneEdges, copyEdges } from './edges.ts'
import { copyLoanBook, createLoanBook } from './loans/loan-book.ts'
import type { Market } from './market.ts'
import { createWorkspace } from './workspace.ts'
import { SITES } from './pricing/outlook.ts'

/** A market with the same state that shares nothing that is ever written. */
export function forkMarket(market: Market): Market {
  const slots = market.edges.links.capacity
  const fork = assembleMarket({
    ...market,
    banks: cloneTable(market.banks),
    platforms: cloneTable(market.platforms),
    guarantors: cloneTable(market.guarantors),
    borrowers: cloneTable(market.borrowers),
    segments: cloneTable(market.segments),
    edges: cloneEdges(market.edges),
    loans: createLoanBook(market.loans.tenor, market.platforms.size, market.loans.rows / SITES),
    fines: market.fines.slice(),
    environment: cloneEnvironment(market.environment),
    ledger: cloneLedger(market.ledger),
    work: createWorkspace(
      market.parameters,
      market.preNotice,
      market.banks.size,
      market.platforms.size,
      market.guarantors.size,
      market.regions,
      slots,
    ),
  })
  copyLoanBook(market.loans, fork.loans)
  return fork
}

/**
 * Writes the state of `source` over `target`, a fork of a market of the same population, so that a
 * worker can reuse one arena for all its runs.
 */
export function copyMarket(source: Market, target: Market): void {
  copyTable(source.banks, target.banks)
  copyTable(source.platforms, target.platforms)
  copyTable(source.guarantors, target.guarantors)
  copyTable(source.borrowers, target.borrowers)
  copyTable(source.segments, target.segments)
  // Slots the target grew beyond the source are dropped: what they held is of another run.
  if (target.edges.pending.length > source.edges.pending.length) {
    target.edges = cloneEdges(source.edges)
  } else copyEdges(source.edges, target.edges)
  copyLoanBook(source.loans, target.loans)
  forgetRun(target)
  target.fines.set(source.fines)
  target.environment = cloneEnvironment(source.environment)
  copyLedger(source.ledger, target.ledger)
  target.rules = source.rules
  target.preNotice = source.preNotice
  target.shocks = source.shocks
}

/** Scratch by link slot has the length of the links, and the chronicle is empty. */
function forgetRun({ work, edges }: Market): void {
  const { capacity } = edges.links
  if (work.claims.length !== capacity) work.grow(capacity)
  const { chronicle } = work
  chronicle.count = 0
  chronicle.watchedBank = -1
  chronicle.watchedPlatform = -1
  chronicle.before = undefined
}

function cloneEnvironment(environment: Market['environment']): Market['environment'] {
  const clone = assembleEnvironment(environment)
  clone.inspectionFactor = environment.inspectionFactor.slice()
  return clone
}

function cloneLedger(ledger: Ledger): Ledger {
  const clone = createLedger(ledger.flows, ledger.sectors)
  copyLedger(ledger, clone)
  return clone
}
