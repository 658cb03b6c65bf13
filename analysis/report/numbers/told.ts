/**
 * Numbers with their origin: where in the summary they stand, and how they are written.
 * @module
 */
import type { Known } from '../../results/summary.ts'
import type { Language } from '../../words/language.ts'
import {
  formatChange,
  formatChangeRange,
  formatLevel,
  formatLevelRange,
  formatRelative,
  formatRelativeRange,
} from '../../words/numbers.ts'
import { element, type Html } from '../page/html.ts'

/** How a number, or the two ends of an interval, is written. */
export const FORMS = [
  'level',
  'change',
  'relative',
  'size',
  'count',
  'levelRange',
  'changeRange',
  'relativeRange',
] as const
export type Form = (typeof FORMS)[number]

/** One number, or the ends of an interval, as a report tells them. */
export interface Told {
  readonly form: Form
  readonly unit: string
  readonly values: readonly number[]
  /** Where each stands in `summary.json`: `changes.12.change.mean`. */
  readonly paths: readonly string[]
}

/** A number of the summary; what is not defined is NaN. */
export function numberOf(value: Known | undefined): number {
  return value ?? NaN
}

export function tell(form: Form, unit: string, value: Known | undefined, path: string): Told {
  return { form, unit, values: [numberOf(value)], paths: [path] }
}

export function tellRange(
  form: Form,
  unit: string,
  of: { readonly low: Known; readonly high: Known },
  path: string,
): Told {
  return {
    form,
    unit,
    values: [numberOf(of.low), numberOf(of.high)],
    paths: [`${path}.low`, `${path}.high`],
  }
}

/** The text of a number in a language. */
export function toldText({ form, unit, values }: Told, language: Language): string {
  const [first, second] = values
  switch (form) {
    case 'level':
      return formatLevel(first, unit, language)
    case 'change':
      return formatChange(first, unit, language)
    case 'relative':
      return formatRelative(first)
    case 'size':
      return formatChange(Math.abs(first), unit, language).replace(/^\+/, '')
    case 'count':
      return formatLevel(first, 'count', language)
    case 'levelRange':
      return formatLevelRange(first, second, unit, language)
    case 'changeRange':
      return formatChangeRange(first, second, unit, language)
    case 'relativeRange':
      return formatRelativeRange(first, second, language)
  }
}

/** The number as an element that knows its origin. */
export function told(one: Told, language: Language): Html {
  return toldAs(one, toldText(one, language))
}

/** @param text  how the number stands in the text around it */
export function toldAs({ form, unit, values, paths }: Told, text: string): Html {
  if (paths.length === 0) return element('data', { value: valueText(values) }, text)
  return element(
    'data',
    {
      value: valueText(values),
      'data-path': paths.join(' '),
      'data-form': form,
      'data-unit': unit === '' ? undefined : unit,
    },
    text,
  )
}

/** Full precision; empty where not defined. */
function valueText(values: readonly number[]): string {
  return values.map((value) => (Number.isNaN(value) ? '' : String(value))).join(' ')
}
