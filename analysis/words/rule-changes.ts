/**
 * Changes of rules as cells of a table: rule, before and after, from when, for whom.
 * @module
 */
import type { LeverScope } from '../../agents/levers/lever.ts'
import { licenceLabels } from '../metrics/groups.ts'
import type { RuleChange } from '../answer/rule-changes.ts'
import { commandsIn } from './commands.ts'
import type { Language } from './language.ts'
import { formatMonth } from './numbers.ts'
import { valueText } from './say.ts'

/** `aprCapPerLoan | 24% → 20% | from Jul 2026 | city banks`. */
export function ruleChangeCells(change: RuleChange, language: Language): string[] {
  const { lever, from, baseline, reform, scope } = change
  const write = (value: RuleChange['reform']) => valueText(value, lever.kind, language)
  return [
    lever.id,
    `${write(baseline)} → ${write(reform)}`,
    commandsIn(language).from(formatMonth(from, language)),
    scope === undefined ? '' : scopeText(scope, language),
  ]
}

/** `city commercial banks; Jiangsu`. */
export function scopeText({ licences = [], regions = [] }: LeverScope, language: Language): string {
  const joiner = language === 'zh' ? '、' : ', '
  const parts = [licences.map((one) => licenceLabels[one][language]), regions.map(String)]
  return parts
    .filter((part) => part.length > 0)
    .map((part) => part.join(joiner))
    .join(language === 'zh' ? '；' : '; ')
}
