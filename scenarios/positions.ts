/**
 * YAML with places: the text, its plain value, and the line and column of every key and value.
 * @module
 */
import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Node,
} from 'yaml'
import type { Problem } from '../engine/errors.ts'

/** Most aliases in a file, and most copies they may unfold to. */
const MOST_ALIASES = 50

/** Longest text read as a scenario [characters]. */
const LONGEST_TEXT = 200_000

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

/** Parses `text`; problems of YAML itself are returned, not thrown. */
export function parsePlaced(
  text: string,
  file: string,
): { yaml: PlacedYaml } | { problems: readonly Problem[] } {
  const code = 'SCENARIO_SYNTAX'
  if (text.length > LONGEST_TEXT) {
    const expected = `a text of at most ${LONGEST_TEXT} characters`
    return { problems: [{ code, file, line: 1, column: 1, expected, got: `${text.length}` }] }
  }
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true, version: '1.2' })
  const place = (offset: number | undefined): Place => {
    const { line, col } = counter.linePos(offset ?? 0)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      code,
      file,
      ...place(error.pos[0]),
      expected: error.code === 'DUPLICATE_KEY' ? 'each key once' : 'valid YAML',
      got: error.message.split('\n')[0].replace(/ at line \d+, column \d+:?$/, ''),
    }))
    return { problems }
  }
  const aliases: Node[] = []
  visit(document, { Alias: (_, node) => void aliases.push(node) })
  const tooMany = {
    code,
    file,
    ...place(aliases[0]?.range?.[0]),
    expected: `at most ${MOST_ALIASES} repeated parts`,
    got: `${aliases.length} aliases that unfold to more`,
    hint: 'write the values out',
  }
  if (aliases.length > MOST_ALIASES) return { problems: [tooMany] }
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: MOST_ALIASES })
  } catch {
    return { problems: [tooMany] }
  }
  const root = document.contents as Node | null
  return {
    yaml: {
      value,
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
      if (!pair || !isPair(pair)) break
      const key = (pair.key as Node).range?.[0] ?? found.key
      const next = pair.value as Node | null
      found = { key, value: next?.range?.[0] ?? key }
      node = next
    } else break
    if (isAlias(node)) break
  }
  return found
}
