/** Scenario files broken in one place, made from sound ones, with the line that is to blame. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Pair, type Scalar } from 'yaml'
import type { Node } from 'yaml'

export interface Mutant {
  readonly name: string
  readonly text: string
  readonly line: number
}

interface Spot {
  readonly path: readonly string[]
  readonly key?: Scalar
  readonly value: Scalar
}

interface Entry {
  readonly path: readonly string[]
  readonly key: Scalar
  readonly value: Node | null
  readonly inFlow: boolean
}

/** Keys without which a scenario cannot be read, by the end of their path. */
const REQUIRED = [
  /^(schema|id|title|question)$/,
  /^title\.(en|zh)$/,
  /^shocks\.\d+\.kind$/,
  /^levers\..*\.value$/,
  /^metrics\.\d+\.(id|formula|unit)$/,
  /^run\.replicates\.(most|halfWidths)$/,
  /^sweep\.over\..*\.(low|high)$|^sweep(\.\d+)?\.over$/,
]
/** Places where any text will do. */
const FREE_TEXT = /^(id|question|notes.*|title\..*|run\.seed|metrics\.\d+\.(id|unit|title.*))$/
/** Lines whose value is any text, or that continue one. */
const FREE_LINE = /^(en|zh|question|seed|unit): |^- [A-Z]/
const NUMBER = /^([-\d.]+)( ?)(%|months?|million|minutes)?$/
const BOOLEAN = /^(true|false)$/
const MONTH = /^\d{4}-\d\d$/

/** All mutants of a sound scenario. */
export function mutantsOf(text: string): Mutant[] {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter })
  const entries: Entry[] = []
  const spots: Spot[] = []
  collect(document.contents, [], false, undefined, entries, spots)
  const lineOf = (offset: number): number => counter.linePos(offset).line
  const splice = (from: number, to: number, put: string): string =>
    text.slice(0, from) + put + text.slice(to)
  return [
    ...entries.flatMap((entry) => ofKey(text, entry, lineOf, splice)),
    ...spots.flatMap((spot) => ofValue(spot, lineOf, splice)),
    ...ofLines(text),
  ]
}

function collect(
  node: unknown,
  path: readonly string[],
  inFlow: boolean,
  key: Scalar | undefined,
  entries: Entry[],
  spots: Spot[],
): void {
  if (isMap(node)) {
    for (const pair of node.items as Pair<Scalar, Node | null>[]) {
      const below = [...path, String(pair.key.value)]
      entries.push({ path: below, key: pair.key, value: pair.value, inFlow: inFlow || !!node.flow })
      collect(pair.value, below, inFlow || !!node.flow, pair.key, entries, spots)
    }
  } else if (isSeq(node)) {
    node.items.forEach((item, k) =>
      collect(item, [...path, String(k)], inFlow || !!node.flow, undefined, entries, spots),
    )
  } else if (isScalar(node)) spots.push({ path, value: node, ...(key ? { key } : {}) })
}

type Splice = (from: number, to: number, put: string) => string

function ofKey(
  text: string,
  { path, key, value, inFlow }: Entry,
  lineOf: (offset: number) => number,
  splice: Splice,
): Mutant[] {
  const at = path.join('.')
  const [from, to] = key.range!
  const line = lineOf(from)
  const name = text.slice(from, to)
  const mutants: Mutant[] = [
    { name: `${at}: misspelt`, text: splice(to, to, 'x'), line },
    { name: `${at}: without a colon`, text: splice(to, to + 1, ''), line },
    { name: `${at}: a foreign key`, text: splice(from, to, 'qwertyuiop'), line },
    { name: `${at}: a key of the language`, text: splice(from, to, '__proto__'), line },
    { name: `${at}: a key left open`, text: splice(from, to, `"${name}`), line },
  ]
  const end = value?.range?.[1] ?? to
  const written = text.slice(from, end).trimEnd()
  if (!written.includes('\n')) {
    const [put, twin] = inFlow
      ? [`${written}, `, line]
      : [`${written}\n${' '.repeat(column(text, from))}`, line + 1]
    mutants.push({ name: `${at}: twice`, text: splice(from, from, put), line: twin })
  }
  return mutants
}

/** Without an entry that is needed; its line is that of the map it stood in. */
export function withoutRequired(text: string): Mutant[] {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter })
  const entries: Entry[] = []
  collect(document.contents, [], false, undefined, entries, [])
  return entries
    .filter(({ path }) => REQUIRED.some((pattern) => pattern.test(path.join('.'))))
    .map(({ path }) => {
      const copy = parseDocument(text)
      copy.deleteIn(path.map((part) => (/^\d+$/.test(part) ? Number(part) : part)))
      const left = copy.toString({ lineWidth: 0 })
      const places = new LineCounter()
      const again = parseDocument(left, { lineCounter: places })
      const parent = (
        path.length === 1 ? again.contents : again.getIn(path.slice(0, -1), true)
      ) as Node
      const line = places.linePos(parent.range![0]).line
      return { name: `${path.join('.')}: missing`, text: left, line }
    })
}

function column(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1)
}

function ofValue(
  { path, key, value }: Spot,
  lineOf: (offset: number) => number,
  splice: Splice,
): Mutant[] {
  const at = path.join('.')
  const [from, to] = value.range!
  const line = lineOf(from)
  const written = value.source ?? ''
  const replaced = (name: string, put: string): Mutant => ({
    name: `${at}: ${name}`,
    text: splice(from, to, put),
    line,
  })
  const mutants = [
    replaced('a map', '{ x: 1 }'),
    replaced('a list of nothing', '[]'),
    replaced('not a number', '.nan'),
    replaced('a tag', `!!binary ${written}`),
    replaced('an alias of nothing', '*nobody'),
    replaced('binary', `${written}\u0000`),
  ]
  if (key) mutants.push(replaced('empty', ''))
  if (!BOOLEAN.test(written)) mutants.push(replaced('true', 'true'))
  if (FREE_TEXT.test(at)) return mutants
  if (!MONTH.test(written)) mutants.push(replaced('endless', '.inf'))
  const number = NUMBER.exec(written)
  if (MONTH.test(written)) {
    mutants.push(replaced('a thirteenth month', '2026-13'), replaced('a day', '2026-03-01'))
    mutants.push(replaced('a year', '2026'), replaced('words', 'next spring'))
  } else if (number) {
    const [, digits, gap, unit = ''] = number
    mutants.push(replaced('out of range', `-987654321${gap}${unit}`))
    mutants.push(replaced('of an unknown unit', `${digits} parsecs`))
    mutants.push(replaced('words', 'plenty'))
    const ambiguous = unit === '%' && Number(digits) <= 10
    if (unit !== '' && !ambiguous) mutants.push(replaced('without unit', digits))
  } else if (!BOOLEAN.test(written)) {
    mutants.push(replaced('misspelt', `${written}qx`), replaced('a number', '-7'))
  }
  return mutants
}

/** Lines moved, indented by tabs, or the last of the file. */
function ofLines(text: string): Mutant[] {
  const lines = text.split('\n')
  const head = lines.findIndex((line) => line.startsWith('question'))
  return lines.flatMap((line, k) => {
    const [, indent, rest] = /^( *)(.*)$/.exec(line)!
    if (rest === '' || rest.startsWith('#')) return []
    const changed = (put: string): string => lines.map((one, i) => (i === k ? put : one)).join('\n')
    const number = k + 1
    const mutants: Mutant[] = [
      { name: `line ${number}: binary`, text: changed(`${indent}\u0007${rest}`), line: number },
    ]
    const cut = lines.slice(0, k)
    const half = rest.slice(0, Math.max(1, rest.search(/[:\]}]/) - 1))
    if (!FREE_LINE.test(rest) && !rest.includes(' #')) {
      mutants.push({ name: `line ${number}: a bracket`, text: changed(`${line} }`), line: number })
    }
    if (k > head && /^\w+:/.test(rest)) {
      const torn = [...cut, indent + half].join('\n')
      mutants.push({ name: `line ${number}: torn off`, text: torn, line: number })
    }
    if (indent !== '') {
      mutants.push({ name: `line ${number}: a tab`, text: changed(`\t${rest}`), line: number })
    }
    return mutants
  })
}
