/**
 * Named licensed funders: every bank and consumer finance company of the tables and of the lists,
 * with all rows about it under its Chinese name.
 *
 * @source model document, section 10, step 1
 * @module
 */
import type { Names } from '../market.ts'
import type { Licence } from '../parameters.ts'
import { indexObservations, isUsable, LAST_DAY, type ObservationIndex } from './choose-value.ts'
import { chineseName, FUNDER_OF_COMPANY, funderNames } from './known-names.ts'
import type { Observation, PublicData } from './public-data.ts'

export interface Funder {
  readonly names: Names
  readonly licence: Licence
}

export interface FunderTable {
  /** By Chinese name, in order of code units. */
  readonly funders: readonly Funder[]
  /** Rows about a funder under its Chinese name; all other rows under their own. */
  readonly index: ObservationIndex
  /** Usable rows of a class such as `sector_city`. */
  readonly sectorRows: (kind: string, metric: string) => readonly Observation[]
}

/** Licence of the classes used by the tables; `direct` is a bank without branches. */
const LICENCE_OF_KIND: ReadonlyMap<string, Licence> = new Map([
  ['joint_stock', 'jointStock'],
  ['city', 'city'],
  ['rural', 'rural'],
  ['private', 'private'],
  ['direct', 'private'],
  ['foreign', 'foreign'],
  ['consumer_finance', 'consumerFinance'],
])

/** Sums over several companies among the rows of single ones. */
const AGGREGATES: readonly string[] = [
  '20 consumer finance companies',
  'consumer finance companies (national)',
]

const PLATFORM_TABLE = /^platforms/

/** Collects the funders and files every row under one name. */
export function funderTable(data: PublicData): FunderTable {
  const funders = new Map<string, Funder>()
  const register = (entity: string, kind: string): void => {
    const licence = LICENCE_OF_KIND.get(kind)
    if (licence === undefined || AGGREGATES.includes(entity)) return
    const names = funderNames(entity)
    const known = funders.get(names.zh)
    if (known === undefined || names.en < known.names.en) funders.set(names.zh, { names, licence })
  }
  for (const row of data.observations) {
    if (!PLATFORM_TABLE.test(row.file) && isUsable(row)) register(row.entity, row.kind)
  }
  for (const list of data.lists) if (list.day <= LAST_DAY) register(list.bank, list.kind)
  const index = indexObservations(data.observations.map(underFunder))
  const usable = data.observations.filter(isUsable)
  return {
    funders: [...funders.values()].sort((a, b) => (a.names.zh < b.names.zh ? -1 : 1)),
    index,
    sectorRows: (kind, metric) => {
      return usable.filter((row) => row.kind === kind && row.metric === metric)
    },
  }
}

/** Funders of one licence, by Chinese name. */
export function fundersOf(table: FunderTable, licence: Licence): readonly Funder[] {
  return table.funders.filter((funder) => funder.licence === licence)
}

/** Accounts of a funder in the platform tables count as the funder's own. */
function underFunder(row: Observation): Observation {
  if (!PLATFORM_TABLE.test(row.file)) {
    const isFunder = LICENCE_OF_KIND.has(row.kind) && !AGGREGATES.includes(row.entity)
    return isFunder ? { ...row, entity: chineseName(row.entity) } : row
  }
  const entity = FUNDER_OF_COMPANY.get(row.entity)
  if (entity === undefined) return row
  return { ...row, entity, metric: row.metric === 'net_income' ? 'net_profit' : row.metric }
}
