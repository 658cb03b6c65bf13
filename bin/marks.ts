/**
 * Marks on the command line: a level of a metric, written as in scenarios.
 * @module
 */
import { readQuantity, type Notation } from '../scenarios/units.ts'
import { usageProblem } from './problems.ts'

/** How values of a metric are written. */
export function notationOf(unit: string): Notation {
  if (unit === '1/year') return 'rate'
  if (unit === 'share') return 'share'
  return unit.startsWith('mn') ? 'millionYuan' : 'number'
}

/** @throws SimulationError `USAGE` where the text cannot be read */
export function readMark(flag: string, text: string, notation: Notation): number {
  const read = readQuantity(text, notation)
  if (!('value' in read)) throw usageProblem(`${flag} ${read.expected}`, text, read.hint)
  return read.value
}
