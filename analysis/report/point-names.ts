/**
 * What a point is called: its scenario, or its swept values in words.
 * @module
 */
import { parameterCatalogue } from '../../agents/parameter-catalogue.ts'
import type { LeverValue, ParameterValue } from '../../scenarios/values.ts'
import type { SummaryPoint } from '../results/summary.ts'
import { titleOf } from '../results/summary-rows.ts'
import type { Text } from '../metrics/metric.ts'
import type { Language } from '../words/language.ts'
import { formatLevel } from '../words/numbers.ts'
import { ruleValueText } from '../words/report/rule-values.ts'
import type { ReportContext } from './report-figure.ts'
import type { ReportLever, ReportSource } from './report-source.ts'

/** `All-in cost cap per loan 20%`, or the title of the scenario. */
export function pointName(context: ReportContext, point: SummaryPoint): string {
  const { source, language, words } = context
  const title = titleOf(source.summary, point.id)[language]
  const swept = Object.entries(point.values).map(
    ([id, value]) =>
      `${subjectLabel(source, id)[language]} ${sweptText(source, id, value, language)}`,
  )
  if (swept.length === 0) return title
  const values = swept.join(words.join)
  return source.summary.reforms.length > 1 ? `${title}${words.colon}${values}` : values
}

/** The name of a lever or parameter. */
export function subjectLabel(source: ReportSource, id: string): Text {
  return leverOf(source, id)?.label ?? parameterOf(id)?.label ?? { en: id, zh: id }
}

export function leverOf({ levers }: ReportSource, id: string): ReportLever | undefined {
  return levers && Object.hasOwn(levers, id) ? levers[id] : undefined
}

export function parameterOf(id: string) {
  return parameterCatalogue.find((one) => one.id === id)
}

/** A swept value as text: rates in per cent. */
export function sweptText(
  source: ReportSource,
  id: string,
  value: LeverValue | ParameterValue,
  language: Language,
): string {
  const lever = leverOf(source, id)
  if (lever) return ruleValueText(value, lever.kind, lever.unit, language)
  return parameterText(value, parameterOf(id)?.unit ?? '', language)
}

/** A number of the model with its unit. */
export function parameterText(value: unknown, unit: string, language: Language): string {
  if (Array.isArray(value)) {
    return value.map((one) => parameterText(one, unit, language)).join(' / ')
  }
  if (typeof value !== 'number') return String(value)
  if (unit === '1/year' || unit === '1/month') return formatLevel(value, 'share', language)
  const plain = String(Number(value.toPrecision(4)))
  return unit === '1' || unit === '' ? plain : `${plain} ${unit}`
}
