/**
 * The first line of progress, before anything heavy is imported.
 * @module
 */

/** Says that a run is being prepared; silent for quick commands and when quiet was asked for. */
export function firstSign(words: readonly string[]): void {
  if (words[0] !== 'run' || words.includes('-q') || words.includes('--quiet')) return
  if (words.includes('-h') || words.includes('--help')) return
  const at = words.indexOf('--lang')
  const chinese = at >= 0 ? words[at + 1] === 'zh' : prefersChinese(process.env)
  const line = chinese ? '正在读取情景与数据' : 'reading scenarios and data'
  process.stderr.write(process.stderr.isTTY ? line : `${line}\n`)
}

/** True when the system speaks Chinese. */
export function prefersChinese(environment: NodeJS.ProcessEnv): boolean {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return locale.toLowerCase().startsWith('zh')
}
