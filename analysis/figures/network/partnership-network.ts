/**
 * Partnerships as two ordered columns: banks left, platforms right, the largest first within licence
 * and tier. Width is balance; kept links are plain, new ones end in a diamond, lost ones are dashed.
 * Every link carries its widths and states at all moments, so that a page can move through them.
 * Above 60 rows it becomes a matrix.
 * @module
 */
import { formatLevel } from '../../words/numbers.ts'
import type { Canvas } from '../canvas.ts'
import { emptyFigure } from '../charts/empty-figure.ts'
import { drawFigure } from '../draw.ts'
import { PAGE_WIDTH, say, type Figure, type FigureFrame } from '../figure.ts'
import { BOLD, LABEL, PAD } from '../layout/sizes.ts'
import { widest } from '../layout/text-width.ts'
import { ABOVE, BELOW, paint } from '../palette.ts'
import { figureWords } from '../words/figure-words.ts'
import { column, columnMarks, heightOf, KEY, LARGEST_DOT } from './network-columns.ts'
import { BALANCE, networkWords } from './network-table.ts'
import { partnershipMatrix } from './partnership-matrix.ts'
import {
  gather,
  largestOf,
  sayMoment,
  stateAt,
  type Gathered,
  type Link,
  type LinkState,
  type NetworkGroup,
  type PartnershipNetwork,
  type Row,
} from './partnerships.ts'
import { keyMarks } from './state-key.ts'

/** Rows beyond which lines cannot be told apart. */
const MOST_ROWS = 60
/** Lines beyond which they cannot, and how many of them are kept for links that were lost or are new. */
const MOST_LINKS = 120
const FOR_CHANGES = 50
/** Share of the width for names on either side. */
const WIDEST = 0.33
const THICKEST = 11
const THINNEST = 1
const SMALLEST_DOT = 2.5

/**
 * The links that stay legible: the largest of those that changed, which are small and would not show
 * otherwise, then the largest of all.
 *
 * @returns in the order of drawing, with the size below which kept links are left out [mn]
 */
function legibleLinks(
  { links, shown, reference }: Gathered,
  asked: number | undefined,
): { drawn: readonly Link[]; threshold: number } {
  if (asked !== undefined) {
    return { drawn: links.filter((link) => largestOf(link) >= asked), threshold: asked }
  }
  const bySize = [...links].sort((a, b) => largestOf(b) - largestOf(a))
  const isChanged = ({ balances }: Link) => 'nl'.includes(stateAt(balances, shown, reference))
  const changed = bySize.filter(isChanged).slice(0, FOR_CHANGES)
  const others = bySize.filter((link) => !changed.includes(link))
  const rest = others.slice(0, MOST_LINKS - changed.length)
  const chosen = new Set([...changed, ...rest])
  const smallest = rest.at(-1)
  return {
    drawn: links.filter((link) => chosen.has(link)),
    threshold: smallest && rest.length < others.length ? largestOf(smallest) : 0,
  }
}

export function partnershipNetwork(
  canvas: Canvas,
  network: PartnershipNetwork,
  frame: FigureFrame,
): Figure {
  const { plot } = canvas
  const { language } = frame
  const words = figureWords(language)
  const gathered = gather(network, language)
  const { banks, platforms, shown, reference } = gathered
  if (banks.length + platforms.length > MOST_ROWS) return partnershipMatrix(canvas, network, frame)
  const { drawn, threshold } = legibleLinks(gathered, network.threshold)
  const said = networkWords(network, gathered, drawn, threshold, frame)
  if (drawn.length === 0)
    return emptyFigure(canvas, frame, said.subtitle(false), said.table.columns)

  const width = frame.width ?? PAGE_WIDTH
  const room = (rows: readonly Row[], groups: readonly NetworkGroup[]) => {
    const present = groups.filter(({ id }) => rows.some(({ group }) => group === id))
    const heads =
      BOLD *
      widest(
        present.map(({ name }) => say(name, language)),
        LABEL,
      )
    const names = widest(
      rows.map(({ short }) => short),
      LABEL,
    )
    return Math.min(width * WIDEST, Math.max(heads, names) + 1)
  }
  const bankRoom = room(banks, network.licences)
  const platformRoom = room(platforms, network.tiers)
  const left = bankRoom + LARGEST_DOT + 2 * PAD
  const right = width - platformRoom - LARGEST_DOT - 2 * PAD
  const bottom = Math.max(heightOf(banks), heightOf(platforms))
  const bankPlaces = column(banks, network.licences, bottom)
  const platformPlaces = column(platforms, network.tiers, bottom)
  const height = KEY + bottom + PAD
  const most = Math.max(...drawn.map(largestOf))
  const thickness = (balance: number) =>
    Math.round(Math.max(THINNEST, (THICKEST * balance) / most) * 10) / 10
  const dot = (row: Row) => {
    const largest = Math.max(
      ...[...banks, ...platforms].map((one) => Math.max(one.size, one.before)),
    )
    return SMALLEST_DOT + (LARGEST_DOT - SMALLEST_DOT) * Math.sqrt(row.size / largest)
  }
  const at = (link: Link) => ({
    y1: bankPlaces.places[link.bank].y,
    y2: platformPlaces.places[link.platform].y,
  })
  const node = ({ name, size }: Row) =>
    words.network.node(name, formatLevel(size, BALANCE, language))
  return drawFigure(canvas, frame, {
    kind: 'partnership-network',
    title: said.title,
    subtitle: said.subtitle(false),
    description: words.network.description(
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
      links: drawn.map((link) => linkAttributes(link, shown, reference, thickness)),
      ends: drawn.map((link) => endAttributes(link, shown, reference)),
    },
    marks: [
      ...keyMarks(plot, words, width),
      plot.link(drawn, {
        x1: left,
        x2: right,
        y1: (link: Link) => at(link).y1,
        y2: (link: Link) => at(link).y2,
        curve: 'bump-x',
        title: said.sentence,
        className: 'links',
      }),
      plot.dot(drawn, {
        x: right - LARGEST_DOT - PAD,
        y: (link: Link) => at(link).y2,
        symbol: 'diamond',
        r: 5,
        fill: paint(ABOVE),
        stroke: paint('page'),
        className: 'ends',
      }),
      ...columnMarks(plot, bankPlaces, network.licences, frame, {
        x: left,
        side: 'left',
        room: bankRoom,
        dot,
        node,
      }),
      ...columnMarks(plot, platformPlaces, network.tiers, frame, {
        x: right,
        side: 'right',
        room: platformRoom,
        dot,
        node,
      }),
    ],
  })
}

const LOOKS: Readonly<Record<LinkState, Readonly<Record<string, string>>>> = {
  k: { stroke: paint('quiet'), 'stroke-opacity': '0.55' },
  n: { stroke: paint(ABOVE), 'stroke-opacity': '0.85' },
  l: { stroke: paint(BELOW), 'stroke-opacity': '0.85', 'stroke-dasharray': '5 4' },
  '-': { stroke: paint('quiet'), visibility: 'hidden' },
}

function linkAttributes(
  { balances }: Link,
  shown: number,
  reference: number,
  thickness: (balance: number) => number,
): Record<string, string> {
  const states = balances.map((_, moment) => stateAt(balances, moment, reference))
  const widths = balances.map((balance) => thickness(balance > 0 ? balance : balances[reference]))
  return {
    'data-state': states[shown],
    'data-states': states.join(''),
    'data-widths': widths.join(' '),
    'stroke-width': String(widths[shown]),
    ...LOOKS[states[shown]],
  }
}

function endAttributes({ balances }: Link, shown: number, reference: number) {
  const states = balances.map((_, moment) => stateAt(balances, moment, reference))
  return {
    'data-state': states[shown],
    'data-states': states.join(''),
    ...(states[shown] === 'n' ? {} : { visibility: 'hidden' }),
  }
}
