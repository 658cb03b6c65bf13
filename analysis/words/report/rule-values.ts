/**
 * Values of rules as a reader would say them: `3 months`, `yes`, `public list`.
 * @module
 */
import type { LeverValue } from '../../../agents/levers/lever.ts'
import type { Text } from '../../metrics/metric.ts'
import type { Language } from '../language.ts'
import { formatLevel, formatMonth } from '../numbers.ts'
import { sayIn, valueText } from '../say.ts'

/** Members of the rules that choose among named ones. */
const members: Readonly<Record<string, Text>> = {
  interestOnly: { en: 'interest only', zh: '仅利息' },
  interestPlusGuarantee: { en: 'interest and guarantee fees', zh: '利息与增信费' },
  allFees: { en: 'all fees', zh: '全部费用' },
  allFeesPlusMembership: { en: 'all fees and membership', zh: '全部费用与会员费' },
  allFeesPlusDefaultCosts: { en: 'all fees and costs of default', zh: '全部费用与逾期费用' },
  judicialOnly: { en: 'by courts only', zh: '仅司法' },
  supervisory: { en: 'by supervisors', zh: '监管执行' },
  hardBlock: { en: 'no loan above it', zh: '超过即不得放款' },
  privateList: { en: 'internal list', zh: '内部名单' },
  publicList: { en: 'public list', zh: '公开名单' },
  publicListWithHeadcountCap: { en: 'public list of limited length', zh: '公开名单并限制数量' },
  centralRegistry: { en: 'central registry', zh: '统一登记' },
  grandfather: { en: 'left to run', zh: '新老划断' },
  rectifyOrRunOff: { en: 'put right or run off', zh: '整改或到期结清' },
  forcedEarlyExit: { en: 'forced early exit', zh: '强制提前退出' },
  foreign_bank_branch: { en: 'branches of foreign banks', zh: '外国银行分行' },
  trust_company: { en: 'trust companies', zh: '信托公司' },
  consumer_finance_company: { en: 'consumer-finance companies', zh: '消费金融公司' },
  auto_finance_company: { en: 'auto-finance companies', zh: '汽车金融公司' },
  small_loan_company: { en: 'small-loan companies', zh: '小额贷款公司' },
  asWritten: { en: 'as written', zh: '按原文' },
  banLocalBanks: { en: 'local banks barred', zh: '禁止地方银行' },
  localShareCap10: { en: 'local share capped at 10%', zh: '地方占比上限10%' },
  liftRegionBan: { en: 'regional ban lifted', zh: '取消地域限制' },
  open: { en: 'open', zh: '开放' },
  openUnderNotice9: { en: 'open under notice 9', zh: '按9号文开放' },
  capped: { en: 'capped', zh: '限额' },
  closed: { en: 'closed', zh: '关闭' },
  someProvinces: { en: 'some provinces', zh: '部分省份' },
  allProvinces: { en: 'all provinces', zh: '全部省份' },
}

const COUNTED: Readonly<Record<string, (count: number) => Text>> = {
  month: (count) => ({ en: `${count} ${count === 1 ? 'month' : 'months'}`, zh: `${count}个月` }),
  day: (count) => ({ en: `${count} ${count === 1 ? 'day' : 'days'}`, zh: `${count}天` }),
  year: (count) => ({ en: `${count} ${count === 1 ? 'year' : 'years'}`, zh: `${count}年` }),
  partners: (count) => ({
    en: `${count} ${count === 1 ? 'partner' : 'partners'}`,
    zh: `${count}家合作机构`,
  }),
  tier: (count) => ({ en: `${count} ${count === 1 ? 'tier' : 'tiers'}`, zh: `${count}级` }),
  '1/year': (count) => ({ en: `${count} a year`, zh: `每年${count}次` }),
}

/** @param unit  of the lever, where it is known */
export function ruleValueText(
  value: LeverValue,
  kind: string,
  unit: string | undefined,
  language: Language,
): string {
  const say = sayIn(language)
  if (typeof value === 'boolean') return value ? say.yes : NO[language]
  if (typeof value === 'string') return memberText(value, language)
  if (typeof value === 'number') {
    if (kind === 'money') return formatLevel(value / MILLION, 'mn', language)
    const counted = kind === 'months' ? COUNTED.month : COUNTED[unit ?? '']
    const isCount = kind === 'months' || kind === 'count'
    return isCount && counted ? counted(value)[language] : valueText(value, kind, language)
  }
  if (value === null) return say.noLimit
  const joiner = language === 'zh' ? '、' : ', '
  const parts = value.map((one) => {
    if (typeof one === 'string') return memberText(one, language)
    if (typeof one === 'number') return formatLevel(one, 'share', language)
    return `${formatMonth(one.at, language)} ${formatLevel(one.value, 'share', language)}`
  })
  return parts.length === 0 ? say.none : parts.join(joiner)
}

const NO: Readonly<Record<Language, string>> = { en: 'no', zh: '否' }
const MILLION = 1e6

function memberText(member: string, language: Language): string {
  if (member === 'none') return sayIn(language).none
  return Object.hasOwn(members, member) ? members[member][language] : member
}
