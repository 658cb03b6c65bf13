/**
 * The partnerships of replicate 0, month by month: amounts by platform, lengths of lists.
 * @module
 */
import type { Text } from '../../metrics/metric.ts'
import type { ReportLink, ReportSource } from '../report-source.ts'

export interface LinkMonths {
  /** Months kept, in order. */
  readonly months: readonly string[]
  of(month: string): readonly ReportLink[]
}

/** Undefined where partnerships of the point were not kept, or there is none. */
export function linkMonths(source: ReportSource, point: string): LinkMonths | undefined {
  const links = source.links?.[point] ?? []
  const byMonth = new Map<string, ReportLink[]>()
  for (const link of links) {
    const month = byMonth.get(link.period)
    if (month) month.push(link)
    else byMonth.set(link.period, [link])
  }
  const months = [...byMonth.keys()].sort()
  return months.length === 0 ? undefined : { months, of: (month) => byMonth.get(month) ?? [] }
}

/** Ids of all platforms that ever have a partnership, in order of id. */
export function platformsIn(...all: readonly (readonly ReportLink[])[]): string[] {
  return [...new Set(all.flatMap((links) => links.map(({ platform }) => platform)))].sort()
}

/** Balance of each platform [mn]. */
export function balances(
  links: readonly ReportLink[],
  platforms: readonly string[],
): readonly number[] {
  const sums = new Map<string, number>()
  for (const { platform, balance } of links) {
    sums.set(platform, (sums.get(platform) ?? 0) + balance)
  }
  return platforms.map((platform) => sums.get(platform) ?? 0)
}

/** Active partners of each bank that has any. */
export function listLengths(links: readonly ReportLink[]): number[] {
  const lengths = new Map<string, number>()
  for (const { bank, status } of links) {
    if (status === 'active') lengths.set(bank, (lengths.get(bank) ?? 0) + 1)
  }
  return [...lengths.values()]
}

/** The name of a bank or platform; its id where nothing else is known. */
export function nameOf({ agents }: ReportSource, id: string): Text {
  const known = agents && Object.hasOwn(agents, id) ? agents[id].label : undefined
  return known ?? { en: id, zh: id }
}
