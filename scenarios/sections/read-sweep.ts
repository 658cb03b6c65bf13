/**
 * The section `sweep`: blocks of axes, each with its design; `none` takes away that of the parent.
 * @module
 */
import type { ScenarioCatalogue } from '../catalogue.ts'
import { didYouMean } from '../nearest.ts'
import type { Path } from '../positions.ts'
import type { Findings } from '../findings.ts'
import type { Spot, WrittenSweep } from '../scenario-file.ts'
import { DESIGNS, type Design, type SweepAxis, type SweepBlock } from '../sweep.ts'
import { readMember } from '../values.ts'
import { variableNamed } from './axis-subject.ts'
import { readAxis, wholeAxis } from './read-axis.ts'
import { isEntries, isWritten, readFields, take, type Entries } from './read-fields.ts'
import { countPoints } from '../design/points.ts'
import { MOST_POINTS } from './read-range.ts'

const BLOCK_KEYS = ['design', 'points', 'trajectories', 'over']
const EXPECTED = 'a block { design, points, over }, a list of blocks, or none'
const FEWEST_TRAJECTORIES = 2

/** The blocks written, and where each axis stands. */
export function readSweep(
  written: unknown,
  path: Path,
  catalogue: ScenarioCatalogue,
  findings: Findings,
): WrittenSweep {
  const places = new Map<string, Spot>()
  if (written === 'none') return { blocks: [], places }
  if (Array.isArray(written) ? written.length === 0 : !isEntries(written)) {
    findings.value(path, EXPECTED, written)
    return { blocks: [], places }
  }
  const read = (one: unknown, at: Path): SweepBlock | undefined =>
    readBlock(one, at, places, catalogue, findings)
  const blocks = Array.isArray(written)
    ? written.map((one, k) => read(one, [...path, k]))
    : [read(written, path)]
  const sound = blocks.filter((block) => block !== undefined)
  const count = countPoints(sound)
  if (count > MOST_POINTS) {
    findings.value(path, `at most ${MOST_POINTS} points`, `${count} points`)
  }
  return { blocks: sound, places }
}

function readBlock(
  written: unknown,
  path: Path,
  places: Map<string, Spot>,
  catalogue: ScenarioCatalogue,
  findings: Findings,
): SweepBlock | undefined {
  const before = findings.problems.length
  const fields = readFields(written, path, BLOCK_KEYS, EXPECTED, findings)
  if (!fields || findings.problems.length > before) return undefined
  const design = isWritten(fields, 'design')
    ? take(readMember(fields['design'], DESIGNS), fields['design'], [...path, 'design'], findings)
    : 'grid'
  const points = design && readPointCount(fields, design, path, findings)
  const trajectories = design && readTrajectories(fields, design, path, findings)
  const axes = readAxes(
    fields['over'],
    design ?? 'sobol', // the design that asks least
    [...path, 'over'],
    places,
    catalogue,
    findings,
  )
  if (design === undefined || axes.length === 0) return undefined
  if (design === 'morris' && trajectories === undefined) return undefined
  return {
    design,
    ...(points === undefined ? {} : { points }),
    ...(trajectories === undefined ? {} : { trajectories }),
    axes,
  }
}

function readPointCount(
  fields: Entries,
  design: Design,
  path: Path,
  findings: Findings,
): number | undefined {
  const written = fields['points']
  const place = [...path, 'points']
  if (design === 'grid') {
    if (isWritten(fields, 'points')) {
      findings.key(place, 'no points: a grid crosses all its values', 'points')
    }
    return undefined
  }
  if (design === 'morris') {
    if (isWritten(fields, 'points')) {
      findings.key(place, 'trajectories in place of points: they say how many there are', 'points')
    }
    return undefined
  }
  if (design === 'oneAtATime') {
    if (!isWritten(fields, 'points')) return undefined
    if (Number.isInteger(written) && Number(written) >= 2) return Number(written)
    findings.value(place, 'a whole number of values for each range, 2 or more', written)
    return undefined
  }
  const fits = Number.isInteger(written) && Number(written) >= 1 && Number(written) <= MOST_POINTS
  if (fits) return Number(written)
  findings.value(place, `a whole number of points, 1 to ${MOST_POINTS}`, written)
  return undefined
}

function readTrajectories(
  fields: Entries,
  design: Design,
  path: Path,
  findings: Findings,
): number | undefined {
  const written = fields['trajectories']
  const place = [...path, 'trajectories']
  if (design !== 'morris') {
    if (isWritten(fields, 'trajectories')) {
      findings.key(place, 'trajectories only with a design of morris', 'trajectories')
    }
    return undefined
  }
  if (Number.isInteger(written) && Number(written) >= FEWEST_TRAJECTORIES) return Number(written)
  findings.value(place, `a whole number of trajectories, ${FEWEST_TRAJECTORIES} or more`, written)
  return undefined
}

/** Axes by id, or a list of ids, each over all the catalogue names for it. */
function readAxes(
  written: unknown,
  design: Design,
  path: Path,
  places: Map<string, Spot>,
  catalogue: ScenarioCatalogue,
  findings: Findings,
): readonly SweepAxis[] {
  const entries = Array.isArray(written)
    ? written.map((id: unknown, k) => [id, [...path, k], undefined] as const)
    : isEntries(written)
      ? Object.keys(written).map((id) => [id, [...path, id], written] as const)
      : []
  if (entries.length === 0) {
    findings.value(path, 'at least one lever or parameter to vary', written)
    return []
  }
  const axes = entries.map(([id, at, fields]) => {
    const variable = typeof id === 'string' ? variableNamed(id, catalogue) : undefined
    if (!variable) return reportUnknown(id, at, catalogue, findings)
    if (places.has(variable.id)) return findings.key(at, 'each axis once', variable.id)
    places.set(variable.id, { path: at, origin: findings.originOf(at) })
    return fields === undefined
      ? wholeAxis(variable, design, at, findings)
      : readAxis(fields[variable.id], variable, design, at, catalogue, findings)
  })
  return axes.filter((axis) => axis !== undefined)
}

function reportUnknown(
  id: unknown,
  path: Path,
  { levers, parameters }: ScenarioCatalogue,
  findings: Findings,
): undefined {
  const name = typeof id === 'string' ? id : JSON.stringify(id)
  const names = [...levers, ...parameters].map((one) => one.id)
  const expected = 'a lever or a parameter of the catalogue (zhudai list levers)'
  findings.key(path, expected, name, didYouMean(name, names).hint)
}
