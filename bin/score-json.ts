/**
 * A score as programs read it.
 * @module
 */
import { BENCHMARKS } from '../analysis/score/benchmarks/benchmark.ts'
import { FORECASTS } from '../analysis/score/forecasts.ts'
import type { PointScore } from '../analysis/score/score-points.ts'
import type { TargetScore } from '../analysis/score/score-target.ts'
import { verdictOf } from '../analysis/score/skill.ts'
import { known } from '../analysis/results/summary.ts'
import { columnName } from '../analysis/measurement/index.ts'
import type { Target } from '../scenarios/targets/target.ts'
import type { ScoreSubject } from './score-subject.ts'

/** Schema `score/1`; scores are in standard deviations of the observation, smaller is better. */
export function scoreJson(subject: ScoreSubject, scores: readonly PointScore[]): object {
  const { file, setup, points, replicates, result } = subject
  return {
    schema: 'score/1',
    targets: { id: file.id, title: file.title, count: file.targets.length },
    result: result ?? null,
    seed: setup.seed,
    start: setup.start,
    periods: setup.periods,
    replicates,
    points: points.map((point, p) => ({ ...point, ...pointJson(file.targets, scores[p]) })),
  }
}

function pointJson(targets: readonly Target[], score: PointScore): object {
  return {
    replicates: score.replicates,
    targets: targets.map((target, i) => ({
      ...targetJson(target),
      forecasts: Object.fromEntries(
        FORECASTS.map((forecast) => [forecast, scoreOf(score.targets[forecast][i])]),
      ),
    })),
    forecasts: FORECASTS.map((id) => {
      const { targets: counted, crps, interval, inside } = score.file[id]
      const means = { crps: known(crps), interval: known(interval), inside: known(inside) }
      return { id, targets: counted, ...means }
    }),
    skills: BENCHMARKS.map((benchmark) => {
      const skill = score.skill[benchmark]
      return {
        benchmark,
        targets: skill.targets,
        model: known(skill.forecast),
        score: known(skill.benchmark),
        skill: known(skill.skill),
        low: known(skill.low),
        high: known(skill.high),
        modelBetter: skill.better,
        verdict: verdictOf(skill),
      }
    }),
  }
}

function targetJson(target: Target): object {
  const { id, title, members, as, unit, observed, sd, weight, confidence, source } = target
  return {
    id,
    title: title ?? null,
    of: members.map((member) => columnName(member)),
    as,
    unit,
    observed,
    sd,
    weight,
    confidence: confidence ?? null,
    source: source ?? null,
  }
}

function scoreOf(score: TargetScore): object {
  const { replicates, defined, isScored, mean, low, high, inside, crps, interval } = score
  return {
    replicates,
    defined,
    scored: isScored,
    mean: known(mean),
    low: known(low),
    high: known(high),
    inside,
    crps: known(crps),
    interval: known(interval),
  }
}
