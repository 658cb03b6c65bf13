/**
 * Help texts of the command line in both languages.
 * @module
 */
import type { Language } from './language.ts'

const en = {
  short: `zhudai: what changes in China's loan-facilitation market (助贷) when the rules change

  zhudai run notice-9 --against rules-before     the 2025 notice against the rules before it
  zhudai run notice-9 --against rules-before -s aprCapPerLoan=20% -r 50
                                                 the same with a lower price ceiling, 50 replicates
  zhudai list levers                             every rule that can be set

verbs: run, list, explain. More: zhudai <verb> --help`,
  run: 'run all replicates of a scenario; with --against, both under the same luck',
  list: 'list levers, metrics, parameters, scenarios, banks, platforms or words',
  explain: 'define a lever, metric, parameter, scenario, bank, platform or error code',
  kind: 'levers, metrics, parameters, scenarios, banks, platforms, words',
  id: 'an id such as aprCapPerLoan, hhi, bank:yilian, or a code such as SCENARIO_INVALID',
  scenario: 'id of a shipped scenario, or path of a YAML file',
  against: 'the baseline to compare with: id or path',
  set: 'set a lever (of the scenario) or a parameter (of both), such as aprCapPerLoan=20%',
  replicates: 'how many replicates',
  seed: 'text that names the luck',
  jobs: 'worker threads (default: all cores)',
  periods: 'months to run',
  only: 'run this replicate alone',
  lang: 'zh or en (default: the language of the system)',
  json: 'one JSON object instead of text',
  quiet: 'no progress',
  verbose: 'stack traces with errors',
  color: 'colours (also NO_COLOR)',
  usageExpected: 'a command such as zhudai run notice-9 --against rules-before',
}

const zh: typeof en = {
  short: `zhudai：规则改变时，中国助贷市场会发生什么变化

  zhudai run notice-9 --against rules-before     2025年通知与此前规则的比较
  zhudai run notice-9 --against rules-before -s aprCapPerLoan=20% -r 50
                                                 同上，成本上限更低，重复50次
  zhudai list levers                             所有可设置的政策工具

命令：run、list、explain。更多：zhudai <命令> --help`,
  run: '运行一个情景的全部重复试验；加 --against 则两个情景使用相同的随机数',
  list: '列出政策工具、指标、参数、情景、银行、平台或术语',
  explain: '解释一个政策工具、指标、参数、情景、银行、平台或错误代码',
  kind: 'levers、metrics、parameters、scenarios、banks、platforms、words',
  id: '如 aprCapPerLoan、hhi、bank:yilian，或错误代码如 SCENARIO_INVALID',
  scenario: '内置情景的名称，或 YAML 文件的路径',
  against: '作为基准的情景：名称或路径',
  set: '设置政策工具（仅本情景）或参数（两个情景），如 aprCapPerLoan=20%',
  replicates: '重复次数',
  seed: '随机种子（文本）',
  jobs: '线程数（默认：全部核心）',
  periods: '运行的月数',
  only: '只运行这一次重复',
  lang: 'zh 或 en（默认：系统语言）',
  json: '输出一个 JSON 对象',
  quiet: '不显示进度',
  verbose: '出错时显示调用栈',
  color: '使用颜色（也可设 NO_COLOR）',
  usageExpected: '一条命令，如 zhudai run notice-9 --against rules-before',
}

/** Help in a language. */
export function usageIn(language: Language): typeof en {
  return language === 'zh' ? zh : en
}
