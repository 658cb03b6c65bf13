/**
 * Keeps what has been resolved: rules by the settings in force, and each rule book once, so that
 * months with equal rules share one object.
 * @module
 */
import type { Month } from '../../engine/time.ts'
import type { LeverSetting } from '../levers/lever.ts'
import type { BankRules } from './bank-rules.ts'
import { isInForce, leverValues } from './lever-values.ts'
import { partitionBanks, withClasses } from './price-classes.ts'
import { resolveBankRules } from './resolve-bank-rules.ts'
import type { RuleBook } from './rule-book.ts'
import type { RulePlan } from './rule-plan.ts'

/** Rules in force and announced, on one partition of banks into price classes. */
export interface BoundRules {
  readonly inForce: RuleBook
  readonly next: RuleBook | undefined
}

/** Resolves rules at most once per set of settings in force. */
export interface RuleShelf {
  /** Rules in `month` under the `known` settings, with dated paths read in `pathMonth`. */
  rulesAt(month: Month, pathMonth: Month, known: readonly LeverSetting[]): BankRules
  /** The rule books of two sets of rules; equal content is the same object. */
  bind(current: BankRules, coming: BankRules | undefined): BoundRules
}

/** An empty shelf for the settings of one plan. */
export function createRuleShelf(plan: RulePlan, settings: readonly LeverSetting[]): RuleShelf {
  const { catalogue, parameters, banks, start } = plan
  const place = new Map(settings.map((setting, k) => [setting, k]))
  const isPath = new Set(settings.filter((one) => catalogue.byId.get(one.lever)?.kind === 'path'))
  const byKey = new Map<string, BankRules>()
  const rules: BankRules[] = []
  const books: RuleBook[] = []
  const bound = new Map<BankRules, Map<BankRules | undefined, BoundRules>>()

  const rulesAt = (month: Month, pathMonth: Month, known: readonly LeverSetting[]): BankRules => {
    const inForce = known.filter((setting) => isInForce(setting, month))
    const moving = inForce.some((setting) => isPath.has(setting))
    const key = `${inForce.map((one) => place.get(one)).join()}@${moving ? pathMonth : ''}`
    const kept = byKey.get(key)
    if (kept) return kept
    const values = { ...leverValues(inForce, month, catalogue, banks), month: pathMonth }
    const fresh = firstEqual(rules, resolveBankRules(values, parameters, banks, start))
    byKey.set(key, fresh)
    return fresh
  }

  const bind = (current: BankRules, coming: BankRules | undefined): BoundRules => {
    const partners = bound.get(current) ?? new Map<BankRules | undefined, BoundRules>()
    bound.set(current, partners)
    const kept = partners.get(coming)
    if (kept) return kept
    const partition = partitionBanks(banks, coming ? [current, coming] : [current])
    const fresh = {
      inForce: firstEqual(books, withClasses(current, partition)),
      next: coming && firstEqual(books, withClasses(coming, partition)),
    }
    partners.set(coming, fresh)
    return fresh
  }
  return { rulesAt, bind }
}

function firstEqual<T extends object>(shelf: T[], fresh: T): T {
  const known = shelf.find((one) => haveSameContent(one, fresh))
  if (known) return known
  shelf.push(fresh)
  return fresh
}

type Values = Float64Array | Int32Array | Uint8Array

/** Whether two objects of numbers and typed arrays hold the same numbers under the same names. */
export function haveSameContent(left: object, right: object): boolean {
  if (left === right) return true
  const others = right as Record<string, number | Values>
  for (const [name, column] of Object.entries(left) as [string, number | Values][]) {
    const other = others[name]
    if (typeof column === 'number' || typeof other === 'number') {
      if (column !== other) return false
    } else if (!areEqual(column, other)) return false
  }
  return true
}

function areEqual(left: Values, right: Values): boolean {
  if (left.length !== right.length) return false
  for (let k = 0; k < left.length; k++) if (left[k] !== right[k]) return false
  return true
}
