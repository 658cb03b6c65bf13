/**
 * Flags of every verb.
 * @module
 */
import type { Argv } from 'yargs'
import type { Usage } from '../analysis/words/usage.ts'

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
  regret: boolean
  better?: string
  mark?: string
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

export interface CalibrateFlags {
  targets: string
  scenario: string
  set: string[]
  screen: string
  rounds: string
  batch: string
  batchReplicates: string
  members: string
  replicates: string
  truths: string
  seed: string
  story?: string
  id?: string
  jobs?: string
  output: string
}

/** A flag's text options. */
const text = (describe: string) => ({ type: 'string', requiresArg: true, describe }) as const
const words = (describe: string) => ({ type: 'string', array: true, describe }) as const
const flag = (describe: string) => ({ type: 'boolean', default: false, describe }) as const

export const newFlags = (usage: Usage) => (argv: Argv) =>
  argv
    .positional('name', { type: 'string', describe: usage.newName })
    .options({ from: text(usage.from), output: { alias: 'o', ...text(usage.newOutput) } })

export const checkFlags = (usage: Usage) => (argv: Argv) =>
  argv
    .positional('files', words(usage.scenario))
    .options({ against: text(usage.against), set: setting(usage) })

export const runFlags = (usage: Usage) => (argv: Argv) =>
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

export const compareFlags = (usage: Usage) => (argv: Argv) =>
  argv.positional('results', words(usage.result)).options({
    points: text(usage.points),
    metrics: text(usage.metrics),
    variance: flag(usage.variance),
    regret: flag(usage.regret),
    better: text(usage.better),
    mark: text(usage.mark),
  })

export const reportFlags = (usage: Usage) => (argv: Argv) =>
  argv.positional('results', words(usage.result)).options({
    output: { alias: 'o', ...text(usage.reportOutput) },
    brief: flag(usage.brief),
    'figures-only': flag(usage.figuresOnly),
    format: text(usage.format),
    pdf: flag(usage.pdf),
  })

export const listFlags = (usage: Usage) => (argv: Argv) =>
  argv
    .positional('kind', { type: 'string', describe: usage.kind })
    .options({ output: { alias: 'o', default: 'results', ...text(usage.output) } })

export const storyFlags = (usage: Usage) => (argv: Argv) =>
  argv
    .positional('words', words(usage.id))
    .options({ in: text(usage.in), only: text(usage.onlyTold) })

export const queryFlags = (usage: Usage) => (argv: Argv) =>
  argv
    .positional('result', { type: 'string', describe: usage.result })
    .positional('sql', { type: 'string', describe: usage.sql })

export const reproduceFlags = (usage: Usage) => (argv: Argv) =>
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

export const verifyFlags = (usage: Usage) => (argv: Argv) =>
  argv.options({ full: flag(usage.full), page: flag(usage.page), only: text(usage.onlyEntry) })

export const scoreFlags = (usage: Usage) => (argv: Argv) =>
  argv.positional('subject', { type: 'string', describe: usage.scoreSubject }).options({
    targets: text(usage.targetFile),
    against: text(usage.against),
    set: setting(usage),
    replicates: { alias: 'r', ...text(usage.scoreReplicates) },
    seed: text(usage.seed),
    jobs: { alias: 'j', ...text(usage.jobs) },
    periods: text(usage.periods),
    figure: text(usage.figure),
  })

export const sensitivityFlags = (usage: Usage) => (argv: Argv) =>
  argv
    .positional('result', { type: 'string', describe: usage.result })
    .options({ metrics: text(usage.metrics) })

export const discoverFlags = (usage: Usage) => (argv: Argv) =>
  argv.positional('result', { type: 'string', describe: usage.result }).options({
    metric: text(usage.oneMetric),
    above: text(usage.above),
    below: text(usage.below),
    change: flag(usage.asChange),
    ratio: flag(usage.asRatio),
  })

/** What a calibration does unless somebody says otherwise. */
export const CALIBRATE_DEFAULTS = {
  scenario: 'notice-9',
  screen: '2000',
  rounds: '2',
  batch: '120',
  batchReplicates: '4',
  members: '40',
  replicates: '20',
  truths: '200',
  seed: 'calibration',
} as const satisfies Partial<CalibrateFlags>

export const calibrateFlags = (usage: Usage) => (argv: Argv) =>
  argv.positional('targets', { type: 'string', describe: usage.targets }).options({
    scenario: { default: CALIBRATE_DEFAULTS.scenario, ...text(usage.calibratedScenario) },
    set: setting(usage),
    screen: { default: CALIBRATE_DEFAULTS.screen, ...text(usage.screen) },
    rounds: { default: CALIBRATE_DEFAULTS.rounds, ...text(usage.rounds) },
    batch: { default: CALIBRATE_DEFAULTS.batch, ...text(usage.batch) },
    'batch-replicates': {
      default: CALIBRATE_DEFAULTS.batchReplicates,
      ...text(usage.batchReplicates),
    },
    members: { default: CALIBRATE_DEFAULTS.members, ...text(usage.members) },
    replicates: {
      alias: 'r',
      default: CALIBRATE_DEFAULTS.replicates,
      ...text(usage.memberReplicates),
    },
    truths: { default: CALIBRATE_DEFAULTS.truths, ...text(usage.truths) },
    seed: { default: CALIBRATE_DEFAULTS.seed, ...text(usage.seed) },
    story: text(usage.story),
    id: text(usage.calibrationId),
    jobs: { alias: 'j', ...text(usage.jobs) },
    output: { alias: 'o', default: 'results', ...text(usage.output) },
  })
