/**
 * Written quantities: `20%`, `36 months`, `5亿`, `500 million` to numbers, and back.
 *
 * Decimal points are moved in the text, never by arithmetic, so that writing and reading a number
 * returns the same number.
 * @module
 */

/** How a kind of number is written. */
export type Notation =
  'rate' | 'share' | 'number' | 'months' | 'quarters' | 'years' | 'count' | 'yuan' | 'millionYuan'

/** A quantity read, or how it should have been written. */
export type Reading =
  { readonly value: number } | { readonly expected: string; readonly hint?: string }

const NUMBER = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`
const WRITTEN = new RegExp(`^(${NUMBER})\\s*(.*)$`, 'i')
const FRACTION = new RegExp(`^(${NUMBER})\\s*/\\s*(${NUMBER})$`, 'i')

/** Powers of ten of the words for large amounts. */
const AMOUNTS: ReadonlyMap<string, number> = new Map([
  ['yuan', 0],
  ['元', 0],
  ['thousand', 3],
  ['万', 4],
  ['万元', 4],
  ['million', 6],
  ['mn', 6],
  ['百万', 6],
  ['亿', 8],
  ['亿元', 8],
  ['billion', 9],
  ['bn', 9],
])
const MILLION = 6
const PERCENT = 2

const WORDS: Readonly<Record<string, readonly string[]>> = {
  months: ['month', 'months', '个月'],
  quarters: ['quarter', 'quarters', '季度'],
  years: ['year', 'years', '年'],
}

/** A number written in `notation`. */
export function readQuantity(written: unknown, notation: Notation): Reading {
  const text = typeof written === 'number' ? String(written) : written
  if (typeof text !== 'string') return { expected: describeNotation(notation) }
  const fraction = FRACTION.exec(text.trim())
  if (fraction) return readFraction(fraction, notation)
  const match = WRITTEN.exec(text.trim())
  if (!match) return { expected: describeNotation(notation) }
  const [, digits, unit] = match as unknown as [string, string, string]
  const power = powerOf(unit, notation)
  if (power !== undefined) return { value: shifted(digits, power) }
  const hint = hintFor(digits, unit, notation)
  return { expected: describeNotation(notation), ...(hint === undefined ? {} : { hint }) }
}

/** `value` as `readQuantity` reads it. */
export function writeQuantity(value: number, notation: Notation): string | number {
  switch (notation) {
    case 'rate':
      return `${moved(value, PERCENT)}%`
    case 'yuan':
      return `${moved(value, -MILLION)} million`
    case 'millionYuan':
      return `${value} million`
    case 'months':
    case 'quarters':
    case 'years':
      return `${value} ${notation}`
    default:
      return value
  }
}

/** How a person would be told to write it. */
export function describeNotation(notation: Notation): string {
  switch (notation) {
    case 'rate':
      return 'a rate such as 24%'
    case 'share':
      return 'a share such as 30% or 0.3'
    case 'yuan':
    case 'millionYuan':
      return 'an amount such as 500 million or 5亿'
    case 'months':
    case 'quarters':
    case 'years':
      return `a length such as 3 ${notation}`
    case 'count':
      return 'a count such as 12'
    default:
      return 'a number such as 1.5'
  }
}

/** A share of one, such as 1/12; only where a bare number or a rate stands. */
function readFraction(match: RegExpExecArray, notation: Notation): Reading {
  const value = Number(match[1]) / Number(match[2])
  const fits = notation === 'rate' || notation === 'share' || notation === 'number'
  return fits && Number.isFinite(value) ? { value } : { expected: describeNotation(notation) }
}

/** The power of ten a unit stands for; undefined where it does not belong. */
function powerOf(unit: string, notation: Notation): number | undefined {
  const word = unit.toLowerCase()
  if (word === '%') return notation === 'rate' || notation === 'share' ? -PERCENT : undefined
  if (notation === 'yuan') return AMOUNTS.get(word)
  if (notation === 'millionYuan') {
    const power = AMOUNTS.get(word)
    return power === undefined ? undefined : power - MILLION
  }
  if (notation in WORDS) return WORDS[notation].includes(word) ? 0 : undefined
  if (notation === 'rate') return undefined
  if (notation === 'count') return /^(|days?|partners?|天|家|个)$/.test(word) ? 0 : undefined
  return word === '' || word === 'x' || word === '×' ? 0 : undefined
}

function hintFor(digits: string, unit: string, notation: Notation): string | undefined {
  if (unit !== '') return undefined
  switch (notation) {
    case 'rate': {
      const percent = Number(digits) < 1 ? moved(Number(digits), PERCENT) : digits
      return `rates carry a percent sign: write ${percent}%`
    }
    case 'yuan':
    case 'millionYuan':
      return `amounts carry a unit: write ${digits} million`
    case 'months':
    case 'quarters':
    case 'years':
      return `lengths carry a unit: write ${digits} ${notation}`
    default:
      return undefined
  }
}

function shifted(digits: string, power: number): number {
  const [mantissa, exponent = '0'] = digits.toLowerCase().split('e') as [string, string?]
  return Number(`${mantissa}e${Number(exponent) + power}`)
}

/** `value` times 10^power as the shortest decimal text. */
function moved(value: number, power: number): string {
  const [mantissa, exponent = '0'] = String(value).split('e') as [string, string?]
  const sign = mantissa.startsWith('-') ? '-' : ''
  const [whole, part = ''] = mantissa.replace('-', '').split('.') as [string, string?]
  const point = whole.length + Number(exponent) + power
  const digits = whole + part
  const padded = digits.padEnd(point, '0').padStart(digits.length + Math.max(0, 1 - point), '0')
  const place = Math.max(1, point)
  const left = padded.slice(0, place).replace(/^0+(?=\d)/, '')
  const right = padded.slice(place).replace(/0+$/, '')
  return `${sign}${left}${right === '' ? '' : `.${right}`}`
}
