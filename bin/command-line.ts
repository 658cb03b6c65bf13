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
import { createTerminal, EXIT, type Terminal } from './terminal.ts'
import { usageIn } from '../analysis/words/usage.ts'

/** What every command gets. */
export interface Session {
  readonly terminal: Terminal
  readonly language: Language
  readonly json: boolean
}

interface Common {
  lang?: string
  json: boolean
  quiet: boolean
  verbose: boolean
  color: boolean
}

/** Flags of `run`. */
export interface RunFlags extends Common {
  scenario: string
  against?: string
  replicates?: string
  seed?: string
  jobs?: string
  periods?: string
  only?: string
  set: string[]
}

/** Reads the words, runs the command, returns the exit code. */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  const language = languageOf(words)
  const json = words.includes('--json')
  const verbose = words.includes('--verbose')
  const terminal = createTerminal({
    quiet: words.includes('-q') || words.includes('--quiet'),
    colour: !words.includes('--no-color'),
  })
  const session: Session = { terminal, language, json }
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
const VERBS = ['run', 'list', 'explain']

function commands(words: readonly string[], session: Session, result: { code: number }): Argv {
  const { language } = session
  const text = usageIn(language)
  return yargs([...words])
    .scriptName('zhudai')
    .locale(language === 'zh' ? 'zh_CN' : 'en')
    .usage('zhudai <verb>')
    .command(
      'run <scenario>',
      text.run,
      (argv) => runFlags(argv, language),
      async (flags) => {
        const { run } = await import('./commands/run.ts')
        result.code = await run(lastOfEach(flags) as unknown as RunFlags, session)
      },
    )
    .command(
      'list <kind>',
      text.list,
      (argv) => argv.positional('kind', { type: 'string', describe: text.kind }),
      async (flags) => {
        const { list } = await import('./commands/list.ts')
        list(String(flags.kind), session)
      },
    )
    .command(
      'explain <id>',
      text.explain,
      (argv) => argv.positional('id', { type: 'string', describe: text.id }),
      async (flags) => {
        const { explain } = await import('./commands/explain.ts')
        explain(String(flags.id), session)
      },
    )
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

function runFlags(argv: Argv, language: Language): Argv {
  const text = usageIn(language)
  return argv.positional('scenario', { type: 'string', describe: text.scenario }).options({
    against: { type: 'string', requiresArg: true, describe: text.against },
    set: {
      alias: 's',
      type: 'string',
      array: true,
      nargs: 1,
      default: [],
      defaultDescription: '',
      describe: text.set,
    },
    replicates: { alias: 'r', type: 'string', requiresArg: true, describe: text.replicates },
    seed: { type: 'string', requiresArg: true, describe: text.seed },
    jobs: { alias: 'j', type: 'string', requiresArg: true, describe: text.jobs },
    periods: { type: 'string', requiresArg: true, describe: text.periods },
    only: { type: 'string', requiresArg: true, describe: text.only },
  })
}

/** A flag given twice counts as last given; settings add up. */
function lastOfEach(flags: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(flags).map(([name, value]) => [
      name,
      Array.isArray(value) && name !== 'set' ? value[value.length - 1] : value,
    ]),
  )
}

/** `--lang`, else the system's language. */
function languageOf(words: readonly string[]): Language {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const asked = at < 0 ? undefined : words[at].includes('=') ? words[at].slice(7) : words[at + 1]
  const known = LANGUAGES.find((language) => language === asked)
  return known ?? (prefersChinese(process.env) ? 'zh' : 'en')
}
