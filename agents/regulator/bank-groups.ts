/**
 * Banks that no rule tells apart: rules know a bank by its licence and home region only, so they are
 * resolved once per pair of these and then handed to every bank that has it.
 * @module
 */
import { shapeOf } from '../../engine/shape.ts'
import type { RuledBanks } from './lever-values.ts'
import { blankRules } from './resolve-bank-rules.ts'
import type { RuleBook } from './rule-book.ts'

/** The distinct banks, in order of the first bank of each, and which of them every bank is. */
export interface BankGroups {
  readonly banks: RuledBanks
  readonly groupOf: Int32Array
}

const REGION_SPAN = 256

export function groupBanks({ licence, homeRegion }: RuledBanks): BankGroups {
  const known = new Map<number, number>()
  const groupOf = new Int32Array(licence.length)
  const first: number[] = []
  for (let b = 0; b < licence.length; b++) {
    const pair = licence[b] * REGION_SPAN + homeRegion[b]
    let group = known.get(pair)
    if (group === undefined) {
      group = first.push(b) - 1
      known.set(pair, group)
    }
    groupOf[b] = group
  }
  const banks = {
    licence: Uint8Array.from(first, (b) => licence[b]),
    homeRegion: Int8Array.from(first, (b) => homeRegion[b]),
  }
  return { banks, groupOf }
}

type Column = Float64Array | Int32Array | Uint8Array

/** Names of the columns that have one entry per bank: those that grow with the number of banks. */
const PER_BANK = ['priceClass', ...perBank()]

function perBank(): string[] {
  const one = blankRules(1)
  const two = Object.entries(blankRules(2)) as [keyof typeof one, Column | number][]
  const lengthOf = (value: Column | number): number =>
    typeof value === 'number' ? 0 : value.length
  return two
    .filter(([name, column]) => lengthOf(column) === 2 && lengthOf(one[name]) === 1)
    .map(([name]) => name)
}

/** The rule book of all banks from that of their groups. */
export function spreadRules(book: RuleBook, { groupOf }: BankGroups): RuleBook {
  const spread = Object.assign(shapeOf(Object.keys(book)), book)
  const columns = spread as unknown as Record<string, Column>
  for (const name of PER_BANK) {
    if (name in columns) columns[name] = spreadColumn(columns[name], groupOf)
  }
  return spread
}

/** A column by bank from one by group. */
export function spreadColumn<C extends Column>(column: C, groupOf: Int32Array): C {
  const spread = new (column.constructor as new (length: number) => C)(groupOf.length)
  for (let b = 0; b < groupOf.length; b++) spread[b] = column[groupOf[b]]
  return spread
}
