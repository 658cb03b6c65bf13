/**
 * Errors of two families: what the user can fix, and what we must fix.
 *
 * @module
 */
import type { Violation } from './checks.ts'
import type { Month, Period } from './time.ts'

/** One thing the user should change, and where. */
export interface Problem {
  /** Stable name in capitals, for `explain` and for programs. */
  readonly code: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
  /** Place within the file, such as `levers.aprCapPerLoan.value`. */
  readonly path?: string
  readonly expected: string
  readonly got: string
  readonly hint?: string
}

/** The user can fix it; nothing was run. Carries all problems found, not the first. Exit code 2. */
export class SimulationError extends Error {
  override readonly name = 'SimulationError'
  /** The code of the first problem. */
  readonly code: string
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(sentence).join('\n'))
    this.problems = problems
    this.code = problems[0]?.code ?? 'UNKNOWN'
  }
}

function sentence(problem: Problem): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined)
  const at = [...place, problem.path].filter((part) => part !== undefined).join(':')
  const hint = problem.hint === undefined ? '' : ` (${problem.hint})`
  const prefix = at === '' ? '' : `${at}: `
  return `${prefix}${problem.code}: expected ${problem.expected}, got ${problem.got}${hint}`
}

/** An identity of the model does not hold: our fault. It stops the run. Exit code 1. */
export class IdentityBroken extends Error {
  override readonly name = 'IdentityBroken'
  readonly code = 'IDENTITY_BROKEN'
  readonly period: Period
  readonly month: Month
  /** The phase after which the check ran, or `end of step`. */
  readonly phase: string
  readonly violation: Violation

  constructor(period: Period, month: Month, phase: string, violation: Violation) {
    const { identity, left, right, tolerance, agents } = violation
    const who = agents.length === 0 ? '' : `, at ${agents.join(', ')}`
    super(
      `IDENTITY_BROKEN in ${month} (period ${period}), after ${phase}: ${identity}: ` +
        `left ${left}, right ${right}, differs ${left - right} (tolerance ${tolerance})${who}`,
    )
    this.period = period
    this.month = month
    this.phase = phase
    this.violation = violation
  }
}
