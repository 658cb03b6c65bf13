/**
 * The marks and texts YAML is made of, with their places; reads any text without calling itself.
 * @module
 */
import { Lexer } from 'yaml'

export interface YamlToken {
  readonly source: string
  /** Place in the text [characters]. */
  readonly offset: number
  /** A text without quotes, whatever signs it consists of. */
  readonly isScalar: boolean
}

/** Signs the lexer adds to what is written. */
const BEFORE_SCALAR = '\u001F'
const ADDED = ['\u0002', '\u0018', BEFORE_SCALAR]

/** All tokens of a text, in order. */
export function* tokensOf(text: string): Generator<YamlToken> {
  let offset = 0
  let isScalar = false
  for (const source of new Lexer().lex(text)) {
    if (ADDED.includes(source)) {
      isScalar = source === BEFORE_SCALAR
      continue
    }
    yield { source, offset, isScalar }
    offset += source.length
    isScalar = false
  }
}

/** Where the last quoted text begins; undefined where nothing is quoted. */
export function lastQuote(text: string): number | undefined {
  let found: number | undefined
  for (const { source, offset, isScalar } of tokensOf(text)) {
    if (!isScalar && /^["']/.test(source)) found = offset
  }
  return found
}
