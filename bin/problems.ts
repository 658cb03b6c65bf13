/**
 * Errors as people read them: all problems at once, each with its place and what to type.
 * @module
 */
import { IdentityBroken, SimulationError, type Problem } from '../engine/errors.ts'
import { messagesIn } from '../analysis/words/messages.ts'
import type { Language } from '../analysis/words/language.ts'
import { alignLeft, EXIT, type Terminal } from './terminal.ts'

/** A problem with the command itself. */
export function usageProblem(expected: string, got: string, hint?: string): SimulationError {
  const problem: Problem = { code: 'USAGE', expected, got }
  return new SimulationError([hint === undefined ? problem : { ...problem, hint }])
}

/** Prints what was thrown and returns the exit code. */
export function reportError(
  thrown: unknown,
  terminal: Terminal,
  language: Language,
  options: { json: boolean; verbose: boolean; replay?: string },
): number {
  if (thrown instanceof SimulationError) {
    if (options.json) {
      terminal.answer(JSON.stringify({ schema: 'problems/1', problems: thrown.problems }, null, 2))
    }
    for (const line of problemLines(thrown.problems, language)) terminal.note(line)
    return EXIT.yoursToFix
  }
  const words = messagesIn(language)
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  terminal.note(words.unexpected(message))
  if (thrown instanceof IdentityBroken) terminal.note(words.see('zhudai explain IDENTITY_BROKEN'))
  if (options.replay !== undefined) terminal.note(`    ${words.replay(options.replay)}`)
  if (options.verbose && thrown instanceof Error && thrown.stack) terminal.note(thrown.stack)
  return EXIT.ourFault
}

/** The printed form of a list of problems. */
export function problemLines(problems: readonly Problem[], language: Language): string[] {
  const words = messagesIn(language)
  const files = new Set(problems.map((problem) => problem.file))
  const file = files.size === 1 ? problems[0]?.file : undefined
  const lines = [words.problems(problems.length, file), '']
  for (const problem of problems) lines.push(...oneProblem(problem, language), '')
  const codes = [...new Set(problems.map((problem) => problem.code))]
  return [...lines, ...codes.map((code) => words.see(`zhudai explain ${code}`))]
}

/** What stands for no input at all; anything else is the reader's own text. */
const OURS = ['nothing', 'none of that name']

function oneProblem(problem: Problem, language: Language): string[] {
  const words = messagesIn(language)
  const { at, expected, got, hint } = words.problem
  const place = [problem.file, problem.line, problem.column]
    .filter((part) => part !== undefined)
    .join(':')
  const rows = [
    ...(problem.path === undefined ? [] : [[at, problem.path]]),
    [expected, words.problemPhrase(problem.expected)],
    [got, OURS.includes(problem.got) ? words.problemPhrase(problem.got) : problem.got],
    ...(problem.hint === undefined ? [] : [[hint, words.problemPhrase(problem.hint)]]),
  ]
  const indent = place === '' ? '  ' : '    '
  return [...(place === '' ? [] : [`  ${place}`]), ...alignLeft(rows).map((row) => indent + row)]
}
