/**
 * Which quantity a name means, of whom it is read, and how its values are written.
 * @module
 */
import { didYouMean } from '../nearest.ts'
import type { Notation } from '../units.ts'
import { misfit, parameterNotation, type Read } from '../values.ts'
import type { Comparison, QuantityDescriptor, QuantityKind, TargetCatalogue } from './target.ts'

const OF_KIND: Readonly<Record<QuantityKind, string>> = {
  market: 'a metric of the market, or a reading with `of`',
  bank: 'a quantity read of a bank',
  platform: 'a quantity read of a platform',
  guarantor: 'a quantity read of a guarantor',
}

/** The quantity named, if it is read of that kind. */
export function findQuantity(
  written: unknown,
  kind: QuantityKind,
  { quantities }: TargetCatalogue,
): Read<QuantityDescriptor> {
  const expected = OF_KIND[kind]
  if (typeof written !== 'string') return misfit(expected)
  const found = quantities.find((one) => one.id === written && one.kind === kind)
  if (found !== undefined) return { value: found }
  const elsewhere = quantities.filter((one) => one.id === written).map((one) => one.kind)
  if (elsewhere.length > 0) return misfit(expected, hintFor(written, elsewhere))
  const ids = quantities.filter((one) => one.kind === kind).map(({ id }) => id)
  return misfit(expected, didYouMean(written, ids).hint)
}

function hintFor(id: string, kinds: readonly QuantityKind[]): string {
  if (kinds.includes('market')) return `${id} is a metric of the market: leave out \`of\``
  return `${id} is read of a ${kinds.join(' and of a ')}`
}

/** Unit of what is made of a quantity's series. */
export function unitAs(as: Comparison, unit: string): string {
  if (as === 'firstMonth') return 'month'
  return as === 'ratio' || as === 'growth' ? 'share' : unit
}

/** How values of a unit are written: rates and amounts as in scenarios, counts and the rest bare. */
export function notationOf(unit: string): Notation {
  if (unit === 'partners') return 'count'
  const written = parameterNotation(unit)
  return written !== 'share' || unit === 'share' || unit === '1' ? written : 'number'
}
