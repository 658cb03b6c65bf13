/** Targets for tests of measurement: a level of one series unless something else is said. */
import type { Span, Target, TargetMember } from '../../../scenarios/targets/target.ts'

export const START = '2024-11'

export function span(first: string, last = first): Span {
  return { first, last, text: `${first}..${last}` }
}

export function targetOf(members: readonly TargetMember[], rest: Partial<Target> = {}): Target {
  return {
    id: 'tried',
    members,
    combine: members.length === 1 ? { kind: 'one' } : { kind: 'summary', of: 'mean' },
    as: 'level',
    observed: 1,
    sd: 1,
    weight: 1,
    unit: 'share',
    ...rest,
  }
}
