/**
 * Rules of a report in words: what is looked for, the limits of inputs, and how good they are.
 * @module
 */
import type { FoundLimit, FoundLimits, FoundRule } from '../sensitivity/found-limits.ts'
import { inputWords, withinSentence, type InputWords } from '../words/input-value.ts'
import { formatChange, formatLevel } from '../words/numbers.ts'
import { evidenceText, limitText, sensitivityIn } from '../words/sensitivity.ts'
import type { ReportContext } from './report-figure.ts'

/** Names of levers and parameters, and their values. */
export function inputWordsOf({ source, language }: ReportContext): InputWords {
  return inputWords(Object.values(source.levers ?? {}), language)
}

/** `the change of partnerships is below −2,000`. */
export function outcomeOf(
  { index, language, source }: ReportContext,
  metric: string,
  { side, mark }: FoundLimits,
): string {
  const { label, unit } = index.metric(metric)!
  const quantity = source.dependence?.quantity ?? 'level'
  const written = quantity === 'change' ? formatChange : formatLevel
  const limit = mark === 0 ? '0' : written(mark, unit, language)
  return sensitivityIn(language).outcome(withinSentence(label[language]), quantity, side, limit)
}

/** @param name  of the input; empty for the limits alone: `at least 18 months` */
export function conditionOf(
  context: ReportContext,
  { id, low, high, allowed }: FoundLimit,
  name: string,
): string {
  const say = inputWordsOf(context)
  return limitText(
    name,
    { low, high, allowed: allowed?.map((value) => say.value(id, value)) ?? null },
    { value: (value) => say.value(id, value), range: (from, to) => say.range(id, from, to) },
    context.language,
  )
}

/** The rule, and how easily luck explains it. */
export function ruleSentences(
  context: ReportContext,
  outcome: string,
  rule: FoundRule,
): { readonly rule: string; readonly evidence: string } {
  const words = sensitivityIn(context.language)
  const say = inputWordsOf(context)
  const conditions = rule.limits.map((limit) => conditionOf(context, limit, say.inline(limit.id)))
  const chances = rule.limits.map(({ id, quasiP }) => ({ label: say.inline(id), quasiP }))
  return {
    rule: words.rule(conditions, outcome, rule.density, rule.coverage),
    evidence: evidenceText(chances, rule.byChance, context.language),
  }
}
