/**
 * A checked formula as a function. Closures over closures: no text ever becomes code.
 * @module
 */
import { applyOne, applyTwo, finite, operations, type OperationName } from './operations.ts'
import type { Term } from './term.ts'

/** Reads the values of the metrics a formula needs, in their order. */
export type Evaluate = (values: Float64Array) => number

/**
 * The function of a tree: not defined (NaN) where any metric it names is not.
 *
 * @param needs  every metric of the tree, in the order of the values
 */
export function compileTerm(term: Term, needs: readonly string[]): Evaluate {
  const evaluate = compilePart(term, needs)
  return (values) => {
    for (let i = 0; i < needs.length; i++) if (!Number.isFinite(values[i])) return NaN
    return evaluate(values)
  }
}

function compilePart(term: Term, needs: readonly string[]): Evaluate {
  switch (term.kind) {
    case 'number': {
      const value = finite(term.value)
      return () => value
    }
    case 'metric': {
      const place = needs.indexOf(term.id)
      return (values) => values[place]
    }
    case 'choice': {
      const [condition, yes, no] = term.terms.map((one) => compilePart(one, needs))
      return (values) => {
        const found = condition(values)
        if (Number.isNaN(found)) return NaN
        return found !== 0 ? yes(values) : no(values)
      }
    }
    case 'operation':
      return compileOperation(
        term.name,
        term.terms.map((one) => compilePart(one, needs)),
      )
  }
}

function compileOperation(name: OperationName, parts: readonly Evaluate[]): Evaluate {
  const operation = operations[name]
  const [first, second] = parts
  if (operation.takes === 'one') return (values) => applyOne(operation, first(values))
  if (operation.takes === 'two') {
    return (values) => applyTwo(operation, first(values), second(values))
  }
  return (values) => {
    let found = first(values)
    for (let i = 1; i < parts.length; i++) found = applyTwo(operation, found, parts[i](values))
    return found
  }
}
