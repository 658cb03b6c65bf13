/**
 * A row of the chronicle with its codes as words.
 * @module
 */
import {
  AT,
  CAUSES,
  CHRONICLE_COLUMNS,
  CRITERIA,
  EVENTS,
  REASONS,
  ROW_WIDTH,
  type Cause,
  type ChronicleColumn,
  type Criterion,
  type Reason,
} from '../../agents/chronicle/columns.ts'

type EventName = (typeof EVENTS)[number]
type Coded = 'event' | 'reason' | 'cause' | 'criterion'

/** One decision or event; numbers are NaN where it has none. Period, bank and platform are numbers. */
export type Decision = { readonly [Name in Exclude<ChronicleColumn, Coded>]: number } & {
  readonly event: EventName
  readonly reason: Reason
  readonly cause: Cause
  readonly criterion: Criterion
}

/** The decision that starts at a place of the rows. */
export function readDecision(rows: Float64Array, at: number): Decision {
  const numbers = Object.fromEntries(
    CHRONICLE_COLUMNS.map((name) => [name, rows[at + AT[name]]]),
  ) as Record<ChronicleColumn, number>
  return {
    ...numbers,
    event: EVENTS[numbers.event],
    reason: REASONS[numbers.reason],
    cause: CAUSES[numbers.cause],
    criterion: CRITERIA[numbers.criterion],
  }
}

/** Decisions of rows, in order. */
export function readDecisions(rows: Float64Array): Decision[] {
  return Array.from({ length: rows.length / ROW_WIDTH }, (_, row) =>
    readDecision(rows, row * ROW_WIDTH),
  )
}
