/**
 * The verbs of the command line; each loads its command when it is asked for.
 * @module
 */
import type { Argv } from 'yargs'
import { usageIn, type Usage } from '../analysis/words/usage.ts'
import type { DiscoverFlags } from './commands/discover.ts'
import type { ReportFlags } from './commands/report.ts'
import type { SensitivityFlags } from './commands/sensitivity.ts'
import type { ScoreFlags } from './score-subject.ts'
import type { VerifyFlags } from './commands/verify.ts'
import type { Session } from './session.ts'
import * as flags from './verb-flags.ts'
import type {
  CalibrateFlags,
  CheckFlags,
  CompareFlags,
  NewFlags,
  ReproduceFlags,
  RunFlags,
  StoryFlags,
} from './verb-flags.ts'

type Code = Promise<number | void> | number | void

/** One verb: how it is written, its flags, and what it does; what it returns is the exit code. */
interface Verb {
  readonly form: string
  readonly flags: (usage: Usage) => (argv: Argv) => Argv
  readonly run: (given: never, session: Session) => Code
}

const verb = <Flags>(
  form: string,
  flagsOf: Verb['flags'],
  run: (given: Flags, session: Session) => Code,
): Verb => ({ form, flags: flagsOf, run })

/** All verbs, in the order of the help. */
const verbs = {
  new: verb<NewFlags>('new <name>', flags.newFlags, async (given, session) =>
    (await import('./commands/new.ts')).newScenario(given, session),
  ),
  check: verb<CheckFlags>('check <files..>', flags.checkFlags, async (given, session) =>
    (await import('./commands/check.ts')).check(given, session),
  ),
  run: verb<RunFlags>('run <scenarios..>', flags.runFlags, async (given, session) =>
    (await import('./commands/run.ts')).run(given, session),
  ),
  compare: verb<CompareFlags>('compare <results..>', flags.compareFlags, async (given, session) =>
    (await import('./commands/compare.ts')).compare(given, session),
  ),
  report: verb<ReportFlags>('report <results..>', flags.reportFlags, async (given, session) =>
    (await import('./commands/report.ts')).report(given, session),
  ),
  list: verb<{ kind: string; output: string }>(
    'list <kind>',
    flags.listFlags,
    async ({ kind, output }, session) =>
      (await import('./commands/list.ts')).list(kind, output, session),
  ),
  explain: verb<StoryFlags & { words: string[] }>(
    'explain <words..>',
    flags.storyFlags,
    async ({ words, ...given }, session) => {
      if (words[0] === 'link') {
        return (await import('./stories.ts')).tellLink(words.slice(1), given, session)
      }
      return (await import('./commands/explain.ts')).explain(words.join(' '), session)
    },
  ),
  trace: verb<StoryFlags & { bank: string }>(
    'trace <bank>',
    flags.storyFlags,
    async ({ bank, ...given }, session) =>
      (await import('./stories.ts')).tellTrace(bank, given, session),
  ),
  query: verb<{ result: string; sql: string }>(
    'query <result> <sql>',
    flags.queryFlags,
    async ({ result, sql }, session) =>
      (await import('./commands/query.ts')).query(result, sql, session),
  ),
  sensitivity: verb<SensitivityFlags>(
    'sensitivity <result>',
    flags.sensitivityFlags,
    async (given, session) =>
      (await import('./commands/sensitivity.ts')).sensitivity(given, session),
  ),
  discover: verb<DiscoverFlags>('discover <result>', flags.discoverFlags, async (given, session) =>
    (await import('./commands/discover.ts')).discover(given, session),
  ),
  reproduce: verb<ReproduceFlags>(
    'reproduce <result>',
    flags.reproduceFlags,
    async (given, session) => (await import('./commands/reproduce.ts')).reproduce(given, session),
  ),
  calibrate: verb<CalibrateFlags>(
    'calibrate <targets>',
    flags.calibrateFlags,
    async (given, session) => (await import('./commands/calibrate.ts')).calibrate(given, session),
  ),
  score: verb<ScoreFlags>('score <subject>', flags.scoreFlags, async (given, session) =>
    (await import('./commands/score.ts')).score(given, session),
  ),
  verify: verb<VerifyFlags>('verify', flags.verifyFlags, async (given, session) =>
    (await import('./commands/verify.ts')).verify(given, session),
  ),
} satisfies Partial<Record<keyof Usage, Verb>>

/** Names of all verbs, in the order of the help. */
export const VERBS: readonly string[] = [...Object.keys(verbs), 'completion']

/** Adds every verb; what a command returns becomes the exit code. */
export function addVerbs(argv: Argv, session: Session, finish: (code: number) => void): Argv {
  const usage = usageIn(session.language)
  let parser = argv
  for (const [name, { form, flags: flagsOf, run }] of Object.entries(verbs)) {
    const describe = usage[name as keyof typeof verbs]
    parser = parser.command(form, describe, flagsOf(usage), async (given) => {
      finish((await run(lastOfEach(given) as never, session)) ?? 0)
    })
  }
  return parser
}

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
