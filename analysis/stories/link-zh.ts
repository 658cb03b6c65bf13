/**
 * 一段合作关系的始末。
 * @module
 */
import { causeOf } from './cause-zh.ts'
import type { Decision } from './decision.ts'
import type { Chapter, LinkStory } from './link-story.ts'
import { sayIn, type Say } from './say.ts'
import { CRITERIA, ENDINGS } from './words-zh.ts'

/** 每项一句。 */
export function linkChinese(story: LinkStory): string[] {
  const say = sayIn('zh', story.start)
  const { bank, platform, first, peak, last, chapters } = story
  const pair = `${bank.zh}与${platform.zh}`
  const sentences = [
    story.opening
      ? `${say.month(0)}运行开始时，${pair}已是合作方` +
        `${first ? `，${say.month(first.period)}末在贷余额${say.money(first.balance)}` : ''}。`
      : `${say.month(0)}运行开始时，${pair}不是合作方。`,
  ]
  for (const chapter of chapters) sentences.push(...tellChapter(say, chapter))
  if (peak) {
    sentences.push(
      `余额在${say.month(peak.period)}最大，为${say.money(peak.balance)}；${say.month(story.periods - 1)}余${say.money(last.balance)}。`,
    )
  }
  if (last.active && story.valued) {
    sentences.push(
      `期末仍在合作：对银行每年价值${say.money(story.valued.value)}，若评审，保留概率为${say.number(story.valued.probability)}。`,
    )
  }
  return [...sentences, ...baseline(say, story)]
}

function tellChapter(say: Say, { decision, levers }: Chapter): string[] {
  return [event(say, decision), ...terms(say, decision), ...causeOf(say, decision, levers)]
}

function event(say: Say, one: Decision): string {
  const when = say.month(one.period)
  const criterion = CRITERIA[one.criterion](say, one.measure, one.limit)
  const chance = `概率${say.number(one.probability)}，随机数${say.number(one.luck)}`
  switch (one.event) {
    case 'signed':
      return one.reason === 'programmeReturn'
        ? `${when}，银行重返助贷并与平台签约，每年价值${say.money(one.value)}；${say.month(one.activeFrom)}起可放款。`
        : `${when}，银行在季度寻找中与平台签约：每年价值${say.money(one.value)}，扣除监督和建立成本后${say.money(one.net)}；${chance}。${say.month(one.activeFrom)}起可放款。`
    case 'started':
      return `${when}，审批完成，开始放款。`
    case 'declined':
      if (one.reason === 'platformDeclined') {
        return `${when}，银行考察了该平台，平台不愿合作：${criterion}。`
      }
      if (one.reason === 'ruleBook') return `${when}，名单已满（${one.limit}家），银行未签约。`
      return `${when}，银行考察了该平台而未签约：每年价值${say.money(one.value)}，扣除监督和建立成本后${say.money(one.net)}；${chance}。`
  }
  const what = one.event === 'withdrawn' ? '已签约的合作' : '合作'
  switch (one.reason) {
    case 'lowValue':
      return `${when}，评审终止了合作：每年价值${say.money(one.value)}，扣除监督成本后${say.money(one.net)}；保留概率${say.number(one.probability)}，随机数${say.number(one.luck)}。`
    case 'programmeExit':
      return `${when}，银行停办助贷，${what}终止：名单每年价值${say.money(one.programmeValue)}，业务成本${say.money(one.programmeCost)}，已连续${one.quarters}个季度。`
    case 'ruleBook':
      return `${when}，规则终止了${what}：${criterion}。`
    case 'bankFailure':
      return `${when}，银行失败，${what}终止：${criterion}。`
    default:
      return `${when}，平台失败，${what}终止：${criterion}。`
  }
}

function terms(say: Say, one: Decision): string[] {
  if (one.event === 'signed' || Number.isNaN(one.margin)) return []
  return [
    `其中银行所得${say.money(one.margin)}，减去监督该合作方的成本${say.money(one.partnerCost)}和预期处罚${say.money(one.penalty)}。`,
  ]
}

function baseline(say: Say, { baseline: side, chapters }: LinkStory): string[] {
  if (side === undefined) return []
  const end = chapters.findLast(({ decision }) => decision.event === 'ended')?.decision
  const { valued, ended } = side
  const worth = valued
    ? `：V = 每年${say.money(valued.value)}，保留概率${say.number(valued.probability)}`
    : ''
  const then = end ? say.month(end.period) : '最后一个月'
  const label = `在${side.label}下，随机数相同，`
  if (side.kept) {
    const later =
      end && ended && ended.period > end.period ? `；那里到${say.month(ended.period)}才终止` : ''
    return [`${label}${then}双方仍在合作${worth}${later}。`]
  }
  if (ended && (end === undefined || ended.period <= end.period)) {
    return [
      `${label}合作此前也已终止，时间为${say.month(ended.period)}（${ENDINGS[ended.reason]}）。`,
    ]
  }
  return [`${label}${then}双方不在合作。`]
}
