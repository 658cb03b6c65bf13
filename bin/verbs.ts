/**
 * The verbs of the command line with their flags; each loads its command when it is asked for.
 * @module
 */
import type { Argv } from 'yargs'
import { usageIn, type Usage } from '../analysis/words/usage.ts'
import type { ReportFlags } from './commands/report.ts'
import type { Session } from './session.ts'

/** Names of all verbs, in the order of the help. */
export const VERBS = [
  'new',
  'check',
  'run',
  'compare',
  'report',
  'list',
  'explain',
  'trace',
  'query',
  'reproduce',
  'completion',
]

export interface RunFlags {
  scenarios: string[]
  against?: string
  replicates?: string
  seed?: string
  jobs?: string
  periods?: string
  only?: string
  keep?: string
  output: string
  dryRun: boolean
  pilot: boolean
  fresh: boolean
  /** Write the report when the run is done. */
  report: boolean
  input: boolean
  set: string[]
  verbose: boolean
}

export interface CheckFlags {
  files: string[]
  against?: string
  set: string[]
}

export interface NewFlags {
  name: string
  from?: string
  output?: string
}

export interface CompareFlags {
  results: string[]
  points?: string
  metrics?: string
  variance: boolean
}

export interface ReproduceFlags {
  result: string
  sample?: string
  jobs?: string
}

export interface StoryFlags {
  in?: string
  only?: string
}

type Answer = Promise<number | void> | number | void

/** A flag's text options. */
const text = (describe: string) => ({ type: 'string', requiresArg: true, describe }) as const
const words = (describe: string) => ({ type: 'string', array: true, describe }) as const
const flag = (describe: string) => ({ type: 'boolean', default: false, describe }) as const

/** Adds every verb; what a command returns becomes the exit code. */
export function addVerbs(argv: Argv, session: Session, finish: (code: number) => void): Argv {
  const usage = usageIn(session.language)
  /** A verb whose command is imported when it runs. */
  const verb = (
    parser: Argv,
    form: string,
    describe: string,
    flags: (one: Argv) => Argv,
    run: (given: never) => Answer,
  ): Argv =>
    parser.command(form, describe, flags, async (given) => {
      finish((await run(lastOfEach(given) as never)) ?? 0)
    })
  let parser = argv
  parser = verb(parser, 'new <name>', usage.new, newFlags(usage), async (given: NewFlags) => {
    const { newScenario } = await import('./commands/new.ts')
    await newScenario(given, session)
  })
  parser = verb(parser, 'check <files..>', usage.check, checkFlags(usage), async (given) => {
    const { check } = await import('./commands/check.ts')
    await check(given, session)
  })
  parser = verb(parser, 'run <scenarios..>', usage.run, runFlags(usage), async (given) => {
    const { run } = await import('./commands/run.ts')
    return run(given, session)
  })
  parser = verb(
    parser,
    'compare <results..>',
    usage.compare,
    compareFlags(usage),
    async (given) => {
      const { compare } = await import('./commands/compare.ts')
      await compare(given, session)
    },
  )
  parser = verb(parser, 'report <results..>', usage.report, reportFlags(usage), async (given) => {
    const { report } = await import('./commands/report.ts')
    return report(given as ReportFlags, session)
  })
  parser = verb(parser, 'list <kind>', usage.list, listFlags(usage), async (given) => {
    const { list } = await import('./commands/list.ts')
    const { kind, output } = given as { kind: string; output: string }
    list(kind, output, session)
  })
  parser = verb(parser, 'explain <words..>', usage.explain, storyFlags(usage), async (given) => {
    const { words: asked, ...flags } = given as StoryFlags & { words: string[] }
    if (asked[0] === 'link') {
      const { tellLink } = await import('./stories.ts')
      return tellLink(asked.slice(1), flags, session)
    }
    const { explain } = await import('./commands/explain.ts')
    explain(asked.join(' '), session)
  })
  parser = verb(parser, 'trace <bank>', usage.trace, storyFlags(usage), async (given) => {
    const { tellTrace } = await import('./stories.ts')
    const { bank, ...flags } = given as StoryFlags & { bank: string }
    return tellTrace(bank, flags, session)
  })
  parser = verb(parser, 'query <result> <sql>', usage.query, queryFlags(usage), async (given) => {
    const { query } = await import('./commands/query.ts')
    const { result, sql } = given as { result: string; sql: string }
    await query(result, sql, session)
  })
  return verb(
    parser,
    'reproduce <result>',
    usage.reproduce,
    reproduceFlags(usage),
    async (given) => {
      const { reproduce } = await import('./commands/reproduce.ts')
      return reproduce(given, session)
    },
  )
}

const newFlags = (usage: Usage) => (argv: Argv) =>
  argv
    .positional('name', { type: 'string', describe: usage.newName })
    .options({ from: text(usage.from), output: { alias: 'o', ...text(usage.newOutput) } })

const checkFlags = (usage: Usage) => (argv: Argv) =>
  argv
    .positional('files', words(usage.scenario))
    .options({ against: text(usage.against), set: setting(usage) })

const runFlags = (usage: Usage) => (argv: Argv) =>
  argv.positional('scenarios', words(usage.scenario)).options({
    against: text(usage.against),
    set: setting(usage),
    replicates: { alias: 'r', ...text(usage.replicates) },
    seed: text(usage.seed),
    jobs: { alias: 'j', ...text(usage.jobs) },
    periods: text(usage.periods),
    only: text(usage.only),
    keep: text(usage.keep),
    output: { alias: 'o', default: 'results', ...text(usage.output) },
    'dry-run': { alias: 'n', ...flag(usage.dryRun) },
    pilot: flag(usage.pilot),
    fresh: flag(usage.fresh),
    report: flag(usage.alsoReport),
    input: { type: 'boolean', default: true, describe: usage.input },
  })

const compareFlags = (usage: Usage) => (argv: Argv) =>
  argv.positional('results', words(usage.result)).options({
    points: text(usage.points),
    metrics: text(usage.metrics),
    variance: flag(usage.variance),
  })

const reportFlags = (usage: Usage) => (argv: Argv) =>
  argv.positional('results', words(usage.result)).options({
    output: { alias: 'o', ...text(usage.reportOutput) },
    brief: flag(usage.brief),
    'figures-only': flag(usage.figuresOnly),
    format: text(usage.format),
    pdf: flag(usage.pdf),
  })

const listFlags = (usage: Usage) => (argv: Argv) =>
  argv
    .positional('kind', { type: 'string', describe: usage.kind })
    .options({ output: { alias: 'o', default: 'results', ...text(usage.output) } })

const storyFlags = (usage: Usage) => (argv: Argv) =>
  argv
    .positional('words', words(usage.id))
    .options({ in: text(usage.in), only: text(usage.onlyTold) })

const queryFlags = (usage: Usage) => (argv: Argv) =>
  argv
    .positional('result', { type: 'string', describe: usage.result })
    .positional('sql', { type: 'string', describe: usage.sql })

const reproduceFlags = (usage: Usage) => (argv: Argv) =>
  argv
    .positional('result', { type: 'string', describe: usage.result })
    .options({ sample: text(usage.sample), jobs: { alias: 'j', ...text(usage.jobs) } })

const setting = (usage: Usage) =>
  ({
    alias: 's',
    type: 'string',
    array: true,
    nargs: 1,
    default: [] as string[],
    defaultDescription: '',
    describe: usage.set,
  }) as const

/** Flags that may be given several times. */
const LISTS = ['set', 'scenarios', 'files', 'results', 'words']

/** A flag given twice counts as last given; settings and names add up. */
function lastOfEach(flags: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(flags).map(([name, value]) => [
      name,
      Array.isArray(value) && !LISTS.includes(name) ? (value.at(-1) as unknown) : value,
    ]),
  )
}
