/**
 * What is said of a calibration.
 * @module
 */
import type { Identification } from '../calibration/profiles.ts'
import type { Verdict } from '../calibration/run/fit.ts'
import type { Condition } from '../calibration/run/stories.ts'
import type { Language } from './language.ts'

const en = {
  stage: (stage: string, cases: number) => `${stage}: ${cases} runs`,
  interrupted: (folder: string) =>
    `stopped: what was run is kept in ${folder}; the same command goes on from there`,
  fewMembers: (effective: string) =>
    `Only ${effective} members count: what follows says little. More settings, rounds or members would help.`,
  failed: (failed: number, cases: number, first: string) =>
    `${failed} of ${cases} runs failed and count for nothing; the same command tries them again. The first: ${first}`,
  benchmarks: 'the set and four benchmarks on the same targets',
  scores: 'Scores on these targets: lower is better',
  scoreColumns: ['', 'CRPS', 'observed inside', 'skill of the model', '95% interval'],
  parameters: 'Parameters: 90% of the posterior, beside the range they may have',
  parameterColumns: [
    '',
    'range',
    'low',
    'median',
    'high',
    'contraction',
    'members',
    'coverage',
    '',
  ],
  fit: 'Targets: the set over its replicates, beside what was observed',
  fitColumns: ['', 'observed', 'mean', '90% interval', ''],
  verdicts: {
    met: 'met',
    within: 'within what one run can show',
    missed: 'missed',
  } satisfies Record<Verdict, string>,
  identification: {
    identified: '',
    weaklyIdentified: 'weakly identified',
    notIdentified: 'not identified',
  } satisfies Record<Identification, string>,
  notCounted: 'not counted',
  linked: (one: string, other: string, correlation: string) =>
    `${one} and ${other} are known together better than apart (correlation ${correlation}).`,
  left: (share: string, rounds: number) =>
    `After ${rounds} ${rounds === 1 ? 'round' : 'rounds'} ${share} of the prior is left.`,
  members: (members: number, effective: string, replicates: number) =>
    `${members} members, of which ${effective} count, judged by ${replicates} fresh replicates each.`,
  recovery: (truths: number, low: string, high: string) =>
    `Known parameters: over ${truths} of the model's own runs taken for data, 90% intervals hold the truth in ${low} to ${high}, by parameter ("coverage").`,
  story: (title: string) => `Distress and anticipation: ${title}`,
  storyColumns: ['', 'under the notice', '90% interval', 'as deep as observed', 'rules before'],
  conditions: {
    accounts: 'as its accounts say',
    steady: 'without its trend',
    distressed: 'in distress of the shock menu',
  } satisfies Record<Condition, string>,
  shares: {
    accounts: 'With its accounts',
    distressed: 'In distress',
    asDeep: 'In distress, runs as deep as observed',
  },
  causes: (policy: string, distress: string, churn: string, leftOver: string) =>
    `the notice ${policy}, distress ${distress}, ordinary churn ${churn}, left over ${leftOver}`,
}
export type CalibrationWords = typeof en

const zh: CalibrationWords = {
  stage: (stage, cases) => `${stage}：${cases}次运行`,
  interrupted: (folder) => `已停止：已运行的部分保存在 ${folder}；同一命令可接着运行`,
  fewMembers: (effective) =>
    `有效成员仅${effective}个，以下结果说明不了什么；可增加筛选次数、轮数或成员数。`,
  failed: (failed, cases, first) =>
    `${cases}次运行中${failed}次失败，不计入；同一命令会再次尝试。第一次失败：${first}`,
  benchmarks: '参数集与四个基准在相同目标上的评分',
  scores: '在这些目标上的评分：越低越好',
  scoreColumns: ['', 'CRPS', '观测落入', '模型技巧', '95%区间'],
  parameters: '参数：后验90%区间，及其可能范围',
  parameterColumns: ['', '范围', '下限', '中位数', '上限', '收窄', '成员', '覆盖率', ''],
  fit: '目标：参数集各重复的结果与观测对比',
  fitColumns: ['', '观测', '平均', '90%区间', ''],
  verdicts: { met: '达到', within: '单次运行可及', missed: '未达到' },
  identification: { identified: '', weaklyIdentified: '弱识别', notIdentified: '未识别' },
  notCounted: '不计入',
  linked: (one, other, correlation) => `${one}与${other}只能合并识别（相关系数${correlation}）。`,
  left: (share, rounds) => `经过${rounds}轮，先验范围余下${share}。`,
  members: (members, effective, replicates) =>
    `共${members}个成员，有效${effective}个，各以${replicates}次新的重复评判。`,
  recovery: (truths, low, high) =>
    `已知参数检验：以模型自身${truths}次运行为数据，各参数90%区间包含真值的比例为${low}至${high}（“覆盖率”）。`,
  story: (title) => `经营困难与预期：${title}`,
  storyColumns: ['', '新规之下', '90%区间', '不低于观测降幅', '旧规之下'],
  conditions: { accounts: '按其报表', steady: '去除其趋势', distressed: '按冲击表陷入困难' },
  shares: {
    accounts: '按其报表',
    distressed: '陷入困难',
    asDeep: '陷入困难且降幅不低于观测的运行',
  },
  causes: (policy, distress, churn, leftOver) =>
    `新规${policy}，困难${distress}，正常更替${churn}，未解释${leftOver}`,
}

export function calibrationIn(language: Language): CalibrationWords {
  return language === 'zh' ? zh : en
}
