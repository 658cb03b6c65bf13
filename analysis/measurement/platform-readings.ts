/**
 * What is read of a platform: its funders, its business, its price and its losses.
 *
 * @source Model document, sections 3.2 and 11
 * @module
 */
import type { Market } from '../../agents/market.ts'
import { vintageSlot } from '../../agents/loans/book-loans.ts'
import { lineAt } from '../../agents/loans/loan-book.ts'
import { SEGMENTS } from '../../agents/parameters.ts'
import { CLASSES, SITES } from '../../agents/pricing/outlook.ts'
import { ratio } from '../metrics/metric.ts'
import { total } from '../metrics/shares.ts'
import type { ReadingDefinition } from './reading.ts'

const PAST_MONTHS = 3

/** Banks linked to a platform, its own affiliate apart. */
function fundersOf({ banks, edges }: Market, p: number): number {
  const { toStart, toSlots, from } = edges.links
  let funders = 0
  for (let i = toStart[p]; i < toStart[p + 1]; i++) {
    if (banks.affiliateOf[from[toSlots[i]]] !== p) funders++
  }
  return funders
}

/** Σ price·new loans ÷ Σ new loans over the lines of the month's own vintage. */
function averagePrice({ loans, platforms }: Market, p: number, period: number): number {
  const vintage = vintageSlot(period, loans.tenor)
  let volume = 0
  let lent = 0
  for (let priceClass = 0; priceClass < CLASSES; priceClass++) {
    for (let site = 0; site < SITES; site++) {
      const quote = ((priceClass * platforms.size + p) * SITES + site) * SEGMENTS
      const line = lineAt(loans, quote, vintage)
      for (let s = 0; s < SEGMENTS; s++) {
        const amount = loans.lineBalance[line + s]
        // Lines that were never used hold no price.
        if (!(amount > 0)) continue
        lent += amount
        volume += loans.price[line + s] * amount
      }
    }
  }
  return ratio(volume, lent)
}

function overdue({ platforms }: Market, p: number): number {
  let defaults = 0
  for (let k = 0; k < PAST_MONTHS; k++) defaults += platforms.pastDefaults[p * PAST_MONTHS + k]
  return ratio(defaults, platforms.balance[p] + defaults)
}

const platform = { kind: 'platform', flow: false } as const

export const platformReadings: readonly ReadingDefinition[] = [
  {
    ...platform,
    id: 'partners',
    unit: 'partners',
    label: { en: 'Funders', zh: '合作资金方数' },
    doc: 'Active links to banks, its own affiliate apart.',
    read: fundersOf,
  },
  {
    ...platform,
    flow: true,
    id: 'newLoans',
    unit: 'mn/month',
    label: { en: 'New loans', zh: '新放款' },
    doc: 'New loans of the month, all funders.',
    read: ({ platforms }, p) => platforms.originated[p],
  },
  {
    ...platform,
    id: 'balance',
    unit: 'mn',
    label: { en: 'Balance', zh: '贷款余额' },
    doc: 'Performing loans, all funders.',
    read: ({ platforms }, p) => platforms.balance[p],
  },
  {
    ...platform,
    id: 'shareOfBalance',
    unit: 'share',
    label: { en: 'Share of the balance', zh: '余额份额' },
    doc: 'Balance ÷ Σ balance of all platforms; no balance: not defined.',
    read: ({ platforms }, p) => ratio(platforms.balance[p], total(platforms.balance)),
  },
  {
    ...platform,
    flow: true,
    id: 'shareOfNewLoans',
    unit: 'share',
    label: { en: 'Share of new loans', zh: '新放款份额' },
    doc: 'New loans ÷ Σ new loans of all platforms, of the month; none: not defined.',
    read: ({ platforms }, p) => ratio(platforms.originated[p], total(platforms.originated)),
  },
  {
    ...platform,
    flow: true,
    id: 'averagePrice',
    unit: '1/year',
    label: { en: 'All-in cost, mean of new loans', zh: '新放款平均综合融资成本' },
    doc: 'Σ price·new loans ÷ Σ new loans of the month; no loans: not defined.',
    read: averagePrice,
  },
  {
    ...platform,
    id: 'delinquency90',
    unit: 'share',
    label: { en: 'Overdue 91–180 days', zh: '逾期91–180天率' },
    doc: "The last three months' defaults ÷ (balance + the same); a default is dated 90 days past due; neither: not defined.",
    read: overdue,
  },
  {
    ...platform,
    id: 'active',
    unit: '1',
    label: { en: 'Still working', zh: '仍在营业' },
    doc: '1 until the platform fails, then 0.',
    read: ({ platforms }, p) => 1 - platforms.failed[p],
  },
  {
    ...platform,
    id: 'netWorth',
    unit: 'mn',
    label: { en: 'Net worth', zh: '净资产' },
    doc: 'Cumulated money balance (W).',
    read: ({ platforms }, p) => platforms.netWorth[p],
  },
]
