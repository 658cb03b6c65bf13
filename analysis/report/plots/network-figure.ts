/**
 * The network of banks and platforms of replicate 0, from the first month kept to the last.
 * @module
 */
import type { NetworkAgent, NetworkGroup, NetworkLink } from '../../figures/network/partnerships.ts'
import { partnershipNetwork } from '../../figures/network/partnership-network.ts'
import { licenceGroups, platformGroups } from '../../metrics/groups.ts'
import { LICENCES } from '../../../agents/parameters.ts'
import { reportWords } from '../../words/report/report-words.ts'
import { frameOf, type PlotContext, type ReportFigure } from '../report-figure.ts'
import type { ReportSource } from '../report-source.ts'
import { linkMonths, nameOf, type LinkMonths } from './link-months.ts'

/** Months of the slider: every one would double the size of a report. */
const MOST_MONTHS = 13
/** A partnership without loans is still one [mn]. */
const LEAST = 0.01
const OTHER = 'other'

const others = { en: reportWords('en').shape.otherAgent, zh: reportWords('zh').shape.otherAgent }
const licences: readonly NetworkGroup[] = [
  ...licenceGroups.map(({ label, code }) => ({ id: LICENCES[code], name: label })),
  { id: OTHER, name: others },
]
const TIER_SUFFIXES: Readonly<Record<string, string>> = {
  Head: 'head',
  Listed: 'listed',
  Small: 'small',
}
const tiers: readonly NetworkGroup[] = [
  ...platformGroups
    .filter(({ suffix }) => suffix in TIER_SUFFIXES)
    .map(({ suffix, label }) => ({ id: TIER_SUFFIXES[suffix], name: label })),
  { id: OTHER, name: others },
]

export function networkFigure(context: PlotContext): ReportFigure[] {
  const { source, shape, canvas } = context
  const kept = linkMonths(source, shape.head.id)
  if (kept === undefined) return []
  const moments = spread(kept.months)
  const links = linksOf(kept, moments)
  if (links.length === 0) return []
  const figure = partnershipNetwork(
    canvas,
    {
      banks: agentsOf(
        source,
        links.map(({ bank }) => bank),
        licences,
      ),
      platforms: agentsOf(
        source,
        links.map(({ platform }) => platform),
        tiers,
      ),
      licences,
      tiers,
      links,
      moments,
    },
    frameOf(context, 'network', { first: true }),
  )
  return [{ name: 'network', section: 'shape', figure, path: () => undefined }]
}

/** The first month, the last, and as many between as there is room for. */
function spread(months: readonly string[]): string[] {
  const steps = Math.min(MOST_MONTHS, months.length) - 1
  if (steps < 1) return [...months]
  return Array.from({ length: steps + 1 }, (_, i) => {
    return months[Math.round((i * (months.length - 1)) / steps)]
  })
}

/** Balances by month; a partnership that runs off is one no more. */
function linksOf(kept: LinkMonths, moments: readonly string[]): NetworkLink[] {
  const byPair = new Map<string, NetworkLink & { balances: number[] }>()
  moments.forEach((month, m) => {
    for (const { bank, platform, status, balance } of kept.of(month)) {
      if (status !== 'active') continue
      const key = `${bank}\n${platform}`
      let link = byPair.get(key)
      if (link === undefined) {
        link = { bank, platform, balances: moments.map(() => 0) }
        byPair.set(key, link)
      }
      link.balances[m] = Math.max(LEAST, balance)
    }
  })
  return [...byPair.values()]
}

function agentsOf(
  source: ReportSource,
  ids: readonly string[],
  groups: readonly NetworkGroup[],
): NetworkAgent[] {
  return [...new Set(ids)].sort().map((id) => {
    const { agents } = source
    const group = agents && Object.hasOwn(agents, id) ? agents[id].group : OTHER
    const isKnown = groups.some((one) => one.id === group)
    return { id, name: nameOf(source, id), group: isKnown ? group : OTHER }
  })
}
