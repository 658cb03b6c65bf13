/**
 * What is known of the estimated parameters before any data: a range each, every value in it alike.
 *
 * Costs and rates whose range spans several times its lower end are spread evenly on the logarithm:
 * otherwise most points would try costs ten times those of the pilots.
 *
 * @source model document, section 9 (ranges); Jeffreys (1946) for scale parameters
 * @module
 */
import { exp } from '../../../engine/numerics/exp.ts'
import { log } from '../../../engine/numerics/log.ts'
import { parameterCatalogue, type ParameterEntry } from '../../../agents/parameter-catalogue.ts'

/** The range of one parameter. */
export interface PriorRange {
  readonly parameter: string
  readonly low: number
  readonly high: number
  readonly scale: 'even' | 'logarithmic'
}

const LOGARITHMIC = new Set([
  'partnerCostNew',
  'programmeCostNew',
  'inspectionRateNew',
  'reviewRateAnnounced',
  'choiceNoise',
])

/** The estimated parameters of the catalogue, in its order. */
export function priorRanges(): readonly PriorRange[] {
  return parameterCatalogue.filter(({ estimated }) => estimated).map(rangeOf)
}

function rangeOf({ id, range }: ParameterEntry): PriorRange {
  const [low, high] = range as readonly [number, number]
  return { parameter: id, low, high, scale: LOGARITHMIC.has(id) ? 'logarithmic' : 'even' }
}

/** The value at `u` in [0, 1]. */
export function priorValue({ low, high, scale }: PriorRange, u: number): number {
  if (scale === 'even') return low + (high - low) * u
  return exp(log(low) + (log(high) - log(low)) * u)
}

/** Where a value stands in its range, 0 at its lower end: the inverse of `priorValue`. */
export function priorPlace({ low, high, scale }: PriorRange, value: number): number {
  if (scale === 'even') return (value - low) / (high - low)
  return (log(value) - log(low)) / (log(high) - log(low))
}
