/**
 * The numbers of a change or a level as a report tells them.
 * @module
 */
import type { SummaryChange, SummaryLevel } from '../../results/summary.ts'
import type { Placed } from './summary-index.ts'
import { tell, tellRange, type Told } from './told.ts'

export interface ChangeNumbers {
  readonly baseline: Told
  readonly reform: Told
  readonly change: Told
  readonly range: Told
  readonly relative: Told
  readonly relativeRange: Told
  readonly size: Told
  readonly needed: Told
}

export function changeNumbers({ entry, path }: Placed<SummaryChange>, unit: string): ChangeNumbers {
  return {
    baseline: tell('level', unit, entry.baseline.mean, `${path}.baseline.mean`),
    reform: tell('level', unit, entry.reform.mean, `${path}.reform.mean`),
    change: tell('change', unit, entry.change.mean, `${path}.change.mean`),
    range: tellRange('changeRange', unit, entry.change, `${path}.change`),
    relative: tell('relative', unit, entry.relative.mean, `${path}.relative.mean`),
    relativeRange: tellRange('relativeRange', unit, entry.relative, `${path}.relative`),
    size: tell('size', unit, entry.change.mean, `${path}.change.mean`),
    needed: tell('count', '', entry.pairsNeeded, `${path}.pairsNeeded`),
  }
}

export interface LevelNumbers {
  readonly mean: Told
  readonly range: Told
}

export function levelNumbers({ entry, path }: Placed<SummaryLevel>, unit: string): LevelNumbers {
  return {
    mean: tell('level', unit, entry.mean, `${path}.mean`),
    range: tellRange('levelRange', unit, entry, path),
  }
}
