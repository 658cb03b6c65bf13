/**
 * A stopping rule in place of a number of replicates.
 *
 * Half-widths are read last: their units are those of the metrics the whole scenario asks for.
 * @module
 */
import type { ScenarioCatalogue } from '../catalogue.ts'
import type { MetricWish } from '../metric-wish.ts'
import { didYouMean } from '../nearest.ts'
import type { Path } from '../positions.ts'
import type { Findings } from '../findings.ts'
import type { Placed, WrittenStopping } from '../scenario-file.ts'
import { MOST_REPLICATES } from '../schema.ts'
import { readQuantity, type Reading } from '../units.ts'
import { isEntries, isWritten, readFields, type Entries } from './read-fields.ts'

/** Replicates before the first look unless the rule says otherwise. */
const LEAST = 20
/** An interval needs two. */
const FEWEST = 2
const KEYS = ['least', 'most', 'halfWidths', 'budget']

/** Seconds in the words for lengths of time. */
const LENGTHS: readonly (readonly [RegExp, number])[] = [
  [/^(seconds?|s|秒)$/, 1],
  [/^(minutes?|min|分钟)$/, 60],
  [/^(hours?|h|小时)$/, 3600],
]
const LONGEST_BUDGET = 2_592_000

/** The rule written; undefined, with what is wrong reported, where it is none. */
export function readStopping(
  written: Entries,
  path: Path,
  findings: Findings,
): WrittenStopping | undefined {
  const before = findings.problems.length
  readFields(written, path, KEYS, '', findings)
  const most = readCount(written['most'], [...path, 'most'], FEWEST, findings)
  const least = isWritten(written, 'least')
    ? readCount(written['least'], [...path, 'least'], FEWEST, findings)
    : Math.min(LEAST, most)
  if (findings.problems.length === before && least > most) {
    findings.value([...path, 'least'], `at most ${most}`, least)
  }
  const halfWidths = readHalfWidths(written['halfWidths'], [...path, 'halfWidths'], findings)
  const budget = isWritten(written, 'budget')
    ? readBudget(written['budget'], [...path, 'budget'], findings)
    : undefined
  if (findings.problems.length > before) return undefined
  return { least, most, halfWidths, ...(budget === undefined ? {} : { budget }) }
}

function readCount(written: unknown, path: Path, least: number, findings: Findings): number {
  const count = Number(written)
  const fits =
    typeof written === 'number' &&
    Number.isInteger(count) &&
    count >= least &&
    count <= MOST_REPLICATES
  if (!fits) {
    findings.value(path, `a whole number of replicates, ${least} to ${MOST_REPLICATES}`, written)
  }
  return count
}

function readHalfWidths(
  written: unknown,
  path: Path,
  findings: Findings,
): ReadonlyMap<string, Placed<unknown>> {
  if (!isEntries(written) || Object.keys(written).length === 0) {
    findings.value(path, 'a half-width for at least one metric, such as { links: 20 }', written)
    return new Map()
  }
  return new Map(
    Object.entries(written).map(([id, value]) => {
      const place = [...path, id]
      return [id, { value, path: place, origin: findings.originOf(place) }]
    }),
  )
}

/** `30 minutes` in seconds. */
function readBudget(written: unknown, path: Path, findings: Findings): number {
  const match =
    typeof written === 'string' ? /^(\d+(?:\.\d+)?)\s*(\S+)$/.exec(written.trim()) : null
  const seconds = LENGTHS.find(([word]) => match && word.test(match[2]))?.[1]
  const budget = match && seconds !== undefined ? Number(match[1]) * seconds : NaN
  if (budget > 0 && budget <= LONGEST_BUDGET) return budget
  const hint =
    typeof written === 'number' ? `lengths carry a unit: write ${written} minutes` : undefined
  findings.value(
    path,
    'a length of time such as 30 minutes or 2 hours, 30 days at most',
    written,
    hint,
  )
  return 0
}

/** Half-widths in the units of their metrics; a metric that is not asked for is reported. */
export function settleHalfWidths(
  { halfWidths }: WrittenStopping,
  metrics: MetricWish,
  catalogue: ScenarioCatalogue,
  report: (place: Placed<unknown>, expected: string, hint?: string) => void,
): Readonly<Record<string, number>> {
  const asked = unitsOf(metrics, catalogue)
  const settled: [string, number][] = []
  for (const [id, place] of halfWidths) {
    if (asked !== undefined && !asked.has(id)) {
      report(place, 'a metric the scenario asks for', didYouMean(id, [...asked.keys()]).hint)
      continue
    }
    const reading = readWidth(place.value, asked?.get(id))
    if ('value' in reading && reading.value > 0 && Number.isFinite(reading.value)) {
      settled.push([id, reading.value])
    } else report(place, 'a half-width above 0, such as 20 or 0.5%')
  }
  return Object.fromEntries(settled)
}

/** Units of the metrics asked for by id; undefined where nobody said what is shipped. */
function unitsOf(
  { shipped, formulas }: MetricWish,
  catalogue: ScenarioCatalogue,
): ReadonlyMap<string, string> | undefined {
  if (catalogue.metrics === undefined) return undefined
  const asked = catalogue.metrics.filter(({ id }) => shipped === 'all' || shipped.includes(id))
  return new Map([...asked, ...formulas].map(({ id, unit }) => [id, unit]))
}

/** A number in its metric's unit, or a percentage where the unit is a rate or a share. */
function readWidth(written: unknown, unit: string | undefined): Reading {
  const plain = readQuantity(written, 'number')
  if ('value' in plain) return plain
  if (unit?.startsWith('mn')) return readQuantity(written, 'millionYuan')
  const ratio = unit === undefined || /^(1|share|index|1\/.*)$/.test(unit)
  return ratio ? readQuantity(written, 'share') : plain
}
