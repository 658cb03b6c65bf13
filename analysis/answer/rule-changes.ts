/**
 * What a reform changes against its baseline, rule by rule and date by date, as a reader would list it.
 * @module
 */
import { monthAt, type Month } from '../../engine/time.ts'
import { withTransition } from '../../agents/levers/law-settings.ts'
import type {
  Lever,
  LeverCatalogue,
  LeverScope,
  LeverSetting,
  LeverValue,
} from '../../agents/levers/lever.ts'
import { isInForce } from '../../agents/regulator/lever-values.ts'

/** One rule from one month on. */
export interface RuleChange {
  readonly lever: Lever
  readonly from: Month
  /** What holds in the baseline and in the reform from then on. */
  readonly baseline: LeverValue
  readonly reform: LeverValue
  /** Whom it binds; absent: everybody. */
  readonly scope?: LeverScope
}

/** Changes of acting levers in the months of a run, by lever in catalogue order, then by date. */
export function ruleChanges(
  baseline: readonly LeverSetting[],
  reform: readonly LeverSetting[],
  catalogue: LeverCatalogue,
  run: { readonly start: Month; readonly periods: number },
): RuleChange[] {
  const left = byLever(withTransition(baseline, catalogue))
  const right = byLever(withTransition(reform, catalogue))
  return catalogue.list
    .filter((lever) => lever.acts)
    .flatMap((lever) => {
      const sides = [left.get(lever.id) ?? [], right.get(lever.id) ?? []] as const
      return [...generalChanges(lever, sides, run), ...scopedChanges(lever, sides, run)]
    })
}

type Sides = readonly [readonly LeverSetting[], readonly LeverSetting[]]
type Run = { readonly start: Month; readonly periods: number }

/** Changes of what holds for everybody: a row whenever the pair of values moves and differs. */
function generalChanges(lever: Lever, sides: Sides, run: Run): RuleChange[] {
  const [left, right] = sides.map((settings) => settings.filter((one) => one.scope === undefined))
  const found: RuleChange[] = []
  let last = ''
  for (const from of monthsOfChange([...left, ...right], run)) {
    const baseline = valueIn(lever, left, from)
    const reform = valueIn(lever, right, from)
    const pair = JSON.stringify([baseline, reform])
    if (pair === last) continue
    last = pair
    const isBack = JSON.stringify(baseline) === JSON.stringify(reform)
    if (!isBack || found.length > 0) found.push({ lever, from, baseline, reform })
  }
  return found
}

/** Settings with a scope that only one side has. */
function scopedChanges(lever: Lever, [left, right]: Sides, run: Run): RuleChange[] {
  const end = monthAt(run.start, run.periods)
  const rows = (own: readonly LeverSetting[], other: readonly LeverSetting[], isReform: boolean) =>
    own
      .filter(({ scope, effective }) => scope !== undefined && effective < end)
      .filter((one) => !other.some((each) => JSON.stringify(each) === JSON.stringify(one)))
      .map(({ scope, effective, value }): RuleChange => {
        const from = effective < run.start ? run.start : effective
        const general = valueIn(lever, isReform ? left : right, from)
        const [baseline, reform] = isReform ? [general, value] : [value, general]
        return { lever, from, baseline, reform, scope: scope! }
      })
  return [...rows(left, right, false), ...rows(right, left, true)]
}

function valueIn(lever: Lever, settings: readonly LeverSetting[], month: Month): LeverValue {
  const general = settings.filter((one) => one.scope === undefined)
  const setting = general.findLast((one) => isInForce(one, month))
  return setting ? setting.value : lever.initial
}

function monthsOfChange(settings: readonly LeverSetting[], { start, periods }: Run): Month[] {
  const end = monthAt(start, periods)
  const dates = settings.flatMap(({ effective, until }) => [effective, until ?? start])
  return [...new Set([start, ...dates])].filter((one) => one >= start && one < end).sort()
}

function byLever(settings: readonly LeverSetting[]): Map<string, LeverSetting[]> {
  const groups = new Map<string, LeverSetting[]>()
  for (const setting of settings) {
    const group = groups.get(setting.lever)
    if (group) group.push(setting)
    else groups.set(setting.lever, [setting])
  }
  return groups
}
