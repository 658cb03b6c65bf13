/**
 * Problems are found in English; this says the usual ones in Chinese. What is not known stays as it is.
 * @module
 */

/** Whole phrases; `$1` is a part that is put into Chinese in its turn. */
const phrases: readonly (readonly [pattern: RegExp, chinese: string])[] = [
  [/^did you mean "(.*)"\?$/, '是否想写“$1”？'],
  [/^rates carry a percent sign: write (.*)$/, '比率要带百分号：请写 $1'],
  [/^(?:amounts|lengths) carry a unit: write (.*)$/, '要带单位：请写 $1'],
  [/^(.*) from (.*) to (.*)$/, '$2 至 $3 之间的$1'],
  [/^(.*) of at least (.*)$/, '不小于 $2 的$1'],
  [/^a rate such as (.*)$/, '比率，如 $1'],
  [/^a share such as (.*)$/, '占比，如 $1'],
  [/^an amount such as (.*)$/, '金额，如 $1'],
  [/^a length such as (.*)$/, '时长，如 $1'],
  [/^a count such as (.*)$/, '个数，如 $1'],
  [/^a number such as (.*)$/, '数，如 $1'],
  [/^a month such as (.*)$/, '月份，如 $1'],
  [/^a path such as (.*)$/, '按月取值，如 $1'],
  [/^a month from (.*) on$/, '不早于 $1 的月份'],
  [/^a month after (.*)$/, '晚于 $1 的月份'],
  [/^(?:a |)whole (?:rate|share|number|count|length)$/, '整数'],
  [/^a rate$/, '比率'],
  [/^a share$/, '占比'],
  [/^an amount$/, '金额'],
  [/^a length$/, '时长'],
  [/^a count$/, '个数'],
  [/^a number$/, '数'],
  [/^a text(?: that is not empty)?$/, '非空文本'],
  [/^a whole number, at least (.*)$/, '整数，不小于 $1'],
  [/^a whole number of months, 1 to (.*)$/, '月数，1 至 $1 的整数'],
  [/^a whole number or a word$/, '整数或单词'],
  [/^one of (.*)$/, '以下之一：$1'],
  [/^a list of (.*)$/, '列表：$1'],
  [/^a lever of the catalogue.*$/, '政策工具（见 zhudai list levers）'],
  [/^a parameter of the catalogue.*$/, '参数（见 zhudai list parameters）'],
  [/^a lever, a parameter, or (.*)$/, '政策工具、参数，或 $1'],
  [/^key=value, such as (.*)$/, '名称=值，如 $1'],
  [/^a value, or (.*)$/, '值，或 $1'],
  [/^a file that exists.*$/, '已有的文件，或内置情景的名称（见 zhudai list scenarios）'],
  [/^a command such as (.*)$/, '一条命令，如 $1'],
  [/^a region such as (.*)$/, '地区，如 $1'],
  [/^a scenario that does not come back to itself$/, '不继承自身的情景'],
  [/^no scope: one value for all$/, '对全市场只设一个值'],
  [/^the baseline's first month, (.*)$/, '与基准相同的起始月 $1'],
  [/^the id of a bank, platform or guarantor, such as (.*)$/, '银行、平台或担保公司的代号，如 $1'],
  [/^a lever, metric, parameter, scenario.*$/, '政策工具、指标、参数、情景、机构代号或错误代码'],
]

/** A phrase of a problem in Chinese where it is known, else as it came. */
export function problemInChinese(phrase: string): string {
  for (const [pattern, chinese] of phrases) {
    const match = pattern.exec(phrase)
    if (match === null) continue
    return chinese.replace(/\$(\d)/g, (_, place: string) => problemInChinese(match[Number(place)]))
  }
  return phrase
}
