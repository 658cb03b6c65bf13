/**
 * What was observed and how surely: the keys `observed`, `within`, `band`, `weight`, `confidence`.
 *
 * @source Model document, sections 10 (perturbation by confidence) and 15
 * @module
 */
import type { Findings } from '../findings.ts'
import type { Path } from '../positions.ts'
import { isWritten, take, type Entries } from '../sections/read-fields.ts'
import { readMember, readNumber } from '../values.ts'
import { readOnScale, type Scale } from './quantities.ts'
import { readPair } from './read-combine.ts'
import { CONFIDENCES, type Confidence } from './target.ts'

const NOT_NEGATIVE: readonly [number, number] = [0, Infinity]

/** Standard deviation as a share of what was observed, by confidence in the source. */
const SPREAD: Readonly<Record<Confidence, number>> = { high: 0.02, medium: 0.1, low: 0.3 }
/** Standard deviations across the middle 90% of a normal distribution: 2·1.645. */
const NINETY_WIDTH = 3.29

export interface Observed {
  readonly observed: number
  readonly sd: number
  readonly weight: number
  readonly confidence?: Confidence
}

/** Reads them; undefined, and reported, where one does not fit. `absent` stands where nothing is written. */
export function readObserved(
  target: Entries,
  path: Path,
  scale: Scale,
  absent: number | undefined,
  findings: Findings,
): Observed | undefined {
  const observed =
    isWritten(target, 'observed') || absent === undefined
      ? take(readOnScale(target.observed, scale), target.observed, [...path, 'observed'], findings)
      : absent
  const weight = isWritten(target, 'weight')
    ? take(
        readNumber(target.weight, 'number', NOT_NEGATIVE, false),
        target.weight,
        [...path, 'weight'],
        findings,
      )
    : 1
  const confidence = isWritten(target, 'confidence')
    ? take(
        readMember(target.confidence, CONFIDENCES),
        target.confidence,
        [...path, 'confidence'],
        findings,
      )
    : undefined
  const spread = readSpread(target, path, scale, observed, confidence ?? 'medium', findings)
  if (observed === undefined || weight === undefined || spread === undefined) return undefined
  return { observed, sd: spread, weight, ...(confidence === undefined ? {} : { confidence }) }
}

/** One standard deviation, above 0. */
function readSpread(
  target: Entries,
  path: Path,
  scale: Scale,
  observed: number | undefined,
  confidence: Confidence,
  findings: Findings,
): number | undefined {
  const { within, band } = target
  if (isWritten(target, 'within') && isWritten(target, 'band')) {
    findings.key([...path, 'band'], 'within or band, not both', 'band')
    return undefined
  }
  if (isWritten(target, 'within')) {
    const at = [...path, 'within']
    const read = readOnScale(within, { ...scale, bounds: NOT_NEGATIVE })
    const sd = take(read, within, at, findings)
    if (sd !== 0) return sd
    findings.value(at, 'a standard deviation above 0', within)
    return undefined
  }
  if (isWritten(target, 'band')) {
    const at = [...path, 'band']
    const limits = readPair(band, at, scale, findings)
    if (limits === undefined || observed === undefined) return undefined
    const [low, high] = limits
    if (low < high && low <= observed && observed <= high) return (high - low) / NINETY_WIDTH
    findings.value(at, 'a band around what was observed', band)
    return undefined
  }
  if (observed === 0) {
    const expected = 'within or band: no share of 0 is a standard deviation'
    findings.value([...path, 'within'], expected, undefined)
    return undefined
  }
  return observed === undefined ? undefined : SPREAD[confidence] * Math.abs(observed)
}
