/**
 * Groups of institutions as targets name them.
 * @module
 */
import type { QuantityKind, TargetCatalogue } from './target.ts'

const ALL_OF_A_KIND: ReadonlyMap<string, QuantityKind> = new Map([
  ['banks', 'bank'],
  ['platforms', 'platform'],
  ['guarantors', 'guarantor'],
])
const LICENCE = 'licence:'
const TIER = 'tier:'

/** Whether a subject is a group; else it is one institution. */
export function isGroup(subject: string): boolean {
  return ALL_OF_A_KIND.has(subject) || subject.startsWith(LICENCE) || subject.startsWith(TIER)
}

/** Every group there is. */
export function groupNames({ licences, tiers }: TargetCatalogue): readonly string[] {
  return [
    ...ALL_OF_A_KIND.keys(),
    ...licences.map((licence) => LICENCE + licence),
    ...tiers.map((tier) => TIER + tier),
  ]
}

/** The kind of an institution or of the members of a group; undefined when it names neither. */
export function kindOfSubject(subject: string): QuantityKind | undefined {
  if (subject.startsWith(LICENCE)) return 'bank'
  if (subject.startsWith(TIER)) return 'platform'
  return (
    ALL_OF_A_KIND.get(subject) ??
    [...ALL_OF_A_KIND.values()].find((kind) => subject.startsWith(`${kind}:`))
  )
}
