/**
 * 7. What the answer depends on: what was varied, what cannot be told apart, what stands on what.
 * @module
 */
import { parameterCatalogue } from '../../../agents/parameter-catalogue.ts'
import { formatLevel } from '../../words/numbers.ts'
import { messagesIn } from '../../words/messages.ts'
import { drawnParameters } from '../../sensitivity/swept-result.ts'
import { changeNumbers } from '../numbers/change-numbers.ts'
import { createMarker } from '../numbers/mark-numbers.ts'
import { tell, toldText } from '../numbers/told.ts'
import { element, type Child, type Html } from '../page/html.ts'
import { HEADLINES, known } from '../plots/metric-choice.ts'
import { parameterOf } from '../point-names.ts'
import type { ReportContext } from '../report-figure.ts'
import { dependenceParts } from './dependence.ts'
import { calibrationTables } from './calibration.ts'
import { figuresOf, list, paragraph, section, type SectionContext } from './section.ts'

export function assumptionsSection(context: SectionContext): Html {
  const { words } = context
  const { drawn, swept } = varied(context)
  return section(
    context,
    'assumptions',
    drawn + swept === 0 ? paragraph(words.assumptions.fixed) : undefined,
    swept > 0 ? paragraph(words.assumptions.swept(swept)) : undefined,
    drawn > 0 ? paragraph(words.assumptions.drawn(drawn)) : undefined,
    dependenceParts(context),
    calibrationTables(context),
    figuresOf(context, 'assumptions'),
    unclear(context),
    list(standing(context)),
  )
}

/** How many assumptions replicates drew, and how many were swept. */
function varied({ source, shape }: ReportContext): { drawn: number; swept: number } {
  const { plan } = source.resolved
  const drawn = new Set([
    ...plan.points.flatMap((point) => drawnParameters(point, plan.calibrations)),
    ...(source.dependence?.scenarios ?? []).flatMap(({ metrics }) =>
      metrics.flatMap(({ inputs }) =>
        inputs.filter(({ varies }) => varies === 'byReplicate').map(({ id }) => id),
      ),
    ),
  ])
  return { drawn: drawn.size, swept: shape.swept.filter((id) => parameterOf(id)).length }
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
