/**
 * Formulas of users over the shipped metrics, month by month: `links / programmesOn`.
 *
 * A text is parsed by mathjs, its tree is checked against a list, and only our own functions are ever
 * run. Texts are bounded before they reach the parser, in length, letters and nesting, because a
 * parser is the one part here that others wrote.
 *
 * @source mathjs 15.2 for the grammar: mathjs.org/docs/expressions/syntax.html
 * @module
 */
import { compileTerm, type Evaluate } from './compile-term.ts'
import {
  ALLOWED,
  FormulaRefused,
  MOST_DEPTH,
  readTerm,
  refuse,
  type FormulaProblem,
  type ParsedNode,
} from './read-term.ts'
import { needsOfTerm, type Term } from './term.ts'

export const LONGEST_FORMULA = 500

/** A formula ready to be computed. */
export interface CompiledFormula {
  /** Ids of the metrics it reads, in order of first appearance. */
  readonly needs: readonly string[]
  /** Its value from theirs, in that order; NaN where it is not defined. Never infinite. */
  readonly evaluate: Evaluate
}

/** The language of formulas, with its parser in memory. */
export interface Formulas {
  /** What is wrong with a formula over the metrics `known`; undefined when nothing is. */
  check(text: string, known: readonly string[]): FormulaProblem | undefined
  /** The formula ready to run. @throws RangeError for one that `check` finds wrong */
  compile(text: string, known: readonly string[]): CompiledFormula
  /** Every name it reads, known or not; none when it cannot be read. */
  needsOf(text: string): readonly string[]
}

type Parse = (text: string) => ParsedNode

let loading: Promise<Formulas> | undefined

/** Loads the parser, once: a quarter of a second that only scenarios with formulas pay. */
export function loadFormulas(): Promise<Formulas> {
  loading ??= openLanguage()
  return loading
}

async function openLanguage(): Promise<Formulas> {
  const { create, parseDependencies } = await import('mathjs/number')
  const { parse: parseText } = create({ parseDependencies }, {})
  const parse: Parse = (text) => parseText(text)
  return {
    check(text, known) {
      const read = tryRead(text, known, parse)
      return 'problem' in read ? read.problem : undefined
    },
    compile(text, known) {
      const read = tryRead(text, known, parse)
      if ('problem' in read) throw new RangeError(`formula: expected ${read.problem.expected}`)
      const needs = needsOfTerm(read.term)
      return { needs, evaluate: compileTerm(read.term, needs) }
    },
    needsOf(text) {
      const read = tryRead(text, undefined, parse)
      return 'problem' in read ? [] : needsOfTerm(read.term)
    },
  }
}

function tryRead(
  text: string,
  known: readonly string[] | undefined,
  parse: Parse,
): { readonly term: Term } | { readonly problem: FormulaProblem } {
  try {
    return { term: readTerm(parseBounded(text, parse), known) }
  } catch (thrown) {
    if (thrown instanceof FormulaRefused) return { problem: thrown.problem }
    throw thrown
  }
}

/** Everything a formula is written with; quotes, brackets, braces and backslashes are not. */
const LETTER = /[A-Za-z0-9_.,+\-*/^()<>=!?:%\s]/

/** Parses a text that is short, plain and shallow; a line break is a space. */
function parseBounded(text: string, parse: Parse): ParsedNode {
  if (text.length > LONGEST_FORMULA) refuse(`a formula of at most ${LONGEST_FORMULA} characters`)
  if (text.trim() === '') refuse('a formula that is not empty')
  const strange = [...text].find((letter) => !LETTER.test(letter))
  if (strange !== undefined) refuse(ALLOWED, `${JSON.stringify(strange)} has no meaning here`)
  if (nesting(text) > MOST_DEPTH) refuse(`a formula nested at most ${MOST_DEPTH} deep`)
  try {
    return parse(text.replace(/\s+/g, ' '))
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown)
    return refuse('a complete formula', message)
  }
}

/** Most parentheses open at once. */
function nesting(text: string): number {
  let open = 0
  let most = 0
  for (const letter of text) {
    if (letter === '(') open++
    if (letter === ')') open--
    most = Math.max(most, open)
  }
  return most
}
