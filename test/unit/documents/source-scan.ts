/**
 * What the source files say of themselves: first sentence, formulas and source of a comment; payments.
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

/** A comment that states where its content is from. */
export interface Stated {
  /** From the folder of the agents. */
  readonly file: string
  /** Its first sentence. */
  readonly about: string
  /** Lines indented as formulas; empty when there are none. */
  readonly formulas: readonly string[]
  readonly source: string
}

const FOLDER = 'agents'
const COMMENT = /\/\*\*\n([\s\S]*?)\n\s*\*\//g
const PHASE = /export const \w+: Phase<Market> = \{\s*id: '([\w.]+)'/

function sourceFiles(): { file: string; text: string }[] {
  return readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => posix.join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({
      file: path.slice(FOLDER.length + 1),
      text: readFileSync(path, 'utf8'),
    }))
}

/** Every comment of the model with a source, file by file. */
export function statedComments(): Stated[] {
  return sourceFiles().flatMap(({ file, text }) =>
    [...text.matchAll(COMMENT)].flatMap(([, body]) => {
      const lines = body.split('\n').map((line) => line.replace(/^\s*\* ?/, ''))
      const at = lines.findIndex((line) => line.startsWith('@source '))
      if (at < 0) return []
      const source = [lines[at].slice('@source '.length)]
      for (const line of lines.slice(at + 1)) {
        if (line === '' || line.startsWith('@')) break
        source.push(line.trim())
      }
      const said = lines.slice(
        0,
        lines.findIndex((line) => line === '' || line.startsWith('@')),
      )
      return [
        {
          file,
          about: firstSentence(said.join(' ')),
          formulas: lines
            .filter((line) => line.startsWith('    '))
            .map((line) => line.slice('    '.length)),
          source: source.join(' ').replace(/^model document/, 'Model document'),
        },
      ]
    }),
  )
}

const firstSentence = (text: string): string => (/^.*?[.](?= |$)/.exec(text)?.[0] ?? text).trim()

/** The file of every phase, from the folder of the agents. */
export function phaseFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  for (const { file, text } of sourceFiles()) {
    const found = PHASE.exec(text)
    if (found) files.set(found[1], file)
  }
  return files
}

/** A payment that the code posts. */
export interface Payment {
  readonly flow: string
  readonly from: string
  readonly to: string
}

const POST = /post\(ledger, FLOW\.(\w+), (?:SECTOR\.)?(\w+), (?:SECTOR\.)?(\w+),/g
/** Short names in the file that posts for borrowers. */
const ALIASES: Readonly<Record<string, string>> = { lenders: 'banks' }

/** All payments between sectors, as they are posted. */
export function postedPayments(): Payment[] {
  return sourceFiles().flatMap(({ text }) =>
    [...text.matchAll(POST)].map(([, flow, from, to]) => ({
      flow,
      from: ALIASES[from] ?? from,
      to: ALIASES[to] ?? to,
    })),
  )
}
