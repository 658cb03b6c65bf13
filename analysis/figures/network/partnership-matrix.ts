/**
 * Partnerships as a matrix of cells, banks down and platforms across, for more agents than lines can
 * join. Darker is larger; a diamond is new, a cross is lost.
 * @module
 */
import type { Markish } from '@observablehq/plot'
import type { Canvas, PlotLibrary } from '../canvas.ts'
import { emptyFigure } from '../charts/empty-figure.ts'
import { drawFigure } from '../draw.ts'
import { PAGE_WIDTH, type Figure, type FigureFrame } from '../figure.ts'
import { LINE, PAD } from '../layout/sizes.ts'
import { textWidth, truncate, widest } from '../layout/text-width.ts'
import { ABOVE, BELOW, paint } from '../palette.ts'
import { figureWords, type FigureWords } from '../words/figure-words.ts'
import { networkWords } from './network-table.ts'
import {
  gather,
  largestOf,
  sayMoment,
  stateAt,
  type Gathered,
  type Link,
  type LinkState,
  type PartnershipNetwork,
  type Row,
} from './partnerships.ts'

/** Letters of names, and the least pitch that keeps them apart [px]. */
const SMALL = 10.5
const PITCH = 13
const WIDEST_CELL = 20
/** Share of the width for names. */
const NAMES = 0.26
const KEY = 30
const FAINTEST = 0.15

export function partnershipMatrix(
  canvas: Canvas,
  network: PartnershipNetwork,
  frame: FigureFrame,
): Figure {
  const { plot } = canvas
  const { language } = frame
  const words = figureWords(language)
  const width = frame.width ?? PAGE_WIDTH
  const gathered = gather({ ...network, largest: fitting(network, width) }, language)
  const { banks, platforms, shown, reference } = gathered
  const drawn = gathered.links.filter((link) => largestOf(link) >= (network.threshold ?? 0))
  const said = networkWords(network, gathered, drawn, network.threshold ?? 0, frame)
  if (drawn.length === 0) return emptyFigure(canvas, frame, said.subtitle(true), said.table.columns)

  const room = width * NAMES
  const left =
    Math.min(
      room,
      widest(
        banks.map(({ name }) => name),
        SMALL,
      ) + 1,
    ) + PAD
  const top =
    KEY +
    Math.min(
      room,
      widest(
        platforms.map(({ name }) => name),
        SMALL,
      ) + 1,
    ) +
    PAD
  const cell = Math.min(WIDEST_CELL, (width - left - PAD) / platforms.length)
  const pitch = Math.max(PITCH, Math.min(WIDEST_CELL, cell))
  const height = top + banks.length * pitch + PAD
  const most = Math.max(...drawn.map(largestOf))
  const strength = (balance: number) =>
    balance > 0
      ? Math.round((FAINTEST + (1 - FAINTEST) * Math.sqrt(balance / most)) * 100) / 100
      : 0
  const x = (p: number) => left + p * cell
  const y = (b: number) => top + b * pitch
  const marksOf = (state: LinkState) => drawn.map((link) => stateAttributes(link, gathered, state))
  return drawFigure(canvas, frame, {
    kind: 'partnership-matrix',
    title: said.title,
    subtitle: said.subtitle(true),
    description: words.network.matrix(
      banks.reduce((sum, { count }) => sum + count, 0),
      platforms.reduce((sum, { count }) => sum + count, 0),
      said.counts.k,
      said.counts.l,
      said.counts.n,
      said.largest,
    ),
    table: said.table,
    height,
    margins: { top: 0, right: 0, bottom: 0, left: 0 },
    x: { type: 'identity' },
    y: { type: 'identity' },
    root: {
      'data-moments': network.moments.map((moment) => sayMoment(moment, language)).join('|'),
      'data-moment': String(shown),
    },
    attributes: {
      cells: drawn.map(({ balances }) => ({
        'data-state': stateAt(balances, shown, reference),
        'data-states': balances.map((_, m) => stateAt(balances, m, reference)).join(''),
        'data-strengths': balances.map(strength).join(' '),
        'fill-opacity': String(strength(balances[shown])),
      })),
      fresh: marksOf('n'),
      lost: marksOf('l'),
    },
    marks: [
      ...keyMarks(plot, words, width),
      ...lineMarks(plot, banks, platforms, { left, top, cell, pitch }),
      plot.rect(drawn, {
        x1: (link: Link) => x(link.platform) + 0.5,
        x2: (link: Link) => x(link.platform + 1) - 0.5,
        y1: (link: Link) => y(link.bank) + 0.5,
        y2: (link: Link) => y(link.bank + 1) - 0.5,
        fill: paint('reform'),
        title: said.sentence,
        className: 'cells',
      }),
      stateMarks(plot, drawn, 'fresh', x, y),
      stateMarks(plot, drawn, 'lost', x, y),
      plot.text(banks, {
        x: left - PAD / 2,
        y: (_: Row, b: number) => y(b + 1 / 2),
        text: ({ name }: Row) => truncate(name, left - PAD, SMALL),
        title: 'name',
        textAnchor: 'end',
        fontSize: SMALL,
      }),
      plot.text(platforms, {
        x: (_: Row, p: number) => x(p + 1 / 2),
        y: top - PAD / 2,
        text: ({ name }: Row) => truncate(name, top - KEY - PAD, SMALL),
        title: 'name',
        rotate: -90,
        textAnchor: 'start',
        fontSize: SMALL,
      }),
    ],
  })
}

/** Agents with a row of their own, so that names across do not touch. */
function fitting(network: PartnershipNetwork, width: number): number {
  const columns = Math.floor((width * (1 - NAMES) - 2 * PAD) / PITCH) - network.tiers.length
  return Math.min(network.largest ?? columns, columns)
}

interface Grid {
  readonly left: number
  readonly top: number
  readonly cell: number
  readonly pitch: number
}

/** Faint lines between rows and columns, stronger ones between licences and tiers. */
function lineMarks(
  plot: PlotLibrary,
  banks: readonly Row[],
  platforms: readonly Row[],
  { left, top, cell, pitch }: Grid,
): Markish[] {
  const right = left + platforms.length * cell
  const bottom = top + banks.length * pitch
  const strong = (rows: readonly Row[], i: number) =>
    i === 0 || i === rows.length || rows[i].group !== rows[i - 1].group
  const edges = (rows: readonly Row[], wanted: boolean) =>
    Array.from({ length: rows.length + 1 }, (_, i) => i).filter((i) => strong(rows, i) === wanted)
  return [true, false].flatMap((wanted) => {
    const style = { stroke: 'currentColor', strokeOpacity: wanted ? 0.6 : 0.1 }
    return [
      plot.ruleX(
        edges(platforms, wanted).map((i) => left + i * cell),
        { y1: top, y2: bottom, ...style },
      ),
      plot.ruleY(
        edges(banks, wanted).map((i) => top + i * pitch),
        { x1: left, x2: right, ...style },
      ),
    ]
  })
}

function stateMarks(
  plot: PlotLibrary,
  links: readonly Link[],
  className: 'fresh' | 'lost',
  x: (p: number) => number,
  y: (b: number) => number,
): Markish {
  return plot.dot(links, {
    x: (link: Link) => x(link.platform + 1 / 2),
    y: (link: Link) => y(link.bank + 1 / 2),
    r: 3.2,
    strokeWidth: 1.5,
    className,
    ...(className === 'fresh'
      ? { symbol: 'diamond', fill: paint(ABOVE), stroke: paint('page') }
      : { symbol: 'times', stroke: paint(BELOW) }),
  })
}

function stateAttributes({ balances }: Link, { shown, reference }: Gathered, state: LinkState) {
  const states = balances.map((_, moment) => stateAt(balances, moment, reference))
  return {
    'data-state': states[shown],
    'data-states': states.join(''),
    ...(states[shown] === state ? {} : { visibility: 'hidden' }),
  }
}

function keyMarks(plot: PlotLibrary, words: FigureWords, width: number): Markish[] {
  const { kept, fresh, lost, shading } = words.network
  const entries = [`${kept}${words.comma}${shading}`, fresh, lost]
  const widths = entries.map((text) => 3 * PAD + textWidth(text, SMALL) + 2 * PAD)
  let at = (width - widths.reduce((sum, one) => sum + one, 0)) / 2
  const y = LINE / 2
  return entries.flatMap((text, i) => {
    const from = at
    at += widths[i]
    const x = from + PAD
    return [
      i === 0
        ? plot.rect([text], { x1: x - 5, x2: x + 5, y1: y - 5, y2: y + 5, fill: paint('reform') })
        : plot.dot([text], {
            x,
            y,
            r: 4,
            ...(i === 1
              ? { symbol: 'diamond', fill: paint(ABOVE) }
              : { symbol: 'times', stroke: paint(BELOW), strokeWidth: 2 }),
          }),
      plot.text([text], { x: from + 2.5 * PAD, y, textAnchor: 'start', fontSize: SMALL }),
    ]
  })
}
