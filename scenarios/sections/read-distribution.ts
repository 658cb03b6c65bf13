/**
 * A distribution over one parameter: `{ uniform: [6 months, 36 months] }` and its like.
 *
 * Its numbers are written as the parameter is, lie within its bounds and are whole where it is.
 * @module
 */
import type { ParameterDescriptor } from '../catalogue.ts'
import type { Path } from '../positions.ts'
import type { Findings } from '../findings.ts'
import type { Distribution } from '../uncertainty.ts'
import { writeQuantity } from '../units.ts'
import { parameterNotation, readNumber, readParameterValue } from '../values.ts'
import { firstTwice, isWritten, readFields, take, type Entries } from './read-fields.ts'

/** Forms over numbers, with the names of their numbers. */
const FORMS = {
  uniform: ['low', 'high'],
  normal: ['mean', 'standard deviation'],
  triangular: ['low', 'mode', 'high'],
} as const
type Form = keyof typeof FORMS
const KEYS = [...Object.keys(FORMS), 'choices', 'weights']

/** The distribution written; undefined, with what is wrong reported, where it is none. */
export function readDistribution(
  written: Entries,
  parameter: ParameterDescriptor,
  path: Path,
  findings: Findings,
): Distribution | undefined {
  const before = findings.problems.length
  const numeric = parameter.kind === 'number'
  readFields(written, path, KEYS, '', findings)
  if (findings.problems.length > before) return undefined
  const [form, ...others] = Object.keys(written).filter((key) => key !== 'weights')
  if (form === undefined || others.length > 0) {
    const expected = 'one distribution: uniform, normal, triangular or choices'
    findings.value(path, expected, Object.keys(written).join(', ') || 'none')
    return undefined
  }
  if (form === 'choices') return readChoices(written, parameter, path, findings)
  if (isWritten(written, 'weights')) {
    findings.key([...path, 'weights'], `no weights: only choices have them`, 'weights')
    return undefined
  }
  if (!numeric) {
    const expected = `choices: ${parameter.id} is no single number`
    findings.key([...path, form], expected, form)
    return undefined
  }
  return readSpread(form as Form, written[form], parameter, [...path, form], findings)
}

/** `{ choices: [a, b], weights: [1, 2] }`. */
function readChoices(
  written: Entries,
  parameter: ParameterDescriptor,
  path: Path,
  findings: Findings,
): Distribution | undefined {
  const before = findings.problems.length
  const choices = written['choices']
  const choicePath = [...path, 'choices']
  if (!Array.isArray(choices) || choices.length < 2) {
    findings.value(choicePath, 'a list of at least 2 choices', choices)
    return undefined
  }
  const values = choices.map((one, k) =>
    take(readParameterValue(one, parameter), one, [...choicePath, k], findings),
  )
  const whole = values.every((value) => value !== undefined)
  const twice = whole ? firstTwice(values) : -1
  if (twice >= 0) findings.value([...choicePath, twice], 'each choice once', choices[twice])
  const weights = isWritten(written, 'weights')
    ? readWeights(written['weights'], choices.length, [...path, 'weights'], findings)
    : undefined
  if (findings.problems.length > before || !whole) return undefined
  return { kind: 'choices', values, ...(weights === undefined ? {} : { weights }) }
}

function readWeights(
  written: unknown,
  length: number,
  path: Path,
  findings: Findings,
): readonly number[] | undefined {
  if (!Array.isArray(written) || written.length !== length) {
    findings.value(path, `a list of ${length} weights, one per choice`, written)
    return undefined
  }
  written.forEach((one, k) => {
    const fits = typeof one === 'number' && Number.isFinite(one) && one > 0
    if (!fits) findings.value([...path, k], 'a number above 0', one)
  })
  return written as number[]
}

/** A form over numbers. */
function readSpread(
  form: Form,
  written: unknown,
  parameter: ParameterDescriptor,
  path: Path,
  findings: Findings,
): Distribution | undefined {
  const names = FORMS[form]
  if (!Array.isArray(written) || written.length !== names.length) {
    findings.value(path, `a list of ${names.length}: ${names.join(', ')}`, written)
    return undefined
  }
  const notation = parameterNotation(parameter.unit)
  const numbers = written.map((one: unknown, k) => {
    const isSpread = form === 'normal' && k === 1
    const bounds = isSpread ? ([0, Infinity] as const) : parameter.bounds
    const whole = parameter.whole && form !== 'normal'
    return take(readNumber(one, notation, bounds, whole), one, [...path, k], findings)
  })
  if (numbers.includes(undefined)) return undefined
  const [first, second, third] = numbers as [number, number, number]
  const shown = (value: number): string => String(writeQuantity(value, notation))
  const report = (k: number, expected: string): undefined => {
    findings.value([...path, k], expected, (written as unknown[])[k])
    return undefined
  }
  switch (form) {
    case 'uniform':
      if (second <= first) return report(1, `a high above the low, ${shown(first)}`)
      return { kind: form, low: first, high: second }
    case 'normal':
      if (second <= 0) return report(1, `a standard deviation above ${shown(0)}`)
      return { kind: form, mean: first, sd: second }
    case 'triangular':
      if (third <= first) return report(2, `a high above the low, ${shown(first)}`)
      if (second < first || second > third) {
        return report(1, `a mode from ${shown(first)} to ${shown(third)}`)
      }
      return { kind: form, low: first, mode: second, high: third }
  }
}
