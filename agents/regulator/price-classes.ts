/**
 * Price classes: banks that share every ceiling, now and under the announced rules.
 *
 * Classes 0, 1 and 2 are banks, consumer finance and microlenders. A class splits where its banks'
 * ceilings differ; the part of its lowest bank id keeps the number, the others count on from 3.
 *
 * @source model document, section 5.2; the split follows from scopes of section 7
 * @module
 */
import { SimulationError } from '../../engine/errors.ts'
import { shapeOf } from '../../engine/shape.ts'
import { CONSUMER_FINANCE, MICROLENDER, SEGMENTS } from '../parameters.ts'
import type { BankRules } from './bank-rules.ts'
import type { RuledBanks } from './lever-values.ts'
import type { RuleBook } from './rule-book.ts'

/** Class numbers that always exist. */
export const BASE_CLASSES = 3

/** Most classes a market prices for. */
export const MAX_CLASSES = 8

/** Which bank stands for each class (-1: no bank of it), and the class of each bank. */
export interface Partition {
  readonly priceClass: Uint8Array
  readonly representative: readonly number[]
}

/**
 * The coarsest partition on which both rule sets have one ceiling per class.
 *
 * @throws SimulationError TOO_MANY_PRICE_CLASSES
 */
export function partitionBanks(banks: RuledBanks, rules: readonly BankRules[]): Partition {
  const priceClass = new Uint8Array(banks.licence.length)
  const representative = new Array<number>(BASE_CLASSES).fill(-1)
  const classes = new Map<string, number>()
  for (let b = 0; b < banks.licence.length; b++) {
    const base = baseClass(banks.licence[b])
    const terms = [base, ...rules.flatMap((one) => termsOf(one, b))].join(' ')
    const known = classes.get(terms)
    const fresh = representative[base] < 0 ? base : representative.length
    const chosen = known ?? fresh
    if (known === undefined) {
      classes.set(terms, chosen)
      representative[chosen] = b
    }
    priceClass[b] = chosen
  }
  if (representative.length > MAX_CLASSES) throw tooMany(representative.length)
  return { priceClass, representative }
}

function tooMany(count: number): SimulationError {
  return new SimulationError([
    {
      code: 'TOO_MANY_PRICE_CLASSES',
      expected: `scopes that leave at most ${MAX_CLASSES} different price ceilings among lenders`,
      got: `${count}`,
      hint: 'use fewer values or wider scopes for the ceiling levers',
    },
  ])
}

/** The class of a licence before any split. */
export function baseClass(licence: number): number {
  if (licence === CONSUMER_FINANCE) return 1
  return licence === MICROLENDER ? 2 : 0
}

function termsOf(rules: BankRules, b: number): number[] {
  const ceilings = rules.ceiling.subarray(b * SEGMENTS, (b + 1) * SEGMENTS)
  return [...ceilings, rules.bankStretch[b], rules.bankNicheStretch[b]]
}

/** The rule book with the ceilings of each class taken from its representative. */
export function withClasses(rules: BankRules, partition: Partition): RuleBook {
  const { priceClass, representative } = partition
  const classCount = representative.length
  const regulatoryCap = new Float64Array(classCount * SEGMENTS)
  const stretch = new Float64Array(classCount)
  const nicheStretch = new Float64Array(classCount)
  const { ceiling, bankStretch, bankNicheStretch, ...shared } = rules
  for (let c = 0; c < classCount; c++) {
    const b = representative[c]
    if (b < 0) continue
    regulatoryCap.set(ceiling.subarray(b * SEGMENTS, (b + 1) * SEGMENTS), c * SEGMENTS)
    stretch[c] = bankStretch[b]
    nicheStretch[c] = bankNicheStretch[b]
  }
  const fields = { priceClass, classCount, regulatoryCap, stretch, nicheStretch }
  // Agents read a rule book in every hot loop: all books have one shape.
  const book = shapeOf([...Object.keys(shared), ...Object.keys(fields)])
  return Object.assign(book, shared, fields)
}
