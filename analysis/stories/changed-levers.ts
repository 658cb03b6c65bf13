/**
 * Which levers stand otherwise for a bank than under other rules.
 * @module
 */
import { monthAt, type Month, type Period } from '../../engine/time.ts'
import { lawSettings, withTransition } from '../../agents/levers/law-settings.ts'
import type { Lever, LeverCatalogue, LeverSetting, LeverValue } from '../../agents/levers/lever.ts'
import type { Market } from '../../agents/market.ts'
import type { Parameters } from '../../agents/parameters.ts'
import type { BankRules } from '../../agents/regulator/bank-rules.ts'
import { leverValues } from '../../agents/regulator/lever-values.ts'
import { PRE_NOTICE_MONTH } from '../../agents/regulator/plan-rules.ts'
import { resolveBankRules } from '../../agents/regulator/resolve-bank-rules.ts'
import type { Text } from '../metrics/metric.ts'

/** A lever that stands otherwise, in force this month or announced for a later one. */
export interface LeverChange {
  readonly lever: string
  readonly label: Text
  readonly kind: string
  readonly from: LeverValue
  readonly to: LeverValue
  /** First month of the new value. */
  readonly effective: Month
  /** Announced and not yet in force in the month asked about. */
  readonly ahead: boolean
}

/** Whose levers, and when. */
export interface LeverQuestion {
  readonly catalogue: LeverCatalogue
  readonly parameters: Parameters
  readonly start: Month
  readonly banks: Market['banks']
  readonly bank: number
  readonly period: Period
}

/** The rules of November 2024, which hold through burn-in. */
export function settingsBefore(catalogue: LeverCatalogue): readonly LeverSetting[] {
  return lawSettings(catalogue, { asOf: PRE_NOTICE_MONTH })
}

/**
 * Those of `levers` (absent: all that act) whose value for the bank under `settings`, in force this
 * month or announced, is not the one under `others`, and that bear on it: put back alone, some rule of
 * the bank or of the market would be another. Where none bears alone, all that changed.
 */
export function changedLevers(
  question: LeverQuestion,
  settings: readonly LeverSetting[],
  others: readonly LeverSetting[],
  levers?: readonly string[],
): LeverChange[] {
  const { catalogue, start, period } = question
  const month = monthAt(start, period)
  const own = withTransition(settings, catalogue)
  const other = withTransition(others, catalogue)
  const wanted = levers ?? catalogue.list.map((one) => one.id)
  const dates = [month, ...datesAfter(own, month)]
  const changed: LeverChange[] = []
  const bearing: LeverChange[] = []
  for (const id of wanted) {
    const lever = catalogue.byId.get(id)
    if (!lever?.acts) continue
    for (const at of dates) {
      const known = at === month ? own : own.filter((one) => announcedBy(one, month))
      const change = changeOf(question, lever, at, known, other)
      if (change === undefined) continue
      changed.push({ ...change, ahead: at > month })
      if (bears(question, id, at, known, other)) bearing.push({ ...change, ahead: at > month })
      break
    }
  }
  return bearing.length > 0 ? bearing : changed
}

function changeOf(
  { catalogue, banks, bank }: LeverQuestion,
  { id, label, kind }: Lever,
  at: Month,
  own: readonly LeverSetting[],
  others: readonly LeverSetting[],
): Omit<LeverChange, 'ahead'> | undefined {
  const now = leverValues(own, at, catalogue, banks)
  const [to, from] = [now.at(id, bank), leverValues(others, at, catalogue, banks).at(id, bank)]
  if (JSON.stringify(to) === JSON.stringify(from)) return undefined
  return { lever: id, label, kind, from, to, effective: now.settingAt(id, bank)?.effective ?? at }
}

/** Whether any rule of the bank, or of the market, changes when one lever alone is put back. */
function bears(
  question: LeverQuestion,
  lever: string,
  at: Month,
  own: readonly LeverSetting[],
  others: readonly LeverSetting[],
): boolean {
  const without = [
    ...own.filter((one) => one.lever !== lever),
    ...others.filter((one) => one.lever === lever),
  ]
  const [now, then] = [rulesAt(question, at, own), rulesAt(question, at, without)]
  return Object.entries(now).some(([field, value]) =>
    differsAt(value, then[field as keyof BankRules], question),
  )
}

type Column = number | ArrayLike<number>

function rulesAt(
  { catalogue, banks, parameters, start }: LeverQuestion,
  at: Month,
  settings: readonly LeverSetting[],
): BankRules {
  return resolveBankRules(leverValues(settings, at, catalogue, banks), parameters, banks, start)
}

/** Columns are per bank, per bank and segment, or short lists for the whole market. */
function differsAt(one: Column, other: Column, { banks, bank }: LeverQuestion): boolean {
  if (typeof one === 'number' || typeof other === 'number') return one !== other
  const width = Math.floor(one.length / banks.size)
  const [from, to] = width > 0 ? [bank * width, (bank + 1) * width] : [0, one.length]
  for (let i = from; i < to; i++) if (one[i] !== other[i]) return true
  return false
}

function announcedBy({ announced, effective }: LeverSetting, month: Month): boolean {
  return (announced ?? effective) <= month
}

/** Later months in which a setting announced by now takes effect, ascending. */
function datesAfter(settings: readonly LeverSetting[], month: Month): Month[] {
  const dates = settings
    .filter((one) => one.effective > month && announcedBy(one, month))
    .map((one) => one.effective)
  return [...new Set(dates)].sort()
}
