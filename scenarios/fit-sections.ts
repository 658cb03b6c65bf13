/**
 * What can only be said of a scenario as a whole: whether months lie in its run, and whether its
 * stopping rule looks at metrics it asks for.
 * @module
 */
import type { Problem } from '../engine/errors.ts'
import { monthAt, type Month } from '../engine/time.ts'
import type { ScenarioCatalogue } from './catalogue.ts'
import { dateSetting } from './date-setting.ts'
import type { Draft } from './draft.ts'
import { createFindings } from './findings.ts'
import type { RunPlan, Spot } from './scenario-file.ts'
import { settleHalfWidths } from './sections/read-stopping.ts'

/** What was found, and the run with its stopping rule. */
export interface Fit {
  readonly run: RunPlan
  readonly problems: readonly Problem[]
  readonly notes: readonly string[]
}

/**
 * Shocks, sweep, kept months and stopping rule against run, law and metrics.
 *
 * @param known problems found before; what is wrong with metrics is not said again of the rule
 */
export function fitSections(
  draft: Draft,
  catalogue: ScenarioCatalogue,
  known: readonly Problem[],
): Fit {
  const problems: Problem[] = []
  const notes: string[] = []
  const { start, periods } = draft.run
  const end = monthAt(start, periods)
  const report = ({ path, origin }: Spot, expected: string, got: unknown, hint?: string): void => {
    const findings = createFindings(origin.file)
    findings.value(path, expected, got, hint)
    problems.push({ ...findings.problems[0], ...origin })
  }
  const inRun = (spot: Spot, month: Month, late: string): void => {
    if (month < start) report(spot, `a month from ${start} on, when the run starts`, month)
    if (month >= end) notes.push(`${late} ${month}, the run ends ${monthAt(end, -1)}: no effect`)
  }
  for (const placed of draft.shocks) {
    const { kind, when } = placed.value
    if ('at' in when) inRun(placed, when.at, `${kind} strikes`)
  }
  for (const month of draft.keep.value.months ?? []) inRun(draft.keep, month, 'keep names')

  const dated = datesOfAxes(draft, catalogue)
  problems.push(...dated.problems)
  notes.push(...dated.notes)

  const { stopping, run } = draft
  const isSound = known.every(({ path }) => !path?.startsWith('metrics'))
  if (!stopping || !isSound) return { run, problems, notes }
  const halfWidths = settleHalfWidths(stopping, draft.metrics, catalogue, (place, expected, hint) =>
    report(place, expected, expected.includes('metric') ? place.path.at(-1) : place.value, hint),
  )
  return { run: { ...run, stopping: { ...stopping, halfWidths } }, problems, notes }
}

/** What is wrong with, and to be known of, the dates of swept levers. */
function datesOfAxes({ sweep, law, run }: Draft, catalogue: ScenarioCatalogue): Omit<Fit, 'run'> {
  const dated = sweep.blocks.flatMap(({ axes }) =>
    axes.flatMap(({ subject, range }) => {
      const lever = catalogue.levers.find((one) => one.id === subject.id)
      const spot = sweep.places.get(subject.id)
      if (subject.of !== 'lever' || !lever || !spot) return []
      const value = 'values' in range ? range.values[0] : range.low
      return [dateSetting({ ...subject, lever: lever.id, value, ...spot }, lever, law, run)]
    }),
  )
  return {
    problems: dated.flatMap((one) => one.problems),
    notes: dated.flatMap((one) => one.notes),
  }
}
