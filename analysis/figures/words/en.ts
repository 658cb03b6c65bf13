/**
 * What figures say in English: each text is a function of its numbers.
 * @module
 */
import type { Verdict } from '../../statistics/paired.ts'
import { plural, sweepsInEnglish } from './sweeps-en.ts'

export const figuresInEnglish = {
  and: (names: readonly string[]) =>
    names.length < 2
      ? names.join('')
      : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`,
  /** Glue between title, subtitle and source of a caption. */
  caption: (title: string, subtitle: string, source: string) =>
    [title, subtitle, source === '' ? '' : `Source: ${source}`]
      .filter((part) => part !== '')
      .map((part) => (/[.?!]$/.test(part) ? part : `${part}.`))
      .join(' '),
  /** Between two sentences. */
  space: ' ',
  /** Between the parts of an enumeration. */
  semicolon: '; ',
  comma: ', ',
  /** A number and whose it is. */
  valueOf: (name: string, value: string) => `${value} (${name})`,
  withUnit: (name: string, unit: string) => `${name} (${unit})`,
  bracketed: (value: string) => `(${value})`,
  pairOf: (name: string, value: string) => `${name} ${value}`,
  source: (source: string) => `Source: ${source}`,
  others: (count: number) => `${count} others`,
  othersOf: (group: string, count: number) => `${group}: ${count} others`,
  replicates: (n: number) => plural(n, 'replicate', 'replicates'),
  pairs: (n: number) => plural(n, 'pair', 'pairs'),
  effective: (month: string) => `rules in force ${month}`,
  columns: {
    month: 'Month',
    median: 'Median',
    q05: '5th percentile',
    q25: '25th percentile',
    q75: '75th percentile',
    q95: '95th percentile',
    mean: 'Mean',
    low: '95% interval, low',
    high: '95% interval, high',
    metric: 'Metric',
    group: 'Group',
    platform: 'Platform',
    bank: 'Bank',
    verdict: 'Reading',
    run: (number: number) => `Replicate ${number}`,
    of: (name: string, column: string) => `${name}: ${column.toLowerCase()}`,
  },
  empty: {
    title: 'Nothing to show',
    reason: 'There is nothing to show here: no replicate has a value for this figure.',
  },
  /** What a mean change with its interval lets one say. */
  verdict: (verdict: Verdict) =>
    ({
      identical: 'the same in every pair',
      higher: 'higher',
      lower: 'lower',
      notDistinguishable: 'not distinguishable from no change',
      undefined: 'not defined',
    })[verdict],
  /** A change of which only the pairs are known, not how precisely. */
  medianChange: (label: string, change: string, month: string) =>
    `${label}: median change ${change} in ${month}`,
  /** The finding of a change, with its size where it can be told from none. */
  change: (label: string, verdict: Verdict, amount: string, month: string) =>
    ({
      identical: `${label}: the same in every pair, to ${month}`,
      higher: `${label}: ${amount} higher in ${month}`,
      lower: `${label}: ${amount} lower in ${month}`,
      notDistinguishable: `${label}: not distinguishable from no change in ${month}`,
      undefined: `${label}: not defined in ${month}`,
    })[verdict],
  bands: {
    subtitle: (label: string, pairs: string) =>
      `${label}, reform minus baseline under the same luck, ${pairs}. Line: median; dark band: half of the pairs; light band: nine in ten.`,
    whisker: 'The dot at the end is the mean, its whisker the 95% interval of the mean.',
    description: (
      label: string,
      from: string,
      to: string,
      median: string,
      low: string,
      high: string,
    ) =>
      `${label}, change against the baseline month by month from ${from} to ${to}. In ${to} the median of the pairs is ${median}; in 90 of 100 pairs the change lies between ${low} and ${high}.`,
    ninety: 'In 90 of 100 pairs the change lay in this band: a spread of outcomes.',
    fifty: 'In half of the pairs the change lay in this band: a spread of outcomes.',
    precision: (range: string) => `We know the mean to within this whisker: ${range} (95%).`,
    mean: 'mean',
    median: 'median',
  },
  levels: {
    /** @param span  lowest and highest */
    title: (label: string, ends: readonly string[], span: readonly string[], month: string) => {
      if (ends.length === 1) return `${label}: ${ends[0]} in ${month}`
      if (span[0] === span[1]) return `${label}: ${ends[0]} in each scenario in ${month}`
      return ends.length === 2
        ? `${label}: ${ends[1]} instead of ${ends[0]} in ${month}`
        : `${label}: between ${span[0]} and ${span[1]} in ${month}`
    },
    subtitle: (label: string, n: string) =>
      `${label}, median and the band that holds nine in ten of ${n}.`,
    description: (label: string, from: string, to: string, ends: string) =>
      `${label}, level month by month from ${from} to ${to}. Medians in ${to}: ${ends}.`,
    ninety: (name: string) => `${name}: in 90 of 100 replicates the value lay in this band.`,
  },
  dots: {
    title: (rows: number, told: number) =>
      told === 0
        ? `None of ${plural(rows, 'change', 'changes')} is distinguishable from none`
        : `${told} of ${plural(rows, 'change', 'changes')} ${told === 1 ? 'is' : 'are'} distinguishable from none`,
    subtitle: (n: string) => `Mean over ${n}; the whisker is the 95% interval of the mean.`,
    description: (rows: string) => `Means with their 95% intervals. ${rows}.`,
    row: (label: string, value: string, range: string) => `${label} ${value} (${range})`,
    unclear: 'not distinguishable',
    identical: 'no change',
    undefined: 'not defined',
    levels: (rows: number) => `${plural(rows, 'level', 'levels')} with intervals`,
  },
  multiples: {
    title: (metric: string, most: string, value: string) =>
      `${metric}: largest change for ${most}, ${value}`,
    none: (metric: string) => `${metric}: no change in any group`,
    description: (panels: number, metric: string, ends: string) =>
      `${plural(panels, 'panel', 'panels')} on one scale: ${metric}, change against the baseline month by month. Medians in the last month: ${ends}.`,
    note: 'All panels share one scale.',
  },
  shares: {
    title: (name: string, from: string, to: string) =>
      `${name}: from ${from} to ${to} of the market`,
    subtitle: (what: string) => `${what}, shares of the total each month.`,
    description: (from: string, to: string, ends: string) =>
      `Stacked shares from ${from} to ${to}. In the last month: ${ends}.`,
  },
  lorenz: {
    title: (shares: string) => `The largest tenth holds ${shares}`,
    subtitle: (what: string) =>
      `${what}: cumulative share against cumulative number, smallest first. The straight line is perfect equality.`,
    description: (curves: string, share: string, name: string) =>
      `Concentration curves. ${curves}. Largest share of the largest tenth: ${share} (${name}).`,
    curve: (name: string, gini: string, count: number) =>
      `${name}: Gini coefficient ${gini} over ${count}`,
    gini: (gini: string) => `Gini ${gini}`,
    x: 'share of the number, smallest first',
    y: 'share of the total',
  },
  lists: {
    title: (before: string, after: string) => `Median list: from ${before} to ${after} platforms`,
    same: (size: string) => `Median list: ${size} platforms before and after`,
    subtitle: 'Banks by number of platforms on their list. Dotted line: median.',
    description: (groups: string) => `Distribution of list sizes. ${groups}.`,
    group: (name: string, banks: number, median: string) =>
      `${name}: ${plural(banks, 'bank', 'banks')}, median ${median}`,
    median: (size: string) => `median ${size}`,
    size: 'Platforms on the list',
    banks: (name: string) => `${name}: banks`,
    x: 'platforms on the list',
  },
  survival: {
    title: (ends: string, months: number) =>
      `Alive after ${plural(months, 'month', 'months')}: ${ends}`,
    subtitle: 'Share of the partnerships at the start that were never cut since.',
    description: (ends: string, months: number) =>
      `Step curves of survival. After ${plural(months, 'month', 'months')}: ${ends}.`,
    months: 'Months since the start',
    x: 'months since the start',
  },
  transition: {
    title: (gainer: string, gain: string, loser: string, loss: string) =>
      `${gainer} gains most (${gain}), ${loser} loses most (${loss})`,
    same: 'No platform’s share changes',
    subtitle: (what: string) => `${what}: share of the total. Solid: gains; dashed: loses.`,
    description: (rows: string) => `Shares before and after. ${rows}.`,
    row: (name: string, from: string, to: string) => `${name} from ${from} to ${to}`,
    change: 'Change',
  },
  network: {
    title: (kept: number, lost: number, fresh: number) =>
      `${plural(kept, 'partnership', 'partnerships')} kept, ${lost} lost, ${fresh} new`,
    subtitle: (moment: string, reference: string, scale: string, threshold: string) =>
      `Partnerships, ${moment} against ${reference}. ${scale}; ${threshold}.`,
    width: 'Width: balance',
    shade: 'Shade: balance',
    threshold: (amount: string, share: string, drawn: number, changed: number) =>
      `kept links below ${amount} are not drawn; of ${changed} lost or new between these rows the ` +
      `largest ${drawn} are; those drawn hold ${share} of the balance`,
    noThreshold: 'all links are drawn',
    description: (
      banks: number,
      platforms: number,
      kept: number,
      lost: number,
      fresh: number,
      largest: string,
    ) =>
      `Two columns joined by lines: ${plural(banks, 'bank', 'banks')} on the left, ${plural(platforms, 'platform', 'platforms')} on the right, largest first within their kind. ${kept} partnerships kept, ${lost} lost, ${fresh} new. Largest: ${largest}.`,
    matrix: (
      banks: number,
      platforms: number,
      kept: number,
      lost: number,
      fresh: number,
      largest: string,
    ) =>
      `A table of cells: ${plural(banks, 'bank', 'banks')} down, ${plural(platforms, 'platform', 'platforms')} across, largest first within their kind. ${kept} partnerships kept, ${lost} lost, ${fresh} new. Largest: ${largest}.`,
    moment: 'Month',
    kept: 'kept',
    lost: 'lost',
    fresh: 'new',
    absent: 'none',
    state: 'State',
    balance: (month: string) => `Balance ${month}`,
    link: (bank: string, platform: string, balance: string, state: string) =>
      `${bank} – ${platform}: ${balance}, ${state}`,
    node: (name: string, balance: string) => `${name}: ${balance}`,
    shading: 'darker: larger balance',
  },
  ...sweepsInEnglish,
}
