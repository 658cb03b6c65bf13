/**
 * Section 5: the same metric by tier of platform, kind of bank, segment of borrower.
 * @module
 */
import { levelBands } from '../../figures/charts/level-bands.ts'
import { smallMultiples } from '../../figures/charts/small-multiples.ts'
import {
  effectiveOf,
  frameOf,
  pairsOf,
  type PlotContext,
  type ReportFigure,
} from '../report-figure.ts'
import { dotsOf } from './headline-dots.ts'
import { families, type Family } from './metric-choice.ts'
import { bandsOf, monthsOf } from './over-time.ts'

/** Families drawn month by month; the others as dots. */
const BY_MONTH: readonly Family['id'][] = ['partnerships', 'borrowers']
const DRAWN: readonly Family['id'][] = ['partnerships', 'exits', 'borrowers']

export function groupFigures(context: PlotContext): ReportFigure[] {
  const { kind } = context.shape
  if (kind === 'sweep') return []
  return families
    .filter(({ id }) => DRAWN.includes(id))
    .flatMap((family) => {
      const byMonth = BY_MONTH.includes(family.id)
      if (kind === 'pair' && byMonth) return multiples(context, family)
      if (kind === 'single' && byMonth) return levels(context, family)
      return dots(context, family)
    })
}

function dots(context: PlotContext, family: Family): ReportFigure[] {
  const about = context.words.groups[family.id]
  return dotsOf(context, `groups-${family.id}`, 'groups', family.members, about)
}

const BANDS = ['q05', 'q25', 'median', 'q75', 'q95'] as const

function multiples(context: PlotContext, family: Family): ReportFigure[] {
  const { index, shape, canvas } = context
  const whole = index.metric(family.whole ?? '')
  const panels = family.members.flatMap(({ metric, label }) => {
    const found = index.series(shape.head.id, metric)
    const change = found?.entry.change
    return found && change ? [{ name: label, change: bandsOf(change), path: found.path }] : []
  })
  if (panels.length === 0 || whole === undefined) return dots(context, family)
  const effective = effectiveOf(context, shape.head.id)
  const months = monthsOf(context)
  const name = `groups-${family.id}`
  const figure = smallMultiples(
    canvas,
    {
      metric: whole,
      months,
      panels,
      pairs: pairsOf(context, shape.head.id),
      ...(effective === undefined ? {} : { effective }),
    },
    frameOf(context, name),
  )
  const path = (row: number, column: number): string | undefined => {
    if (column < 2) return undefined
    const panel = panels[Math.floor(row / months.length)]
    return `${panel.path}.change.${BANDS[column - 2]}.${row % months.length}`
  }
  return [{ name, section: 'groups', figure, path }]
}

const LEVELS = ['q05', 'median', 'q95'] as const

function levels(context: PlotContext, family: Family): ReportFigure[] {
  const { index, shape, canvas } = context
  const whole = index.metric(family.whole ?? '')
  const members = family.members.flatMap(({ metric, label }) => {
    const found = index.series(shape.head.id, metric)
    return found ? [{ label, found }] : []
  })
  if (members.length === 0 || whole === undefined) return dots(context, family)
  const name = `groups-${family.id}`
  const figure = levelBands(
    canvas,
    {
      metric: whole,
      months: monthsOf(context),
      series: members.map(({ label, found }) => ({ name: label, ...bandsOf(found.entry.level) })),
      replicates: shape.head.done,
    },
    frameOf(context, name),
  )
  const path = (row: number, column: number): string | undefined => {
    if (column === 0) return undefined
    const { found } = members[Math.floor((column - 1) / LEVELS.length)]
    return `${found.path}.level.${LEVELS[(column - 1) % LEVELS.length]}.${row}`
  }
  return [{ name, section: 'groups', figure, path }]
}
