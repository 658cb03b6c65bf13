/**
 * 7. What the answer depends on: what was varied, what cannot be told apart, what stands on what.
 * @module
 */
import { parameterCatalogue } from '../../../agents/parameter-catalogue.ts'
import { formatLevel } from '../../words/numbers.ts'
import { messagesIn } from '../../words/messages.ts'
import { changeNumbers } from '../numbers/change-numbers.ts'
import { createMarker } from '../numbers/mark-numbers.ts'
import { tell, toldText } from '../numbers/told.ts'
import { element, type Child, type Html } from '../page/html.ts'
import { HEADLINES, known } from '../plots/metric-choice.ts'
import type { ReportContext } from '../report-figure.ts'
import { figuresOf, list, paragraph, section, type SectionContext } from './section.ts'

export function assumptionsSection(context: SectionContext): Html {
  const { source, words } = context
  const drawn = new Set(
    source.resolved.plan.points.flatMap(({ uncertainties }) =>
      uncertainties.map(({ parameter }) => parameter),
    ),
  )
  return section(
    context,
    'assumptions',
    paragraph(drawn.size === 0 ? words.assumptions.fixed : words.assumptions.drawn(drawn.size)),
    figuresOf(context, 'assumptions'),
    unclear(context),
    list(standing(context)),
  )
}

/** Headline changes whose sign these pairs do not settle. */
function unclear(context: ReportContext): Child {
  const { shape, words } = context
  if (!shape.compared || shape.kind === 'sweep') return undefined
  const lines = shape.asked.flatMap((point) => unclearOf(context, point.id))
  if (lines.length === 0) return paragraph(words.assumptions.signSure)
  return [element('h3', {}, words.assumptions.noSign), list(lines)]
}

function unclearOf({ index, words, language }: ReportContext, point: string): Html[] {
  return known(index, HEADLINES).flatMap((metric) => {
    const found = index.change(point, metric)
    if (found?.entry.verdict !== 'notDistinguishable') return []
    const { needed } = changeNumbers(found, '')
    const n = tell('count', '', found.entry.n, `${found.path}.n`)
    const label = index.metric(metric)!.label[language]
    const text = Number.isNaN(needed.values[0])
      ? words.assumptions.neverTell(label, toldText(n, language))
      : words.assumptions.needed(label, toldText(n, language), toldText(needed, language))
    return [createMarker([n, needed], language).mark(text)]
  })
}

/** What the numbers of the market and of the model rest on. */
function standing({ source, words, language }: ReportContext): string[] {
  const { origins, guidance, unknown } = source.resolved.caveats
  const share = (value: number) => formatLevel(value, 'share', language)
  const count = (basis: string) => parameterCatalogue.filter((one) => one.class === basis).length
  const named = messagesIn(language).caveats({ guidance, unknown, origins, notes: [] })
  const about = (guidance.length > 0 ? 1 : 0) + (unknown.length > 0 ? 1 : 0)
  return [
    ...named.slice(0, about),
    words.assumptions.opening(share(origins.data), share(origins.derived), share(origins.imputed)),
    words.assumptions.numbers(
      parameterCatalogue.length,
      count('data'),
      count('literature'),
      count('assumed'),
    ),
  ]
}
