/**
 * What `zhudai score` says, in both languages.
 * @module
 */
import type { Forecast } from '../score/forecasts.ts'
import type { Benchmark } from '../score/benchmarks/benchmark.ts'
import { LEAST_TARGETS, verdictOf, type Skill } from '../score/skill.ts'
import type { Language } from './language.ts'
import { formatLevel, formatRelativeRange, MINUS } from './numbers.ts'

const percent = (share: number): string => formatLevel(share, 'share', 'en')
const PERFECT = '0.80'

const en = {
  heading: (targets: string, point: string) => `${targets}: ${point}`,
  size: (targets: number, replicates: number) =>
    `${targets} ${targets === 1 ? 'target' : 'targets'} · ${replicates} ${replicates === 1 ? 'replicate' : 'replicates'}`,
  columns: ['', 'observed', '±', 'simulated', '5 to 95%', '', 'CRPS'],
  inside: 'inside',
  outside: 'outside',
  definedIn: (defined: number, all: number) => `defined in ${defined} of ${all}`,
  notScored: (defined: number, all: number) => `not scored: defined in ${defined} of ${all}`,
  nothingCounts: 'No target that counts is scored: this file says nothing of the model.',
  fewReplicates:
    'Fewer than 20 replicates: the 5 to 95% interval is their range and too narrow; inside and outside say little.',
  notCounted: 'weight 0',
  forecastColumns: [
    '',
    'targets',
    'CRPS',
    'model on these',
    'skill',
    '95% interval',
    'model better',
    'interval score',
    'inside',
  ],
  forecasts: {
    model: 'model',
    noChange: 'no change',
    randomDeletion: 'random deletion',
    sizeProportional: 'deletion by size',
    closedForm: 'closed form',
  } satisfies Record<Forecast, string>,
  benchmarks: {
    noChange: 'the forecast that nothing changes',
    randomDeletion: 'deleting as many links at random',
    sizeProportional: 'deleting as many links, small platforms first',
    closedForm: 'the closed form without network feedback',
  } satisfies Record<Benchmark, string>,
  ofTargets: (better: number, all: number) => `${better} of ${all}`,
  met: (inside: number, all: number) =>
    `The observation lies inside the model's 5 to 95% interval for ${inside} of ${all} targets that count.`,
  better: (benchmark: string, gain: string, range: string) =>
    `The model beats ${benchmark} on this file: its score is ${gain} smaller (95% interval over targets ${range}).`,
  unsure: (benchmark: string, gain: string, range: string) =>
    `The model's score is ${gain} smaller than that of ${benchmark}, but another choice of targets could turn it (95% interval ${range}).`,
  few: (benchmark: string, gain: string, targets: number) =>
    `The model's score is ${gain} smaller than that of ${benchmark}; ${targets === 1 ? 'one target is' : `${targets} targets are`} too few for an interval.`,
  notBetter: (benchmark: string, loss: string, range: string) =>
    `The model does not beat ${benchmark} on this file: its score is ${loss} larger (95% interval of the skill ${range}).`,
  fewNotBetter: (benchmark: string, loss: string, targets: number) =>
    `The model's score is ${loss} larger than that of ${benchmark}; ${targets === 1 ? 'one target is' : `${targets} targets are`} too few to say more.`,
  equal: (benchmark: string) =>
    `The model does not beat ${benchmark} on this file: the scores are equal.`,
  unknown: (benchmark: string) => `No comparison with ${benchmark}: no target is scored for both.`,
  useClosedForm: 'For these quantities use the closed form.',
  reading: [
    `CRPS and interval score are in standard deviations of the observation; smaller is better. A forecast that knew the truth would score about ${PERFECT}, observations being as uncertain as the file says.`,
    'Skill is 1 − score ÷ score of the benchmark, on the targets scored for both: above 0 the model is better. Targets that are not defined in two replicates, and in half of them, are not scored.',
  ],
  again: (replicates: number, name: string) =>
    `a result holds no series of institutions: the first ${replicates} replicates of ${name} are run again`,
  stopped: (done: number, jobs: number) =>
    `stopped after ${done} of ${jobs} jobs: nothing was scored and nothing is kept`,
  figureTitle: (inside: number, all: number) =>
    `${inside} of ${all} observations lie inside the model's 5 to 95% interval`,
  figureSubtitle: (replicates: number) =>
    `simulated minus observed, in standard deviations of the observation; grey: 90% band of the observation; ${replicates} replicates`,
}

export type ScoreWords = typeof en

const zh: ScoreWords = {
  heading: (targets, point) => `${targets}：${point}`,
  size: (targets, replicates) => `${targets}项目标 · 重复${replicates}次`,
  columns: ['', '观测值', '±', '模拟值', '5%至95%', '', 'CRPS'],
  inside: '在区间内',
  outside: '在区间外',
  definedIn: (defined, all) => `${all}次中${defined}次有定义`,
  notScored: (defined, all) => `不计分：${all}次中有定义${defined}次`,
  nothingCounts: '没有计入且可计分的目标：本文件对模型没有结论。',
  fewReplicates: '重复少于20次：5%至95%区间即其取值范围，偏窄；在区间内或外说明不了什么。',
  notCounted: '权重为0',
  forecastColumns: [
    '',
    '目标数',
    'CRPS',
    '模型（同目标）',
    '技巧',
    '95%区间',
    '模型更优',
    '区间得分',
    '在区间内',
  ],
  forecasts: {
    model: '模型',
    noChange: '不变',
    randomDeletion: '随机删除',
    sizeProportional: '按规模删除',
    closedForm: '闭式解',
  },
  benchmarks: {
    noChange: '“一切不变”的预测',
    randomDeletion: '随机删除同样多的合作',
    sizeProportional: '优先删除小平台的同样多的合作',
    closedForm: '不含网络反馈的闭式解',
  },
  ofTargets: (better, all) => `${all}项中${better}项`,
  met: (inside, all) => `计入的${all}项目标中，${inside}项的观测值在模型的5%至95%区间内。`,
  better: (benchmark, gain, range) =>
    `就本文件而言，模型优于${benchmark}：得分低${gain}（按目标重抽的95%区间：${range}）。`,
  unsure: (benchmark, gain, range) =>
    `模型的得分比${benchmark}低${gain}，但换一组目标可能得出相反结论（95%区间：${range}）。`,
  few: (benchmark, gain, targets) =>
    `模型的得分比${benchmark}低${gain}；仅${targets}项目标，不足以给出区间。`,
  notBetter: (benchmark, loss, range) =>
    `就本文件而言，模型不优于${benchmark}：得分高${loss}（技巧的95%区间：${range}）。`,
  fewNotBetter: (benchmark, loss, targets) =>
    `模型的得分比${benchmark}高${loss}；仅${targets}项目标，不足以下结论。`,
  equal: (benchmark) => `就本文件而言，模型不优于${benchmark}：得分相同。`,
  unknown: (benchmark) => `无法与${benchmark}比较：没有两者都计分的目标。`,
  useClosedForm: '对这些量应使用闭式解。',
  reading: [
    `CRPS与区间得分以观测值的标准差为单位，越小越好。若观测误差如文件所述，完全了解真相的预测得分约为${PERFECT}。`,
    '技巧 = 1 − 得分 ÷ 基准得分，只计两者都计分的目标：大于0表示模型更优。在至少两次且半数重复中有定义的目标才计分。',
  ],
  again: (replicates, name) => `结果不含各机构的序列：重新运行${name}的前${replicates}次重复`,
  stopped: (done, jobs) => `已停止：完成${jobs}个任务中的${done}个；未计分，不保留任何内容`,
  figureTitle: (inside, all) => `${all}项观测中${inside}项在模型的5%至95%区间内`,
  figureSubtitle: (replicates) =>
    `模拟值减观测值，以观测值的标准差为单位；灰色：观测值的90%区间；重复${replicates}次`,
}

/** The words of a language. */
export function scoreIn(language: Language): ScoreWords {
  return language === 'zh' ? zh : en
}

/** A difference that does not show in print. */
const NO_DIFFERENCE = percent(0)

/** Whether the model beats a benchmark, in one or two sentences. */
export function skillSentence(benchmark: Benchmark, skill: Skill, language: Language): string {
  const words = scoreIn(language)
  const name = words.benchmarks[benchmark]
  const size = percent(Math.abs(skill.skill))
  const range = formatRelativeRange(skill.low, skill.high, language)
  const isFew = skill.targets < LEAST_TARGETS
  const verdict = verdictOf(skill)
  if (verdict === 'unknown') return words.unknown(name)
  if (verdict === 'better') return words.better(name, size, range)
  if (size === NO_DIFFERENCE) return words.equal(name)
  if (verdict === 'unsureBetter') {
    return isFew ? words.few(name, size, skill.targets) : words.unsure(name, size, range)
  }
  if (isFew) return words.fewNotBetter(name, size, skill.targets)
  const told = words.notBetter(name, size, range)
  if (benchmark !== 'closedForm') return told
  return language === 'zh' ? `${told}${words.useClosedForm}` : `${told} ${words.useClosedForm}`
}

const SCORE_DECIMALS = 2

/** A score in standard deviations, or a dash. */
export function scoreText(score: number): string {
  if (Number.isNaN(score)) return '–'
  const text = Math.abs(score).toFixed(SCORE_DECIMALS)
  return score < 0 && Number(text) > 0 ? MINUS + text : text
}
