/**
 * The sentences of an answer, with the origin of every number in them.
 * @module
 */
import type { Moment } from '../answer/readings.ts'
import { comparisonOf, levelsOf } from '../results/summary-rows.ts'
import { messagesIn } from '../words/messages.ts'
import { changeNumbers, levelNumbers } from './numbers/change-numbers.ts'
import { createMarker } from './numbers/mark-numbers.ts'
import { tell, type Told } from './numbers/told.ts'
import type { Html } from './page/html.ts'
import type { ReportContext } from './report-figure.ts'

/** Sentences on a point, the most important first: on its changes, or on its levels. */
export function sentencesOf(context: ReportContext, point: string): Html[] {
  const { source, language } = context
  const wanted = source.manifest.design.replicates
  const words = messagesIn(language)
  const asked: (readonly [id: string, moment: Moment | undefined])[] = []
  const compared = comparisonOf(source.summary, point, wanted)
  if (compared) {
    const row: typeof compared.row = (id, moment) => {
      asked.push([id, moment])
      return compared.row(id, moment)
    }
    const sentences = words.comparison({ ...compared, row })
    const marker = createMarker(
      [
        ...pairCounts(context, point),
        ...asked.flatMap(([id, moment]) => changes(context, point, id, moment)),
      ],
      language,
    )
    return sentences.map((sentence) => marker.mark(sentence))
  }
  const levels = levelsOf(source.summary, point, wanted)
  const row: typeof levels.row = (id, moment) => {
    asked.push([id, moment])
    return levels.row(id, moment)
  }
  const sentences = words.levels({ ...levels, row })
  const marker = createMarker(
    asked.flatMap(([id]) => level(context, point, id)),
    language,
  )
  return sentences.map((sentence) => marker.mark(sentence))
}

function pairCounts({ source }: ReportContext, point: string): Told[] {
  const place = source.summary.pairs.findIndex((pair) => pair.point === point)
  const pair = source.summary.pairs[place]
  return pair === undefined ? [] : [tell('count', '', pair.pairs, `pairs.${place}.pairs`)]
}

function changes(
  { index }: ReportContext,
  point: string,
  id: string,
  moment: Moment | undefined,
): Told[] {
  const found = index.change(point, id, moment)
  if (found === undefined) return []
  const numbers = changeNumbers(found, index.metric(id)?.unit ?? '')
  const { relative, relativeRange, change, range, reform, baseline } = numbers
  return [relative, relativeRange, change, range, reform, baseline]
}

function level({ index }: ReportContext, point: string, id: string): Told[] {
  const found = index.level(point, id)
  return found ? [levelNumbers(found, index.metric(id)?.unit ?? '').mean] : []
}
