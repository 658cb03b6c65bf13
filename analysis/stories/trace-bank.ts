/**
 * The first decision of a bank that two policies make differently under the same draws, with everything
 * it was decided on in both.
 *
 * Decisions come in the order in which a bank makes them: its programme, reviews of partners, signings.
 * A review that only one side holds leaves the partner where it is on the other. What it lends counts
 * only when no such decision differs.
 *
 * @module
 */
import type { Month } from '../../engine/time.ts'
import type { Names } from '../../agents/market.ts'
import { openingOf, type Experiment } from '../experiment/experiment.ts'
import { changedLevers, type LeverChange } from './changed-levers.ts'
import type { Decision } from './decision.ts'
import { leversBehind } from './levers-behind.ts'
import { findAgent } from './find-agent.ts'
import type { NamedPoint } from './link-story.ts'
import { watchPoint, type Watched } from './watch-point.ts'

export const SUBJECTS = ['programme', 'review', 'signing', 'lending'] as const
export type Subject = (typeof SUBJECTS)[number]

/** What one side decided; `decision` is undefined where it had nothing to decide. */
export interface Side {
  readonly label: string
  /** Goes on, keeps, signs. */
  readonly yes: boolean
  readonly decision: Decision | undefined
  /** What the pair was worth that month, decided on or not. */
  readonly valued: Decision | undefined
}

export interface Difference {
  readonly subject: Subject
  readonly period: number
  readonly platform: Names | undefined
  readonly baseline: Side
  readonly reform: Side
  /** Levers that stand otherwise for this bank, in force or announced. */
  readonly levers: readonly LeverChange[]
  /** Those of them that can be behind the cause of the reform's decision. */
  readonly behind: readonly LeverChange[]
}

export interface BankTrace {
  readonly bank: Names
  readonly start: Month
  readonly periods: number
  readonly replicate: number
  readonly baseline: string
  readonly reform: string
  /** Undefined: the bank decides alike in every month. */
  readonly difference: Difference | undefined
}

export interface TraceWish {
  readonly bank: string
  readonly baseline: NamedPoint
  readonly reform: NamedPoint
  readonly replicate: number
}

/**
 * Runs the replicate under both and finds the first decision of the bank that differs.
 *
 * @throws SimulationError AGENT_UNKNOWN
 */
export function traceBank(experiment: Experiment, wish: TraceWish): BankTrace {
  const { setup } = experiment
  const { baseline, reform, replicate } = wish
  const opening = openingOf(experiment, reform.point, replicate)
  const { row, names } = findAgent(opening, 'bank', wish.bank)
  const watch = (side: NamedPoint, platform: number): Watched =>
    watchPoint(experiment, side.point, replicate, { bank: row, platform })
  const facts = { start: setup.start, periods: setup.periods, replicate }
  const trace = { bank: names, ...facts, baseline: baseline.label, reform: reform.label }
  const old = watch(baseline, -1)
  const own = watch(reform, -1)
  const first = firstDifference(old.decisions, own.decisions)
  if (first === undefined) return { ...trace, difference: undefined }
  const { subject, period, number } = first
  const platform = number < 0 ? -1 : opening.platforms.id.indexOf(number)
  const valued = (side: NamedPoint): Decision | undefined =>
    platform < 0
      ? undefined
      : watch(side, platform).decisions.find(
          (one) => one.event === 'valued' && one.period === period,
        )
  const question = {
    catalogue: experiment.catalogue,
    parameters: opening.parameters,
    start: setup.start,
    banks: opening.banks,
    bank: row,
    period,
  }
  const settingsOf = (side: NamedPoint) => setup.points[side.point].settings
  const levers = changedLevers(question, settingsOf(reform), settingsOf(baseline))
  const reformValued = valued(reform)
  const decisive = first.reform.decision ?? reformValued
  return {
    ...trace,
    difference: {
      subject,
      period,
      platform: platform < 0 ? undefined : opening.platformNames[platform],
      baseline: { label: baseline.label, ...first.baseline, valued: valued(baseline) },
      reform: { label: reform.label, ...first.reform, valued: reformValued },
      levers,
      behind: decisive ? levers.filter(({ lever }) => leversBehind(decisive).includes(lever)) : [],
    },
  }
}

/** An answer to a question that both sides could be asked. */
interface Answer {
  readonly yes: boolean
  readonly decision: Decision | undefined
}

interface Found {
  readonly subject: Subject
  readonly period: number
  /** Number of the platform; −1: the programme as a whole. */
  readonly number: number
  readonly baseline: Answer
  readonly reform: Answer
}

/** Lent amounts closer than this share of the larger are the same. */
const SAME = 1e-9

const SUBJECT_OF: Readonly<Record<string, Subject>> = {
  programmeKept: 'programme',
  programmeEnded: 'programme',
  programmeReturned: 'programme',
  programmeStayedOut: 'programme',
  kept: 'review',
  ended: 'review',
  withdrawn: 'review',
  signed: 'signing',
  declined: 'signing',
  lent: 'lending',
}
const YES = new Set(['programmeKept', 'programmeReturned', 'kept', 'signed', 'lent'])
/** Endings that are no review: they follow from another decision, or from a failure. */
const FOLLOWS = new Set(['programmeExit', 'programmeReturn', 'bankFailure', 'platformFailure'])

/** The first decision that differs, list decisions before lending. */
export function firstDifference(
  baseline: readonly Decision[],
  reform: readonly Decision[],
): Found | undefined {
  const [old, own] = [byQuestion(baseline), byQuestion(reform)]
  const found: Found[] = []
  for (const question of new Set([...old.keys(), ...own.keys()])) {
    const [one, other] = [old.get(question), own.get(question)]
    const { period, platform, event } = (one ?? other)!
    const subject = SUBJECT_OF[event]
    if (subject === 'lending' ? lendAlike(one, other) : decideAlike(subject, one, other)) continue
    found.push({
      subject,
      period,
      number: platform,
      baseline: answerOf(subject, one),
      reform: answerOf(subject, other),
    })
  }
  return found.sort(
    (one, other) =>
      Number(one.subject === 'lending') - Number(other.subject === 'lending') ||
      one.period - other.period ||
      SUBJECTS.indexOf(one.subject) - SUBJECTS.indexOf(other.subject) ||
      one.number - other.number,
  )[0]
}

function byQuestion(decisions: readonly Decision[]): Map<string, Decision> {
  const asked = decisions.filter(
    ({ event, reason }) => SUBJECT_OF[event] !== undefined && !FOLLOWS.has(reason),
  )
  // The ending of a programme is its own question; that of its partners follows from it.
  const programmes = decisions.filter(({ event }) => event === 'programmeEnded')
  return new Map(
    [...asked, ...programmes].map((one) => [
      `${one.period} ${SUBJECT_OF[one.event]} ${one.platform}`,
      one,
    ]),
  )
}

/** A side that was not asked leaves things as they are: partners stay, nobody is signed. */
function answerOf(subject: Subject, decision: Decision | undefined): Answer {
  const yes = decision === undefined ? subject !== 'signing' : YES.has(decision.event)
  return { yes, decision }
}

function decideAlike(
  subject: Subject,
  one: Decision | undefined,
  other: Decision | undefined,
): boolean {
  return answerOf(subject, one).yes === answerOf(subject, other).yes
}

function lendAlike(one: Decision | undefined, other: Decision | undefined): boolean {
  const [a, b] = [one?.measure ?? 0, other?.measure ?? 0]
  return Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b))
}
