/**
 * 原因与标准的中文用语。
 * @module
 */
import type { Cause, Criterion, Reason } from '../../agents/chronicle/columns.ts'
import type { Say } from './say.ts'

/** 规则改变的是哪一项。 */
export const TERMS: Readonly<Record<Cause, string>> = {
  none: '没有任何一项',
  partnerCost: '对该合作方的监督成本',
  penalty: '预期处罚',
  oversight: '多监督一个合作方的成本',
  ceiling: '银行所得（因价格上限）',
  region: '银行所得（因可展业地区）',
  capacity: '银行所得（因助贷占比上限）',
  unitCost: '银行所得（因资本成本）',
  acquisition: '银行所得（因获客成本）',
  rivals: '银行所得（因其他银行和平台可做的事）',
  programmeCost: '开展业务的成本',
  headcount: '名单可容纳的合作方数量',
}

/** 达到了什么标准，作为句子的后半部分。 */
export const CRITERIA: Readonly<
  Record<Criterion, (say: Say, measure: number, limit: number) => string>
> = {
  none: () => '没有更多需求',
  shock: () => '情景中的冲击',
  netWorth: (say, measure) => `净值为${say.money(measure)}，低于零`,
  lossMonths: (_, measure) => `连续${measure}个月亏损`,
  unfundedMonths: (_, measure) => `连续${measure}个月没有能放款的合作银行`,
  equity: (say, measure) => `资本为${say.money(measure)}，低于零`,
  capitalRatio: (say, measure, limit) =>
    `资本充足率为${say.share(measure)}，低于${say.share(limit)}`,
  headcountCap: (_, measure, limit) => `名单最多${limit}家，它排第${measure}`,
  partnerServiceCost: (say, measure, limit) =>
    `平台每年只能得${say.money(measure)}，低于服务一家银行的成本${say.money(limit)}`,
  notAble: () => '银行不能放款：业务已停、机构已失败或被暂停',
  stopped: () => '规则停止了新增合作贷款',
  capacity: () => '业务额度已满',
  monthlyUse: () => '一个月内最多只能用这些额度',
  capital: () => '资本已用尽',
  stockLimit: () => '合作贷款存量受限',
  fundingShock: () => '资金冲击',
  jointLimit: () => '联合贷款限额',
  guaranteeLeverage: () => '担保机构的法定倍数',
}

/** 合作为何终止，放在括号里。 */
export const ENDINGS: Readonly<Record<Reason, string>> = {
  none: '未记原因',
  lowValue: '评审',
  programmeExit: '银行停办助贷',
  bankFailure: '银行失败',
  platformFailure: '平台失败',
  ruleBook: '数量上限',
  search: '寻找',
  programmeReturn: '重返',
  approval: '获批',
  review: '评审',
  platformDeclined: '平台不愿',
}
