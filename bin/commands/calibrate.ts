/**
 * `zhudai calibrate`: fits the estimated parameters to a target file; resumes where it was stopped.
 * @module
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { monthAt } from '../../engine/time.ts'
import { SimulationError, type Problem } from '../../engine/errors.ts'
import {
  calibrate as fitTargets,
  type CalibrationOptions,
  type CalibrationResult,
} from '../../analysis/calibration/run/calibrate.ts'
import { calibrationDocument, keptMembers } from '../../analysis/calibration/run/document.ts'
import { priorRanges } from '../../analysis/calibration/run/prior.ts'
import type { Evaluate } from '../../analysis/calibration/run/case.ts'
import { tellStory, type ToldStory } from '../../analysis/calibration/run/stories.ts'
import type { PointScore } from '../../analysis/score/score-points.ts'
import { calibrationIn } from '../../analysis/words/calibration.ts'
import { LANGUAGES } from '../../analysis/words/language.ts'
import { columnsOf } from '../../analysis/measurement/index.ts'
import { openCaseLog } from '../../analysis/results/case-log.ts'
import type { Target, TargetFile } from '../../scenarios/targets/target.ts'
import { digest, readBasis } from '../basis.ts'
import { idSchema } from '../../scenarios/targets/read-target.ts'
import { monthsNeeded } from '../../scenarios/targets/months-needed.ts'
import { armsOf } from '../calibration/arms.ts'
import { createEvaluator, Interrupted } from '../calibration/evaluate.ts'
import { printCalibration } from '../calibration/print.ts'
import { readTargets } from '../calibration/read-targets.ts'
import { runScores } from '../run-scores.ts'
import { scoreSubject } from '../score-subject.ts'
import { flagProblem, wholeNumber } from '../flags.ts'
import { listenForInterrupt } from '../interrupt.ts'
import { resolveOne } from '../resolve.ts'
import type { Session } from '../session.ts'
import { readLevers, readRules, readTables } from '../sources.ts'
import { EXIT } from '../terminal.ts'
import { CALIBRATE_DEFAULTS, type CalibrateFlags } from '../verb-flags.ts'

/** Replicates of every arm of a story, by member. */
const STORY_REPLICATES = 4

/** Fits, keeps and prints; returns the exit code. */
export async function calibrate(flags: CalibrateFlags, session: Session): Promise<number> {
  const asked = readAsked(flags)
  const { options, threads, setup, folder, ranges, story } = asked
  mkdirSync(folder, { recursive: true })
  const interruption = listenForInterrupt()
  const evaluate = createEvaluator(
    {
      setup,
      log: openCaseLog(join(folder, 'cases.jsonl')),
      threads,
      signal: interruption.signal,
    },
    session,
  )
  try {
    const result = await fitTargets(setup.targets, ranges, options, evaluate)
    const told =
      story === undefined ? undefined : await storyOf(story, setup.targets, result, evaluate)
    const path = join(folder, 'calibration.yaml')
    const write = (scores?: PointScore): void =>
      writeFileSync(
        path,
        calibrationDocument(result, ranges, options, asked.document, told, scores),
      )
    write()
    const scores = await scoresOf(path, flags, session)
    if (scores === undefined) throw new Interrupted()
    write(scores)
    const { replicates } = options
    printCalibration(
      { file: asked.file, result, ranges, replicates, path, story: told, scores },
      session,
    )
    return EXIT.done
  } catch (thrown) {
    if (!(thrown instanceof Interrupted)) throw thrown
    session.terminal.note(calibrationIn(session.language).interrupted(folder))
    return EXIT.interrupted
  } finally {
    interruption.stopListening()
  }
}

/** Everything the flags ask for; all problems at once, nothing run. */
function readAsked(flags: CalibrateFlags) {
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

async function storyOf(
  story: string,
  targets: readonly Target[],
  result: CalibrationResult,
  evaluate: Evaluate,
): Promise<ToldStory> {
  const place = targets.findIndex(({ id }) => id === story)
  const target = targets[place]
  const members = keptMembers(result.members)
  return { target, told: await tellStory(members, place, target, STORY_REPLICATES, evaluate) }
}

/** The set as just written beside the benchmarks, with a picture; undefined when interrupted. */
async function scoresOf(
  path: string,
  { targets, scenario, set, jobs }: CalibrateFlags,
  session: Session,
): Promise<PointScore | undefined> {
  if (!session.terminal.quiet) session.terminal.note(calibrationIn(session.language).benchmarks)
  const subject = await scoreSubject({
    subject: scenario,
    targets,
    set: [...set, `calibration=${path}`],
    ...(jobs === undefined ? {} : { jobs }),
  })
  const { scores, aborted } = await runScores(subject, session)
  if (aborted) return undefined
  const { writeScoreFigures } = await import('../score-figure.ts')
  for (const language of LANGUAGES) {
    const figure = join(dirname(path), `score-${language}.svg`)
    await writeScoreFigures(figure, subject, scores, language)
  }
  return scores[0]
}
