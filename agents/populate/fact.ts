/**
 * A number with where it comes from.
 * @module
 */
import type { Confidence, Observation } from './public-data.ts'

/** Read from a row; computed from rows; set or drawn without a row; solved from the model. */
export const ORIGINS = ['data', 'derived', 'imputed', 'inverted'] as const
export type Origin = (typeof ORIGINS)[number]

export interface Fact {
  readonly value: number
  readonly unit: string
  readonly origin: Origin
  /** Address of the page, or the section that assumes it. */
  readonly source: string
  readonly date: string
  readonly confidence: Confidence
}

/** Where everything assumed is written down. */
export const ASSUMED = 'model document, section 10 (assumed)'

/** The number as published. */
export function observed(row: Observation): Fact {
  return { ...origins(row), value: row.value, unit: row.unit, origin: 'data' }
}

/** A number computed from a published one; it inherits the row's source and date. */
export function derived(value: number, unit: string, row: Observation): Fact {
  return { ...origins(row), value, unit, origin: 'derived' }
}

/** A number no row gives. */
export function imputed(value: number, unit: string, source: string = ASSUMED): Fact {
  return { value, unit, origin: 'imputed', source, date: '', confidence: 'low' }
}

function origins(row: Observation): Pick<Fact, 'source' | 'date' | 'confidence'> {
  return { source: row.source, date: row.date, confidence: row.confidence }
}
