/**
 * The rules of every month of a run: in force, announced, and since when.
 *
 * A package is everything that changes in one month. The announced package with the earliest future
 * date is `next`: the rules of that date as far as they are known today. A package that changes no
 * rule is none, so a lever set to the value it has leaves no trace.
 *
 * @source model document, sections 5.5 (anticipation) and 7
 * @module
 */
import { SimulationError } from '../../engine/errors.ts'
import { monthAt, periodOf, type Month } from '../../engine/time.ts'
import { lawSettings, withTransition } from '../levers/law-settings.ts'
import type { LeverCatalogue, LeverSetting } from '../levers/lever.ts'
import { acceleratedIn, findAccelerations } from './admission.ts'
import { groupBanks, spreadColumn, spreadRules } from './bank-groups.ts'
import type { BankRules } from './bank-rules.ts'
import { leverValues, type LeverValues } from './lever-values.ts'
import { partitionBanks, withClasses } from './price-classes.ts'
import { regionId } from './regions.ts'
import { resolveBankRules } from './resolve-bank-rules.ts'
import type { RuleBook, RuleMonth } from './rule-book.ts'
import type { RulePlan, RuleSetting } from './rule-plan.ts'
import { createRuleShelf, haveSameContent, type RuleShelf } from './rule-shelf.ts'

/** The first month of the opening market, whose law holds all through burn-in. */
export const PRE_NOTICE_MONTH: Month = '2024-11'

/**
 * One entry per period from 0. Months with equal rules share one rule book.
 *
 * @throws SimulationError for a setting the catalogue does not know or cannot scope
 */
export function planRules(plan: RulePlan): RuleMonth[] {
  const groups = groupBanks(plan.banks)
  const books = new Map<RuleBook, RuleBook>()
  const spread = (book: RuleBook): RuleBook => {
    const kept = books.get(book) ?? spreadRules(book, groups)
    books.set(book, kept)
    return kept
  }
  return planGroups({ ...plan, banks: groups.banks }).map((month) => ({
    ...month,
    inForce: spread(month.inForce),
    next: month.next && spread(month.next),
    accelerated: spreadColumn(month.accelerated, groups.groupOf),
  }))
}

/** The same for one bank of each licence and home region. */
function planGroups(plan: RulePlan): RuleMonth[] {
  const { catalogue, banks, start } = plan
  const settings = actingSettings(plan.settings, catalogue)
  const shelf = createRuleShelf(plan, settings)
  const valuesAt = (month: Month): LeverValues => leverValues(settings, month, catalogue, banks)
  const accelerations = findAccelerations(settings, valuesAt, banks)
  const months: RuleMonth[] = []
  let last = groupRulesAt(preNoticePlan(plan), 0)
  for (let period = 0; period < plan.periods; period++) {
    const month = monthAt(start, period)
    const current = shelf.rulesAt(month, month, settings)
    const coming = findNext(month, current, settings, plan.parameters.leakCredibility > 0, shelf)
    const { inForce, next } = shelf.bind(current, coming?.rules)
    months.push({
      inForce,
      next,
      nextEffective: coming ? periodOf(start, coming.effective) : -1,
      leaked: coming?.leaked ?? false,
      accelerated: acceleratedIn(month, accelerations, banks.licence.length),
      changed: period === 0 ? !haveSameContent(inForce, last) : inForce !== last,
    })
    last = inForce
  }
  return months
}

/** The rule book of one period, without anything announced. */
export function ruleBookAt(plan: Omit<RulePlan, 'periods'>, period: number): RuleBook {
  const groups = groupBanks(plan.banks)
  return spreadRules(groupRulesAt({ ...plan, banks: groups.banks }, period), groups)
}

function groupRulesAt(plan: Omit<RulePlan, 'periods'>, period: number): RuleBook {
  const { catalogue, banks, start, parameters } = plan
  const settings = actingSettings(plan.settings, catalogue)
  const values = leverValues(settings, monthAt(start, period), catalogue, banks)
  const rules = resolveBankRules(values, parameters, banks, start)
  return withClasses(rules, partitionBanks(banks, [rules]))
}

/** The law of November 2024, under which the market runs in. */
export function preNoticeRules(setting: RuleSetting): RuleBook {
  return ruleBookAt(preNoticePlan(setting), 0)
}

function preNoticePlan({ catalogue, parameters, banks }: RuleSetting) {
  const settings = lawSettings(catalogue, { asOf: PRE_NOTICE_MONTH })
  return { settings, catalogue, parameters, banks, start: PRE_NOTICE_MONTH }
}

interface Coming {
  readonly rules: BankRules
  readonly effective: Month
  readonly leaked: boolean
}

/** The next package: announced if there is one, else, where news leaks, the earliest of all. */
function findNext(
  month: Month,
  current: BankRules,
  settings: readonly LeverSetting[],
  leaks: boolean,
  shelf: RuleShelf,
): Coming | undefined {
  const announced = settings.filter((one) => (one.announced ?? one.effective) <= month)
  const heard = firstChange(month, current, announced, shelf)
  if (heard) return { ...heard, leaked: false }
  const leaked = leaks ? firstChange(month, current, settings, shelf) : undefined
  return leaked && { ...leaked, leaked: true }
}

/** The earliest later month in which `settings` rule otherwise than today. */
function firstChange(
  month: Month,
  current: BankRules,
  settings: readonly LeverSetting[],
  shelf: RuleShelf,
): Omit<Coming, 'leaked'> | undefined {
  const dates = new Set<Month>()
  for (const { effective, until } of settings) {
    if (effective > month) dates.add(effective)
    if (until !== undefined && until > month) dates.add(until)
  }
  for (const effective of [...dates].sort()) {
    // A path in force moves anyway: it is compared where it stands today.
    if (haveSameContent(shelf.rulesAt(effective, month, settings), current)) continue
    return { rules: shelf.rulesAt(effective, effective, settings), effective }
  }
  return undefined
}

/** Settings of levers that act, with notice 9 at the end of its transition. */
function actingSettings(
  settings: readonly LeverSetting[],
  catalogue: LeverCatalogue,
): readonly LeverSetting[] {
  const problems = settings.flatMap((setting) => problemOf(setting, catalogue))
  if (problems.length > 0) throw new SimulationError(problems)
  return withTransition(settings, catalogue).filter(
    (setting) => catalogue.byId.get(setting.lever)?.acts,
  )
}

function problemOf({ lever: id, scope }: LeverSetting, catalogue: LeverCatalogue) {
  const lever = catalogue.byId.get(id)
  const path = `levers.${id}`
  if (lever === undefined) {
    return [{ code: 'LEVER_UNKNOWN', path, expected: 'a lever of the catalogue', got: id }]
  }
  const scoped = scope !== undefined && lever.acts && !lever.scopable
  const lost = scope?.regions?.filter((region) => regionId(region) < 0) ?? []
  return [
    ...(scoped
      ? [{ code: 'LEVER_SCOPE', path, expected: 'no scope: one value for all', got: 'a scope' }]
      : []),
    ...lost.map((region) => ({
      code: 'REGION_UNKNOWN',
      path: `${path}.scope.regions`,
      expected: 'a region such as Guangdong',
      got: String(region),
    })),
  ]
}
