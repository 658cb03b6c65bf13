import { LEVERS_OF, LEVERS_OF_LIMIT } from '../../agents/chronicle/levers-of.ts'
import type { Decision } from './decision.ts'

/** Levers that can be behind a decision's cause, and behind the limit or criterion it met. */
export function leversBehind({ cause, criterion }: Decision): readonly string[] {
  return [...LEVERS_OF[cause], ...(LEVERS_OF_LIMIT[criterion] ?? [])]
}

/** Whether the draw of a decision decides the same way under the rules before; undefined without a draw. */
export function decidesAlikeBefore(one: Decision): boolean | undefined {
  if (Number.isNaN(one.probabilityBefore) || Number.isNaN(one.luck)) return undefined
  return one.luck < one.probabilityBefore === one.luck < one.probability
}
