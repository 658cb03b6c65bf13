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
}
