/**
 * YAML with places: the text, its plain value, and the line and column of every key and value.
 * @module
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml'
import type { Node } from 'yaml'
import type { Problem } from '../engine/errors.ts'
import { refuseContent, refuseText, type Refusal } from './refusals.ts'
import { lastQuote } from './yaml-tokens.ts'

export type Path = readonly (string | number)[]

export interface Place {
  readonly line: number
  readonly column: number
}

/** A parsed text: its value, and where things stand in it. */
export interface PlacedYaml {
  readonly value: unknown
  /** Where the value at `path` stands, or that of its nearest parent. */
  valueAt(path: Path): Place
  /** Where the key at `path` stands. */
  keyAt(path: Path): Place
}

/** Said at the end of the text; the mistake is where the quote begins. */
const OPEN_QUOTE = /^Missing closing .quote/
const BYTE_ORDER_MARK = /^\uFEFF/

/** Parses `text`; problems of YAML itself are returned, not thrown. */
export function parsePlaced(
  written: string,
  file: string,
): { yaml: PlacedYaml } | { problems: readonly Problem[] } {
  const code = 'SCENARIO_SYNTAX'
  const text = written.replace(BYTE_ORDER_MARK, '')
  const counter = new LineCounter()
  const place = (offset: number | undefined): Place => {
    const { line, col } = counter.linePos(offset ?? 0)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const refused = refuseText(text)
  if (refused) {
    counter.addNewLine(0)
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      counter.addNewLine(at + 1)
    }
    return { problems: [problemOf(refused)] }
  }
  const document = parseDocument(text, {
    lineCounter: counter,
    uniqueKeys: true,
    version: '1.2',
    logLevel: 'error',
  })
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      code,
      file,
      ...place(OPEN_QUOTE.test(error.message) ? lastQuote(text) : error.pos[0]),
      expected: error.code === 'DUPLICATE_KEY' ? 'each key once' : 'valid YAML',
      got: error.message.split('\n')[0].replace(/ at line \d+, column \d+:?$/, ''),
    }))
    return { problems }
  }
  const content = refuseContent(document)
  if (content) return { problems: [problemOf(content)] }
  return placedOf(document, place)

  function problemOf({ offset, ...rest }: Refusal): Problem {
    return { code, file, ...place(offset), ...rest }
  }
}

function placedOf(
  document: Document.Parsed,
  place: (offset: number | undefined) => Place,
): { yaml: PlacedYaml } {
  const root = document.contents as Node | null
  return {
    yaml: {
      value: document.toJS({ maxAliasCount: -1 }) as unknown, // counted before
      valueAt: (path) => place(descend(root, path).value),
      keyAt: (path) => place(descend(root, path).key),
    },
  }
}

/** Offsets of the key and the value at `path`; of the last one found where the path ends early. */
function descend(root: Node | null, path: Path): { key: number; value: number } {
  let node: Node | null = root
  let found = { key: root?.range?.[0] ?? 0, value: root?.range?.[0] ?? 0 }
  for (const part of path) {
    if (isSeq(node)) {
      const item = node.items[Number(part)] as Node | undefined
      if (!item) break
      found = { key: item.range?.[0] ?? found.value, value: item.range?.[0] ?? found.value }
      node = item
    } else if (isMap(node)) {
      const pair = node.items.find(
        (one) => isScalar(one.key) && String(one.key.value) === String(part),
      )
      if (!pair) break
      const key = (pair.key as Node).range?.[0] ?? found.key
      const next = pair.value as Node | null
      found = { key, value: next?.range?.[0] ?? key }
      node = next
    } else break
    if (isAlias(node)) break
  }
  return found
}
