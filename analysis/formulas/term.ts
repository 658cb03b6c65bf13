/**
 * A checked formula: a tree of numbers, metrics and named operations. Plain data, so that it can be
 * sent to a thread, which then needs no parser.
 * @module
 */
import type { OperationName } from './operations.ts'

export type Term =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'metric'; readonly id: string }
  | { readonly kind: 'operation'; readonly name: OperationName; readonly terms: readonly Term[] }
  /** The second term where the first is not 0, else the third; the other one is not looked at. */
  | { readonly kind: 'choice'; readonly terms: readonly [Term, Term, Term] }

/** Ids of the metrics a formula reads, in order of first appearance. */
export function needsOfTerm(term: Term): readonly string[] {
  const found = new Set<string>()
  collect(term, found)
  return [...found]
}

function collect(term: Term, found: Set<string>): void {
  if (term.kind === 'metric') found.add(term.id)
  if (term.kind === 'operation' || term.kind === 'choice') {
    for (const one of term.terms) collect(one, found)
  }
}
