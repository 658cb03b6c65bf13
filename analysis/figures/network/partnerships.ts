/**
 * Banks, platforms and the balances between them, gathered until a page can hold them.
 * @module
 */
import type { Language } from '../../words/language.ts'
import { formatMonth } from '../../words/numbers.ts'
import { say, type Label } from '../figure.ts'
import { figureWords } from '../words/figure-words.ts'

export interface NetworkAgent {
  readonly id: string
  readonly name: Label
  /** Licence of a bank, tier of a platform. */
  readonly group: string
}

export interface NetworkGroup {
  readonly id: string
  readonly name: Label
}

export interface NetworkLink {
  readonly bank: string
  readonly platform: string
  /** One a moment [mn]; 0 and NaN: no partnership. */
  readonly balances: readonly number[]
}

export interface PartnershipNetwork {
  readonly banks: readonly NetworkAgent[]
  readonly platforms: readonly NetworkAgent[]
  /** In the order they are shown. */
  readonly licences: readonly NetworkGroup[]
  readonly tiers: readonly NetworkGroup[]
  readonly links: readonly NetworkLink[]
  /** Months as `2025-09`, or names of scenarios. */
  readonly moments: readonly Label[]
  /** Moment shown, and the one it is compared with; the last and the first unless said. */
  readonly shown?: number
  readonly reference?: number
  /** Agents with a row of their own on each side; 18 unless said. */
  readonly largest?: number
  /** Links that are never as large are not drawn [mn]; unless said, as many as stay legible are. */
  readonly threshold?: number
}

/** `k` kept, `n` new, `l` lost, `-` there at neither moment. */
export type LinkState = 'k' | 'n' | 'l' | '-'

/** An agent, or all others of its group. */
export interface Row {
  readonly name: string
  /** Its name below the head of its group. */
  readonly short: string
  readonly group: string
  /** Agents it stands for. */
  readonly count: number
  /** At the moment shown and at the reference. */
  readonly size: number
  readonly before: number
}

export interface Link {
  /** Rows of bank and platform. */
  readonly bank: number
  readonly platform: number
  readonly balances: readonly number[]
}

export interface Gathered {
  readonly banks: readonly Row[]
  readonly platforms: readonly Row[]
  /** Those that begin or end last, then by size, so that they are drawn on top. */
  readonly links: readonly Link[]
  readonly shown: number
  readonly reference: number
}

const LARGEST = 18

/** What a link is at a moment, against the reference. */
export function stateAt(balances: readonly number[], moment: number, reference: number): LinkState {
  const now = balances[moment] > 0
  const then = balances[reference] > 0
  if (now) return then ? 'k' : 'n'
  return then ? 'l' : '-'
}

/** How many partnerships were kept, lost and gained: all of them, drawn or not. */
export function countStates({ links, ...network }: PartnershipNetwork) {
  const { shown, reference } = momentsOf(network)
  const counts = { k: 0, n: 0, l: 0, '-': 0 }
  for (const { balances } of links) counts[stateAt(balances, shown, reference)]++
  return counts
}

export function momentsOf(network: Pick<PartnershipNetwork, 'moments' | 'shown' | 'reference'>) {
  const shown = network.shown ?? network.moments.length - 1
  return { shown, reference: network.reference ?? 0 }
}

/** A month as people write it, or the name it has. */
export function sayMoment(moment: Label, language: Language): string {
  const said = say(moment, language)
  return /^\d{4}-\d{2}$/.test(said) ? formatMonth(said, language) : said
}

/** The largest agents on their own, the others of each group as one, by group and size. */
export function gather(network: PartnershipNetwork, language: Language): Gathered {
  const { shown, reference } = momentsOf(network)
  const moments = { shown, reference }
  const banks = gatherSide(network, 'bank', moments, language)
  const platforms = gatherSide(network, 'platform', moments, language)
  const sums = new Map<number, Link & { balances: number[] }>()
  for (const { bank, platform, balances } of network.links) {
    const b = banks.rowOf.get(bank)
    const p = platforms.rowOf.get(platform)
    if (b === undefined || p === undefined) continue
    const key = b * platforms.rows.length + p
    const link = sums.get(key) ?? { bank: b, platform: p, balances: balances.map(() => 0) }
    balances.forEach((balance, i) => (link.balances[i] += balance > 0 ? balance : 0))
    sums.set(key, link)
  }
  const links = [...sums.values()].sort(
    (a, b) =>
      Number(changes(a)) - Number(changes(b)) ||
      largestOf(a) - largestOf(b) ||
      a.bank - b.bank ||
      a.platform - b.platform,
  )
  return { banks: banks.rows, platforms: platforms.rows, links, shown, reference }
}

/** The largest balance a link ever has [mn]. */
export function largestOf({ balances }: Pick<Link, 'balances'>): number {
  return balances.reduce((most, balance) => (balance > most ? balance : most), 0)
}

/** Whether it is missing at some moment. */
function changes({ balances }: Link): boolean {
  return balances.some((balance) => !(balance > 0))
}

interface Side {
  readonly rows: readonly Row[]
  /** Row of an agent's id. */
  readonly rowOf: ReadonlyMap<string, number>
}

interface Weighed {
  readonly agent: NetworkAgent
  readonly size: number
  readonly before: number
  /** Larger of the two: who was large before is named too. */
  readonly weight: number
}

function gatherSide(
  network: PartnershipNetwork,
  side: 'bank' | 'platform',
  { shown, reference }: { shown: number; reference: number },
  language: Language,
): Side {
  const agents = side === 'bank' ? network.banks : network.platforms
  const groups = side === 'bank' ? network.licences : network.tiers
  const now = totals(network.links, side, shown)
  const then = totals(network.links, side, reference)
  const weighed = agents
    .map((agent): Weighed => {
      const size = now.get(agent.id) ?? 0
      const before = then.get(agent.id) ?? 0
      return { agent, size, before, weight: Math.max(size, before) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.agent.id < b.agent.id ? -1 : 1))
  const named = new Set(weighed.slice(0, network.largest ?? LARGEST))
  const rows: Row[] = []
  const rowOf = new Map<string, number>()
  for (const group of groups) {
    const members = weighed.filter(({ agent }) => agent.group === group.id)
    const others = members.filter((one) => !named.has(one))
    const single = others.length === 1 ? others : []
    for (const one of [...members.filter((member) => named.has(member)), ...single]) {
      rowOf.set(one.agent.id, rows.length)
      const name = say(one.agent.name, language)
      rows.push({ ...one, name, short: name, group: group.id, count: 1 })
    }
    if (others.length < 2) continue
    for (const { agent } of others) rowOf.set(agent.id, rows.length)
    const sum = (of: 'size' | 'before') => others.reduce((all, one) => all + one[of], 0)
    const words = figureWords(language)
    rows.push({
      name: words.othersOf(say(group.name, language), others.length),
      short: words.others(others.length),
      group: group.id,
      count: others.length,
      size: sum('size'),
      before: sum('before'),
    })
  }
  return { rows, rowOf }
}

function totals(links: readonly NetworkLink[], side: 'bank' | 'platform', moment: number) {
  const sums = new Map<string, number>()
  for (const link of links) {
    const balance = link.balances[moment]
    if (balance > 0) sums.set(link[side], (sums.get(link[side]) ?? 0) + balance)
  }
  return sums
}
