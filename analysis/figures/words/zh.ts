/**
 * 图中的中文文字：每段文字都由其数字决定。
 * @module
 */
import type { Verdict } from '../../statistics/paired.ts'
import type { FigureWords } from './figure-words.ts'
import { sweepsInChinese } from './sweeps-zh.ts'

export const figuresInChinese: FigureWords = {
  and: (names) => names.join('、'),
  caption: (title, subtitle, source) =>
    [title, subtitle, source === '' ? '' : `资料来源：${source}`]
      .filter((part) => part !== '')
      .map((part) => (/[。？！]$/.test(part) ? part : `${part}。`))
      .join(''),
  space: '',
  semicolon: '；',
  comma: '，',
  valueOf: (name, value) => `${value}（${name}）`,
  withUnit: (name, unit) => `${name}（${unit}）`,
  bracketed: (value) => `（${value}）`,
  pairOf: (name, value) => `${name} ${value}`,
  source: (source) => `资料来源：${source}`,
  others: (count) => `其余${count}家`,
  othersOf: (group, count) => `${group}·其余${count}家`,
  replicates: (n) => `${n}次重复`,
  pairs: (n) => `${n}对`,
  effective: (month) => `${month}起施行`,
  columns: {
    month: '月份',
    median: '中位数',
    q05: '第5百分位',
    q25: '第25百分位',
    q75: '第75百分位',
    q95: '第95百分位',
    mean: '平均',
    low: '95%区间下限',
    high: '95%区间上限',
    metric: '指标',
    group: '组别',
    platform: '平台',
    bank: '银行',
    verdict: '判读',
    run: (number) => `第${number}次重复`,
    of: (name, column) => `${name}：${column}`,
  },
  empty: {
    title: '没有可显示的内容',
    reason: '这里没有可显示的内容：没有一次重复给出这幅图所需的数值。',
  },
  verdict: (verdict: Verdict) =>
    ({
      identical: '每对都相同',
      higher: '升高',
      lower: '降低',
      notDistinguishable: '与没有变化无法区分',
      undefined: '无定义',
    })[verdict],
  medianChange: (label, change, month) => `${label}：${month}的变化中位数为${change}`,
  change: (label, verdict, amount, month) =>
    ({
      identical: `${label}：到${month}每对都相同`,
      higher: `${label}：${month}高${amount}`,
      lower: `${label}：${month}低${amount}`,
      notDistinguishable: `${label}：${month}与没有变化无法区分`,
      undefined: `${label}：${month}无定义`,
    })[verdict],
  bands: {
    subtitle: (label, pairs) =>
      `${label}，方案减基准，每对使用相同的随机数，共${pairs}。线：中位数；深色带：半数配对；浅色带：九成配对。`,
    whisker: '末端的点为平均值，须线为平均值的95%区间。',
    description: (label, from, to, median, low, high) =>
      `${label}，${from}至${to}逐月相对基准的变化。${to}各配对的中位数为${median}；100对中有90对的变化在${low}与${high}之间。`,
    ninety: '100对中有90对的变化落在此带内：这是结果的离散程度。',
    fifty: '半数配对的变化落在此带内：这是结果的离散程度。',
    precision: (range) => `平均值的精确程度如须线所示：${range}（95%）。`,
    mean: '平均',
    median: '中位数',
  },
  levels: {
    title: (label, ends, span, month) => {
      if (ends.length === 1) return `${label}：${month}为${ends[0]}`
      if (span[0] === span[1]) return `${label}：${month}各情景均为${ends[0]}`
      return ends.length === 2
        ? `${label}：${month}为${ends[1]}，基准为${ends[0]}`
        : `${label}：${month}在${span[0]}与${span[1]}之间`
    },
    subtitle: (label, n) => `${label}，中位数及${n}中九成所在的带。`,
    description: (label, from, to, ends) =>
      `${label}，${from}至${to}逐月水平。${to}的中位数：${ends}。`,
    ninety: (name) => `${name}：100次重复中有90次的数值落在此带内。`,
  },
  dots: {
    title: (rows, told) =>
      told === 0
        ? `${rows}项变化都与没有变化无法区分`
        : `${rows}项变化中有${told}项可与没有变化区分`,
    subtitle: (n) => `${n}的平均值；须线为平均值的95%区间。`,
    description: (rows) => `平均值及其95%区间。${rows}。`,
    row: (label, value, range) => `${label} ${value}（${range}）`,
    unclear: '无法区分',
    identical: '没有变化',
    undefined: '无定义',
    levels: (rows) => `${rows}项水平及其区间`,
  },
  multiples: {
    title: (metric, most, value) => `${metric}：变化最大的是${most}，${value}`,
    none: (metric) => `${metric}：各组都没有变化`,
    description: (panels, metric, ends) =>
      `同一刻度的${panels}幅小图：${metric}，逐月相对基准的变化。最后一个月的中位数：${ends}。`,
    note: '各小图刻度相同。',
  },
  shares: {
    title: (name, from, to) => `${name}：市场份额由${from}到${to}`,
    subtitle: (what) => `${what}，每月占总额的份额。`,
    description: (from, to, ends) => `${from}至${to}的份额堆积图。最后一个月：${ends}。`,
  },
  lorenz: {
    title: (shares) => `最大的十分之一占${shares}`,
    subtitle: (what) => `${what}：由小到大，累计份额对累计家数。直线为完全均等。`,
    description: (curves, share, name) =>
      `集中度曲线。${curves}。最大十分之一的份额最高为${share}（${name}）。`,
    curve: (name, gini, count) => `${name}：${count}家，基尼系数${gini}`,
    gini: (gini) => `基尼系数${gini}`,
    x: '家数占比（由小到大）',
    y: '总额占比',
  },
  lists: {
    title: (before, after) => `名单中位数：由${before}家平台到${after}家`,
    same: (size) => `名单中位数：前后均为${size}家平台`,
    subtitle: '银行按名单上的平台家数分布。虚线：中位数。',
    description: (groups) => `名单长度的分布。${groups}。`,
    group: (name, banks, median) => `${name}：${banks}家银行，中位数${median}`,
    median: (size) => `中位数${size}`,
    size: '名单上的平台',
    banks: (name) => `${name}：银行家数`,
    x: '名单上的平台家数',
  },
  survival: {
    title: (ends, months) => `${months}个月后仍在合作：${ends}`,
    subtitle: '期初的合作关系中从未中断的占比。',
    description: (ends, months) => `合作关系存续的阶梯曲线。${months}个月后：${ends}。`,
    months: '距期初月数',
    x: '距期初月数',
  },
  transition: {
    title: (gainer, gain, loser, loss) =>
      `${gainer}增加最多（${gain}），${loser}减少最多（${loss}）`,
    same: '各平台份额均无变化',
    subtitle: (what) => `${what}：占总额的份额。实线：增加；虚线：减少。`,
    description: (rows) => `前后份额。${rows}。`,
    row: (name, from, to) => `${name}由${from}到${to}`,
    change: '变化',
  },
  network: {
    title: (kept, lost, fresh) => `合作关系：保留${kept}个，终止${lost}个，新增${fresh}个`,
    subtitle: (moment, reference, scale, threshold) =>
      `合作关系，${moment}对比${reference}。${scale}；${threshold}。`,
    width: '线宽：余额',
    shade: '深浅：余额',
    threshold: (amount, share, drawn, changed) =>
      `保留且小于${amount}的不画出；各行之间终止或新增的${changed}个中画出最大的${drawn}个；画出的占余额的${share}`,
    noThreshold: '全部画出',
    description: (banks, platforms, kept, lost, fresh, largest) =>
      `两列之间的连线：左列${banks}家银行，右列${platforms}家平台，同类中由大到小。合作关系保留${kept}个，终止${lost}个，新增${fresh}个。最大的：${largest}。`,
    matrix: (banks, platforms, kept, lost, fresh, largest) =>
      `方格表：纵向${banks}家银行，横向${platforms}家平台，同类中由大到小。合作关系保留${kept}个，终止${lost}个，新增${fresh}个。最大的：${largest}。`,
    moment: '月份',
    kept: '保留',
    lost: '终止',
    fresh: '新增',
    absent: '无',
    state: '状态',
    balance: (month) => `${month}余额`,
    link: (bank, platform, balance, state) => `${bank}—${platform}：${balance}，${state}`,
    node: (name, balance) => `${name}：${balance}`,
    shading: '越深余额越大',
  },
  ...sweepsInChinese,
}
