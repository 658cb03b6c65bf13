/**
 * Stories told of a result: a replicate is run again, with its reasons.
 * @module
 */
import { SimulationError, type Problem } from '../engine/errors.ts'
import { prepareExperiment } from '../analysis/experiment/experiment.ts'
import { wholeNumber } from './flags.ts'
import { usageProblem } from './problems.ts'
import type { Session } from './session.ts'
import { experimentIn, firstComparison, namedPoint } from './stored-experiment.ts'
import type { StoryFlags } from './verb-flags.ts'

/** `zhudai trace <bank> --in <result>`. */
export async function tellTrace(bank: string, flags: StoryFlags, session: Session): Promise<void> {
  const replicate = replicateOf(flags)
  const stored = await experimentIn(flags.in)
  const { reform, baseline } = firstComparison(stored)
  if (baseline === undefined) {
    throw usageProblem('a result of a comparison (run … --against …)', stored.result.name)
  }
  const { trace } = await import('./commands/trace.ts')
  const wish = {
    bank,
    baseline: namedPoint(stored, baseline),
    reform: namedPoint(stored, reform),
    replicate,
  }
  trace(prepareExperiment(stored.setup), wish, session)
}

/** `zhudai explain link <bank> <platform> --in <result>`. */
export async function tellLink(
  pair: readonly string[],
  flags: StoryFlags,
  session: Session,
): Promise<void> {
  if (pair.length !== 2) {
    throw usageProblem('explain link <bank> <platform> --in <result>', pair.join(' ') || 'no names')
  }
  const replicate = replicateOf(flags)
  const stored = await experimentIn(flags.in)
  const { reform, baseline } = firstComparison(stored)
  const { explainLink } = await import('./commands/explain-link.ts')
  const wish = {
    bank: pair[0],
    platform: pair[1],
    point: namedPoint(stored, reform),
    ...(baseline === undefined ? {} : { baseline: namedPoint(stored, baseline) }),
    replicate,
  }
  explainLink(prepareExperiment(stored.setup), wish, session)
}

function replicateOf({ only }: StoryFlags): number {
  const problems: Problem[] = []
  const replicate = wholeNumber('--only', only, problems, 0)
  if (problems.length > 0) throw new SimulationError(problems)
  return replicate ?? 0
}
