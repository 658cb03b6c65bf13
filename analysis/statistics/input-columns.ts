/**
 * An input of many cases as a column: a number each, or which of its named values it takes.
 * @module
 */
import { canonicalText } from '../../scenarios/canonical-text.ts'
import type { LeverValue, ParameterValue } from '../../scenarios/values.ts'

export type InputValue = LeverValue | ParameterValue

/** What is varied, case by case. */
export interface InputColumn {
  readonly id: string
  /** The number; of named values its place in `members`. */
  readonly values: Float64Array
  /** Named values in the order they first occur; none for numbers. */
  readonly members: readonly InputValue[]
}

/** A column of numbers where all are numbers; of named values otherwise. */
export function inputColumn(id: string, given: readonly InputValue[]): InputColumn {
  if (given.every((value) => typeof value === 'number')) {
    return { id, values: Float64Array.from(given), members: [] }
  }
  const places = new Map<string, number>()
  const members: InputValue[] = []
  const values = Float64Array.from(given, (value) => {
    const text = canonicalText(value)
    if (!places.has(text)) places.set(text, members.push(value) - 1)
    return places.get(text)!
  })
  return { id, values, members }
}

/** Its values, each once, ascending. */
export function distinctValues({ values }: InputColumn): number[] {
  const sorted = Float64Array.from(values).sort()
  return Array.from(sorted).filter((value, k) => k === 0 || value !== sorted[k - 1])
}
