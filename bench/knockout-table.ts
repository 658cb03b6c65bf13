/**
 * The knock-outs in words: measured above expected, and a verdict.
 * @module
 */
import { alignCells } from './align-cells.ts'
import type { VariantResult } from './knockouts.ts'
import type { Cell, Verdict } from './knockout-effects.ts'
import { columns, type Expectation } from './knockout-variants.ts'

const DIGITS = 1

/** Prints two lines a variant. */
export function printKnockouts(results: readonly VariantResult[], replicates: number): void {
  const head = ['', ...columns.map(({ label }) => label), 'verdict']
  const rows = results.flatMap((result) => [measured(result), expected(result)])
  for (const line of alignCells([head, ...rows], LEFT)) console.log(line)
  console.log(`
n = ${replicates} pairs that share every draw; mean change ± paired 95% half-width against the rules
before under the same parameters. Links, loans and new loans in %, exits and CR5 (of balances) in
points; new loans of segment 5 over the last year, the rest at the end. Second line: the sign stated,
< or > a smaller or larger effect than the full notice, 0 the same bits, blank nothing claimed.`)
}

const LEFT = [0, columns.length + 1]

function measured({ variant, cells }: VariantResult): string[] {
  return [variant.id, ...columns.map(({ id }) => effectText(cells[id])), summary(cells)]
}

function expected({ cells }: VariantResult): string[] {
  return [
    '',
    ...columns.map(({ id, direction }) => sign(cells[id].expected, direction)),
    doubts(cells),
  ]
}

function effectText({ mean, halfWidth, verdict }: Cell): string {
  const text =
    Object.is(mean, 0) && halfWidth === 0 ? '0' : `${signed(mean)} ±${halfWidth.toFixed(DIGITS)}`
  return verdict === 'not' ? `${text}!` : text
}

function signed(value: number): string {
  const text = Math.abs(value).toFixed(DIGITS)
  return value < 0 ? `−${text}` : `+${text}`
}

function sign(expectation: Expectation, direction: number): string {
  const stated = direction < 0 ? '−' : '+'
  switch (expectation) {
    case 'same':
      return stated
    case 'less':
      return `${stated} <`
    case 'more':
      return `${stated} >`
    case 'nothing':
      return '0'
    case 'open':
      return ''
  }
}

function summary(cells: VariantResult['cells']): string {
  const wrong = named(cells, 'not')
  return wrong === '' ? 'as stated' : `not: ${wrong}`
}

function doubts(cells: VariantResult['cells']): string {
  const doubtful = named(cells, 'not distinguishable')
  return doubtful === '' ? '' : `not distinguishable: ${doubtful}`
}

function named(cells: VariantResult['cells'], verdict: Verdict): string {
  const found = columns.filter(({ id }) => cells[id].verdict === verdict)
  return found.map(({ label }) => label).join(', ')
}
