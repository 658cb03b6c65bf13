/**
 * 3. What was changed: rule by rule with its legal source, then assumptions, sweeps and shocks.
 * @module
 */
import type { ChangedRule } from '../../answer/resolved-document.ts'
import { titleOf } from '../../results/summary-rows.ts'
import { scopeText } from '../../words/rule-changes.ts'
import { ruleValueText } from '../../words/report/rule-values.ts'
import { distributionText, shockText } from '../../words/scenario-parts.ts'
import { formatMonth } from '../../words/numbers.ts'
import type { Distribution } from '../../../scenarios/uncertainty.ts'
import { element, type Child, type Html } from '../page/html.ts'
import { table } from '../page/table.ts'
import { leverOf, parameterOf, parameterText, subjectLabel, sweptText } from '../point-names.ts'
import type { ReportContext } from '../report-figure.ts'
import { foreign, list, paragraph, section, type SectionContext } from './section.ts'

export function changedSection(context: SectionContext): Html {
  const { source, words, shape } = context
  const { changes } = source.resolved
  return section(
    context,
    'changed',
    shape.compared
      ? changes.length === 0 && shape.swept.length === 0
        ? paragraph(words.changed.none)
        : rulesTables(context)
      : paragraph(lawText(context)),
    sweptTable(context),
    parametersTable(context),
    shocksList(context),
  )
}

function lawText({ source, words, language }: ReportContext): string {
  const frozen = source.resolved.scenarios.at(-1)?.law.asOf
  const { dated, asOf } = words.changed.law
  const stop = language === 'zh' ? '。' : '.'
  const said = frozen === undefined ? dated : asOf(formatMonth(frozen, language))
  return words.changed.single + words.colon + said + stop
}

function rulesTables(context: ReportContext): Child {
  const { source, words, language } = context
  const byReform = source.summary.reforms.map(({ id, title }) => ({
    title: title[language],
    rows: source.resolved.changes.filter(({ scenario }) => scenario === id),
  }))
  const { rule, baseline, reform, from, source: legal } = words.columns
  const labels = [rule, baseline, reform, from, legal]
  if (byReform.every(({ rows }) => rows.length === 0)) return undefined
  return table({
    caption: words.changed.rules,
    columns: labels.map((label) => ({ label })),
    className: 'rules',
    groups: byReform.map(({ title, rows }) => ({
      ...(byReform.length > 1 ? { title } : {}),
      rows: rows.map((row) => ruleCells(context, row)),
    })),
  })
}

function ruleCells(context: ReportContext, rule: ChangedRule): Child[] {
  const { source, language } = context
  const unit = leverOf(source, rule.lever)?.unit
  const write = (value: ChangedRule['reform']) => ruleValueText(value, rule.kind, unit, language)
  return [
    ruleName(context, rule),
    write(rule.baseline),
    write(rule.reform),
    formatMonth(rule.from, language),
    legalSource(context, rule),
  ]
}

function ruleName(
  { language, words }: ReportContext,
  { label, status, lever, scope }: ChangedRule,
): Child {
  const kind = status === 'in_force' ? undefined : words.changed.statuses[status]
  const remarks = [kind, scope === null ? undefined : scopeText(scope, language)]
  return [
    label[language],
    element('code', { class: 'id' }, lever),
    remarks
      .filter((remark) => remark !== undefined)
      .map((remark) => element('span', { class: 'status' }, remark)),
  ]
}

const WEB = /^https?:\/\/[^\s"'<>]+$/

/** The text of the source, with links to it where they are known: the only links that leave the page. */
function legalSource(context: ReportContext, { source: text, lever }: ChangedRule): Child {
  const { source, words, language } = context
  const links = (leverOf(source, lever)?.links ?? []).filter((link) => WEB.test(link))
  return [
    foreign(text, language),
    links.map((link, i) => [
      ' ',
      element(
        'a',
        { href: link, rel: 'noreferrer external', class: 'legal' },
        words.bracketed(words.changed.source, String(i + 1)),
      ),
    ]),
  ]
}

function sweptTable(context: ReportContext): Child {
  const { shape, source, words, language } = context
  if (shape.swept.length === 0) return undefined
  return table({
    caption: words.changed.swept,
    columns: [{ label: words.columns.rule }, { label: words.columns.value }],
    groups: [
      {
        rows: shape.swept.map((id) => {
          const values = shape.asked
            .map((point) => point.values[id])
            .filter((one) => one !== undefined)
          const texts = [...new Set(values.map((one) => sweptText(source, id, one, language)))]
          return [
            [subjectLabel(source, id)[language], element('code', { class: 'id' }, id)],
            texts.join(words.join),
          ]
        }),
      },
    ],
  })
}

function parametersTable(context: ReportContext): Child {
  const { source, words, language } = context
  const { parameters } = source.resolved
  if (parameters.length === 0) return undefined
  const { parameter, usual, value, source: legal } = words.columns
  const several = new Set(parameters.map(({ scenario }) => scenario)).size > 1
  return table({
    caption: words.changed.assumptions,
    columns: [parameter, usual, value, legal].map((label) => ({ label })),
    groups: [
      {
        rows: parameters.map((one) => [
          [one.label[language], several ? ` (${scenarioTitle(context, one.scenario)})` : ''],
          parameterText(one.baseline, one.unit, language),
          statedText(context, one.parameter, one.value, one.unit),
          foreign(one.source, language),
        ]),
      },
    ],
  })
}

function scenarioTitle({ source, language }: ReportContext, id: string): string {
  const point = source.summary.points.find(({ scenario }) => scenario === id)
  return titleOf(source.summary, point?.id ?? id)[language]
}

function statedText(
  { words, language }: ReportContext,
  id: string,
  value: unknown,
  unit: string,
): string {
  const parameter = parameterOf(id)
  const drawn = typeof value === 'object' && value !== null && 'kind' in value
  if (!drawn || parameter === undefined) return parameterText(value, unit, language)
  return distributionText(value as Distribution, parameter) + words.join + words.changed.drawn
}

function shocksList({ source, words, language }: ReportContext): Child {
  const shocks = source.resolved.plan.points.flatMap((point) => point.shocks)
  if (shocks.length === 0) return undefined
  const texts = [...new Set(shocks.map((shock) => shockText(shock, language)))]
  return [element('h3', {}, words.changed.shocks), list(texts)]
}
