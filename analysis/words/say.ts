/**
 * Small words of list and explain in both languages, and values as text.
 * @module
 */
import type { LeverValue } from '../../agents/levers/lever.ts'
import type { Language } from './language.ts'
import { formatLevel } from './numbers.ts'

const en = {
  definition: 'definition',
  unit: 'unit',
  source: 'source',
  form: 'kind of rule',
  forms: {
    hardLimit: 'hard limit: nothing beyond it',
    shareOfFlow: 'over the new loans of a month: single loans may lie beyond it',
    shareOfStock: 'share of a balance that moves',
    rollingWindow: 'counted over months gone by',
    phasedIn: 'phased in by date',
    grandfatheredStock: 'measured against what was there on a date',
    requirement: 'duty, no number that binds',
  },
  bounds: 'accepted',
  range: 'plausible range',
  members: 'members',
  value: 'value',
  history: 'history',
  package: 'announced, in force',
  status: 'status',
  confidence: 'confidence',
  reads: 'enters at',
  acts: 'acts',
  yes: 'yes',
  noEffect: 'no: recorded, has no effect in this version',
  links: 'links',
  baseline: 'baseline',
  class: 'class',
  estimated: 'estimated from market data',
  better: 'better',
  higher: 'higher',
  lower: 'lower',
  neither: 'no direction',
  summary: 'summed up by',
  lastMonth: 'the last month',
  lastYear: 'the mean of the last 12 months',
  question: 'question',
  extends: 'extends',
  law: 'law',
  datedLaw: 'every published rule from its date',
  lawOf: 'as it stood, for ever:',
  changes: 'changes',
  notes: 'notes',
  none: 'none',
  noLimit: 'no limit, or a number nobody published',
  before: 'before',
  from: 'from',
  run: 'run',
  column: 'value',
  origin: 'origin',
  date: 'date',
  named: 'named in the data',
  imputed: 'imputed, drawn anew in each replicate',
  drawn: 'Values as drawn in replicate 0 of the default seed; what is observed is the same in all.',
  notDrawn:
    'Which platforms own a microlender is drawn in each replicate; replicate 0 of the default seed does not have this one.',
  term: 'term',
  code: 'error code',
  id: 'id',
  name: 'name',
  reading: 'read of single institutions, for target files',
  kinds: { bank: 'of a bank', platform: 'of a platform', guarantor: 'of a guarantor' },
  averaged: 'Over several months: their mean.',
  readLast: 'Over several months: the end of the last.',
  group: 'a group of institutions, for target files',
  size: 'members',
  target: 'target',
  observed: 'observed',
  spread: 'standard deviation',
  weight: 'weight',
}

const zh: typeof en = {
  definition: '定义',
  unit: '单位',
  source: '来源',
  form: '规则类型',
  forms: {
    hardLimit: '硬性上限：不得超出',
    shareOfFlow: '按当月新发放贷款计算：单笔可以超出',
    shareOfStock: '占变动余额的比例',
    rollingWindow: '按过往月份滚动计算',
    phasedIn: '分期生效',
    grandfatheredStock: '以某日存量为准',
    requirement: '义务性要求，无数值约束',
  },
  bounds: '可设范围',
  range: '合理范围',
  members: '可选值',
  value: '取值',
  history: '沿革',
  package: '公布、生效',
  status: '状态',
  confidence: '可信度',
  reads: '作用于',
  acts: '是否生效',
  yes: '是',
  noEffect: '否：仅作记录，本版本中不起作用',
  links: '链接',
  baseline: '基准值',
  class: '类别',
  estimated: '由市场数据估计',
  better: '方向',
  higher: '越高越好',
  lower: '越低越好',
  neither: '无优劣',
  summary: '汇总',
  lastMonth: '最后一个月',
  lastYear: '最近12个月平均',
  question: '问题',
  extends: '继承',
  law: '法规',
  datedLaw: '各项已公布规则自其日期起',
  lawOf: '始终按当时的规则：',
  changes: '改变',
  notes: '说明',
  none: '无',
  noLimit: '没有限制，或无人公布数值',
  before: '此前',
  from: '自',
  run: '运行',
  column: '数值',
  origin: '出处',
  date: '日期',
  named: '数据中有名',
  imputed: '估算，每次重复重新抽取',
  drawn: '取值为默认种子第0次重复所抽；观测值在各次重复中相同。',
  notDrawn: '哪些平台拥有小额贷款公司由每次重复抽取；默认种子第0次重复中没有这一家。',
  term: '术语',
  code: '错误代码',
  id: '代号',
  name: '名称',
  reading: '读自单个机构，供目标文件使用',
  kinds: { bank: '银行', platform: '平台', guarantor: '担保公司' },
  averaged: '若跨数月，取各月平均。',
  readLast: '若跨数月，取最后一个月末。',
  group: '一组机构，供目标文件使用',
  size: '成员数',
  target: '目标',
  observed: '观测值',
  spread: '标准差',
  weight: '权重',
}

/** The small words of a language. */
export function sayIn(language: Language): typeof en {
  return language === 'zh' ? zh : en
}

/** A lever's value: rates and shares in per cent, paths as dated values. */
export function valueText(value: LeverValue, kind: string, language: Language): string {
  if (value === null) return sayIn(language).noLimit
  if (typeof value === 'number') return numberText(value, kind)
  if (typeof value !== 'object') return String(value)
  const parts = value.map((one) =>
    typeof one === 'object' ? `${one.at} ${numberText(one.value, 'share')}` : memberText(one, kind),
  )
  return parts.length === 0 ? sayIn(language).none : parts.join(', ')
}

function memberText(one: string | number, kind: string): string {
  return typeof one === 'number' ? numberText(one, kind === 'list' ? 'rate' : kind) : one
}

function numberText(value: number, kind: string): string {
  return kind === 'rate' || kind === 'share' ? formatLevel(value, 'share', 'en') : String(value)
}
