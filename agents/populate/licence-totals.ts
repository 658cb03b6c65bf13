/**
 * Total loans of a whole licence, to which rows of drawn size are rescaled.
 *
 *     consumerFinance  national loan balance
 *     city             .55 · share of banking assets · all banking assets (2025-09-30)
 *     jointStock       .55 · total assets (2025-06-30)
 *     private          .55 · total assets of the 19 private banks
 *
 * @source model document, section 10, step 1
 * @module
 */
import { LICENCES, type Licence } from '../parameters.ts'
import { chooseValue, valueOn } from './choose-value.ts'
import { derived, observed } from './fact.ts'
import type { LicenceTotal } from './facts.ts'
import type { FunderTable } from './funders.ts'
import { required } from './required-value.ts'

const LOANS_OVER_ASSETS = 0.55
const AUTUMN = '2025-09-30'
const SUMMER = '2025-06-30'
const TABLE = 'banks.csv'
const ASSETS = 'total_assets'
const ALL_BANKING = 'sector: all_banking'

export function licenceTotals(table: FunderTable): LicenceTotal[] {
  return [
    consumerFinanceTotal(table),
    cityTotal(table),
    jointStockTotal(table),
    privateTotal(table),
  ]
}

function consumerFinanceTotal({ index }: FunderTable): LicenceTotal {
  const entity = 'consumer finance companies (national)'
  const row = chooseValue(index.rows(entity, 'loan_balance'))
  const national = required(row, 'small_lenders.csv', entity, 'loan_balance')
  return { licence: rowOf('consumerFinance'), totalLoans: observed(national) }
}

function cityTotal({ index, sectorRows }: FunderTable): LicenceTotal {
  const metric = 'share_of_banking_assets'
  const share = required(valueOn(sectorRows('sector_city', metric), AUTUMN), TABLE, 'city', metric)
  const rows = index.rows(ALL_BANKING, ASSETS)
  const assets = required(valueOn(rows, AUTUMN), TABLE, ALL_BANKING, ASSETS)
  const loans = LOANS_OVER_ASSETS * share.value * assets.value
  return { licence: rowOf('city'), totalLoans: derived(loans, 'mn', assets) }
}

function jointStockTotal({ sectorRows }: FunderTable): LicenceTotal {
  const rows = sectorRows('sector_joint_stock', ASSETS)
  const assets = required(valueOn(rows, SUMMER), TABLE, 'joint_stock', ASSETS)
  const loans = LOANS_OVER_ASSETS * assets.value
  return { licence: rowOf('jointStock'), totalLoans: derived(loans, 'mn', assets) }
}

function privateTotal({ index }: FunderTable): LicenceTotal {
  const entity = '19 private banks'
  const assets = required(chooseValue(index.rows(entity, ASSETS)), TABLE, entity, ASSETS)
  const loans = LOANS_OVER_ASSETS * assets.value
  return { licence: rowOf('private'), totalLoans: derived(loans, 'mn', assets) }
}

function rowOf(licence: Licence): number {
  return LICENCES.indexOf(licence)
}
