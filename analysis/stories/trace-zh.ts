/**
 * 两种政策下的第一个不同决策。
 * @module
 */
import { causeOf } from './cause-zh.ts'
import { sayIn, type Say } from './say.ts'
import type { BankTrace, Difference, Side } from './trace-bank.ts'
import { CRITERIA } from './words-zh.ts'

/** 每项一句。 */
export function traceChinese(trace: BankTrace): string[] {
  const say = sayIn('zh', trace.start)
  const { difference, bank } = trace
  if (difference === undefined) {
    return [
      `在第${trace.replicate}次重复的全部${trace.periods}个月里，${bank.zh}在${trace.baseline}和${trace.reform}下的决策完全相同，连放款额也相同。`,
    ]
  }
  return [
    `${bank.zh}的决策在${say.month(difference.period)}第一次出现不同（第${trace.replicate}次重复）：${subject(difference, trace)}。`,
    `在${trace.baseline}下，${side(say, difference, difference.baseline)}`,
    `在${trace.reform}下，${side(say, difference, difference.reform)}`,
    ...onlyOne(difference),
    ...causeOf(say, difference.reform.decision ?? difference.reform.valued, difference.behind),
  ]
}

/** 两边的评审随机数相同：只有一边评审，是因为那里评审更快。 */
function onlyOne({ subject: kind, baseline, reform }: Difference): string[] {
  if (kind !== 'review' || (baseline.decision && reform.decision)) return []
  const { label } = baseline.decision ? baseline : reform
  return [
    `当月只有${label}下评审了该合作方：名单要求或总行审批的改变公布期间及生效后三个月内，评审更快。`,
  ]
}

function subject({ subject: kind, platform, baseline }: Difference, trace: BankTrace): string {
  const name = platform?.zh ?? ''
  const sides = (yes: string, no: string) =>
    baseline.yes
      ? `${trace.baseline}下${yes}，${trace.reform}下${no}`
      : `${trace.reform}下${yes}，${trace.baseline}下${no}`
  switch (kind) {
    case 'programme':
      return `整个助贷业务，${sides('继续', '停止')}`
    case 'review':
      return `${name}，${sides('保留', '终止')}`
    case 'signing':
      return `${name}，${sides('签约', '不签约')}`
    case 'lending':
      return '放款额；名单决策没有不同'
  }
}

function side(say: Say, { subject: kind }: Difference, { yes, decision, valued }: Side): string {
  const one = decision ?? valued
  if (kind === 'lending') {
    return one === undefined
      ? '没有放款。'
      : `放款${say.money(one.measure)}，最多可放${say.money(one.limit)}：${CRITERIA[one.criterion](say, one.measure, one.limit)}。`
  }
  if (kind === 'programme') {
    if (one === undefined) return '本月没有这一决策。'
    return `${yes ? '继续' : '停止或不重返'}：名单每年价值${say.money(one.programmeValue)}，成本${say.money(one.programmeCost)}，已连续${one.quarters}个季度。`
  }
  const verdict = kind === 'review' ? (yes ? '保留' : '终止') : yes ? '签约' : '不签约'
  const asked = decision === undefined ? '（当月没有评审）' : ''
  if (one === undefined) return `${verdict}${asked}。`
  if (one.reason === 'platformDeclined' || one.criterion === 'headcountCap') {
    return `${verdict}：${CRITERIA[one.criterion](say, one.measure, one.limit)}。`
  }
  const luck = Number.isNaN(one.luck) ? '' : `，随机数${say.number(one.luck)}`
  return `${verdict}${asked}：每年价值${say.money(one.value)}，净${say.money(one.net)}，同意的概率${say.number(one.probability)}${luck}。`
}
