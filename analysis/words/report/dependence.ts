/**
 * What a report says of what its answer depends on: assumptions, and what the spread goes with.
 * @module
 */
import { many } from './many.ts'

export const dependenceInEnglish = {
  assumptions: {
    fixed:
      'All assumptions stand at their values in this run, so the intervals cover chance alone. Which of them could overturn the answer is not shown by this run; uncertain-behaviour and lists-and-foresight are scenarios that vary the least known ones.',
    drawn: (count: number) =>
      `${many(count, 'assumption is', 'assumptions are')} drawn anew in each replicate, the same in baseline and reform: the intervals cover chance and these.`,
    swept: (count: number) =>
      `${many(count, 'assumption is', 'assumptions are')} varied by design, the same in baseline and reform.`,
    noSign: 'Cannot be told from no change with these pairs',
    needed: (metric: string, n: string, pairs: string) =>
      `${metric}: n = ${n}; about ${pairs} pairs would tell, if the change is what it seems.`,
    neverTell: (metric: string, n: string) => `${metric}: n = ${n}.`,
    signSure: 'Every headline change can be told from none.',
    opening: (data: string, derived: string, imputed: string) =>
      `The opening market: ${data} of its values are observed, ${derived} derived from observations, ${imputed} imputed and drawn anew in each replicate.`,
    numbers: (all: number, data: number, literature: number, assumed: number) =>
      `The model has ${all} parameters: ${data} rest on data, ${literature} on literature, ${assumed} are assumed.`,
  },
  /** What results depend on. */
  dependence: {
    ranked: (metric: string, parts: readonly string[]) =>
      `${metric}: the spread goes with ${parts.join(', ')}.`,
    part: (input: string, share: string, range: string, isSettled: boolean) =>
      `${input} ${share} (${range}${isSettled ? '' : ', not settled'})`,
    none: (metric: string) => `${metric}: no input stands out from luck.`,
    tooFew: (points: number, replicates: number) =>
      `Too few cases to rank what results depend on: ${many(points, 'point', 'points')}, ${many(replicates, 'replicate', 'replicates')}.`,
    same: (metric: string) => `${metric}: the same in every run.`,
    undefined: (metric: string) => `${metric}: not defined in any run.`,
    turns: (metric: string, sentence: string) => `${metric}. ${sentence}`,
    shares:
      'Shares of the variance from run to run, each input by itself, with 95% intervals; named are those that stand out from luck. “Not settled”: the interval is wider than ±5 points. zhudai sensitivity and zhudai discover answer the same for other metrics and marks.',
    rules: 'Within which limits results come about',
    strongest: 'The mark sets off the strongest quarter.',
    stop: '.',
    tooFewForRules: 'Too few cases to look for limits of inputs within which results come about.',
  },
}

export const dependenceInChinese: typeof dependenceInEnglish = {
  assumptions: {
    fixed:
      '本次运行中所有假设取定值，区间只反映随机性。哪些假设可能推翻结论，本次运行不能说明；情景 uncertain-behaviour 与 lists-and-foresight 会变动其中最不确定的几项。',
    drawn: (count) =>
      `有${count}项假设在每次重复中重新抽取，基准与方案相同：区间反映随机性和这些假设。`,
    swept: (count) => `${count}项假设按设计取不同的值，基准与改革方案中相同。`,
    noSign: '以现有对数与没有变化无法区分',
    needed: (metric, n, pairs) => `${metric}：n = ${n}；若变化确如所见，约需${pairs}对。`,
    neverTell: (metric, n) => `${metric}：n = ${n}。`,
    signSure: '主要指标的变化均可与零区分。',
    opening: (data, derived, imputed) =>
      `期初市场：${data}的数值来自观测，${derived}由观测推算，${imputed}为估算且每次重复重新抽取。`,
    numbers: (all, data, literature, assumed) =>
      `模型共有${all}个参数：${data}个来自数据，${literature}个来自文献，${assumed}个为假设。`,
  },
  dependence: {
    ranked: (metric, parts) => `${metric}：差异随以下各项而变：${parts.join('，')}。`,
    part: (input, share, range, isSettled) =>
      `${input} ${share}（${range}${isSettled ? '' : '，尚未稳定'}）`,
    none: (metric) => `${metric}：没有任何一项的作用能与随机性区分开。`,
    tooFew: (points, replicates) =>
      `情形过少，无法对结果取决于哪些项排序：${points}个设计点，重复${replicates}次。`,
    same: (metric) => `${metric}：所有运行中相同。`,
    undefined: (metric) => `${metric}：所有运行中均无定义。`,
    turns: (metric, sentence) => `${metric}：${sentence}`,
    shares:
      '各项单独变化在各次运行间方差中的占比及95%区间；列出的是能与随机性区分开的各项。“尚未稳定”指区间宽于±5个百分点。其他指标与界限可用 zhudai sensitivity 与 zhudai discover 查看。',
    rules: '结果在哪些取值范围内出现',
    strongest: '此界限划出作用最强的四分之一。',
    stop: '。',
    tooFewForRules: '情形过少，无法找出结果出现时各项的取值范围。',
  },
}
