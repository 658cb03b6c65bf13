/**
 * The series that targets need, each once.
 * @module
 */
import { isGroup } from '../../scenarios/targets/groups.ts'
import type { Target } from '../../scenarios/targets/target.ts'
import { columnName, type Column } from './column.ts'

/**
 * Columns in the order in which targets first name them, groups as their members.
 *
 * @param namesIn ids in a group, in order
 */
export function columnsOf(
  targets: readonly Target[],
  namesIn: (group: string) => readonly string[],
): readonly Column[] {
  const found = new Map<string, { column: Column; groups: Set<string> }>()
  const add = (column: Column, group?: string): void => {
    const name = columnName(column)
    const known = found.get(name) ?? { column, groups: new Set<string>() }
    if (group !== undefined) known.groups.add(group)
    found.set(name, known)
  }
  for (const { members } of targets) {
    for (const { quantity, subject } of members) {
      if (subject === undefined) add({ quantity })
      else if (!isGroup(subject)) add({ quantity, subject })
      else for (const id of namesIn(subject)) add({ quantity, subject: id }, subject)
    }
  }
  return [...found.values()].map(({ column, groups }) =>
    groups.size === 0 ? column : { ...column, groups: [...groups] },
  )
}
