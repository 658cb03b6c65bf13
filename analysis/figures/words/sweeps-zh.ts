/**
 * 假设与扫描各图的中文文字。
 * @module
 */
import type { sweepsInEnglish } from './sweeps-en.ts'

export const sweepsInChinese: typeof sweepsInEnglish = {
  tornado: {
    title: (name, sign) =>
      sign === 0
        ? `影响最大的假设：${name}；没有一项会改变符号`
        : `影响最大的假设：${name}；有${sign}项可能改变符号`,
    subtitle: (metric) => `${metric}：一项假设由低端到高端、其余假设不变时的变化。`,
    description: (rows) => `按长度排列的横条。${rows}。`,
    row: (name, low, high, flips) => `${name}：由${low}到${high}${flips ? '，可能改变符号' : ''}`,
    flips: '可能改变符号',
    keeps: '符号不变',
    low: '低端',
    high: '高端',
    base: (value) => `现有假设：${value}`,
    columns: {
      assumption: '假设',
      lowSetting: '低端',
      highSetting: '高端',
      atLow: '低端时的变化',
      atHigh: '高端时的变化',
      sign: '符号',
    },
  },
  response: {
    title: (metric, from, to, low, high) => `${metric}：${from}时为${low}，${to}时为${high}`,
    several: (metric, variable) => `${metric}随${variable}的变化`,
    subtitle: (metric, variable, n) =>
      `${metric}，按${variable}。${n}的平均值；须线为平均值的95%区间。`,
    description: (metric, variable, points) => `${metric}对${variable}。${points}。`,
    point: (setting, value) => `${setting}：${value}`,
  },
  heat: {
    title: (metric, most, value) => `${metric}：${most}时最大，为${value}`,
    subtitle: (metric, x, y) => `${metric}，横向为${x}，纵向为${y}。`,
    unclear: '括号内：与没有变化无法区分。',
    description: (metric, cells) => `带深浅的方格表：${metric}。${cells}。`,
    cell: (x, y, value) => `${x}，${y}：${value}`,
  },
  frontier: {
    title: (best, all) => `${all}个设定中有${best}个在两方面都不被其他设定超过`,
    plain: (x, y) => `${y}对${x}`,
    subtitle: (x, y, n) => `每点为一个设定：横向为${x}，纵向为${y}。${n}的平均值及95%区间。`,
    filled: '实心：不被其他设定超过。',
    description: (points) => `按两个指标排列的设定。${points}。`,
    point: (name, x, y) => `${name}：${x}，${y}`,
    beaten: '被超过',
    yes: '是',
    no: '否',
    setting: '设定',
  },
  inputs: {
    title: (names) => `各次运行间差异的最大来源：${names.join('、')}`,
    none: '没有任何一项的作用能与随机性区分开',
    subtitle:
      '各次运行间的方差中，随每一项单独变化的部分；须线为95%区间。空心条尚未稳定：区间宽于±5个百分点。',
    totals: '菱形：含该项与其他各项的共同作用。',
    description: (metrics) => `方差占比的横条。${metrics}。`,
    ofMetric: (metric, parts) => `${metric}：${parts}`,
    part: (name, share, range) =>
      range === '' ? `${name}${share}` : `${name}${share}（${range}）`,
    settled: '已稳定',
    notSettled: '尚未稳定',
    together: '共同作用及细微弯曲',
    luck: '随机性及其余',
    sharedLuck: '各点共有的随机性',
    ownLuck: '各点自身的随机性',
    columns: {
      input: '项目',
      share: '方差占比',
      total: '含共同作用',
      settled: '区间',
    },
  },
  limits: {
    title: (outcome, names) => `${outcome}的情形：${names.join('、')}的取值范围`,
    subtitle: (outcome) =>
      `关于“${outcome}”的情形的规则。粗条：规则对某一项限定的取值范围。拟p值：该限定有多容易由随机性解释。`,
    head: (number, density, coverage) =>
      `规则${number}：其中${(density * 100).toFixed(1)}%的情形如此；占全部此类情形的${(coverage * 100).toFixed(1)}%`,
    chance: (p) => `拟p值 ${p}`,
    range: (least, most) => `${least}至${most}`,
    description: (outcome, rules) => `“${outcome}”的情形。${rules}。`,
    rule: (head, rows) => `${head}：${rows.join('，')}`,
    row: (name, condition, chance) => `${name}${condition}（${chance}）`,
    tradeOffTitle: (density, coverage) =>
      `该规则在其${density}的情形中成立，并涵盖全部此类情形的${coverage}`,
    tradeOffSubtitle: (outcome) =>
      `“${outcome}”的情形。每个空心点多限定一项；越靠上，规则越常成立；越靠左，涵盖的此类情形越少。`,
    tradeOffDescription: (outcome, points) => `“${outcome}”的情形：密度与覆盖率。${points}。`,
    point: (name, coverage, density) => `${name}：覆盖率${coverage}，密度${density}`,
    inputs: (count) => (count === 0 ? '全部情形' : `限定${count}项`),
    chosen: '该规则',
    columns: {
      rule: '规则',
      input: '项目',
      limits: '取值范围',
      range: '运行的范围',
      chance: '随机性',
      coverage: '覆盖率：占全部此类情形的比例',
      density: '密度：其情形中如此的比例',
      cases: '情形数',
      restricted: '限定',
    },
  },
}
