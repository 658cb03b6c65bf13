import { createLedger } from '../../../engine/ledger.ts'
import { addLink, createLinks, indexLinks } from '../../../engine/links.ts'
import { createTable } from '../../../engine/table.ts'
import {
  bankColumns,
  borrowerColumns,
  guarantorColumns,
  platformColumns,
  segmentColumns,
  PROGRAMME_ON,
  type Market,
} from '../../../agents/market.ts'
import { createLoanBook } from '../../../agents/loans/loan-book.ts'
import { baselineParameters } from '../../../agents/parameter-catalogue.ts'
import { SEGMENTS } from '../../../agents/parameters.ts'
import type { RuleBook, RuleMonth } from '../../../agents/regulator/rule-book.ts'
import { createWorkspace } from '../../../agents/workspace.ts'
import { createFigures, observe, type Figures } from '../../../analysis/metrics/figures.ts'
import { metricOf } from '../../../analysis/metrics/index.ts'

const SLOTS = 64

interface Sizes {
  banks: number
  platforms: number
  guarantors?: number
}

/** A market of zeros with every programme on, no partner and no affiliate. */
export function toyMarket({ banks, platforms, guarantors = 1 }: Sizes): Market {
  const parameters = baselineParameters()
  const rules: Partial<RuleBook> = {
    riskWeight: new Float64Array(banks).fill(0.75),
    capitalFloor: new Float64Array(banks).fill(0.105),
    headOffice: new Uint8Array(banks),
  }
  const month: RuleMonth = {
    inForce: rules as RuleBook,
    next: undefined,
    nextEffective: 0,
    leaked: false,
    accelerated: new Uint8Array(banks),
    changed: false,
  }
  const regions = 1
  const market: Market = {
    parameters,
    rules: [],
    preNotice: month,
    shocks: [],
    banks: createTable(bankColumns, banks),
    platforms: createTable(platformColumns, platforms),
    guarantors: createTable(guarantorColumns, guarantors),
    borrowers: createTable(borrowerColumns, SEGMENTS * regions),
    segments: createTable(segmentColumns, SEGMENTS),
    regions,
    regionWeight: Float64Array.of(1),
    relativeReach: new Float64Array(platforms).fill(1),
    meanFundingCost: 0.02,
    edges: {
      links: createLinks(banks, platforms, SLOTS),
      pendingUntil: new Int32Array(SLOTS),
      pending: new Uint8Array(SLOTS),
      formedAt: new Int32Array(SLOTS).fill(-1),
      endedAt: new Int32Array(SLOTS).fill(-1),
      endedReason: new Uint8Array(SLOTS),
      balance: new Float64Array(SLOTS),
      carried: new Float64Array(SLOTS),
      originated: new Float64Array(SLOTS),
    },
    loans: createLoanBook(parameters.tenor, platforms, SLOTS),
    fines: new Float64Array(0),
    environment: {
      macroState: 0,
      macroOn: false,
      frozen: false,
      inspectionFactor: new Float64Array(0),
      leastProgrammes: new Int32Array(0),
    },
    ledger: createLedger(['none'], ['none']),
    work: createWorkspace(parameters, month, banks, platforms, guarantors, regions, SLOTS),
    bankNames: [],
    platformNames: [],
    guarantorNames: [],
  }
  market.banks.affiliateOf.fill(-1)
  market.banks.homeRegion.fill(-1)
  market.banks.exitedAt.fill(-1)
  market.banks.programme.fill(PROGRAMME_ON)
  market.banks.onAtStart.fill(1)
  market.platforms.guarantor.fill(-1)
  market.platforms.failedAt.fill(-1)
  return market
}

/** Links pairs [bank, platform] and returns their slots. */
export function linkPairs(market: Market, pairs: readonly (readonly [number, number])[]): number[] {
  const slots = pairs.map(([b, p]) => addLink(market.edges.links, b, p))
  indexLinks(market.edges.links)
  return slots
}

/** Figures of `market` at a period, remembering earlier ones when passed in. */
export function figuresAt(market: Market, period = 0, figures = createFigures()): Figures {
  observe(figures, market, period)
  return figures
}

/** A metric by id. */
export function readMetric(id: string, figures: Figures): number {
  const metric = metricOf(id)
  if (metric === undefined) throw new Error(`no metric ${id}`)
  return metric.read(figures)
}
