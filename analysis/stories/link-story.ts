/**
 * The story of a partnership: when it began, how large it was, when and why it ended, which lever was
 * behind it, and what the same bank made of it under the baseline's rules and the same draws.
 * @module
 */
import type { Month } from '../../engine/time.ts'
import { slotOf } from '../../engine/links.ts'
import type { Names } from '../../agents/market.ts'
import { openingOf, type Experiment } from '../experiment/experiment.ts'
import { changedLevers, settingsBefore, type LeverChange } from './changed-levers.ts'
import type { Decision } from './decision.ts'
import { leversBehind } from './levers-behind.ts'
import { findAgent } from './find-agent.ts'
import { watchPoint, type LinkMonth, type Watched } from './watch-point.ts'

/** A chapter: an event of the pair, with the levers behind its cause. */
export interface Chapter {
  readonly decision: Decision
  readonly levers: readonly LeverChange[]
}

/** A valuation of the pair in one month, whether reviewed or not. */
export interface Size {
  readonly period: number
  readonly balance: number
}

/** What the baseline made of the same pair in the month of the last ending. */
export interface BaselineSide {
  readonly label: string
  /** Still partners at the end of that month. */
  readonly kept: boolean
  /** Its value that month; undefined when nobody could value it. */
  readonly valued: Decision | undefined
  /** When it ended there, if it did. */
  readonly ended: Decision | undefined
}

export interface LinkStory {
  readonly bank: Names
  readonly platform: Names
  readonly start: Month
  readonly periods: number
  readonly replicate: number
  readonly label: string
  /** Partners already when the run began; their balance at the end of its first month [mn]. */
  readonly opening: boolean
  readonly chapters: readonly Chapter[]
  readonly first: Size | undefined
  readonly peak: Size | undefined
  readonly last: LinkMonth
  /** Every month's balance [mn]. */
  readonly balances: readonly number[]
  /** What it was worth in the last month it was valued. */
  readonly valued: Decision | undefined
  readonly baseline: BaselineSide | undefined
}

/** A point of an experiment and what people call it. */
export interface NamedPoint {
  readonly point: number
  readonly label: string
}

/** Which story: the pair, the point, the replicate, and the baseline's point where there is one. */
export interface StoryWish {
  readonly bank: string
  readonly platform: string
  readonly point: NamedPoint
  readonly baseline?: NamedPoint
  readonly replicate: number
}

const TOLD = new Set(['signed', 'started', 'ended', 'withdrawn'])

/**
 * Runs the replicate again and tells the story of a pair.
 *
 * @throws SimulationError AGENT_UNKNOWN
 */
export function tellLink(experiment: Experiment, wish: StoryWish): LinkStory {
  const { setup } = experiment
  const { replicate, point } = wish
  const opening = openingOf(experiment, point.point, replicate)
  const bank = findAgent(opening, 'bank', wish.bank)
  const platform = findAgent(opening, 'platform', wish.platform)
  const watch = { bank: bank.row, platform: platform.row }
  const slot = slotOf(opening.edges.links, bank.row, platform.row)
  const number = opening.platforms.id[platform.row]
  const seen = watchPoint(experiment, point.point, replicate, watch)
  const opened = slot >= 0 && opening.edges.links.active[slot] === 1
  const chapters = toldOf(seen.decisions, number, opened).map((decision): Chapter => {
    const question = {
      catalogue: experiment.catalogue,
      parameters: opening.parameters,
      start: setup.start,
      banks: opening.banks,
      bank: bank.row,
      period: decision.period,
    }
    const { settings } = setup.points[point.point]
    const before = settingsBefore(experiment.catalogue)
    return { decision, levers: changedLevers(question, settings, before, leversBehind(decision)) }
  })
  const balances = seen.months.map((month) => month.balance)
  return {
    bank: bank.names,
    platform: platform.names,
    start: setup.start,
    periods: setup.periods,
    replicate,
    label: point.label,
    opening: opened,
    chapters,
    first: sizeAt(
      balances,
      balances.findIndex((balance) => balance > 0),
    ),
    peak: sizeAt(balances, indexOfLargest(balances)),
    last: seen.months[seen.months.length - 1],
    balances,
    valued: seen.decisions.findLast((one) => one.event === 'valued'),
    baseline: wish.baseline && baselineSide(experiment, wish.baseline, wish, number, chapters),
  }
}

/** What is told of a pair; of one that never was, the last time the bank declined it. */
function toldOf(decisions: readonly Decision[], number: number, opened: boolean): Decision[] {
  const own = decisions.filter((one) => one.platform === number)
  const told = own.filter((one) => TOLD.has(one.event))
  if (opened || told.length > 0) return told
  return own.filter((one) => one.event === 'declined').slice(-1)
}

function baselineSide(
  experiment: Experiment,
  baseline: NamedPoint,
  { replicate, bank, platform }: StoryWish,
  number: number,
  chapters: readonly Chapter[],
): BaselineSide {
  const opening = openingOf(experiment, baseline.point, replicate)
  const watch = {
    bank: findAgent(opening, 'bank', bank).row,
    platform: findAgent(opening, 'platform', platform).row,
  }
  const seen = watchPoint(experiment, baseline.point, replicate, watch)
  const end = chapters.findLast(({ decision }) => decision.event === 'ended')?.decision.period
  const period = end ?? experiment.setup.periods - 1
  return {
    label: baseline.label,
    kept: seen.months[period].active,
    valued: valuedIn(seen, period),
    ended: seen.decisions.findLast((one) => one.platform === number && one.event === 'ended'),
  }
}

function valuedIn({ decisions }: Watched, period: number): Decision | undefined {
  return decisions.find((one) => one.event === 'valued' && one.period === period)
}

function sizeAt(balances: readonly number[], period: number): Size | undefined {
  return period < 0 ? undefined : { period, balance: balances[period] }
}

/** The first month of the largest balance; −1 when there never was one. */
function indexOfLargest(balances: readonly number[]): number {
  let best = -1
  balances.forEach((balance, period) => {
    if (balance > (best < 0 ? 0 : balances[best])) best = period
  })
  return best
}
