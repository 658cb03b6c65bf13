/**
 * When a written lever value is announced and takes effect, and what a reader should know about it.
 * @module
 */
import type { Problem } from '../engine/errors.ts'
import { monthAt, type Month } from '../engine/time.ts'
import type { LeverDescriptor } from './catalogue.ts'
import type { Law, RunPlan, SettingScope, WrittenSetting } from './scenario-file.ts'
import type { LeverValue } from './values.ts'

/** A dated lever value, as the model takes it. */
export interface ScenarioSetting {
  readonly lever: string
  readonly value: LeverValue
  readonly announced?: Month
  readonly effective: Month
  readonly until?: Month
  readonly scope?: SettingScope
}

/** A setting with its dates, and what was found on the way. */
export interface DatedSetting {
  readonly setting: ScenarioSetting
  readonly problems: readonly Problem[]
  readonly notes: readonly string[]
}

/**
 * Gives a setting its dates: the written ones, else the lever's own where the law is dated and its
 * date lies inside the run, else the start.
 */
export function dateSetting(
  written: WrittenSetting,
  lever: LeverDescriptor,
  law: Law,
  run: RunPlan,
): DatedSetting {
  const end = monthAt(run.start, run.periods)
  const ownDate =
    written.from === undefined &&
    law.asOf === undefined &&
    lever.inForce !== undefined &&
    run.start < lever.inForce &&
    lever.inForce < end
  const effective = written.from ?? (ownDate ? lever.inForce : run.start)
  const announced = written.announced ?? (ownDate ? lever.announced : undefined)
  const { value, until, scope } = written
  const setting = {
    lever: lever.id,
    value,
    ...(announced === undefined || announced >= effective ? {} : { announced }),
    effective,
    ...(until === undefined ? {} : { until }),
    ...(scope === undefined ? {} : { scope }),
  }
  return {
    setting,
    problems: datesOf(written, effective, run.start),
    notes: remarks(written, lever, setting, run.start, end),
  }
}

/** Dates that cannot be: before the run, announced late, ended before begun. */
function datesOf(written: WrittenSetting, effective: Month, start: Month): Problem[] {
  const problem = (key: string, expected: string, got: Month): Problem => ({
    code: 'SCENARIO_INVALID',
    ...written.origin,
    path: [...written.path, key].join('.'),
    expected,
    got,
  })
  const { from, announced, until } = written
  return [
    ...(from !== undefined && from < start
      ? [problem('from', `a month from ${start} on, when the run starts`, from)]
      : []),
    ...(announced !== undefined && announced > effective
      ? [problem('announced', `a month up to ${effective}, when it takes effect`, announced)]
      : []),
    ...(until !== undefined && until <= effective
      ? [problem('until', `a month after ${effective}, when it takes effect`, until)]
      : []),
  ]
}

function remarks(
  written: WrittenSetting,
  lever: LeverDescriptor,
  { effective, announced }: ScenarioSetting,
  start: Month,
  end: Month,
): string[] {
  const id = lever.id
  if (!lever.acts) return [`${id}: recorded, has no effect in this version`]
  const last = monthAt(end, -1)
  if (effective >= end) {
    const known = announced !== undefined && announced < end
    const effect = known ? 'it acts only as an announcement' : 'no effect'
    const advice = 'Extend run.periods or start earlier'
    return [`${id} starts ${effective}, the run ends ${last}: ${effect}. ${advice}`]
  }
  const moved =
    written.from === undefined && effective === start && lever.inForce && lever.inForce > start
  return moved ? [`${id} takes effect at the start, ${start}, not at its own date`] : []
}
