/**
 * In which rules two scenarios differ, and from when.
 * @module
 */
import { periodOf, type Month } from '../../engine/time.ts'
import type { Lever, LeverCatalogue, LeverSetting } from '../../agents/levers/lever.ts'
import { withTransition } from '../../agents/levers/law-settings.ts'

/** Settings only one of the scenarios has, of levers that act. */
export function differingSettings(
  baseline: readonly LeverSetting[],
  reform: readonly LeverSetting[],
  catalogue: LeverCatalogue,
): LeverSetting[] {
  const left = withTransition(baseline, catalogue)
  const right = withTransition(reform, catalogue)
  const inLeft = new Set(left.map(nameOf))
  const inRight = new Set(right.map(nameOf))
  return [
    ...left.filter((setting) => !inRight.has(nameOf(setting))),
    ...right.filter((setting) => !inLeft.has(nameOf(setting))),
  ].filter((setting) => catalogue.byId.get(setting.lever)?.acts)
}

/**
 * The month from which the comparison counts: that of notice 9 where it is among the differences,
 * else the first difference; undefined when there is none inside the run.
 */
export function effectiveMonth(
  differences: readonly LeverSetting[],
  catalogue: LeverCatalogue,
  start: Month,
  periods: number,
): Month | undefined {
  const inside = differences.filter(({ effective }) => {
    const period = periodOf(start, effective)
    return period >= 0 && period < periods
  })
  const notice = inside.find(({ lever }) => catalogue.byId.get(lever)?.package === 'notice9')
  return notice?.effective ?? inside.map((setting) => setting.effective).sort()[0]
}

/** Levers whose value in the scenarios is reported guidance, a draft or an experiment, not law. */
export function guidanceLevers(
  settings: readonly LeverSetting[],
  catalogue: LeverCatalogue,
  lastMonth: Month,
): Lever[] {
  const used = new Set(
    settings.filter(({ effective }) => effective <= lastMonth).map(({ lever }) => lever),
  )
  return catalogue.list.filter(
    (lever) => used.has(lever.id) && lever.acts && UNOFFICIAL.includes(lever.status),
  )
}

/** Acting levers for which no source gives a number and the scenarios set none. */
export function unknownLevers(
  settings: readonly LeverSetting[],
  catalogue: LeverCatalogue,
): Lever[] {
  const given = new Set(settings.filter(({ value }) => value !== null).map(({ lever }) => lever))
  return catalogue.list.filter(
    (lever) => lever.acts && lever.value === null && lever.links.length > 0 && !given.has(lever.id),
  )
}

const UNOFFICIAL: readonly string[] = ['guidance_unpublished', 'draft', 'not_a_rule', 'not_found']

function nameOf(setting: LeverSetting): string {
  const { lever, value, announced, effective, until, scope } = setting
  return JSON.stringify([lever, value, announced ?? effective, effective, until, scope])
}
