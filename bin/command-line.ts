/**
 * Names, flags and help of the command line.
 * @module
 */
import yargs, { type Argv } from 'yargs'
import { LANGUAGES, type Language } from '../analysis/words/language.ts'
import { didYouMean } from '../scenarios/nearest.ts'
import { prefersChinese } from './first-sign.ts'
import { packageVersion } from './paths.ts'
import { reportError, usageProblem } from './problems.ts'
import type { Session } from './session.ts'
import { createTerminal, EXIT } from './terminal.ts'
import { addVerbs, VERBS } from './verbs.ts'
import { usageIn } from '../analysis/words/usage.ts'

/** Reads the words, runs the command, returns the exit code. */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  const language = languageOf(words)
  const json = words.includes('--json')
  const verbose = words.includes('--verbose')
  const terminal = createTerminal({
    quiet: words.includes('-q') || words.includes('--quiet'),
    colour: !words.includes('--no-color'),
  })
  const session: Session = { terminal, language, json, verbose, words }
  if (words.length === 0) {
    terminal.answer(usageIn(language).short)
    return EXIT.done
  }
  const result = { code: EXIT.done as number }
  try {
    await commands(words, session, result).parseAsync()
    return result.code
  } catch (thrown) {
    terminal.clear()
    return reportError(thrown, terminal, language, { json, verbose })
  }
}

const HELP_WIDTH = 100

function commands(words: readonly string[], session: Session, result: { code: number }): Argv {
  const { language } = session
  const text = usageIn(language)
  const parser = yargs([...words])
    .scriptName('zhudai')
    .locale(language === 'zh' ? 'zh_CN' : 'en')
    .usage('zhudai <verb>')
  return addVerbs(parser, session, (code) => (result.code = code))
    .completion('completion', text.completion)
    .options({
      lang: { type: 'string', requiresArg: true, describe: text.lang },
      json: { type: 'boolean', default: false, describe: text.json },
      quiet: { alias: 'q', type: 'boolean', default: false, describe: text.quiet },
      verbose: { type: 'boolean', default: false, describe: text.verbose },
      color: { type: 'boolean', default: true, describe: text.color },
    })
    .strict()
    .demandCommand(1, 1)
    .help()
    .alias('help', 'h')
    .version(packageVersion())
    .wrap(Math.min(HELP_WIDTH, process.stdout.columns || HELP_WIDTH))
    .showHelpOnFail(false)
    .exitProcess(false)
    .fail((message, thrown) => {
      const known = VERBS.includes(words[0])
      const hint = known ? undefined : didYouMean(words[0], VERBS).hint
      throw thrown ?? usageProblem(text.usageExpected, known ? message : words[0], hint)
    })
}

/** `--lang`, else the system's language. */
function languageOf(words: readonly string[]): Language {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const asked = at < 0 ? undefined : words[at].includes('=') ? words[at].slice(7) : words[at + 1]
  const known = LANGUAGES.find((language) => language === asked)
  return known ?? (prefersChinese(process.env) ? 'zh' : 'en')
}
