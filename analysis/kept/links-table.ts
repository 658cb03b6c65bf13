/**
 * The links: every partnership with loans or the right to make them, month by month.
 * @module
 */
import type { Market } from '../../agents/market.ts'
import type { KeptShape } from '../results/tables.ts'
import { agentColumn, codeColumn, monthColumn, numberColumn, type KeptContext } from './columns.ts'
import type { RowStore } from './row-store.ts'

const LINK_COLUMNS = ['period', 'bank', 'platform', 'status', 'balance', 'originated'] as const

/** Numbers in a row of the links. */
export const LINKS_WIDTH = LINK_COLUMNS.length

/** Ended partnerships run off; signed ones wait for approval. */
const STATUSES = ['runningOff', 'pending', 'active'] as const
const PENDING = 1
const ACTIVE = 2

/** How rows of the links are read. */
export function linksShape({ start, names }: KeptContext): KeptShape {
  const at = (name: (typeof LINK_COLUMNS)[number]) => LINK_COLUMNS.indexOf(name)
  return {
    width: LINKS_WIDTH,
    columns: [
      monthColumn(start, at('period')),
      agentColumn(names, 'bank', at('bank')),
      agentColumn(names, 'platform', at('platform')),
      codeColumn(
        'status',
        { en: 'status', zh: '状态' },
        'active, pending (signed, not yet approved) or runningOff (ended, loans left)',
        STATUSES,
        at('status'),
      ),
      numberColumn(
        'balance',
        'mn',
        { en: 'balance', zh: '余额' },
        "Performing loans, the bank's own share of joint loans",
        at('balance'),
      ),
      numberColumn(
        'originated',
        'mn',
        { en: 'new loans', zh: '新放款' },
        'New loans of the month',
        at('originated'),
      ),
    ],
  }
}

const row = new Float64Array(LINKS_WIDTH)

/** Adds the partnerships of one month, in the order in which they were first signed. */
export function keepLinks(market: Market, period: number, store: RowStore): void {
  const { edges, banks, platforms } = market
  const { links } = edges
  for (let slot = 0; slot < links.count; slot++) {
    const status = links.active[slot] === 1 ? ACTIVE : edges.pending[slot] === 1 ? PENDING : 0
    if (status === 0 && edges.balance[slot] === 0 && edges.originated[slot] === 0) continue
    row[0] = period
    row[1] = banks.id[links.from[slot]]
    row[2] = platforms.id[links.to[slot]]
    row[3] = status
    row[4] = edges.balance[slot]
    row[5] = edges.originated[slot]
    store.add(row, 1)
  }
}
