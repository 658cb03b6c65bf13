/**
 * The parser's tree to ours, taking only what is listed. A list of what is forbidden would never be
 * complete: what is not named here is refused.
 * @module
 */
import { didYouMean } from '../../scenarios/nearest.ts'
import { compileTerm } from './compile-term.ts'
import { FUNCTIONS, LARGEST_EXPONENT, operations, type OperationName } from './operations.ts'
import { needsOfTerm, type Term } from './term.ts'

/** What is wrong with a formula, as the parts of a sentence "expected …, got … (hint)". */
export interface FormulaProblem {
  readonly expected: string
  readonly hint?: string
}

/** Thrown inside this folder only: the first thing found wrong. */
export class FormulaRefused extends Error {
  override readonly name = 'FormulaRefused'
  readonly problem: FormulaProblem

  constructor(problem: FormulaProblem) {
    super(problem.expected)
    this.problem = problem
  }
}

/** The parser's tree, as far as it is read; nothing in it is trusted. */
export interface ParsedNode {
  readonly type: string
  readonly value?: unknown
  readonly name?: string
  readonly fn?: unknown
  readonly implicit?: boolean
  readonly content?: ParsedNode
  readonly args?: readonly ParsedNode[]
  readonly condition?: ParsedNode
  readonly trueExpr?: ParsedNode
  readonly falseExpr?: ParsedNode
}

export const MOST_NODES = 200
export const MOST_DEPTH = 40

/** Every way of writing that a formula may use. */
export const ALLOWED =
  `a formula of numbers, metrics, + - * / ^, comparisons, a ? b : c, ` +
  `and the functions ${FUNCTIONS.join(', ')}`

/** Operators by the parser's name for them. */
const OPERATORS: ReadonlyMap<unknown, OperationName> = new Map<unknown, OperationName>([
  ['unaryMinus', 'negative'],
  ['add', 'plus'],
  ['subtract', 'minus'],
  ['multiply', 'times'],
  ['divide', 'over'],
  ['pow', 'power'],
  ['equal', 'equal'],
  ['unequal', 'unequal'],
  ['smaller', 'less'],
  ['smallerEq', 'atMost'],
  ['larger', 'more'],
  ['largerEq', 'atLeast'],
])

const HINTS: ReadonlyMap<string, string> = new Map([
  ['AssignmentNode', 'to compare, write =='],
  ['FunctionAssignmentNode', 'a formula defines nothing'],
  ['RelationalNode', 'compare two at a time: a < b ? b < c : 0'],
])

/**
 * The checked tree.
 *
 * @param known  ids that may be named; absent: any
 * @throws FormulaRefused at the first thing that is not on the list
 */
export function readTerm(root: ParsedNode, known: readonly string[] | undefined): Term {
  const names = known === undefined ? undefined : new Set(known)
  let nodes = 0

  const read = (node: ParsedNode, depth: number): Term => {
    nodes++
    if (nodes > MOST_NODES) refuse(`a formula of at most ${MOST_NODES} parts`)
    if (depth > MOST_DEPTH) refuse(`a formula nested at most ${MOST_DEPTH} deep`)
    const below = (one: ParsedNode): Term => read(one, depth + 1)
    switch (node.type) {
      case 'ParenthesisNode':
        return below(node.content!)
      case 'ConstantNode':
        return readNumber(node.value)
      case 'SymbolNode':
        return readMetric(node.name!)
      case 'ConditionalNode':
        return {
          kind: 'choice',
          terms: [below(node.condition!), below(node.trueExpr!), below(node.falseExpr!)],
        }
      case 'OperatorNode':
        return readOperator(node, below)
      case 'FunctionNode':
        return readFunction(node, below)
      default:
        return refuse(ALLOWED, HINTS.get(node.type))
    }
  }

  const readMetric = (id: string): Term => {
    if (names !== undefined && !names.has(id)) {
      refuse(`a metric in place of "${id}"`, didYouMean(id, known!).hint)
    }
    return { kind: 'metric', id }
  }

  return read(root, 0)
}

function readNumber(value: unknown): Term {
  if (typeof value !== 'number' || !Number.isFinite(value)) refuse('only finite numbers')
  return { kind: 'number', value: value }
}

function readOperator(node: ParsedNode, below: (node: ParsedNode) => Term): Term {
  if (node.implicit === true) refuse('an operator between two parts', 'to multiply, write *')
  if (node.fn === 'unaryPlus') return below(node.args![0])
  const name = OPERATORS.get(node.fn)
  if (name === undefined) return refuse(ALLOWED)
  const terms = node.args!.map(below)
  if (name !== 'power') return { kind: 'operation', name, terms }
  return { kind: 'operation', name, terms: [terms[0], readExponent(terms[1])] }
}

/** Exponents are numbers, or computed from numbers alone: an exponent that varies has no bound. */
function readExponent(term: Term): Term {
  const value = needsOfTerm(term).length > 0 ? NaN : compileTerm(term, [])(new Float64Array(0))
  if (!(Math.abs(value) <= LARGEST_EXPONENT)) {
    refuse(`an exponent that is a number from -${LARGEST_EXPONENT} to ${LARGEST_EXPONENT}`)
  }
  return { kind: 'number', value }
}

function readFunction(node: ParsedNode, below: (node: ParsedNode) => Term): Term {
  const fn = node.fn as ParsedNode
  if (fn.type !== 'SymbolNode') return refuse(ALLOWED)
  const name = FUNCTIONS.find((one) => one === fn.name)
  if (name === undefined) {
    return refuse(
      `one of the functions ${FUNCTIONS.join(', ')} in place of "${fn.name!}"`,
      didYouMean(fn.name!, FUNCTIONS).hint,
    )
  }
  const terms = node.args!.map(below)
  const { takes } = operations[name]
  if (takes === 'one' && terms.length !== 1) refuse(`one number in ${name}(…)`)
  if (takes === 'some' && terms.length === 0) refuse(`at least one number in ${name}(…)`)
  return { kind: 'operation', name, terms }
}

/** Stops reading. */
export function refuse(expected: string, hint?: string): never {
  throw new FormulaRefused(hint === undefined ? { expected } : { expected, hint })
}
