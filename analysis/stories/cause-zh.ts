/**
 * 为何如此决策。
 * @module
 */
import type { LeverChange } from './changed-levers.ts'
import type { Decision } from './decision.ts'
import { decidesAlikeBefore } from './levers-behind.ts'
import { movedTerm } from './moved-term.ts'
import type { Say } from './say.ts'
import { TERMS } from './words-zh.ts'

/** 状态不变，与2024年11月的规则相比。 */
export function causeOf(
  say: Say,
  one: Decision | undefined,
  levers: readonly LeverChange[],
): string[] {
  if (one === undefined || one.event === 'started' || Number.isNaN(one.anticipation)) return []
  if (one.event === 'signed' && decidesAlikeBefore(one) !== false) return []
  if (one.reason === 'bankFailure' || one.reason === 'platformFailure') return []
  if (one.cause === 'none') {
    return Number.isNaN(one.luck) || one.event === 'signed'
      ? []
      : [
          `按2024年11月的规则价值相同：这是一次普通决策，随机数${say.number(one.luck)}，概率${say.number(one.probability)}。`,
        ]
  }
  return [...counterfactual(say, one), ...moved(say, one), ...behind(say, levers)]
}

/** 变动最大的一项；写出的数字没有变化时不说。 */
function moved(say: Say, one: Decision): string[] {
  const term = movedTerm(one)
  const [now, before] = term ? [say.money(term.now), say.money(term.before)] : ['', '-']
  if (now === before) return []
  const instead = term ? `：每年${now}，原为${before}` : ''
  const ahead =
    one.announcedShare > 0
      ? `；其中${say.share(Math.min(1, one.announcedShare))}来自已公布、尚未生效的规则，其权重为${say.share(one.anticipation)}`
      : ''
  return [`规则带来的变动最大的是${TERMS[one.cause]}${instead}${ahead}。`]
}

function behind(say: Say, levers: readonly LeverChange[]): string[] {
  if (levers.length === 0) return []
  const list = levers.map((change) => {
    const since = change.ahead
      ? `已公布，${say.date(change.effective)}生效`
      : `自${say.date(change.effective)}起`
    return `${change.label.zh}（${change.lever}：${say.value(change, 'from')} → ${say.value(change, 'to')}，${since}）`
  })
  return [`背后的政策工具：${list.join('；')}。`]
}

/** 按此前的规则，同一随机数会不会得出另一结果。 */
function counterfactual(say: Say, one: Decision): string[] {
  if (!Number.isNaN(one.programmeValueBefore) && !Number.isNaN(one.programmeValue)) {
    const would = one.programmeValueBefore >= one.programmeCostBefore
    return [
      `其他不变，按2024年11月的规则，名单价值为${say.money(one.programmeValueBefore)}，业务成本为${say.money(one.programmeCostBefore)}：${would ? '值得开展' : '同样不值得开展'}。`,
    ]
  }
  const alike = decidesAlikeBefore(one)
  if (alike === undefined) return []
  return [
    `其他不变，按2024年11月的规则，价值为每年${say.money(one.valueBefore)}，概率为${say.number(one.probabilityBefore)}：同一随机数的结果${alike ? '相同，属普通决策' : '相反'}。`,
  ]
}
