/**
 * A market of a few agents: two or three of each kind, numbers one can check by hand.
 *
 * What is not named has its default (`toy-agents.ts`); all are linked; rules forbid and cost nothing;
 * there is no noise in defaults. Limiting cases and unit tests run on it.
 * @module
 */
import { addLink, indexLinks } from '../../../engine/links.ts'
import { createTable } from '../../../engine/table.ts'
import { valued, valuePartner } from '../../../agents/bank/partner-value.ts'
import { createEdges } from '../../../agents/edges.ts'
import { createLoanBook } from '../../../agents/loans/loan-book.ts'
import {
  bankColumns,
  borrowerColumns,
  FINE_HORIZON,
  guarantorColumns,
  platformColumns,
  segmentColumns,
  type Market,
} from '../../../agents/market.ts'
import { baselineParameters } from '../../../agents/parameter-catalogue.ts'
import { LICENCES, SEGMENTS, type Parameters } from '../../../agents/parameters.ts'
import type { RuleBook, RuleMonth } from '../../../agents/regulator/rule-book.ts'
import { createAccounts } from '../../../agents/settlement/accounts.ts'
import { createWorkspace } from '../../../agents/workspace.ts'
import {
  bankDefaults,
  CAPITAL,
  guarantorDefaults,
  platformDefaults,
  toyParameters,
  type Row,
} from './toy-agents.ts'
import { prepare } from './toy-months.ts'
import { freeRules, quietMonth } from './toy-rules.ts'

export interface ToySetting {
  /** One row per agent, or how many equal ones. */
  readonly banks: number | readonly Row[]
  readonly platforms: number | readonly Row[]
  readonly guarantors?: number | readonly Row[]
  /** Bank and platform of every partnership; all of them when absent. */
  readonly links?: readonly (readonly [number, number])[]
  readonly regions?: number
  /** Demand per segment over all regions [mn/month]; 100 each when absent. */
  readonly pools?: readonly number[]
  /** v0 per segment; 1e-3 each when absent. */
  readonly outsideWeight?: number
  readonly parameters?: Partial<Parameters>
  readonly rules?: Partial<RuleBook>
  /** Periods the rules cover; 60 when absent. */
  readonly periods?: number
}

const DEFAULT_PERIODS = 60

/** The market, with the same rules in every month until `announce` changes that. */
export function toyMarket(setting: ToySetting): Market {
  const bankRows = rowsOf(setting.banks)
  const platformRows = rowsOf(setting.platforms)
  const guarantorRows = rowsOf(setting.guarantors ?? 0)
  const B = bankRows.length
  const P = platformRows.length
  const G = guarantorRows.length
  const regions = setting.regions ?? 1
  const parameters: Parameters = {
    ...baselineParameters(),
    ...toyParameters,
    ...setting.parameters,
  }
  const licences = bankRows.map((row) => Number(row.licence ?? bankDefaults.licence))
  const month = quietMonth(freeRules(licences, setting.rules))
  const slots = Math.max(1, B * P)
  const market: Market = {
    parameters,
    rules: new Array<RuleMonth>(setting.periods ?? DEFAULT_PERIODS).fill(month),
    preNotice: month,
    shocks: [],
    banks: createTable(bankColumns, B),
    platforms: createTable(platformColumns, P),
    guarantors: createTable(guarantorColumns, G),
    borrowers: createTable(borrowerColumns, SEGMENTS * regions),
    segments: createTable(segmentColumns, SEGMENTS),
    regions,
    regionWeight: new Float64Array(regions).fill(1 / regions),
    relativeReach: new Float64Array(P * regions).fill(1),
    meanFundingCost: Number(bankDefaults.fundingCost),
    edges: createEdges(B, P, slots),
    loans: createLoanBook(parameters.tenor, P, slots),
    fines: new Float64Array(B * FINE_HORIZON),
    environment: {
      macroState: 0,
      macroOn: false,
      frozen: false,
      inspectionFactor: new Float64Array(B).fill(1),
      leastProgrammes: new Int32Array(LICENCES.length),
    },
    ledger: createAccounts(),
    work: createWorkspace(parameters, month, B, P, G, regions, slots),
    bankNames: [],
    platformNames: [],
    guarantorNames: [],
  }
  fillTable(market.banks, bankDefaults, bankRows)
  for (let b = 0; b < B; b++) {
    if (bankRows[b].equity === undefined)
      market.banks.equity[b] = CAPITAL * market.banks.otherLoans[b]
  }
  fillTable(market.platforms, platformDefaults, platformRows)
  fillTable(market.guarantors, guarantorDefaults, guarantorRows)
  const homes = market.platforms
  for (let p = 0; p < P; p++) {
    if (homes.dataAdvantageHome[p] === 0) homes.dataAdvantageHome[p] = homes.dataAdvantage[p]
  }
  const pools = setting.pools ?? [100, 100, 100, 100, 100]
  for (let s = 0; s < SEGMENTS; s++) {
    market.segments.outsideWeight[s] = setting.outsideWeight ?? 1e-3
    market.borrowers.basePool.fill(pools[s] / regions, s * regions, (s + 1) * regions)
  }
  market.borrowers.demandPool.set(market.borrowers.basePool)
  const pairs = setting.links ?? bankRows.flatMap((_, b) => platformRows.map((__, p) => [b, p]))
  for (const [b, p] of pairs) addLink(market.edges.links, b, p)
  indexLinks(market.edges.links)
  return market
}

function rowsOf(rows: number | readonly Row[]): readonly Row[] {
  return typeof rows === 'number' ? new Array<Row>(rows).fill({}) : rows
}

type AnyTable = Market['banks'] | Market['platforms'] | Market['guarantors']

function fillTable(table: AnyTable, defaults: Row, rows: readonly Row[]): void {
  rows.forEach((row, i) => {
    const values: Row = { id: i, ...defaults, ...row }
    for (const [name, value] of Object.entries(values)) {
      const column = (table as unknown as Record<string, Float64Array | undefined>)[name]
      if (column === undefined) throw new RangeError(`no column ${name}`)
      const list = typeof value === 'number' ? [value] : value
      column.set(list, i * list.length)
    }
  })
}

/** So much weight outside that no list decision moves anybody else's demand. */
const VAST_OUTSIDE = 1e15

/**
 * A market in which list decisions leave every value as it was, demand scaled so that the partnership
 * of bank 0 and platform 0 is worth `margin` before costs [mn/yr].
 */
export function steadyMarket(setting: ToySetting, margin: number): Market {
  const free = toyMarket({ ...setting, rules: {}, outsideWeight: VAST_OUTSIDE })
  prepare(free)
  valuePartner(free, 0, 0, true)
  const market = toyMarket({ ...setting, outsideWeight: VAST_OUTSIDE })
  for (let cell = 0; cell < market.borrowers.size; cell++) {
    market.borrowers.basePool[cell] *= margin / valued.value
  }
  return market
}
