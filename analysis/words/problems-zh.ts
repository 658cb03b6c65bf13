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
  [/^a formula of at most (\d+) characters$/, '不超过$1个字符的公式'],
  [/^a formula of at most (\d+) parts$/, '不超过$1个部分的公式'],
  [/^a formula nested at most (\d+) deep$/, '嵌套不超过$1层的公式'],
  [/^a formula that is not empty$/, '非空的公式'],
  [/^a complete formula$/, '完整的公式'],
  [/^a formula of numbers, metrics.*$/, '由数、指标、四则运算与列明函数组成的公式'],
  [/^a metric in place of "(.*)"$/, '以指标代替“$1”'],
  [/^one of the functions (.*) in place of "(.*)"$/, '以函数$1之一代替“$2”'],
  [/^an operator between two parts$/, '两部分之间的运算符'],
  [/^only finite numbers$/, '有限的数'],
  [/^an exponent that is a number from -100 to 100$/, '-100至100之间的常数指数'],
  [/^(?:at least |)one number in (.*)$/, '$1中的一个数'],
  [/^to compare, write ==$/, '比较请写 =='],
  [/^to multiply, write \*$/, '相乘请写 *'],
  [/^"(.*)" has no meaning here$/, '“$1”在此没有意义'],
  [/^a result folder$/, '结果文件夹'],
  [/^a finished result folder$/, '已完成的结果文件夹'],
  [/^a folder of results, or none$/, '结果文件夹，或尚不存在的文件夹'],
  [/^a folder nobody else writes to$/, '没有其他进程在写入的文件夹'],
  [/^a run that was interrupted is finished by the same command$/, '中断的运行可用同一命令完成'],
  [/^wait for it, or end it$/, '等待其结束，或终止它'],
  [/^--in and a result folder.*$/, '--in 及结果文件夹（见 zhudai list results）'],
  [/^a yes on a terminal before finished work is thrown away$/, '丢弃已完成的结果前须在终端确认'],
  [/^a SELECT: results are only read$/, 'SELECT语句：结果只供读取'],
  [/^one SELECT$/, '一条SELECT语句'],
  [/^SQL that DuckDB understands$/, 'DuckDB能理解的SQL'],
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
