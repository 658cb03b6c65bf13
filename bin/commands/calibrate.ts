/**
 * `zhudai calibrate`: fits the estimated parameters to a target file; resumes where it was stopped.
 * @module
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parameterCatalogue } from '../../agents/parameter-catalogue.ts'
import {
  calibrate as fitTargets,
  type CalibrationResult,
} from '../../analysis/calibration/run/calibrate.ts'
import { calibrationDocument, keptMembers } from '../../analysis/calibration/run/document.ts'
import type { Evaluate } from '../../analysis/calibration/run/case.ts'
import { tellStory, type ToldStory } from '../../analysis/calibration/run/stories.ts'
import { openCaseLog } from '../../analysis/results/case-log.ts'
import type { PointScore } from '../../analysis/score/score-points.ts'
import { calibrationIn } from '../../analysis/words/calibration.ts'
import { LANGUAGES } from '../../analysis/words/language.ts'
import { loadCalibration } from '../../scenarios/calibrations/read-calibration.ts'
import type { Target } from '../../scenarios/targets/target.ts'
import { askedCalibration } from '../calibration/asked.ts'
import { createEvaluator, Interrupted } from '../calibration/evaluate.ts'
import { printCalibration } from '../calibration/print.ts'
import { listenForInterrupt } from '../interrupt.ts'
import { runScores } from '../run-scores.ts'
import { scoreSubject } from '../score-subject.ts'
import type { Session } from '../session.ts'
import { EXIT } from '../terminal.ts'
import type { CalibrateFlags } from '../verb-flags.ts'

/** Replicates of every arm of a story, by member. */
const STORY_REPLICATES = 4

/** Fits, keeps and prints; returns the exit code. */
export async function calibrate(flags: CalibrateFlags, session: Session): Promise<number> {
  const asked = askedCalibration(flags)
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
    const write = (scores?: PointScore): string => {
      const text = calibrationDocument(result, ranges, options, asked.document, told, scores)
      writeFileSync(path, text)
      return text
    }
    write()
    const scores = await scoresOf(path, flags, session)
    if (scores === undefined) throw new Interrupted()
    const text = write(scores)
    if (session.json) {
      const answer = {
        schema: 'calibrate/2',
        path,
        calibration: loadCalibration(text, path, parameterCatalogue),
      }
      session.terminal.answer(JSON.stringify(answer, null, 2))
    } else {
      const { replicates } = options
      printCalibration(
        { file: asked.file, result, ranges, replicates, path, story: told, scores },
        session,
      )
    }
    return EXIT.done
  } catch (thrown) {
    if (!(thrown instanceof Interrupted)) throw thrown
    session.terminal.note(calibrationIn(session.language).interrupted(folder))
    return EXIT.interrupted
  } finally {
    interruption.stopListening()
  }
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
  const { scores, aborted, done, failures } = await runScores(subject, session)
  if (aborted) return undefined
  if (failures.length > 0) {
    const [{ failure }] = failures
    const first = `${failure.code}: ${failure.message}`
    session.terminal.note(calibrationIn(session.language).failed(failures.length, done, first))
  }
  const { writeScoreFigures } = await import('../score-figure.ts')
  for (const language of LANGUAGES) {
    const figure = join(dirname(path), `score-${language}.svg`)
    await writeScoreFigures(figure, subject, scores, language)
  }
  return scores[0]
}
