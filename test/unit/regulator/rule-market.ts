/** A market of one bank per licence and home, for tests of rules. */
import { readFileSync } from 'node:fs'
import { baselineParameters, withParameters } from '../../../agents/parameter-catalogue.ts'
import { createLeverCatalogue } from '../../../agents/levers/catalogue.ts'
import { lawSettings } from '../../../agents/levers/law-settings.ts'
import type { LeverSetting, LeverValue } from '../../../agents/levers/lever.ts'
import * as licence from '../../../agents/parameters.ts'
import { planRules } from '../../../agents/regulator/plan-rules.ts'
import { regionId } from '../../../agents/regulator/regions.ts'
import type { RuleBook, RuleMonth } from '../../../agents/regulator/rule-book.ts'

export const catalogue = createLeverCatalogue(
  JSON.parse(readFileSync('scenarios/data/rules.json', 'utf8')),
)

const rows: readonly (readonly [number, number])[] = [
  [licence.LARGE_STATE, -1],
  [licence.JOINT_STOCK, -1],
  [licence.CITY, regionId('Jiangsu')],
  [licence.CITY, regionId('Sichuan')],
  [licence.RURAL, regionId('Fujian')],
  [licence.PRIVATE, -1],
  [licence.FOREIGN, -1],
  [licence.CONSUMER_FINANCE, -1],
  [licence.TRUST, -1],
  [licence.MICROLENDER, -1],
  [licence.MICROLENDER, regionId('Hubei')],
]
/** Places of the banks in the test market. */
export const STATE = 0
export const JOINT = 1
export const JIANGSU_CITY = 2
export const SICHUAN_CITY = 3
export const FUJIAN_RURAL = 4
export const PRIVATE_BANK = 5
export const FOREIGN_BANK = 6
export const CFC = 7
export const TRUST_COMPANY = 8
export const NATIONAL_MICRO = 9
export const LOCAL_MICRO = 10

export const banks = {
  licence: Uint8Array.from(rows, ([kind]) => kind),
  homeRegion: Int8Array.from(rows, ([, region]) => region),
}

export const START = '2024-11'
export const frozen = lawSettings(catalogue, { asOf: START })
export const dated = lawSettings(catalogue)

/** Rules of `periods` months; parameters may differ from the baseline. */
export function plan(
  settings: readonly LeverSetting[],
  periods = 36,
  overrides: Record<string, number | number[] | string> = {},
): RuleMonth[] {
  const parameters = withParameters(baselineParameters(), overrides)
  return planRules({ settings, catalogue, parameters, banks, start: START, periods })
}

/** Rules at the start under the law of that month and one more value. */
export function bookWith(
  lever: string,
  value: LeverValue,
  rest: Partial<LeverSetting> = {},
  overrides: Record<string, number | number[] | string> = {},
): RuleBook {
  return plan([...frozen, { lever, value, effective: START, ...rest }], 1, overrides)[0].inForce
}

/** Names of the fields in which two rule books differ, in alphabetical order. */
export function fieldsChanged(left: RuleBook, right: RuleBook): string[] {
  return (Object.keys(left) as (keyof RuleBook)[])
    .filter((field) => JSON.stringify(plain(left[field])) !== JSON.stringify(plain(right[field])))
    .sort()
}

function plain(column: RuleBook[keyof RuleBook]): unknown {
  const numbers = typeof column === 'number' ? [column] : Array.from(column)
  return numbers.map(String)
}
