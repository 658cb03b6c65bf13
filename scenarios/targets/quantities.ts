/**
 * Which quantity a name means, of whom it is read, and how its values are written.
 * @module
 */
import { didYouMean } from '../nearest.ts'
import { describeNotation, type Notation } from '../units.ts'
import { misfit, parameterNotation, readNumber, type Read } from '../values.ts'
import type {
  Comparison,
  QuantityDescriptor,
  QuantityKind,
  RunMonths,
  TargetCatalogue,
} from './target.ts'

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

/** How a measured value is written, and what it can be. */
export interface Scale {
  readonly notation: Notation
  readonly bounds: readonly [number, number]
  /** Beyond it a share carries a percent sign: a bare 76 is 76% that lost its sign. */
  readonly bare: number
}

const ANY: readonly [number, number] = [-Infinity, Infinity]
const BOUNDS: Readonly<Record<Comparison, readonly [number, number]>> = {
  level: ANY,
  change: ANY,
  ratio: [0, Infinity],
  growth: [-1, Infinity],
  firstMonth: [0, Infinity],
}
/** Ratios of two dates are often written bare, and seldom reach ten. */
const BARE_RATIO = 10

/** A share of members or pairs. */
export const PART: Scale = { notation: 'share', bounds: [0, 1], bare: 1 }
/** Something as a multiple of what it was. */
export const RATIO: Scale = { notation: 'share', bounds: ANY, bare: BARE_RATIO }

/** Scale of what is made of a quantity's series; a wait is at most as long as the run. */
export function scaleAs(as: Comparison, unit: string, run?: RunMonths): Scale {
  const bounds = as === 'firstMonth' && run !== undefined ? ([0, run.periods] as const) : BOUNDS[as]
  if (as === 'ratio') return { ...RATIO, bounds }
  return { notation: notationOf(unit), bounds, bare: unit === 'share' ? 1 : Infinity }
}

/** A value on a scale. */
export function readOnScale(written: unknown, { notation, bounds, bare }: Scale): Read<number> {
  const read = readNumber(written, notation, bounds, false)
  if (!('value' in read) || Math.abs(read.value) <= bare || isPercentage(written)) return read
  const hint = `above ${bare} a share carries a percent sign: write ${String(written)}%`
  return misfit(describeNotation(notation), hint)
}

function isPercentage(written: unknown): boolean {
  return typeof written === 'string' && written.includes('%')
}

/** How values of a unit are written: rates and amounts as in scenarios, counts and the rest bare. */
function notationOf(unit: string): Notation {
  if (unit === 'partners') return 'count'
  const written = parameterNotation(unit)
  return written !== 'share' || unit === 'share' || unit === '1' ? written : 'number'
}
