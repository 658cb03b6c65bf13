/**
 * What is known of a bank's partner list: how long it was by June 2025 and who was named on it.
 *
 *     length = column `platforms`, else `partners_total`, less further entities of a group named
 *
 * Where a paper itself collapsed the entities to groups (`listed_partner_groups`), its count holds.
 *
 * @source model document, section 10, step 7
 * @module
 */
import { chooseValue, LAST_DAY, valueOn } from './choose-value.ts'
import type { Fact } from './fact.ts'
import type { FunderTable } from './funders.ts'
import { sameGroupEntities, type GroupTable } from './groups.ts'
import { chineseName } from './known-names.ts'
import type { PartnerList, PublicData } from './public-data.ts'

export interface ListFacts {
  readonly length: Fact | undefined
  /** Platform rows named on any of the bank's lists, ascending. */
  readonly partners: readonly number[]
}

/**
 * Lists by Chinese name of the bank.
 *
 * @param rowOfGroup  platform row of each group; groups that are no platforms are left out
 */
export function listFacts(
  data: PublicData,
  groups: GroupTable,
  funders: FunderTable,
  rowOfGroup: ReadonlyMap<string, number>,
): Map<string, ListFacts> {
  const byBank = new Map<string, PartnerList[]>()
  for (const list of data.lists) {
    if (list.day === '' || list.day > LAST_DAY) continue
    const zh = chineseName(list.bank)
    byBank.set(zh, [...(byBank.get(zh) ?? []), list])
  }
  const facts = new Map<string, ListFacts>()
  for (const [zh, lists] of byBank) {
    const length = lengthOf(zh, lists, groups, funders)
    facts.set(zh, { length, partners: partnersOf(lists, groups, rowOfGroup) })
  }
  return facts
}

function lengthOf(
  zh: string,
  lists: readonly PartnerList[],
  groups: GroupTable,
  funders: FunderTable,
): Fact | undefined {
  const list = chooseValue(lists.filter((row) => listed(row) !== undefined))
  if (list === undefined) return undefined
  const counted = valueOn(funders.index.rows(zh, 'listed_partner_groups'), list.day)
  const duplicates = sameGroupEntities(list.named, groups)
  const value = counted?.value ?? listed(list)! - duplicates
  return {
    value,
    unit: 'partners',
    origin: value === listed(list) ? 'data' : 'derived',
    source: counted?.source ?? list.source,
    date: list.date,
    confidence: list.confidence,
  }
}

function listed(list: PartnerList): number | undefined {
  return list.platforms ?? list.partners
}

function partnersOf(
  lists: readonly PartnerList[],
  groups: GroupTable,
  rowOfGroup: ReadonlyMap<string, number>,
): number[] {
  const rows = new Set<number>()
  for (const list of lists) {
    for (const name of list.named) {
      const { group, role } = groups.get(name)!
      const row = rowOfGroup.get(group)
      if (row !== undefined && role !== 'lender' && role !== 'other') rows.add(row)
    }
  }
  return [...rows].sort((a, b) => a - b)
}
