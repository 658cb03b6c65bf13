/**
 * The law as settings: every published value from its date, and what a longer transition moves.
 * @module
 */
import { monthAt, periodOf, type Month } from '../../engine/time.ts'
import { NOTICE_ANNOUNCED, NOTICE_EFFECTIVE } from './catalogue.ts'
import type { HistoryEntry, Lever, LeverCatalogue, LeverSetting } from './lever.ts'

/** Average month length by which a transition in days becomes months [day]. */
const DAYS_PER_MONTH = 30.4

/**
 * What the law sets, lever by lever in order of date. Drafts and unpublished guidance are left out.
 *
 * @param options.asOf the law as it stood in this month, for ever: nothing later comes, nothing is announced
 */
export function lawSettings(
  catalogue: LeverCatalogue,
  options: { readonly asOf?: Month } = {},
): LeverSetting[] {
  const { asOf } = options
  return catalogue.list
    .filter((lever) => lever.defaultOn)
    .flatMap((lever) => lever.history.map((entry) => settingOf(lever, entry)))
    .filter((setting) => asOf === undefined || setting.effective <= asOf)
}

/**
 * Settings with notice 9 moved to the end of its transition: announced 2025-04, in force
 * round(transitionDays / 30.4) months later (181 days: 2025-10).
 *
 * @source model document, section 7
 */
export function withTransition(
  settings: readonly LeverSetting[],
  catalogue: LeverCatalogue,
): readonly LeverSetting[] {
  const days = settings.findLast((setting) => setting.lever === 'transitionDays')?.value
  if (typeof days !== 'number') return settings
  const effective = monthAt(NOTICE_ANNOUNCED, Math.round(days / DAYS_PER_MONTH))
  return settings.map((setting) =>
    belongsToNotice(setting, catalogue) ? { ...setting, effective } : setting,
  )
}

function belongsToNotice(setting: LeverSetting, catalogue: LeverCatalogue): boolean {
  return (
    catalogue.byId.get(setting.lever)?.package === 'notice9' &&
    setting.announced === NOTICE_ANNOUNCED &&
    setting.effective === NOTICE_EFFECTIVE
  )
}

/** Only the entry of the day a lever came into force has its announcement. */
function settingOf(lever: Lever, entry: HistoryEntry): LeverSetting {
  const effective = entry.from as Month
  const setting: LeverSetting = { lever: lever.id, value: entry.value, effective }
  const dated = effective === lever.inForce && lever.announced !== undefined
  if (!dated || periodOf(lever.announced, effective) <= 0) return setting
  return { ...setting, announced: lever.announced }
}
