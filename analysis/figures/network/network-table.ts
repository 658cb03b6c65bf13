/**
 * The words and the table that a network has in common with its matrix.
 * @module
 */
import { formatLevel } from '../../words/numbers.ts'
import { type FigureFrame, type FigureTable } from '../figure.ts'
import { figureWords } from '../words/figure-words.ts'
import {
  countStates,
  largestOf,
  sayMoment,
  stateAt,
  type Gathered,
  type Link,
  type PartnershipNetwork,
} from './partnerships.ts'

/** Unit of balances. */
export const BALANCE = 'mn'
const NAMED_IN_WORDS = 3

/** What is said of the drawn links: rows of the table, largest first, and the texts. */
export function networkWords(
  network: PartnershipNetwork,
  gathered: Gathered,
  drawn: readonly Link[],
  threshold: number,
  { language }: FigureFrame,
) {
  const words = figureWords(language)
  const { shown, reference, banks, platforms } = gathered
  const counts = countStates(network)
  const [now, then] = [shown, reference].map((at) => sayMoment(network.moments[at], language))
  const stateOf = (link: Link) => {
    const state = stateAt(link.balances, shown, reference)
    return {
      k: words.network.kept,
      n: words.network.fresh,
      l: words.network.lost,
      '-': words.network.absent,
    }[state]
  }
  const sentence = (link: Link) =>
    words.network.link(
      banks[link.bank].name,
      platforms[link.platform].name,
      formatLevel(link.balances[shown], BALANCE, language),
      stateOf(link),
    )
  const ordered = [...drawn].sort((a, b) => largestOf(b) - largestOf(a))
  const largest = [...drawn]
    .filter(({ balances }) => balances[shown] > 0)
    .sort((a, b) => b.balances[shown] - a.balances[shown])
  const all = gathered.links.reduce((sum, { balances }) => sum + balances[shown], 0)
  const inPicture = drawn.reduce((sum, { balances }) => sum + balances[shown], 0)
  const isChanged = (link: Link) => ['n', 'l'].includes(stateAt(link.balances, shown, reference))
  const changed = gathered.links.filter(isChanged).length
  const table: FigureTable = {
    columns: [
      { label: words.columns.bank },
      { label: words.columns.platform },
      { label: words.network.state },
      ...network.moments.map((moment) => ({
        label: words.network.balance(sayMoment(moment, language)),
        unit: BALANCE,
      })),
    ],
    rows: ordered.map((link) => [
      banks[link.bank].name,
      platforms[link.platform].name,
      stateOf(link),
      ...link.balances,
    ]),
  }
  return {
    title: words.network.title(counts.k, counts.l, counts.n),
    subtitle: (matrix: boolean) =>
      words.network.subtitle(
        now,
        then,
        matrix ? words.network.shade : words.network.width,
        drawn.length < gathered.links.length
          ? words.network.threshold(
              formatLevel(threshold, BALANCE, language),
              formatLevel(all > 0 ? inPicture / all : NaN, 'share', language),
              drawn.filter(isChanged).length,
              changed,
            )
          : words.network.noThreshold,
      ),
    counts,
    largest: largest.slice(0, NAMED_IN_WORDS).map(sentence).join(words.semicolon),
    sentence,
    table,
  }
}
