/**
 * What each error code means and what to do about it. Codes never change.
 * @module
 */
import type { Text } from '../metrics/metric.ts'

export const errorCodes: Readonly<Record<string, Text>> = {
  USAGE: {
    en: 'The command or one of its flags is not understood. zhudai <verb> --help lists them.',
    zh: '命令或参数有误。zhudai <命令> --help 可列出全部参数。',
  },
  SCENARIO_UNKNOWN: {
    en: 'No scenario of that name is shipped, or the file does not exist. zhudai list scenarios shows the shipped ones; a path to a YAML file works too.',
    zh: '没有这个名称的内置情景，或文件不存在。zhudai list scenarios 列出内置情景；也可给出 YAML 文件的路径。',
  },
  CALIBRATION_UNKNOWN: {
    en: 'No calibration of that name is shipped, or the file does not exist. zhudai list calibrations shows the shipped ones; a path to a YAML file works too, and none stands for the values of the catalogue.',
    zh: '没有这个名称的内置校准集，或文件不存在。zhudai list calibrations 列出内置校准集；也可给出 YAML 文件的路径，或用 none 表示取目录值。',
  },
  SCENARIO_INVALID: {
    en: 'A scenario says something that cannot be run: an unknown key or lever, a value out of bounds, a date before the run, a rate without its per cent sign. Each problem names its place; all are listed at once.',
    zh: '情景中有无法运行的内容：未知的键或政策工具、超出范围的值、早于运行起点的日期、缺少百分号的比率。全部问题一次列出并指明位置。',
  },
  SCENARIO_SYNTAX: {
    en: 'The file is not YAML as scenarios are written: check indentation, colons and duplicate keys at the place named.',
    zh: '文件不是合格的 YAML：检查所指位置的缩进、冒号和重复的键。',
  },
  TARGET_UNKNOWN: {
    en: 'No target file of that name is shipped, and no file has this path. Target files lie in scenarios/targets; docs/TARGETS.md describes them.',
    zh: '没有这个名称的内置目标文件，也没有这个路径的文件。目标文件位于 scenarios/targets；格式见 docs/TARGETS.md。',
  },
  TARGET_INVALID: {
    en: 'A target file says something that cannot be measured: an unknown quantity or institution, a quantity of another kind of institution, a time outside the run, a unit that does not fit. Each problem names its place; all are listed at once. docs/TARGETS.md describes the format.',
    zh: '目标文件中有无法测量的内容：未知的量或机构、不属于该类机构的量、运行期以外的时间、不符的单位。全部问题一次列出并指明位置。格式见 docs/TARGETS.md。',
  },
  CALIBRATION_EMPTY: {
    en: 'No setting of the parameters meets the targets together, even with the spread of single runs: there is no set to write. Widen the bands of the targets named, or give them weight 0.',
    zh: '没有任何参数取值能同时接近全部目标（已计入单次运行的随机性），无法写出参数集。放宽所列目标的区间，或将其权重设为0。',
  },
  RESULT_INVALID: {
    en: 'A result folder is damaged, cut off, of another program, or not finished. A run that was interrupted is finished by the same command; --fresh starts anew.',
    zh: '结果文件夹已损坏、不完整、并非本程序生成，或尚未完成。中断的运行可用同一命令继续；--fresh 则重新开始。',
  },
  RESULT_BUSY: {
    en: 'Another process is writing to the result folder. Wait for it, or choose another --output.',
    zh: '另一进程正在写入该结果文件夹。请等待其结束，或另选 --output。',
  },
  QUERY_INVALID: {
    en: 'The question to a result cannot be answered: one SELECT over its tables, nothing written, nothing read outside the folder.',
    zh: '无法回答对结果的查询：只接受一条针对其表的SELECT，不写入，也不读取文件夹以外的内容。',
  },
  COPIES: {
    en: 'Two replicates ended in the same state, so one would be counted twice: the run stopped. This is our fault.',
    zh: '两次重复试验的期末状态完全相同，等于重复计数：运行已停止。这是程序的错误。',
  },
  SCENARIO_CYCLE: {
    en: 'A scenario extends itself by way of others. Remove one of the extends lines.',
    zh: '情景经由其他情景继承了自身。删去其中一个 extends。',
  },
  LEVER_UNKNOWN: {
    en: 'No lever has this id. zhudai list levers shows all.',
    zh: '没有这个政策工具。zhudai list levers 列出全部。',
  },
  LEVER_SCOPE: {
    en: 'This lever has one value for the whole market and cannot be set for some licences or regions.',
    zh: '该政策工具对全市场只有一个值，不能只对部分牌照或地区设置。',
  },
  REGION_UNKNOWN: {
    en: 'No region has this name. The 31 regions are written in English, such as Guangdong.',
    zh: '没有这个地区。31个地区用英文书写，如 Guangdong。',
  },
  PARAMETER_UNKNOWN: {
    en: 'No parameter has this id. zhudai list parameters shows all.',
    zh: '没有这个参数。zhudai list parameters 列出全部。',
  },
  PARAMETER_INVALID: {
    en: 'A parameter is outside what the model can compute with. zhudai explain <parameter> shows its bounds.',
    zh: '参数超出模型可计算的范围。zhudai explain <参数> 显示其范围。',
  },
  AGENT_UNKNOWN: {
    en: 'No bank, platform or guarantor has this id. zhudai list banks and zhudai list platforms show all.',
    zh: '没有这个机构。zhudai list banks 与 zhudai list platforms 列出全部。',
  },
  EXPLAIN_UNKNOWN: {
    en: 'Nothing has this id: no lever, metric, reading, parameter, scenario, calibration, target file, group, institution, term or code.',
    zh: '没有这个名称：不是政策工具、指标、机构读数、参数、情景、校准集、目标文件、机构组、机构、术语或错误代码。',
  },
  RULES_INVALID: {
    en: 'The table of rules does not have the shape the program reads. Restore scenarios/data/rules.json.',
    zh: '规则表的格式不符。请恢复 scenarios/data/rules.json。',
  },
  IDENTITY_BROKEN: {
    en: 'An accounting identity of the model does not hold. That is our fault, not yours: the run stops and names the month, the phase, the agent and the amounts. Replay the replicate with the command printed and report it.',
    zh: '模型的一条会计恒等式不成立。这是程序的错误：运行停止，并给出月份、环节、机构和金额。请用打印的命令重现并报告。',
  },
  JOB_FAILED: {
    en: 'A replicate could not be finished. The others count; n says how many. Replay it with the command printed.',
    zh: '有一次重复试验未能完成。其余结果有效，n 为其数目。可用打印的命令重现。',
  },
}
