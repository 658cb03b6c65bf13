/**
 * Names and values of what is varied, as a reader would say them: `planning horizon`, `18 months`.
 * @module
 */
import { parameterCatalogue } from '../../agents/parameter-catalogue.ts'
import type { LeverDescriptor } from '../../scenarios/catalogue.ts'
import { writeQuantity, type Notation } from '../../scenarios/units.ts'
import {
  leverNotation,
  parameterNotation,
  writeLeverValue,
  writeParameterValue,
} from '../../scenarios/values.ts'
import type { InputValue } from '../statistics/input-columns.ts'
import type { Language } from './language.ts'
import { sayIn } from './say.ts'

/** Says inputs in one language. */
export interface InputWords {
  label(id: string): string
  /** The label within a sentence. */
  inline(id: string): string
  value(id: string, value: InputValue): string
  /** `6 months to 12 months`; one value where both are the same. */
  range(id: string, from: number, to: number): string
}

const SHOWN_DIGITS = 3
const UNITS_ZH: readonly (readonly [RegExp, string])[] = [
  [/ months?$/, '个月'],
  [/ quarters?$/, '个季度'],
  [/ years?$/, '年'],
  [/ million$/, '百万元'],
]

/** What is known of a lever here. */
export type NamedLever = Pick<LeverDescriptor, 'id' | 'kind' | 'label'>

/** @param levers  the catalogue; everything else is a parameter */
export function inputWords(levers: readonly NamedLever[], language: Language): InputWords {
  const leverOf = (id: string) => levers.find((lever) => lever.id === id)
  const parameterOf = (id: string) => parameterCatalogue.find((parameter) => parameter.id === id)
  const notationOf = (id: string): Notation | undefined => {
    const lever = leverOf(id)
    return lever ? leverNotation(lever) : parameterNotation(parameterOf(id)?.unit ?? '')
  }
  const said = (written: unknown): string => {
    if (typeof written !== 'string') return JSON.stringify(written)
    if (language === 'en') return written
    return UNITS_ZH.reduce((text, [unit, word]) => text.replace(unit, word), written)
  }
  const value = (id: string, given: InputValue): string => {
    const notation = notationOf(id)
    if (typeof given === 'number') {
      const rounded = Number(given.toPrecision(SHOWN_DIGITS))
      return said(notation === undefined ? rounded : writeQuantity(rounded, notation))
    }
    if (given === null) return sayIn(language).none
    const lever = leverOf(id)
    const parameter = parameterOf(id)
    if (lever) return said(writeLeverValue(given, lever))
    if (parameter) return said(writeParameterValue(given as string, parameter))
    return said(given)
  }
  const label = (id: string) => (leverOf(id) ?? parameterOf(id))?.label?.[language] ?? id
  return {
    label,
    inline: (id) => withinSentence(label(id)),
    value,
    range(id, from, to) {
      const [low, high] = [value(id, from), value(id, to)]
      if (low === high) return low
      return `${low}${language === 'zh' ? '至' : ' to '}${high}`
    },
  }
}

/** A label without its capital, unless it is an abbreviation. */
export function withinSentence(label: string): string {
  return /^[A-Z][a-z-]/.test(label) ? label[0].toLowerCase() + label.slice(1) : label
}
