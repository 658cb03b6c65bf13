/**
 * Writes pictures of a score: one SVG per design point.
 * @module
 */
import { writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import { observedAndSimulated } from '../analysis/figures/charts/observed-and-simulated.ts'
import { openCanvas, standaloneSvg } from '../analysis/figures/index.ts'
import type { PointScore } from '../analysis/score/score-points.ts'
import type { Language } from '../analysis/words/language.ts'
import { scoreIn } from '../analysis/words/score.ts'
import type { ScoreSubject } from './score-subject.ts'

/** @returns paths of the files: the one asked for, numbered where there are several points */
export async function writeScoreFigures(
  path: string,
  { file, points }: ScoreSubject,
  scores: readonly PointScore[],
  language: Language,
): Promise<string[]> {
  const canvas = await openCanvas()
  const words = scoreIn(language)
  const ending = extname(path)
  const stem = path.slice(0, path.length - ending.length)
  return points.map((point, p) => {
    const { replicates, targets, file: means } = scores[p]
    const { targets: counted, inside } = means.model
    const name = [point.title[language], point.values].filter((part) => part !== '').join(' · ')
    const figure = observedAndSimulated(
      canvas,
      file.targets.map((target, i) => ({
        target,
        model: targets.model[i],
        other: targets.closedForm[i],
      })),
      {
        id: `score-${p}`,
        language,
        title: words.figureTitle(Math.round(inside * counted) || 0, counted),
        subtitle: `${words.heading(file.title[language], name)}; ${words.figureSubtitle(replicates)}`,
        source: '',
      },
    )
    const written = points.length === 1 ? path : `${stem}-${p + 1}${ending}`
    writeFileSync(written, standaloneSvg(figure))
    return written
  })
}
