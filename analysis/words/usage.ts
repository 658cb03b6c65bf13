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

verbs: new, check, run, compare, report, list, explain, trace, query, sensitivity,
discover, reproduce, score, verify. More: zhudai <verb> --help`,
  new: 'write a commented scenario to start from',
  check: 'read scenarios and say what they ask and where each value is from; runs nothing',
  run: 'run all replicates of scenarios; with --against, all under the same luck as the baseline',
  compare: 'differences between design points of results, with intervals',
  report: 'one HTML file, a brief of one page, or the figures of a result',
  trace: 'the first decision of a bank that two policies make differently',
  query: 'SQL over the tables of a result',
  sensitivity: 'what the answer of a sweep depends on, and what could change its sign',
  discover: 'in which futures of a sweep a metric lies beyond a mark, in plain rules',
  score: 'compare simulated with observed quantities, beside four benchmarks that know less',
  verify: 'known results the kernel and the model must reproduce',
  reproduce: 'run a result again and compare it bit for bit',
  completion: 'completion script for the shell: zhudai completion >> ~/.bashrc',
  list: 'list levers, metrics, parameters, scenarios, calibrations, banks, platforms, words or results',
  explain:
    'define a lever, metric, parameter, scenario, calibration, agent or code; or tell a link: explain link <bank> <platform> --in <result>',
  kind: 'levers, metrics, parameters, scenarios, calibrations, banks, platforms, words, results',
  id: 'an id such as aprCapPerLoan, hhi, bank:yilian, or a code such as SCENARIO_INVALID',
  newName: 'id of the new scenario: lower-case words joined by hyphens',
  newOutput: 'file to write, or - for the terminal (default: <name>.yaml)',
  from: 'the scenario it builds on (default: notice-9)',
  result: 'a result folder',
  output: 'folder of results',
  dryRun: 'say what would be run, how long it takes and how much it writes; run nothing',
  pilot: 'run a few replicates and say how many each metric needs',
  alsoReport: 'write the report when the run is done',
  fresh: 'throw finished work away and start anew',
  keep: 'tables kept of all replicates: agents, links, ledger',
  input: 'ask before finished work is thrown away (--no-input: refuse)',
  reportOutput: 'file to write (default: report.html in the result)',
  brief: 'one A4 page: question, answer, three figures, limits',
  figuresOnly: 'the figures alone, each with its data and caption',
  format: 'svg, png or csv, with --figures-only',
  pdf: 'also as PDF, through a local Chromium',
  points: 'design points to compare, by number or id: 3,7,12',
  metrics: 'metrics to compare: links,cr5',
  variance: 'how much sharing draws narrows each change, metric by metric',
  in: 'a result folder',
  onlyTold: 'the replicate to tell of (default: 0)',
  full: 'the longer entries too',
  page: 'the page for readers instead of the table',
  onlyEntry: 'one entry alone, by its id',
  oneMetric: 'id of the metric',
  above: 'the mark to lie above, written as in scenarios',
  below: 'the mark to lie below',
  asChange: 'of the change from the baseline',
  asRatio: 'of the share of the baseline',
  sql: 'one SELECT over metrics, replicates, points, levels, changes, definitions, links, ledger',
  scoreSubject: 'a result folder, or a scenario: id or path',
  targetFile: 'what was observed: id or path of a target file',
  scoreReplicates: 'how many replicates (default: 40)',
  figure: 'also draw observed and simulated values into this SVG file',
  sample: 'reproduce only n jobs, drawn at random with the seed of the result',
  scenario: 'id of a shipped scenario, or path of a YAML file',
  against: 'the baseline to compare with: id or path',
  set: 'set a lever (of the scenario) or a parameter (of both), such as aprCapPerLoan=20%',
  replicates: 'how many replicates',
  seed: 'text that names the luck',
  jobs: 'worker threads (default: all cores)',
  periods: 'months to run',
  only: 'run this replicate alone, keeping nothing',
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

命令：new、check、run、compare、report、list、explain、trace、query、sensitivity、discover、
reproduce、score、verify。更多：zhudai <命令> --help`,
  new: '写出一个带注释的情景文件，作为起点',
  check: '读取情景，说明其问题及每个取值的出处；不运行',
  run: '运行情景的全部重复试验；加 --against 则与基准使用相同的随机数',
  compare: '比较结果中各设计点的差异及区间',
  report: '一份HTML报告、一页简报，或结果的图表',
  trace: '两种政策下某家银行第一个不同的决定',
  query: '对结果中的表执行SQL',
  sensitivity: '扫描的结论取决于什么，什么会改变其方向',
  discover: '扫描中哪些情形下指标越过界限，以通俗规则说明',
  score: '将模拟值与观测值比较，并与四个所知较少的基准对照',
  verify: '内核与模型须重现的已知结果',
  reproduce: '重新运行一个结果并逐位比较',
  completion: '命令行补全脚本：zhudai completion >> ~/.bashrc',
  list: '列出政策工具、指标、参数、情景、校准集、银行、平台、术语或结果',
  explain:
    '解释政策工具、指标、参数、情景、校准集、机构或代码；或讲述一段合作：explain link <银行> <平台> --in <结果>',
  kind: 'levers、metrics、parameters、scenarios、calibrations、banks、platforms、words、results',
  id: '如 aprCapPerLoan、hhi、bank:yilian，或错误代码如 SCENARIO_INVALID',
  newName: '新情景的名称：小写单词，以连字符相连',
  newOutput: '写入的文件，- 表示终端（默认：<名称>.yaml）',
  from: '所基于的情景（默认：notice-9）',
  result: '结果文件夹',
  output: '存放结果的文件夹',
  dryRun: '说明将运行什么、需时多久、写入多少；不运行',
  pilot: '先运行少量重复，给出每个指标所需的次数',
  alsoReport: '运行完成后写出报告',
  fresh: '丢弃已完成的结果，重新开始',
  keep: '全部重复均保留的表：agents、links、ledger',
  input: '丢弃已完成的结果前先询问（--no-input：拒绝）',
  reportOutput: '写入的文件（默认：结果文件夹中的 report.html）',
  brief: '一页A4：问题、结论、三幅图与局限',
  figuresOnly: '只输出图表及其数据与说明',
  format: 'svg、png 或 csv，与 --figures-only 同用',
  pdf: '另存为PDF，需本机有Chromium',
  points: '要比较的设计点，编号或名称：3,7,12',
  metrics: '要比较的指标：links,cr5',
  variance: '逐项指标说明共用随机数使变化的方差缩小多少',
  in: '结果文件夹',
  onlyTold: '讲述哪一次重复（默认：0）',
  full: '包括耗时较长的项目',
  page: '输出供阅读的页面而非表格',
  onlyEntry: '只运行一项（按代号）',
  oneMetric: '指标的名称',
  above: '高于此界限，写法同情景文件',
  below: '低于此界限',
  asChange: '按相对基准的变化',
  asRatio: '按占基准的比例',
  sql: '一条SELECT，可用的表：metrics、replicates、points、levels、changes、definitions、links、ledger',
  scoreSubject: '结果文件夹，或情景的名称或路径',
  targetFile: '观测数据：目标文件的名称或路径',
  scoreReplicates: '重复次数（默认：40）',
  figure: '另将观测值与模拟值绘入此SVG文件',
  sample: '只重新运行n个任务，按结果的种子随机抽取',
  scenario: '内置情景的名称，或 YAML 文件的路径',
  against: '作为基准的情景：名称或路径',
  set: '设置政策工具（仅本情景）或参数（两个情景），如 aprCapPerLoan=20%',
  replicates: '重复次数',
  seed: '随机种子（文本）',
  jobs: '线程数（默认：全部核心）',
  periods: '运行的月数',
  only: '只运行这一次重复，不保留',
  lang: 'zh 或 en（默认：系统语言）',
  json: '输出一个 JSON 对象',
  quiet: '不显示进度',
  verbose: '出错时显示调用栈',
  color: '使用颜色（也可设 NO_COLOR）',
  usageExpected: '一条命令，如 zhudai run notice-9 --against rules-before',
}

export type Usage = typeof en

/** Help in a language. */
export function usageIn(language: Language): typeof en {
  return language === 'zh' ? zh : en
}
