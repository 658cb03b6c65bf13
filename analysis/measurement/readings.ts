/**
 * The catalogue of readings, and with the shipped metrics every quantity a target may name.
 * @module
 */
import type { QuantityDescriptor } from '../../scenarios/targets/target.ts'
import { metricCatalogue } from '../metrics/index.ts'
import { bankReadings } from './bank-readings.ts'
import { guarantorReadings } from './guarantor-readings.ts'
import { platformReadings } from './platform-readings.ts'
import type { ReadingDefinition } from './reading.ts'

/** Every reading; ids are unique within a kind. */
export const readingCatalogue: readonly ReadingDefinition[] = [
  ...bankReadings,
  ...platformReadings,
  ...guarantorReadings,
]

/** Every quantity: the metrics of the market, then the readings. */
export const quantityCatalogue: readonly QuantityDescriptor[] = [
  ...metricCatalogue.map((metric) => ({ ...metric, kind: 'market' as const })),
  ...readingCatalogue,
]

const byKind = new Map(quantityCatalogue.map((one) => [`${one.kind} ${one.id}`, one]))

/** The kind of an institution by its id, such as `bank` of `bank:yilian`; `market` of none. */
export function kindOf(subject: string | undefined): string {
  return subject === undefined ? 'market' : subject.slice(0, Math.max(0, subject.indexOf(':')))
}

/** The quantity with this id that is read of such a subject, if there is one. */
export function quantityOf(id: string, subject?: string): QuantityDescriptor | undefined {
  return byKind.get(`${kindOf(subject)} ${id}`)
}

/** The reading with this id of such an institution, if there is one. */
export function readingOf(id: string, subject: string): ReadingDefinition | undefined {
  const kind = kindOf(subject)
  return readingCatalogue.find((reading) => reading.id === id && reading.kind === kind)
}
