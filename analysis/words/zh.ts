/**
 * 中文文案。
 * @module
 */
import { memberSetIn } from './member-set.ts'
import type { Messages } from './messages.ts'
import { formatLevel } from './numbers.ts'
import { comparison, levels, sentence } from './sentences-zh.ts'
import { problemInChinese } from './problems-zh.ts'

function names(texts: readonly { readonly zh: string }[]): string {
  return texts.map((text) => text.zh).join('、')
}

export const chinese: Messages = {
  themes: {
    partners: '合作关系',
    institutions: '机构',
    concentration: '集中度',
    credit: '信贷',
    price: '价格',
    risk: '风险与资本',
    compliance: '合规',
  },
  columns: {
    baseline: '基准',
    reform: '方案',
    change: '变化',
    interval: '95%区间',
    level: '平均',
  },
  notDistinguishable: '无法区分',
  sameInAllPairs: '每对都相同',
  comparison,
  levels,
  caveats({ guidance, unknown, origins, calibrations = [], notes }) {
    const isCalibrated = calibrations.length > 0 && !calibrations.includes(null)
    const rate = (value: number) => formatLevel(value, 'share', 'zh')
    return [
      ...sentence(
        guidance.length === 0
          ? ''
          : `依据未公开的指导、征求意见稿或试验性设定，并非现行法规：${names(guidance)}。`,
      ),
      ...sentence(
        unknown.length === 0
          ? ''
          : `规则没有给出数值：${names(unknown)}。以参数代替，或视为没有限制。`,
      ),
      `期初市场的数值中，${rate(origins.data)}来自观测，${rate(origins.derived)}由观测推算，` +
        `${rate(origins.imputed)}为估算` +
        `${origins.inverted > 0 ? `，${rate(origins.inverted)}由模型反解` : ''}。`,
      ...calibrations.map((one) => memberSetIn('zh').over(one)),
      ...notes,
      isCalibrated
        ? '本工具用于思考规则，不是预测：许多数值是假设的，区间反映随机性与经校准的数值，不反映其余假设。'
        : '本工具用于思考规则，不是预测：许多数值是假设的，区间只反映随机性，不反映这些假设。',
    ]
  },
  reading(n, wanted, periods, paired) {
    const short = n < wanted ? `（计划${wanted}${paired ? '对' : '次'}）` : ''
    const count = paired
      ? `n = ${n}对${short}，每对使用相同的随机数，共${periods}个月。`
      : `n = ${n}次重复${short}，共${periods}个月。`
    return `${count}名单与余额：期末月；新放款、价格与成本：最近${Math.min(12, periods)}个月平均。`
  },
  varianceReduction: (factor) =>
    `共用随机数使合作关系变化的方差缩小到${formatLevel(factor, '1', 'zh')}分之一。`,
  morePairs: (label, n, needed) => `${label}：n = ${n}时与没有变化无法区分，约需${needed}对。`,
  next: (command) => `下一步：${command}`,
  running: (jobs, threads) => `正在用${threads}个线程运行${jobs}个任务`,
  timeLeft: (duration) => `剩余${duration}`,
  interval: (label, mean, half) => `${label} ${mean} ± ${half}`,
  doneIn: (duration) => `完成，用时${duration}`,
  stopped: (done, jobs) => `已停止，完成${done}/${jobs}个任务。完成的结果全部保留。`,
  failed: (done, jobs, failures) =>
    `${jobs}次重复中完成${done}次，失败${failures.length}次（${failures.join('、')}）`,
  replay: (command) => `重现  ${command}`,
  nothingFinished: '没有完成任何重复试验，无结果可报告',
  problems(count, place) {
    return `错误：${place === undefined ? '' : `${place} 中`}有${count}处问题，未运行`
  },
  problemPhrase: problemInChinese,
  problem: { at: '位置', expected: '应为', got: '实为', hint: '提示' },
  see: (command) => `参见  ${command}`,
  unexpected: (message) => `错误：${message}`,
}
