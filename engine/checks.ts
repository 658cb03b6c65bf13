/**
 * Statements that must hold in every period of every run.
 *
 * @module
 */
import type { Context, Label } from './phase.ts'

/** How an identity failed: both sides, and who is involved. */
export interface Violation {
  /** The identity in words, such as `funding sent = funding received`. */
  readonly identity: string
  readonly left: number
  readonly right: number
  readonly tolerance: number
  /** Agents involved, such as `bank 12`; empty when the identity is about the whole market. */
  readonly agents: readonly string[]
}

/** A statement that must hold. It reads the market and never writes to it. */
export interface Check<M> {
  readonly id: string
  readonly label: Label
  /** Id of the phase after which it runs; without it, the end of the step. */
  readonly after?: string
  /** The first violation found, or undefined when the statement holds. */
  find(market: M, context: Context): Violation | undefined
}

/**
 * The violation of `left = right`, or undefined when they agree within `tolerance`.
 * A side that is not a number is a violation.
 */
export function differs(
  identity: string,
  left: number,
  right: number,
  tolerance: number,
  agents: readonly string[] = [],
): Violation | undefined {
  const gap = left - right
  if (gap <= tolerance && gap >= -tolerance) return undefined
  return { identity, left, right, tolerance, agents }
}
