/**
 * The value of each lever in one month, bank by bank: the last setting in force whose scope fits.
 * @module
 */
import { monthIndex, type Month } from '../../engine/time.ts'
import type { LeverCatalogue, LeverSetting, LeverValue, PathPoint } from '../levers/lever.ts'
import { LICENCES } from '../parameters.ts'
import { regionId } from './regions.ts'

/** What rules need to know of banks, in bank order; home region -1 is national. */
export interface RuledBanks {
  readonly licence: Uint8Array
  readonly homeRegion: Int8Array
}

/** Reads lever values of one month. */
export interface LeverValues {
  readonly month: Month
  /** Value for a bank; for `MARKET` that of the settings without scope. */
  at(lever: string, bank: number): LeverValue
  /** The setting behind it; undefined while the lever is at its initial value. */
  settingAt(lever: string, bank: number): LeverSetting | undefined
}

/** In place of a bank id: the market as a whole. */
export const MARKET = -1

/** A setting holds from its effective month to the month before `until`. */
export function isInForce(setting: LeverSetting, month: Month): boolean {
  return setting.effective <= month && (setting.until === undefined || month < setting.until)
}

/** Values in `month` under `settings`, later ones in the list winning. */
export function leverValues(
  settings: readonly LeverSetting[],
  month: Month,
  catalogue: LeverCatalogue,
  banks: RuledBanks,
): LeverValues {
  const inForce = new Map<string, LeverSetting[]>()
  const scoped = new Set<string>()
  const forAll = new Map<string, LeverValue>(initialValues(catalogue))
  for (const setting of settings) {
    if (!isInForce(setting, month)) continue
    const others = inForce.get(setting.lever)
    if (others) others.push(setting)
    else inForce.set(setting.lever, [setting])
    if (setting.scope) scoped.add(setting.lever)
    else forAll.set(setting.lever, setting.value)
  }
  const settingAt = (lever: string, bank: number): LeverSetting | undefined =>
    inForce.get(lever)?.findLast((setting) => binds(setting, bank, banks))
  const at = (lever: string, bank: number): LeverValue => {
    const setting = scoped.has(lever) ? settingAt(lever, bank) : undefined
    const value = setting ? setting.value : forAll.get(lever)
    if (value === undefined) throw new Error(`no lever ${lever} in the catalogue`)
    return value
  }
  return { month, at, settingAt }
}

function initialValues(catalogue: LeverCatalogue): [string, LeverValue][] {
  return catalogue.list.map((lever) => [lever.id, lever.initial])
}

function binds(setting: LeverSetting, bank: number, banks: RuledBanks): boolean {
  const { scope } = setting
  if (scope === undefined) return true
  if (bank === MARKET) return false
  if (scope.licences && !scope.licences.includes(LICENCES[banks.licence[bank]])) return false
  return !scope.regions || scope.regions.some((one) => regionId(one) === banks.homeRegion[bank])
}

/** A number; `whenNull` stands for no limit or an unknown number. */
export function numberAt(
  values: LeverValues,
  lever: string,
  bank: number,
  whenNull = Infinity,
): number {
  return (values.at(lever, bank) as number | null) ?? whenNull
}

/**
 * A dated path as a share of the stock when it took effect: 1 in the month before, linear between
 * points, constant after the last.
 */
export function pathShare(path: readonly PathPoint[], effective: Month, month: Month): number {
  const now = monthIndex(month)
  let fromMonth = monthIndex(effective) - 1
  let from = 1
  for (const point of path) {
    const toMonth = monthIndex(point.at)
    if (now < toMonth) {
      return from + ((point.value - from) * Math.max(0, now - fromMonth)) / (toMonth - fromMonth)
    }
    fromMonth = toMonth
    from = point.value
  }
  return from
}
