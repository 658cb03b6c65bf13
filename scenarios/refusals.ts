/**
 * Texts no scenario needs, refused before or after YAML reads them: too long, too deep, binary, or
 * made to unfold without end.
 * @module
 */
import { isAlias, isCollection, isPair, isScalar, type Document } from 'yaml'
import type { Node } from 'yaml'
import type { Problem } from '../engine/errors.ts'
import { tokensOf } from './yaml-tokens.ts'

/** What is refused, and where it begins. */
export interface Refusal extends Pick<Problem, 'expected' | 'got' | 'hint'> {
  readonly offset: number
}

/** Longest text read as a scenario [characters]. */
const LONGEST_TEXT = 200_000
/** Deepest nesting read; the deepest a scenario uses is about eight. */
const DEEPEST = 32
/** Most parts a text may unfold to through repeated parts. */
const MOST_PARTS = 20_000
/** Aliases unfold; a scenario has no use for more. */
const MOST_ALIASES = 50

/** Control characters but tab and line ends, and what a decoder leaves of bytes that are no text. */
const NO_TEXT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFD]/
const HEX = 16
const HEX_DIGITS = 4

/** What is wrong with `text` before it is parsed, if anything. */
export function refuseText(text: string): Refusal | undefined {
  if (text.length > LONGEST_TEXT) {
    const got = `${text.length} characters`
    return { offset: 0, expected: `a text of at most ${LONGEST_TEXT} characters`, got }
  }
  const offset = text.search(NO_TEXT)
  if (offset >= 0) {
    const code = text.charCodeAt(offset).toString(HEX).toUpperCase().padStart(HEX_DIGITS, '0')
    return { offset, expected: 'plain text in UTF-8', got: `the character U+${code}` }
  }
  return refuseDepth(text)
}

/** Brackets and list marks nested deeper than a parser that calls itself should be asked to follow. */
function refuseDepth(text: string): Refusal | undefined {
  let brackets = 0
  let marks = 0
  for (const { source, offset, isScalar } of tokensOf(text)) {
    if (isScalar) continue
    if (source === '[' || source === '{') brackets++
    else if (source === ']' || source === '}') brackets--
    else if (source === '-' || source === '?') marks++
    else if (source.startsWith('\n') || source.startsWith('\r')) marks = 0
    if (brackets > DEEPEST || marks > DEEPEST) return { offset, ...TOO_DEEP }
  }
  return undefined
}

const TOO_DEEP = { expected: `at most ${DEEPEST} levels`, got: 'deeper nesting' }
const PLAIN = 'plain YAML without tags and directives'

/** What is wrong with a parsed document, if anything: depth, keys, tags, repeated parts. */
export function refuseContent(document: Document.Parsed): Refusal | undefined {
  const [warning] = document.warnings
  if (warning) {
    return { offset: warning.pos[0], expected: PLAIN, got: warning.message.split(/ at line|\n/)[0] }
  }
  if (document.directives.yaml.explicit === true) {
    return { offset: 0, expected: PLAIN, got: `%YAML ${document.directives.yaml.version}` }
  }
  const survey: Survey = { anchors: new Map(), aliases: 0 }
  measure(document.contents, 0, survey)
  return survey.refusal
}

/** A walk over a document: what repeated parts unfold to, and the first thing refused. */
interface Survey {
  /** Parts beneath each anchor, by name. */
  readonly anchors: Map<string, number>
  aliases: number
  /** Where the blame for unfolding lies. */
  firstAlias?: Node
  refusal?: Refusal
}

/** How many parts a node unfolds to. */
function measure(node: Node | null, depth: number, survey: Survey): number {
  if (survey.refusal || node === null) return 1
  const refuse = (rest: Omit<Refusal, 'offset'>, at: Node = node): number => {
    survey.refusal ??= { offset: at.range?.[0] ?? 0, ...rest }
    return 1
  }
  if (depth > DEEPEST) return refuse(TOO_DEEP)
  if (isAlias(node)) {
    const size = survey.anchors.get(node.source)
    survey.aliases++
    survey.firstAlias ??= node
    if (size === undefined) {
      return refuse({ expected: 'a repeated part that stands before', got: `*${node.source}` })
    }
    return survey.aliases > MOST_ALIASES
      ? refuse(unfolds(`${MOST_ALIASES} aliases`), survey.firstAlias)
      : size
  }
  if (node.tag !== undefined) return refuse({ expected: PLAIN, got: node.tag })
  let size = 1
  for (const item of isCollection(node) ? node.items : []) {
    const [key, value] = isPair(item) ? [item.key as Node | null, item.value] : [null, item]
    if (isPair(item) && !isScalar(key))
      refuse({ expected: 'a name as key', got: 'none' }, key ?? node)
    else if (depth > 0 && isEmpty(value)) {
      refuse({ expected: 'a value', got: 'nothing' }, key ?? (value as Node | null) ?? node)
    } else size += 1 + measure(value as Node | null, depth + 1, survey)
  }
  if (node.anchor !== undefined) survey.anchors.set(node.anchor, size)
  return size > MOST_PARTS ? refuse(unfolds(`${MOST_PARTS} parts`), survey.firstAlias) : size
}

/** Whether nothing is written; only whole sections may be empty, and no limit is a written null. */
function isEmpty(value: unknown): boolean {
  return value === null || (isScalar(value) && value.value === null && !value.source)
}

function unfolds(limit: string): Omit<Refusal, 'offset'> {
  return { expected: 'few repeated parts', got: `more than ${limit}`, hint: 'write the values out' }
}
