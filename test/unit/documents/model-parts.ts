/**
 * What the model document takes from the code: the month, money, levers, numbers, metrics, checks.
 * @module
 */
import { readFileSync } from 'node:fs'
import { createLeverCatalogue } from '../../../agents/levers/catalogue.ts'
import type { Lever } from '../../../agents/levers/lever.ts'
import { invariants } from '../../../agents/checks/index.ts'
import { month } from '../../../agents/month.ts'
import { parameterCatalogue, type ParameterEntry } from '../../../agents/parameter-catalogue.ts'
import { FLOWS, SECTORS } from '../../../agents/settlement/accounts.ts'
import { shockMenu } from '../../../agents/shocks/shock-menu.ts'
import { metricCatalogue } from '../../../analysis/metrics/index.ts'
import { suite } from '../../../analysis/verification/suite.ts'
import type { Language } from '../../../analysis/words/language.ts'
import { valueText } from '../../../analysis/words/say.ts'
import type { Parts } from './page-parts.ts'
import { code, table } from './reference-page.ts'
import { phaseFiles, postedPayments, statedComments } from './source-scan.ts'

const rules: unknown = JSON.parse(readFileSync('scenarios/data/rules.json', 'utf8'))
export const levers = createLeverCatalogue(rules).list

const BEFORE = '2024-11'
const UNDER = '2025-10'

/** Parts of the model document in a language. */
export function modelParts(language: Language): Parts {
  return {
    month: () => monthTable(language),
    matrix: matrixTable,
    levers: () => leverTable(language),
    estimated: () =>
      parameterTable(
        parameterCatalogue.filter((one) => one.estimated),
        language,
      ),
    parameters: () => parameterTable(parameterCatalogue, language),
    metrics: () => metricTable(language),
    checks: () => checkTable(language),
    shocks: () => shockTable(language),
    'limiting-cases': () => caseList(language),
  }
}

function monthTable(language: Language): string {
  const files = phaseFiles()
  const stated = statedComments()
  return table(
    ['', 'phase', language === 'zh' ? '内容' : 'what happens', 'file'],
    month.map(({ id, label }, i) => {
      const file = files.get(id) ?? ''
      const about = stated.find((one) => one.file === file)?.about ?? ''
      const what = language === 'zh' ? label.zh : about
      return [String(i + 1), code(id), what, fileLink(file)]
    }),
  )
}

const fileLink = (file: string): string => `[${file}](../agents/${file})`

/** Plus receives, minus pays; a row with both signs in a cell goes either way. */
function matrixTable(): string {
  const payments = postedPayments()
  return table(
    ['flow', ...SECTORS],
    FLOWS.map((flow) => {
      const own = payments.filter((one) => one.flow === flow)
      return [
        code(flow),
        ...SECTORS.map((sector) => {
          const gives = own.some(({ from }) => from === sector)
          const takes = own.some(({ to }) => to === sector)
          return (takes ? '+' : '') + (gives ? '−' : '')
        }),
      ]
    }),
  )
}

function leverTable(language: Language): string {
  const head =
    language === 'zh'
      ? ['工具', '含义', `${BEFORE}`, `${UNDER}`, '作用于']
      : ['lever', 'what', `in ${BEFORE}`, `in ${UNDER}`, 'enters']
  const acting = levers.filter((lever) => lever.acts)
  const groups = [...new Set(acting.map(groupOf))].sort(byNumber)
  return groups
    .map((group) => {
      const rows = acting.filter((lever) => groupOf(lever) === group).map(row)
      const title = group !== OTHER ? group : language === 'zh' ? '其他' : 'Other'
      return `**${title}**\n\n${table(head, rows)}`
    })
    .join('\n\n')

  function row(lever: Lever): string[] {
    const { id, label, kind, entersAt } = lever
    const value = (month: string) => {
      const held = valueAt(lever, month)
      return held === null ? NONE : valueText(held, kind, language)
    }
    return [
      code(id) + (lever.package === undefined ? '' : ' ⑨'),
      label[language],
      value(BEFORE),
      value(UNDER),
      entersAt,
    ]
  }
}

/** What a run under the law as published has in a month; what only a scenario sets keeps its first value. */
function valueAt(lever: Lever, month: string) {
  if (!lever.defaultOn) return lever.initial
  return (
    lever.history.findLast(({ from }) => from !== null && from <= month)?.value ?? lever.initial
  )
}

/** No limit, or a number nobody published. */
const NONE = '–'
const OTHER = 'other'
const LAST = 99

const groupOf = ({ entersThrough }: Lever): string => entersThrough[0] ?? OTHER
const numberOf = (group: string): number => (group === OTHER ? LAST : Number(group.slice(1)))
const byNumber = (a: string, b: string): number => numberOf(a) - numberOf(b)

function parameterTable(entries: readonly ParameterEntry[], language: Language): string {
  const head =
    language === 'zh'
      ? ['参数', '含义', '基准值', '范围', '单位', '类别']
      : ['parameter', 'what', 'baseline', 'range', 'unit', 'class']
  return table(
    head,
    entries.map((one) => [
      code(one.id),
      one.label[language],
      values(one.baseline),
      values(one.range[0]) === values(one.range[1])
        ? '–'
        : `${values(one.range[0])} … ${values(one.range[1])}`,
      one.unit,
      classOf(one, language),
    ]),
  )
}

const CLASSES = { data: '数据', literature: '文献', assumed: '假设' }

function classOf({ class: kind, estimated }: ParameterEntry, language: Language): string {
  return (language === 'zh' ? CLASSES[kind] : kind) + (estimated ? ' ★' : '')
}

const DIGITS = 4
const short = (value: number): string => String(Number(value.toPrecision(DIGITS)))
const values = (value: ParameterEntry['baseline']): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'number'
      ? short(value)
      : value.map(short).join(' / ')

function metricTable(language: Language): string {
  const themes = [...new Set(metricCatalogue.map(({ theme }) => theme))]
  return table(
    [language === 'zh' ? '主题' : 'theme', language === 'zh' ? '指标' : 'metrics'],
    themes.map((theme) => [
      theme,
      metricCatalogue
        .filter((one) => one.theme === theme)
        .map(({ id }) => code(id))
        .join(', '),
    ]),
  )
}

function checkTable(language: Language): string {
  return table(
    language === 'zh' ? ['检验', '须成立', '时点'] : ['check', 'what must hold', 'after'],
    invariants.map(({ id, label, after }) => [
      code(id),
      label[language],
      after === undefined ? (language === 'zh' ? '月末' : 'the month') : code(after),
    ]),
  )
}

function shockTable(language: Language): string {
  return table(
    language === 'zh' ? ['冲击', '含义', '作用'] : ['shock', 'what', 'effect'],
    shockMenu.map(({ kind, label, doc }) => [code(kind), label[language], doc]),
  )
}

function caseList(language: Language): string {
  return suite
    .filter(({ topic }) => topic === 'market')
    .map(({ id, title }) => `- **${id}** ${title[language]}`)
    .join('\n')
}
