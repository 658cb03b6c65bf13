/**
 * What is said of inputs: how much of the variance each makes, which could turn a sign, and the limits
 * within which a result comes about.
 * @module
 */
import type { Quantity } from '../sensitivity/swept-result.ts'
import type { FoundRestriction } from '../statistics/prim.ts'
import type { InputColumn } from '../statistics/input-columns.ts'
import type { InputWords } from './input-value.ts'
import type { Language } from './language.ts'
import { formatLevel } from './numbers.ts'

/** A chance in words is never 0. */
const LEAST_CHANCE = 0.001
const CHANCE_DECIMALS = 3

/** How rare: `.004`, `below .001`. */
function chance(p: number, below: string): string {
  return p < LEAST_CHANCE ? `${below}${LEAST_CHANCE}` : p.toFixed(CHANCE_DECIMALS)
}

const percent = (share: number): string => formatLevel(share, 'share', 'en')

const en = {
  heading: {
    level: 'What each metric depends on',
    change: 'What the change against the baseline depends on',
    ratio: 'What the ratio to the baseline depends on',
  } satisfies Record<Quantity, string>,
  size: (points: number, replicates: number) =>
    `${points} ${points === 1 ? 'point' : 'points'} × ${replicates} ${replicates === 1 ? 'replicate' : 'replicates'}`,
  columns: ['', 'share of variance', '95% interval', 'with others', ''],
  together: 'inputs together, or bends too fine to see',
  luck: 'luck',
  sharedLuck: 'luck that all points share',
  ownLuck: 'luck of single points',
  mixedLuck: 'luck of single points, and drawn assumptions together with swept ones',
  notSettled: 'not settled',
  tooFew: 'too few cases to rank',
  constant: 'the same in every run',
  undefinedMetric: 'not defined in any run',
  turns: (input: string, below: string, low: string, above: string, high: string) =>
    `The sign depends on ${input}: ${low} at ${below}, ${high} at ${above}.`,
  noTurn: 'No input turns a sign beyond doubt, taken by itself.',
  routes: {
    crossing:
      'Every combination of values was run: shares are exact for this grid, intervals are those of luck.',
    sample:
      'Shares are fitted to the points there are: a curve for each input. "Together" holds the rest.',
    none: 'Too few points for shares of what is swept: run more of them.',
  },
  settledHint:
    'Not settled: the interval is wider than ±5 points. More points or replicates narrow it.',
  tooFewReplicates: (needed: number) =>
    `Ranking what is drawn takes ${needed} replicates at least.`,
  tooFewPoints: (needed: number) => `Ranking what is swept takes ${needed} points at least.`,
  oneReplicate: 'One replicate: luck cannot be told from the inputs. Run more with -r.',
  titled: (heading: string, title: string) => `${heading}: ${title}`,
  outcome: (metric: string, quantity: Quantity, side: 'above' | 'below', limit: string) => {
    if (quantity === 'ratio') return `${metric} is ${side} ${limit} of the baseline`
    return `${quantity === 'change' ? `the change of ${metric}` : metric} is ${side} ${limit}`
  },
  cases: (outcome: string, of: 'points' | 'runs', n: number, all: number) =>
    `${outcome} in ${n} of ${all} ${of === 'points' ? 'points (means over replicates)' : 'runs'}`,
  rule: (conditions: readonly string[], outcome: string, density: number, coverage: number) =>
    `When ${conditions.join(' and ')}, ${outcome} in ${percent(density)} of cases; these are ${percent(coverage)} of all such cases.`,
  is: (input: string, limits: string) => (input === '' ? limits : `${input} is ${limits}`),
  atLeast: (value: string) => `at least ${value}`,
  atMost: (value: string) => `at most ${value}`,
  oneOf: (values: readonly string[]) => values.join(' or '),
  below: 'below ',
  evidence: (each: readonly string[], byChance: string) =>
    `quasi-p-values: ${each.join(', ')} · as good a rule among shuffled cases: ${byChance}`,
  tradeOff: ['conditions', 'coverage', 'density', 'cases'],
  noRule: 'No limits of the inputs hold such cases better than luck would.',
  allCases: 'All cases are such: there is nothing to tell apart.',
  noCase: 'No case is such: there is nothing to explain.',
}

export type SensitivityWords = typeof en

const zh: SensitivityWords = {
  heading: {
    level: '各项指标取决于什么',
    change: '相对基准的变化取决于什么',
    ratio: '与基准之比取决于什么',
  },
  size: (points, replicates) => `${points}个设计点 × 重复${replicates}次`,
  columns: ['', '方差占比', '95%区间', '含共同作用', ''],
  together: '多项共同作用，或过细的弯曲',
  luck: '随机性',
  sharedLuck: '各点共有的随机性',
  ownLuck: '各点自身的随机性',
  mixedLuck: '各点自身的随机性，及抽取的假设与扫描项的共同作用',
  notSettled: '尚未稳定',
  tooFew: '情形过少，无法排序',
  constant: '所有运行中相同',
  undefinedMetric: '所有运行中均无定义',
  turns: (input, below, low, above, high) =>
    `变化的方向取决于${input}：${below}时为${low}，${above}时为${high}。`,
  noTurn: '就单项而言，没有任何一项能确定地改变方向。',
  routes: {
    crossing: '所有取值组合均已运行：就此网格而言占比是精确的，区间只反映随机性。',
    sample: '占比由已有设计点拟合：每项一条曲线，其余计入“共同作用”。',
    none: '设计点过少，无法给出扫描项的占比：请增加设计点。',
  },
  settledHint: '尚未稳定：区间宽于±5个百分点。增加设计点或重复次数可使其变窄。',
  tooFewReplicates: (needed) => `对抽取的各项排序至少需要重复${needed}次。`,
  tooFewPoints: (needed) => `对扫描的各项排序至少需要${needed}个设计点。`,
  oneReplicate: '仅重复一次：随机性与各项的作用无法分开。请用 -r 增加重复次数。',
  titled: (heading, title) => `${heading}：${title}`,
  outcome: (metric, quantity, side, limit) => {
    const beyond = side === 'above' ? '高于' : '低于'
    if (quantity === 'ratio') return `${metric}${beyond}基准的${limit}`
    return `${metric}${quantity === 'change' ? '的变化' : ''}${beyond}${limit}`
  },
  cases: (outcome, of, n, all) =>
    `${outcome}：${all}个${of === 'points' ? '设计点（重复的均值）' : '运行'}中有${n}个`,
  rule: (conditions, outcome, density, coverage) =>
    `当${conditions.join('且')}时，${percent(density)}的情形中${outcome}；这占全部此类情形的${percent(coverage)}。`,
  // 名称后接“不低于”“不高于”或“为”。
  is: (input, limits) =>
    input === '' || limits.startsWith('不') ? `${input}${limits}` : `${input}为${limits}`,
  atLeast: (value) => `不低于${value}`,
  atMost: (value) => `不高于${value}`,
  oneOf: (values) => values.join('或'),
  below: '小于',
  evidence: (each, byChance) =>
    `拟p值：${each.join('，')} · 打乱后得到同样好的规则的概率：${byChance}`,
  tradeOff: ['条件', '覆盖率', '密度', '情形数'],
  noRule: '没有任何取值范围能比随机更好地圈出此类情形。',
  allCases: '全部情形均如此：无从区分。',
  noCase: '没有任何情形如此：无可解释。',
}

/** The words of a language. */
export function sensitivityIn(language: Language): SensitivityWords {
  return language === 'zh' ? zh : en
}

/** A chance in words: `0.004`, `below 0.001`. */
export function chanceText(p: number, language: Language): string {
  return chance(p, sensitivityIn(language).below)
}

/** How easily luck explains each limit of a rule, and the rule. */
export function evidenceText(
  limits: readonly { readonly label: string; readonly quasiP: number }[],
  byChance: number,
  language: Language,
): string {
  const each = limits.map(({ label, quasiP }) => `${label} ${chanceText(quasiP, language)}`)
  return sensitivityIn(language).evidence(each, chanceText(byChance, language))
}

/** Limits of an input; a side that is open is null. */
interface Limits {
  readonly low: number | null
  readonly high: number | null
  /** Named values, written. */
  readonly allowed: readonly string[] | null
}

/** Limits as a condition: `planning horizon is at least 18 months`; without a name the limits alone. */
export function limitText(
  name: string,
  { low, high, allowed }: Limits,
  say: { value(value: number): string; range(from: number, to: number): string },
  language: Language,
): string {
  const words = sensitivityIn(language)
  if (allowed !== null) return words.is(name, words.oneOf(allowed))
  if (low !== null && high !== null) return words.is(name, say.range(low, high))
  if (low !== null) return words.is(name, words.atLeast(say.value(low)))
  return words.is(name, words.atMost(say.value(high as number)))
}

/** A restriction as a condition. */
export function conditionText(
  { input: number, low, high, allowed }: FoundRestriction,
  inputs: readonly InputColumn[],
  say: InputWords,
  language: Language,
): string {
  const { id, members } = inputs[number]
  const limits: Limits = {
    low: low === -Infinity ? null : low,
    high: high === Infinity ? null : high,
    allowed: allowed?.map((place) => say.value(id, members[place])) ?? null,
  }
  const written = {
    value: (value: number) => say.value(id, value),
    range: (from: number, to: number) => say.range(id, from, to),
  }
  return limitText(say.inline(id), limits, written, language)
}
