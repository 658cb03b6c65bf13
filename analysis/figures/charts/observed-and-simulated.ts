/**
 * Observed against simulated, target by target on one scale: simulated minus observed in standard
 * deviations of the observation. The band is where 90% of what was observed would lie; dots are simulated
 * means with their 5 to 95% intervals, the model's above, a benchmark's below.
 * @module
 */
import type { Markish } from '@observablehq/plot'
import type { Target } from '../../../scenarios/targets/target.ts'
import type { TargetScore } from '../../score/score-target.ts'
import { formatLevel, formatLevelRange } from '../../words/numbers.ts'
import { scoreIn, scoreText } from '../../words/score.ts'
import type { Language } from '../../words/language.ts'
import type { Canvas, PlotLibrary } from '../canvas.ts'
import { drawFigure } from '../draw.ts'
import { PAGE_WIDTH, type Figure, type FigureFrame } from '../figure.ts'
import { LABEL, LINE, PAD } from '../layout/sizes.ts'
import { truncate, widest } from '../layout/text-width.ts'
import { FAINT } from '../marks/axes.ts'
import { whiskerMarks } from '../marks/whiskers.ts'
import { paint, type Role } from '../palette.ts'
import { emptyFigure } from './empty-figure.ts'

/** One target under the model and under a benchmark. */
export interface ScoredRow {
  readonly target: Target
  readonly model: TargetScore
  readonly other: TargetScore
}

const ROW = 34
/** From the middle of a row to the dots of either forecast. */
const APART = 6
const AXIS = 2 * LINE + 2 * PAD
const WIDEST_NAME = 0.42
/** 95% point of the standard normal: half of the observation's 90% band. */
const BAND = 1.645
/** What lies further out is drawn at the edge [sd]. */
const FURTHEST = 8
const TICKS = [-8, -6, -4, -2, 0, 2, 4, 6, 8]

interface Scale {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly place: (value: number) => number
}

export function observedAndSimulated(
  canvas: Canvas,
  rows: readonly ScoredRow[],
  frame: FigureFrame,
): Figure {
  const { language } = frame
  const words = scoreIn(language)
  const columns = words.columns.filter((_, i) => i < 5).map((label) => ({ label }))
  if (!rows.some(({ model }) => model.isScored)) return emptyFigure(canvas, frame, '', columns)
  const width = frame.width ?? PAGE_WIDTH
  const names = rows.map(({ target }) => target.title?.[language] ?? target.id)
  const values = rows.map((row) => valueText(row, language))
  const left = Math.min(width * WIDEST_NAME, widest(names, LABEL)) + 2 * PAD
  const right = width - widest(values, LABEL) - 2 * PAD
  const bottom = PAD + rows.length * ROW
  const half = (right - left) / 2
  const clipped = (value: number): number => Math.max(-FURTHEST, Math.min(FURTHEST, value))
  const place = (value: number): number => left + half + (clipped(value) / FURTHEST) * half
  const scale: Scale = { left, right, bottom, place }
  const sentences = rows.map((row, i) => `${names[i]}: ${valueText(row, language)}`)
  return drawFigure(canvas, frame, {
    kind: 'observed-and-simulated',
    title: '',
    subtitle: '',
    description: sentences.join('; '),
    table: {
      columns,
      units: rows.map(({ target }) => target.unit),
      rows: rows.map(({ target, model }, i) => [
        names[i],
        target.observed,
        target.sd,
        model.mean,
        formatLevelRange(model.low, model.high, target.unit, language),
      ]),
    },
    height: bottom + AXIS,
    margins: { top: 0, right: width - right, bottom: 0, left },
    x: { type: 'identity' },
    y: { type: 'identity' },
    marks: [
      ...scaleMarks(canvas.plot, scale, language),
      ...rows.flatMap((row, i) => rowMarks(canvas.plot, row, i, names[i], values[i], scale)),
    ],
  })
}

/** `14.2 / 14.5`: simulated mean, then what was observed. */
function valueText({ target, model }: ScoredRow, language: Language): string {
  const observed = formatLevel(target.observed, target.unit, language)
  return `${formatLevel(model.mean, target.unit, language)} / ${observed}`
}

function scaleMarks(
  plot: PlotLibrary,
  { left, right, bottom, place }: Scale,
  language: Language,
): Markish[] {
  const words = scoreIn(language)
  const line = { y1: PAD, y2: bottom, stroke: 'currentColor' }
  return [
    plot.rect([0], {
      x1: [place(-BAND)],
      x2: [place(BAND)],
      y1: [PAD],
      y2: [bottom],
      fill: paint('quiet'),
      fillOpacity: 0.3,
      className: 'band',
    }),
    plot.ruleX(TICKS.map(place), { ...line, strokeOpacity: FAINT }),
    plot.ruleX([place(0)], { ...line, strokeOpacity: 0.75, className: 'zero' }),
    plot.text(TICKS.map(tickText), {
      x: TICKS.map(place),
      y: bottom + PAD,
      lineAnchor: 'top',
      className: 'axis-x',
    }),
    plot.text([`${words.columns[3]} / ${words.columns[1]}`], {
      x: right + PAD,
      y: bottom + LINE + 2 * PAD,
      textAnchor: 'start',
      className: 'axis-x',
    }),
    ...legend(plot, 'reform', words.forecasts.model, left, bottom),
    ...legend(plot, 'baseline', words.forecasts.closedForm, (left + right) / 2, bottom),
  ]
}

function legend(plot: PlotLibrary, role: Role, text: string, x: number, bottom: number): Markish[] {
  const y = bottom + LINE + 2 * PAD
  const dot = { place: y, mean: x + PAD, low: x, high: x + 2 * PAD, role, title: text }
  return [
    ...whiskerMarks(plot, [dot], 'along'),
    plot.text([text], { x: [x + 3 * PAD], y: [y], textAnchor: 'start', className: 'legend' }),
  ]
}

/** Ticks at the edge stand for all beyond it. */
function tickText(tick: number): string {
  if (tick === 0) return '0'
  const text = scoreText(tick).replace('.00', '')
  if (tick === FURTHEST) return `≥ +${text}`
  if (tick === -FURTHEST) return `≤ ${text}`
  return tick > 0 ? `+${text}` : text
}

function rowMarks(
  plot: PlotLibrary,
  { target, model, other }: ScoredRow,
  row: number,
  name: string,
  value: string,
  { left, right, place }: Scale,
): Markish[] {
  const y = PAD + (row + 1 / 2) * ROW
  const fitted = truncate(name, left - 2 * PAD, LABEL)
  const whisker = (score: TargetScore, role: Role, at: number) => {
    const from = (x: number): number => place((x - target.observed) / target.sd)
    const { mean, low, high } = score
    return {
      place: at,
      mean: from(mean),
      low: from(low),
      high: from(high),
      role,
      title: `${name}: ${value}`,
    }
  }
  return [
    plot.text([fitted], {
      x: [left - PAD],
      y: [y],
      textAnchor: 'end',
      className: 'row-label',
      ...(fitted === name ? {} : { title: [name] }),
    }),
    plot.text([value], { x: [right + PAD], y: [y], textAnchor: 'start', className: 'row-value' }),
    ...(other.isScored ? whiskerMarks(plot, [whisker(other, 'baseline', y + APART)], 'along') : []),
    ...(model.isScored ? whiskerMarks(plot, [whisker(model, 'reform', y - APART)], 'along') : []),
  ]
}
