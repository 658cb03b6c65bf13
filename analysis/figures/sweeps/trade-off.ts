/**
 * What a rule costs: the more inputs it restricts, the more of its cases are of the kind looked for, and
 * the fewer of all such cases it holds.
 * @module
 */
import { formatLevel } from '../../words/numbers.ts'
import type { Canvas } from '../canvas.ts'
import { emptyFigure } from '../charts/empty-figure.ts'
import { drawFigure } from '../draw.ts'
import { PAGE_WIDTH, say, type Figure, type FigureFrame, type Label } from '../figure.ts'
import { placeLabels } from '../layout/place-labels.ts'
import { planeOf } from '../layout/plane.ts'
import { LABEL, LINE, PAD } from '../layout/sizes.ts'
import { textWidth, truncate } from '../layout/text-width.ts'
import { halo } from '../marks/axes.ts'
import { dotStyle } from '../marks/whiskers.ts'
import { paint } from '../palette.ts'
import { figureWords } from '../words/figure-words.ts'

export interface TradeOffPoint {
  /** How many inputs are restricted. */
  readonly restricted: number
  readonly coverage: number
  readonly density: number
  readonly cases: number
}

export interface TradeOff {
  readonly outcome: Label
  /** Boxes on the way, the one of all cases first. */
  readonly path: readonly Pick<TradeOffPoint, 'coverage' | 'density'>[]
  /** The best for each number of inputs. */
  readonly turningPoints: readonly TradeOffPoint[]
  /** What was taken. */
  readonly chosen: TradeOffPoint
}

const HEIGHT = 320
const TICKS = [0, 0.25, 0.5, 0.75, 1]

export function tradeOff(canvas: Canvas, shown: TradeOff, frame: FigureFrame): Figure {
  const { plot } = canvas
  const { language } = frame
  const { path, turningPoints, chosen } = shown
  const words = figureWords(language)
  const { limits } = words
  const outcome = say(shown.outcome, language)
  const subtitle = limits.tradeOffSubtitle(outcome)
  const columns = [
    { label: limits.columns.restricted },
    { label: limits.columns.coverage, unit: 'share' },
    { label: limits.columns.density, unit: 'share' },
    { label: limits.columns.cases, unit: 'count' },
  ]
  if (turningPoints.length === 0) return emptyFigure(canvas, frame, subtitle, columns)

  const width = frame.width ?? PAGE_WIDTH
  const percent = (share: number) => formatLevel(share, 'share', language)
  const tick = (share: number) => `${share * 100}%`
  const margins = {
    top: 2 * LINE + PAD,
    right: 4 * PAD,
    bottom: 3 * LINE,
    left: textWidth('100%', LABEL) + 2 * PAD,
  }
  const plane = planeOf(width, HEIGHT, margins, [0, 1], [0, 1])
  const points = [
    { ...chosen, name: limits.chosen },
    ...turningPoints.map((one) => ({ ...one, name: limits.inputs(one.restricted) })),
  ]
  const spots = points.map(({ coverage, density, name }) => ({
    x: plane.x(coverage),
    y: plane.y(density),
    text: truncate(name, width / 4, LABEL),
  }))
  const sentences = points.map(({ name, coverage, density }) =>
    limits.point(name, percent(coverage), percent(density)),
  )
  const axis = { tickSize: 0, tickPadding: PAD, label: null } as const
  return drawFigure(canvas, frame, {
    kind: 'trade-off',
    title: limits.tradeOffTitle(percent(chosen.density), percent(chosen.coverage)),
    subtitle,
    description: limits.tradeOffDescription(outcome, sentences.join(words.semicolon)),
    table: {
      columns,
      rows: points.map(({ name, coverage, density, cases }) => [name, coverage, density, cases]),
    },
    height: HEIGHT,
    margins,
    x: { domain: [0, 1] },
    y: { domain: [0, 1] },
    marks: [
      plot.ruleY(TICKS, { stroke: 'currentColor', strokeOpacity: 0.14 }),
      plot.ruleX(TICKS, { stroke: 'currentColor', strokeOpacity: 0.14 }),
      plot.axisY(TICKS, { ...axis, tickFormat: tick, className: 'axis-y' }),
      plot.axisX(TICKS, { ...axis, tickFormat: tick, className: 'axis-x' }),
      plot.text([limits.columns.density], {
        frameAnchor: 'top-left',
        dx: -margins.left,
        dy: -LINE,
        textAnchor: 'start',
        lineAnchor: 'bottom',
        className: 'unit',
      }),
      plot.text([limits.columns.coverage], {
        frameAnchor: 'bottom-right',
        dy: 2 * LINE + PAD,
        textAnchor: 'end',
        lineAnchor: 'bottom',
        className: 'unit',
      }),
      plot.line(path, {
        x: 'coverage',
        y: 'density',
        stroke: paint('quiet'),
        strokeWidth: 2,
        className: 'path',
      }),
      ...points.map((one, i) =>
        plot.dot([one], {
          x: ['coverage'].map(() => one.coverage),
          y: ['density'].map(() => one.density),
          title: [sentences[i]],
          ...dotStyle(i === 0 ? 'fourth' : 'reform', i > 0),
        }),
      ),
      ...placeLabels(spots, plane).map((label) =>
        plot.text([spots[label.index].text], {
          x: [plane.valueAtX(label.x)],
          y: [plane.valueAtY(label.y)],
          textAnchor: label.textAnchor,
          fontWeight: label.index === 0 ? 600 : 400,
          fill: 'currentColor',
          className: 'direct-label',
          title: [sentences[label.index]],
          ...halo,
        }),
      ),
    ],
  })
}
