/**
 * The answer of a result as JSON: numbers as numbers, with their unit beside them.
 * @module
 */
import type { ChangedRule } from '../analysis/answer/resolved-document.ts'
import type { Manifest } from '../analysis/results/manifest.ts'
import { comparisonOf, levelsOf, titleOf } from '../analysis/results/summary-rows.ts'
import type { Summary, SummaryPoint } from '../analysis/results/summary.ts'
import type { Language } from '../analysis/words/language.ts'
import { messagesIn } from '../analysis/words/messages.ts'
import type { Told } from './print-answer.ts'

/** What a result says besides its numbers. */
export interface AnswerContext {
  readonly manifest: Manifest
  readonly changes: readonly ChangedRule[]
  /** Its folder; null where nothing was kept. */
  readonly path: string | null
}

export function answerJson(
  told: Told,
  { manifest, changes, path }: AnswerContext,
  language: Language,
): object {
  const { summary, wanted, caveats, set } = told
  const { version } = manifest.model
  return {
    schema: 'run/2',
    version,
    result: path,
    fingerprint: manifest.scenario.fingerprint,
    question: summary.question,
    seed: summary.seed,
    start: summary.start,
    periods: summary.periods,
    wanted,
    set,
    baseline: summary.baseline,
    reforms: summary.reforms,
    failed: summary.points.reduce((sum, point) => sum + point.failed, 0),
    rules: changes,
    metrics: summary.metrics,
    points: summary.points
      .filter(({ role }) => role === 'reform')
      .map((point) => pointJson(summary, point, wanted, language)),
    best: summary.best,
    caveats,
  }
}

function pointJson(summary: Summary, point: SummaryPoint, wanted: number, language: Language) {
  const words = messagesIn(language)
  const compared = comparisonOf(summary, point.id, wanted)
  const ofPoint = (one: { readonly point: string }) => one.point === point.id
  return {
    ...point,
    title: titleOf(summary, point.id),
    ...(summary.pairs.find(ofPoint) ?? {}),
    sentences: compared
      ? words.comparison(compared)
      : words.levels(levelsOf(summary, point.id, wanted)),
    ...(compared
      ? { changes: summary.changes.filter(ofPoint) }
      : { levels: summary.levels.filter(ofPoint) }),
  }
}
