/**
 * Section 6: who holds the market and how partnerships lie, before and after.
 * @module
 */
import { listSizes } from '../../figures/charts/list-sizes.ts'
import { lorenzCurves } from '../../figures/charts/lorenz-curves.ts'
import { shareTransition } from '../../figures/charts/share-transition.ts'
import { stackedShares } from '../../figures/charts/stacked-shares.ts'
import { survivalCurves } from '../../figures/charts/survival-curves.ts'
import type { Text } from '../../metrics/metric.ts'
import { titleOf } from '../../results/summary-rows.ts'
import { formatMonth } from '../../words/numbers.ts'
import { reportWords } from '../../words/report/report-words.ts'
import {
  effectiveOf,
  frameOf,
  numbersOf,
  type PlotContext,
  type ReportFigure,
} from '../report-figure.ts'
import type { ReportLink } from '../report-source.ts'
import { balances, linkMonths, listLengths, nameOf, platformsIn } from './link-months.ts'
import { networkFigure } from './network-figure.ts'
import { drawnPoints } from './over-time.ts'

/** One side of a comparison: a scenario in the last month, or a month of one scenario. */
export interface Side {
  readonly name: Text
  readonly links: readonly ReportLink[]
}

const SURVIVAL = 'edgeSurvival'

export function shapeFigures(context: PlotContext): ReportFigure[] {
  if (context.shape.kind === 'sweep') return []
  const sides = sidesOf(context)
  if (sides.length === 0) return survival(context)
  return [
    ...networkFigure(context),
    ...lorenz(context, sides),
    ...lists(context, sides),
    ...transition(context, sides),
    ...shares(context),
    ...survival(context),
  ]
}

/** Scenarios in their last month; a single one in its first and last. */
export function sidesOf(context: PlotContext): Side[] {
  const { source, shape } = context
  const points = drawnPoints(context)
  if (points.length > 1) {
    return points.flatMap((point) => {
      const kept = linkMonths(source, point.id)
      const name = titleOf(source.summary, point.id)
      return kept ? [{ name, links: kept.of(kept.months[kept.months.length - 1]) }] : []
    })
  }
  const kept = linkMonths(source, shape.head.id)
  if (kept === undefined) return []
  const [first, last] = [kept.months[0], kept.months[kept.months.length - 1]]
  return [
    {
      name: inBoth((words, language) => words.shape.before(formatMonth(first, language))),
      links: kept.of(first),
    },
    {
      name: inBoth((words, language) => words.shape.after(formatMonth(last, language))),
      links: kept.of(last),
    },
  ]
}

function inBoth(
  say: (words: ReturnType<typeof reportWords>, language: 'en' | 'zh') => string,
): Text {
  return { en: say(reportWords('en'), 'en'), zh: say(reportWords('zh'), 'zh') }
}

const balancesOfPlatforms = inBoth((words) => words.shape.balances)
/** None of their numbers is in the summary: they are of one replicate. */
const ofReplicate = (): undefined => undefined

function lorenz(context: PlotContext, sides: readonly Side[]): ReportFigure[] {
  const platforms = platformsIn(...sides.map(({ links }) => links))
  const figure = lorenzCurves(
    context.canvas,
    {
      what: balancesOfPlatforms,
      groups: sides.map(({ name, links }) => ({ name, amounts: balances(links, platforms) })),
    },
    frameOf(context, 'lorenz', { first: true }),
  )
  return [{ name: 'lorenz', section: 'shape', figure, path: ofReplicate }]
}

function lists(context: PlotContext, sides: readonly Side[]): ReportFigure[] {
  const figure = listSizes(
    context.canvas,
    { groups: sides.map(({ name, links }) => ({ name, sizes: listLengths(links) })) },
    frameOf(context, 'list-sizes', { first: true }),
  )
  return [{ name: 'list-sizes', section: 'shape', figure, path: ofReplicate }]
}

function transition(context: PlotContext, sides: readonly Side[]): ReportFigure[] {
  const [from, to] = sides
  if (to === undefined) return []
  const platforms = platformsIn(from.links, to.links)
  const [before, after] = [from, to].map(({ links }) => balances(links, platforms))
  const figure = shareTransition(
    context.canvas,
    {
      what: balancesOfPlatforms,
      from: from.name,
      to: to.name,
      moves: platforms.map((platform, i) => ({
        name: nameOf(context.source, platform),
        before: before[i],
        after: after[i],
      })),
    },
    frameOf(context, 'transition', { first: true }),
  )
  return [{ name: 'transition', section: 'shape', figure, path: ofReplicate }]
}

/** Balances of the platforms of the scenario asked about, month by month. */
function shares(context: PlotContext): ReportFigure[] {
  const { source, shape, canvas } = context
  const kept = linkMonths(source, shape.head.id)
  if (kept === undefined || kept.months.length < 2) return []
  const platforms = platformsIn(...kept.months.map((month) => kept.of(month)))
  const rows = kept.months.map((month) => balances(kept.of(month), platforms))
  const effective = effectiveOf(context, shape.head.id)
  const figure = stackedShares(
    canvas,
    {
      what: balancesOfPlatforms,
      months: kept.months,
      series: platforms.map((platform, i) => ({
        name: nameOf(source, platform),
        amounts: rows.map((row) => row[i]),
      })),
      ...(effective === undefined ? {} : { effective }),
    },
    frameOf(context, 'shares', { first: true }),
  )
  return [{ name: 'shares', section: 'shape', figure, path: ofReplicate }]
}

function survival(context: PlotContext): ReportFigure[] {
  const { index, source, canvas } = context
  const drawn = drawnPoints(context).flatMap((point) => {
    const found = index.series(point.id, SURVIVAL)
    if (!found) return []
    return [{ name: titleOf(source.summary, point.id), found }]
  })
  if (drawn.length === 0) return []
  const figure = survivalCurves(
    canvas,
    {
      series: drawn.map(({ name, found }) => ({ name, alive: numbersOf(found.entry.level.mean) })),
    },
    frameOf(context, 'survival'),
  )
  const path = (row: number, column: number): string | undefined =>
    column === 0 ? undefined : `${drawn[column - 1].found.path}.level.mean.${row}`
  return [{ name: 'survival', section: 'shape', figure, path }]
}
