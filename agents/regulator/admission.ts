/**
 * When reviews of partnerships are accelerated.
 *
 * Reviews of bank b run at λ^A while a change of its list duty or of its head-office approval is
 * announced or younger than three months: t_A ≤ t < t_E + 3. A setting that repeats the value in
 * force is no change. A lender the notice does not reach has no admission duty to change.
 *
 * @source model document, section 5.7
 * @module
 */
import type { Month } from '../../engine/time.ts'
import { monthAt } from '../../engine/time.ts'
import type { LeverSetting } from '../levers/lever.ts'
import { isCovered } from './ceilings.ts'
import type { LeverValues, RuledBanks } from './lever-values.ts'

/** Months after the date in which reviews stay fast [month]. */
const AFTERMATH = 3

export const ADMISSION_LEVERS = ['whitelistRequired', 'headOfficeApproval'] as const

/** One stretch of months in which a bank's reviews are fast: `from` first, `until` no longer. */
interface Acceleration {
  readonly bank: number
  readonly from: Month
  readonly until: Month
}

/**
 * Every acceleration that follows from `settings`.
 *
 * @param valuesAt lever values of a month with all settings known
 */
export function findAccelerations(
  settings: readonly LeverSetting[],
  valuesAt: (month: Month) => LeverValues,
  banks: RuledBanks,
): readonly Acceleration[] {
  const accelerations: Acceleration[] = []
  for (const date of admissionDates(settings)) {
    const before = valuesAt(monthAt(date, -1))
    const after = valuesAt(date)
    for (let bank = 0; bank < banks.licence.length; bank++) {
      if (!isCovered(after, banks.licence[bank]) && !isCovered(before, banks.licence[bank]))
        continue
      for (const lever of ADMISSION_LEVERS) {
        if (before.at(lever, bank) === after.at(lever, bank)) continue
        const setting = after.settingAt(lever, bank)
        const known = setting?.effective === date ? setting.announced : undefined
        accelerations.push({ bank, from: known ?? date, until: monthAt(date, AFTERMATH) })
      }
    }
  }
  return accelerations
}

/** Flags of the banks whose reviews are fast in `month`. */
export function acceleratedIn(
  month: Month,
  accelerations: readonly Acceleration[],
  bankCount: number,
): Uint8Array {
  const flags = new Uint8Array(bankCount)
  for (const one of accelerations) {
    if (one.from <= month && month < one.until) flags[one.bank] = 1
  }
  return flags
}

/** Months in which an admission lever starts or ends, ascending. */
function admissionDates(settings: readonly LeverSetting[]): Month[] {
  const dates = new Set<Month>()
  for (const setting of settings) {
    if (!(ADMISSION_LEVERS as readonly string[]).includes(setting.lever)) continue
    dates.add(setting.effective)
    if (setting.until !== undefined) dates.add(setting.until)
  }
  return [...dates].sort()
}
