/**
 * Partner names collapsed to groups: a list counts legal entities, a market has firms.
 * @module
 */
import { SimulationError, type Problem } from '../../engine/errors.ts'
import { chineseName } from './known-names.ts'
import { LAST_DAY } from './choose-value.ts'
import type { GroupName, PartnerList } from './public-data.ts'

/** A small platform that lists name. */
export interface NamedGroup {
  readonly group: string
  /** The shortest printed name; of equal length the first in code units. */
  readonly zh: string
  /** Banks with a list that names it. */
  readonly lists: number
}

export type GroupTable = ReadonlyMap<string, GroupName>

/** @throws SimulationError PARTNER_UNKNOWN when a list quotes a name the groups leave out */
export function groupTable(
  groups: readonly GroupName[],
  lists: readonly PartnerList[],
): GroupTable {
  const table = new Map(groups.map((row) => [row.name, row]))
  const problems: Problem[] = []
  for (const list of lists) {
    for (const name of list.named) {
      if (table.has(name)) continue
      const expected = `a row of groups.csv for every partner of ${list.bank}`
      problems.push({ code: 'PARTNER_UNKNOWN', file: 'groups.csv', expected, got: name })
    }
  }
  if (problems.length > 0) throw new SimulationError(problems)
  return table
}

/** How many listed names are further legal entities of a group already counted. */
export function sameGroupEntities(named: readonly string[], table: GroupTable): number {
  return named.length - new Set(named.map((name) => table.get(name)!.group)).size
}

/** Small platforms by number of banks that list them, most first; ties by name. */
export function namedSmallGroups(lists: readonly PartnerList[], table: GroupTable): NamedGroup[] {
  const banks = new Map<string, Set<string>>()
  for (const list of lists) {
    if (list.day > LAST_DAY) continue
    for (const name of list.named) {
      const { group, role } = table.get(name)!
      if (role !== 'small') continue
      banks.set(group, (banks.get(group) ?? new Set()).add(chineseName(list.bank)))
    }
  }
  const groups = [...banks].map(([group, listing]) => {
    return { group, zh: shortestName(group, table), lists: listing.size }
  })
  return groups.sort((a, b) => b.lists - a.lists || (a.group < b.group ? -1 : 1))
}

function shortestName(group: string, table: GroupTable): string {
  const names = [...table.values()].filter((row) => row.group === group).map((row) => row.name)
  return names.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0]
}
