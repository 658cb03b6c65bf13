import type { Phase } from '../engine/phase.ts'
import { allocateFunding } from './bank/allocate-funding.ts'
import { reviewPartners } from './bank/review-partners.ts'
import { reviewProgramme } from './bank/review-programme.ts'
import { searchPartners } from './bank/search-partners.ts'
import { valuePartners } from './bank/value-partners.ts'
import { apply } from './borrower/apply.ts'
import { repay } from './borrower/repay.ts'
import { payIndemnities } from './guarantor/pay-indemnities.ts'
import type { Market } from './market.ts'
import { quotePrices } from './platform/quote-prices.ts'
import { applyRules } from './regulator/apply-rules.ts'
import { drawEnvironment } from './regulator/draw-environment.ts'
import { resolveFailures } from './settlement/resolve-failures.ts'
import { settle } from './settlement/settle.ts'

/** One month in the market. Read it top to bottom: this order is part of the model. */
export const month: readonly Phase<Market>[] = [
  applyRules, // the month's rules, trends and demand
  drawEnvironment, // the macro factor behind all defaults, and dated shocks
  valuePartners, // banks see the market of last month, under today's and announced rules
  reviewProgramme, // quarter-ends: stay, leave, return, invest
  reviewPartners, // due reviews; signed partners start
  searchPartners, // quarter-ends: candidates and consent
  quotePrices, // price and cut-off with the new lists
  apply, // borrowers choose, platforms screen
  allocateFunding, // funding under every limit
  repay, // interest, defaults, instalments on earlier loans
  payIndemnities, // guarantors clear
  settle, // new loans booked; profit, cash, capital
  resolveFailures, // failures, iterated until nothing changes
]
