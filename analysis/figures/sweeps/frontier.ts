/**
 * Settings of a sweep by two metrics at once, with intervals both ways. Where both metrics have a
 * better side, settings that no other beats on both counts are filled and joined; the rest are hollow.
 * @module
 */
import { formatChange, formatLevel } from '../../words/numbers.ts'
import type { Canvas } from '../canvas.ts'
import type { FigureMetric } from '../charts/difference-bands.ts'
import { emptyFigure } from '../charts/empty-figure.ts'
import { drawFigure } from '../draw.ts'
import { PAGE_WIDTH, say, type Figure, type FigureFrame, type Label } from '../figure.ts'
import type { Interval } from '../finding.ts'
import { placeLabels } from '../layout/place-labels.ts'
import { planeOf } from '../layout/plane.ts'
import { LABEL, LINE, PAD } from '../layout/sizes.ts'
import { truncate } from '../layout/text-width.ts'
import { thinTicks, valueAxis } from '../layout/value-axis.ts'
import { halo, valuesUp } from '../marks/axes.ts'
import { dotStyle } from '../marks/whiskers.ts'
import { paint } from '../palette.ts'
import { figureWords } from '../words/figure-words.ts'

export interface FrontierMetric extends FigureMetric {
  readonly better: 'higher' | 'lower' | 'neither'
}

export interface FrontierPoint {
  readonly name: Label
  readonly x: Interval
  readonly y: Interval
}

export interface Frontier {
  readonly across: FrontierMetric
  readonly up: FrontierMetric
  readonly sort: 'level' | 'change'
  readonly points: readonly FrontierPoint[]
  readonly replicates: number
}

const HEIGHT = 380
const WIDEST_NAME = 170

export function frontier(canvas: Canvas, shown: Frontier, frame: FigureFrame): Figure {
  const { plot } = canvas
  const { across, up, sort, replicates } = shown
  const { language } = frame
  const words = figureWords(language)
  const changes = sort === 'change'
  const [x, y] = [say(across.label, language), say(up.label, language)]
  const points = shown.points.filter(
    (one) => Number.isFinite(one.x.mean) && Number.isFinite(one.y.mean),
  )
  const judged = across.better !== 'neither' && up.better !== 'neither'
  const best = points.map((one) => judged && !points.some((other) => beats(other, one, shown)))
  const n = changes ? words.pairs(replicates) : words.replicates(replicates)
  const plain = words.frontier.subtitle(x, y, n)
  const heads = words.columns
  const columns = [
    { label: words.frontier.setting },
    ...[across, up].flatMap((metric, i) =>
      [heads.mean, heads.low, heads.high].map((one) => ({
        label: words.columns.of([x, y][i], one),
        unit: metric.unit,
        sort,
      })),
    ),
    ...(judged ? [{ label: words.frontier.beaten }] : []),
  ]
  if (points.length === 0) return emptyFigure(canvas, frame, plain, columns)

  const wish = { sort, language, steps: 6 }
  const spread = (of: 'x' | 'y') =>
    points.flatMap((one) => [one[of].mean, one[of].low, one[of].high])
  const along = valueAxis(spread('x'), { ...wish, unit: across.unit })
  const axis = valueAxis(spread('y'), { ...wish, unit: up.unit })
  const margins = {
    top: 3 * LINE,
    right: 4 * PAD,
    bottom: 2 * LINE + 2 * PAD,
    left: Math.max(axis.width + 2 * PAD, 5 * PAD),
  }
  const width = frame.width ?? PAGE_WIDTH
  const plane = planeOf(width, HEIGHT, margins, [along.low, along.high], [axis.low, axis.high])
  const names = points.map(({ name }) => say(name, language))
  const spots = points.map((one, i) => ({
    x: plane.x(one.x.mean),
    y: plane.y(one.y.mean),
    text: truncate(names[i], WIDEST_NAME, LABEL),
  }))
  const placed = placeLabels(spots, plane)
  const written = changes ? formatChange : formatLevel
  const sentences = points.map((one, i) =>
    words.frontier.point(
      names[i],
      written(one.x.mean, across.unit, language),
      written(one.y.mean, up.unit, language),
    ),
  )
  const edge = points.filter((_, i) => best[i]).sort((a, b) => a.x.mean - b.x.mean)
  const whisker = {
    stroke: paint('reform'),
    strokeWidth: 2,
    strokeOpacity: 0.6,
    className: 'whisker',
  }
  return drawFigure(canvas, frame, {
    kind: 'frontier',
    title: judged ? words.frontier.title(edge.length, points.length) : words.frontier.plain(x, y),
    subtitle: judged ? `${plain}${words.space}${words.frontier.filled}` : plain,
    description: words.frontier.description(sentences.join(words.semicolon)),
    table: {
      columns,
      rows: points.map((one, i) => [
        names[i],
        one.x.mean,
        one.x.low,
        one.x.high,
        one.y.mean,
        one.y.low,
        one.y.high,
        ...(judged ? [best[i] ? words.frontier.no : words.frontier.yes] : []),
      ]),
    },
    height: HEIGHT,
    margins,
    x: { domain: [along.low, along.high] },
    y: { domain: [axis.low, axis.high] },
    marks: [
      ...valuesUp(plot, { ...axis, unit: '' }, margins.left),
      plot.text([axis.unit === '' ? y : words.withUnit(y, axis.unit)], {
        frameAnchor: 'top-left',
        dx: -margins.left,
        dy: -2 * LINE,
        textAnchor: 'start',
        lineAnchor: 'bottom',
      }),
      plot.axisX([...thinTicks(along, plane.x)], {
        tickFormat: along.label,
        tickSize: 5,
        tickPadding: 4,
        label: null,
        strokeOpacity: 0.5,
      }),
      plot.text([along.unit === '' ? x : words.withUnit(x, along.unit)], {
        frameAnchor: 'bottom-right',
        dy: 2 * LINE + PAD,
        textAnchor: 'end',
        lineAnchor: 'bottom',
      }),
      plot.line(edge, {
        x: edge.map((one) => one.x.mean),
        y: edge.map((one) => one.y.mean),
        stroke: paint('reform'),
        strokeWidth: 2,
        strokeOpacity: 0.4,
        className: 'frontier-line',
      }),
      plot.ruleY(
        points.filter((one) => Number.isFinite(one.x.low)),
        {
          y: (one: FrontierPoint) => one.y.mean,
          x1: (one: FrontierPoint) => one.x.low,
          x2: (one: FrontierPoint) => one.x.high,
          ...whisker,
        },
      ),
      plot.ruleX(
        points.filter((one) => Number.isFinite(one.y.low)),
        {
          x: (one: FrontierPoint) => one.x.mean,
          y1: (one: FrontierPoint) => one.y.low,
          y2: (one: FrontierPoint) => one.y.high,
          ...whisker,
        },
      ),
      ...points.map((one, i) =>
        plot.dot([one], {
          x: [one.x.mean],
          y: [one.y.mean],
          title: [sentences[i]],
          ...dotStyle('reform', judged && !best[i]),
        }),
      ),
      ...placed.map((label) =>
        plot.text([spots[label.index].text], {
          x: [plane.valueAtX(label.x)],
          y: [plane.valueAtY(label.y)],
          textAnchor: label.textAnchor,
          fill: 'currentColor',
          className: 'direct-label',
          title: [sentences[label.index]],
          ...halo,
        }),
      ),
    ],
  })
}

/** At least as good on both counts and better on one. */
function beats(a: FrontierPoint, b: FrontierPoint, { across, up }: Frontier): boolean {
  const x = (a.x.mean - b.x.mean) * (across.better === 'lower' ? -1 : 1)
  const y = (a.y.mean - b.y.mean) * (up.better === 'lower' ? -1 : 1)
  return x >= 0 && y >= 0 && (x > 0 || y > 0)
}
