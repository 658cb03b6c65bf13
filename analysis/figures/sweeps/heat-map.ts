/**
 * A metric against two swept variables: a cell for every pair of settings, its number inside it.
 * Differences are blue below zero and vermilion above; levels go from light to dark blue.
 * @module
 */
import { formatChange, formatLevel } from '../../words/numbers.ts'
import type { Canvas } from '../canvas.ts'
import type { FigureMetric } from '../charts/difference-bands.ts'
import { emptyFigure } from '../charts/empty-figure.ts'
import { drawFigure } from '../draw.ts'
import { PAGE_WIDTH, say, type Figure, type FigureFrame, type Label } from '../figure.ts'
import { verdictOf, type Interval } from '../finding.ts'
import { BOLD, LABEL, LINE, PAD } from '../layout/sizes.ts'
import { textWidth, truncate, widest } from '../layout/text-width.ts'
import { ABOVE, BELOW, paint } from '../palette.ts'
import { figureWords } from '../words/figure-words.ts'

export interface HeatAxis {
  readonly name: Label
  /** Settings as people write them. */
  readonly settings: readonly Label[]
}

export interface HeatMap {
  readonly metric: FigureMetric
  readonly sort: 'level' | 'change'
  readonly across: HeatAxis
  readonly down: HeatAxis
  /** `cells[down][across]`. */
  readonly cells: readonly (readonly Interval[])[]
}

const ROW = 34
const WIDEST_CELL = 110
const WIDEST_NAME = 0.28
/** Colour never so strong that the number on it cannot be read. */
const STRONGEST = 0.55
const WEAKEST = 0.06

interface HeatCell {
  readonly x: number
  readonly y: number
  readonly estimate: Interval
  readonly text: string
  readonly sentence: string
}

export function heatMap(canvas: Canvas, shown: HeatMap, frame: FigureFrame): Figure {
  const { plot } = canvas
  const { metric, sort, across, down } = shown
  const { language } = frame
  const words = figureWords(language)
  const changes = sort === 'change'
  const label = say(metric.label, language)
  const [columnNames, rowNames] = [across, down].map(({ settings }) =>
    settings.map((setting) => say(setting, language)),
  )
  const [acrossName, downName] = [say(across.name, language), say(down.name, language)]
  const heads = words.columns
  const columns = [
    { label: downName },
    { label: acrossName },
    ...[heads.mean, heads.low, heads.high].map((one) => ({ label: one, unit: metric.unit, sort })),
  ]
  const plain = words.heat.subtitle(label, acrossName, downName)
  const cells = cellsOf(shown, frame, columnNames, rowNames)
  const known = cells.filter(({ estimate }) => Number.isFinite(estimate.mean))
  if (known.length === 0) return emptyFigure(canvas, frame, plain, columns)

  const unclear =
    changes && known.some(({ estimate }) => verdictOf(estimate) === 'notDistinguishable')
  const width = frame.width ?? PAGE_WIDTH
  const left =
    Math.min(
      width * WIDEST_NAME,
      Math.max(widest(rowNames, LABEL), BOLD * textWidth(downName, LABEL)),
    ) + PAD
  const cell = Math.min(WIDEST_CELL, (width - left) / columnNames.length)
  const top = 2 * LINE + PAD
  const means = known.map(({ estimate }) => estimate.mean)
  const [least, most] = [Math.min(...means), Math.max(...means)]
  const strength = (value: number) => {
    const share = changes
      ? Math.abs(value) / Math.max(Math.abs(least), Math.abs(most), Number.MIN_VALUE)
      : (value - least) / (most - least || 1)
    return WEAKEST + (STRONGEST - WEAKEST) * share
  }
  const extreme = known.reduce((a, b) =>
    Math.abs(b.estimate.mean) > Math.abs(a.estimate.mean) ? b : a,
  )
  const written = changes ? formatChange : formatLevel
  const fits =
    widest(
      known.map(({ text }) => text),
      LABEL,
    ) <=
    cell - 4
  const x = (i: number) => left + i * cell
  const y = (i: number) => top + i * ROW
  return drawFigure(canvas, frame, {
    kind: 'heat-map',
    title: words.heat.title(
      label,
      words.and([columnNames[extreme.x], rowNames[extreme.y]]),
      written(extreme.estimate.mean, metric.unit, language),
    ),
    subtitle: unclear ? `${plain}${words.space}${words.heat.unclear}` : plain,
    description: words.heat.description(
      label,
      known.map(({ sentence }) => sentence).join(words.semicolon),
    ),
    table: {
      columns,
      rows: cells.map((one) => [
        rowNames[one.y],
        columnNames[one.x],
        one.estimate.mean,
        one.estimate.low,
        one.estimate.high,
      ]),
    },
    height: top + rowNames.length * ROW + PAD,
    margins: { top: 0, right: 0, bottom: 0, left: 0 },
    x: { type: 'identity' },
    y: { type: 'identity' },
    attributes: {
      cells: known.map(({ estimate: { mean } }) => ({
        fill: paint(changes && mean > 0 ? ABOVE : BELOW),
        'fill-opacity': strength(mean).toFixed(3),
      })),
    },
    marks: [
      plot.rect(known, {
        x1: (one: HeatCell) => x(one.x) + 1,
        x2: (one: HeatCell) => x(one.x + 1) - 1,
        y1: (one: HeatCell) => y(one.y) + 1,
        y2: (one: HeatCell) => y(one.y + 1) - 1,
        title: 'sentence',
        className: 'cells',
      }),
      plot.text(fits ? known : [], {
        x: (one: HeatCell) => x(one.x + 1 / 2),
        y: (one: HeatCell) => y(one.y + 1 / 2),
        text: 'text',
        className: 'cell-value',
      }),
      plot.text(columnNames, {
        x: (_: string, i: number) => x(i + 1 / 2),
        y: top - PAD,
        text: (name: string) => truncate(name, cell - 4, LABEL),
        title: (name: string) => name,
        lineAnchor: 'bottom',
      }),
      plot.text(rowNames, {
        x: left - PAD,
        y: (_: string, i: number) => y(i + 1 / 2),
        text: (name: string) => truncate(name, left - PAD, LABEL),
        title: (name: string) => name,
        textAnchor: 'end',
      }),
      plot.text([acrossName], {
        x: left,
        y: LINE / 2,
        text: (name: string) => truncate(name, (width - left) / BOLD, LABEL),
        title: (name: string) => name,
        textAnchor: 'start',
        fontWeight: 600,
      }),
      plot.text([downName], {
        x: left - PAD,
        y: top - PAD,
        text: (name: string) => truncate(name, (left - PAD) / BOLD, LABEL),
        title: (name: string) => name,
        textAnchor: 'end',
        lineAnchor: 'bottom',
        fontWeight: 600,
      }),
    ],
  })
}

function cellsOf(
  { metric, sort, cells }: HeatMap,
  { language }: FigureFrame,
  columns: readonly string[],
  rows: readonly string[],
): HeatCell[] {
  const words = figureWords(language)
  const written = sort === 'change' ? formatChange : formatLevel
  return cells.flatMap((row, y) =>
    row.map((estimate, x) => {
      const value = written(estimate.mean, metric.unit, language)
      const unclear = sort === 'change' && verdictOf(estimate) === 'notDistinguishable'
      return {
        x,
        y,
        estimate,
        text: unclear ? words.bracketed(value) : value,
        sentence: words.heat.cell(columns[x], rows[y], value),
      }
    }),
  )
}
