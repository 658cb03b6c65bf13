/**
 * What `calibrate` is asked for: flags, targets and scenario as the search takes them.
 * @module
 */
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { SimulationError, type Problem } from '../../engine/errors.ts'
import { monthAt } from '../../engine/time.ts'
import type { CalibrationOptions } from '../../analysis/calibration/run/calibrate.ts'
import { priorRanges } from '../../analysis/calibration/run/prior.ts'
import { columnsOf } from '../../analysis/measurement/index.ts'
import { monthsNeeded } from '../../scenarios/targets/months-needed.ts'
import { idSchema } from '../../scenarios/targets/read-target.ts'
import type { TargetFile } from '../../scenarios/targets/target.ts'
import { digest, readBasis } from '../basis.ts'
import { flagProblem, wholeNumber } from '../flags.ts'
import { resolveOne } from '../resolve.ts'
import { readLevers, readRules, readTables } from '../sources.ts'
import { CALIBRATE_DEFAULTS, type CalibrateFlags } from '../verb-flags.ts'
import { armsOf } from './arms.ts'
import { readTargets } from './read-targets.ts'

/** @throws SimulationError with the problems; nothing is run */
export function askedCalibration(flags: CalibrateFlags) {
  const problems: Problem[] = []
  const number = (name: string, given: string, least: number): number =>
    wholeNumber(`--${name}`, given, problems, least) ?? least
  const options: CalibrationOptions = {
    screen: number('screen', flags.screen, 200),
    rounds: number('rounds', flags.rounds, 0),
    batch: number('batch', flags.batch, 10),
    batchReplicates: number('batch-replicates', flags.batchReplicates, 1),
    members: number('members', flags.members, 2),
    replicates: number('replicates', flags.replicates, 2),
    truths: number('truths', flags.truths, 0),
    seed: flags.seed,
  }
  const threads = wholeNumber('--jobs', flags.jobs, problems) ?? availableParallelism()
  const ranges = priorRanges()
  problems.push(...overriddenProblems(flags, ranges.map(({ parameter }) => parameter))) // prettier-ignore
  const levers = readLevers()
  const scenario = resolveOne(flags.scenario, ['calibration=none', ...flags.set], levers)
  const { start } = scenario.run
  const { file, facts, institutions } = readTargets(flags.targets, scenario.run)
  const periods = monthsNeeded(file.targets, scenario.run)
  problems.push(...storyProblems(flags, file))
  if (flags.id !== undefined && !idSchema.safeParse(flags.id).success) {
    problems.push(flagProblem('--id', 'lower-case words joined by hyphens', flags.id))
  }
  if (problems.length > 0) throw new SimulationError(problems)
  const story = flags.story
  const bank = file.targets.find(({ id }) => id === story)?.members[0].subject
  const setup = {
    experiment: {
      seed: options.seed,
      start,
      periods,
      metrics: [],
      readings: columnsOf(file.targets, (group) => institutions.namesIn(group)),
      tables: readTables(),
      rules: readRules(),
      points: armsOf(scenario, bank, facts, levers),
    },
    targets: file.targets,
    parameters: ranges.map(({ parameter }) => parameter),
  }
  const id = flags.id ?? file.id.replace(/-targets$/, '')
  const basis = readBasis()
  const { points } = setup.experiment
  const fingerprint = digest(JSON.stringify([file, basis, options.seed, start, periods, points]))
  const SHORT = 8
  return {
    file,
    options,
    threads,
    ranges,
    setup,
    story,
    folder: join(flags.output, `calibration-${id}-${fingerprint.slice(0, SHORT)}`),
    document: {
      id,
      title: { en: `Fitted to: ${file.title.en}`, zh: `拟合：${file.title.zh}` },
      targets: file.id,
      scenario: scenario.id,
      data: monthAt(start, periods - 1),
      version: basis.version,
      command: commandOf(flags),
    },
  }
}

/** What makes the same file again: all that differs from what is done unless somebody says otherwise. */
function commandOf({ targets, set, story, id, ...flags }: CalibrateFlags): string {
  const differing = Object.entries(CALIBRATE_DEFAULTS).flatMap(([name, usual]) => {
    const value = flags[name as keyof typeof CALIBRATE_DEFAULTS]
    return value === usual ? [] : [[name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`), value]]
  })
  const named = Object.entries({ story, id }).filter(([, value]) => value !== undefined)
  const words = [...differing, ...set.map((one) => ['set', one]), ...named]
  return ['zhudai calibrate', targets, ...words.map(([name, value]) => `--${name} ${value}`)].join(
    ' ',
  )
}

/** What is fitted cannot be set, nor drawn from elsewhere: members would not be what runs draw. */
function overriddenProblems({ set }: CalibrateFlags, fitted: readonly string[]): Problem[] {
  const taken = set.filter((one) => fitted.includes(one.split('=')[0]))
  return taken.map((one) => flagProblem('--set', 'no parameter that is fitted', one))
}

function storyProblems({ story }: CalibrateFlags, { targets }: TargetFile): Problem[] {
  if (story === undefined) return []
  const found = targets.find(({ id }) => id === story)
  if (found?.members.length === 1 && found.members[0].subject?.startsWith('bank:')) return []
  const expected = 'the id of a target of one bank'
  return [{ code: 'USAGE', path: '--story', expected, got: story }]
}
