/**
 * Who there is, with the groups they belong to: the same in all replicates.
 * @module
 */
import { LICENCES, MICROLENDER, TIERS } from '../../agents/parameters.ts'
import type { Facts } from '../../agents/populate/facts.ts'
import { microlenderNames } from '../../agents/populate/microlenders.ts'
import type { RunMonths, TargetCatalogue } from '../../scenarios/targets/target.ts'
import { quantityCatalogue } from './readings.ts'

/** Every institution there can be. */
export interface Institutions {
  /** All ids: banks, microlenders, platforms, guarantors. */
  readonly ids: readonly string[]
  /** Ids in a group such as `licence:private`, `tier:small`, `banks`; none for an unknown group. */
  namesIn(group: string): readonly string[]
}

/**
 * Institutions by group, in the order of their numbers. `banks` are the funders with a licence of
 * their own. Which platforms own a microlender is drawn, so `licence:microlender` names every
 * platform's; one that a replicate does not have is read as not defined.
 */
export function institutionsOf({ banks, platforms, guarantors }: Facts): Institutions {
  const groups = new Map<string, string[]>()
  const add = (group: string, id: string): void => {
    const members = groups.get(group) ?? []
    members.push(id)
    groups.set(group, members)
  }
  for (const { names, licence } of banks) {
    add('banks', names.id)
    add(`licence:${LICENCES[licence]}`, names.id)
  }
  for (const { names, tier } of platforms) {
    add('platforms', names.id)
    add(`tier:${TIERS[tier]}`, names.id)
    add(`licence:${LICENCES[MICROLENDER]}`, microlenderNames(names).id)
  }
  for (const { id } of guarantors) add('guarantors', id)
  const namesIn = (group: string): readonly string[] => groups.get(group) ?? []
  const all = ['banks', `licence:${LICENCES[MICROLENDER]}`, 'platforms', 'guarantors']
  return { ids: all.flatMap(namesIn), namesIn }
}

/** What target files are checked against. */
export function targetCatalogue(
  { ids }: Pick<Institutions, 'ids'>,
  run?: RunMonths,
): TargetCatalogue {
  const known = { quantities: quantityCatalogue, agents: ids, licences: LICENCES, tiers: TIERS }
  return run === undefined ? known : { ...known, run }
}
