/**
 * What became of a mutant, kept line by line as it comes.
 * @module
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import type { Mutant } from './mutants.ts'
import { OUTCOMES } from './places.ts'

export interface Outcome {
  /** `begun` is left behind by a run that was stopped: the next one begins anew. */
  readonly verdict: 'begun' | 'killed' | 'survived' | 'timed out'
  /** The first test that turned red: its file and name. */
  readonly by?: string | undefined
  /** Seconds of the processor. */
  readonly seconds: number
  /** The round of tests it came from. */
  readonly round?: number
  /** The run it came from. */
  readonly run?: string | undefined
}

/** Names the run that this process is part of. */
export const RUN = process.env['MUTATION_RUN']
/** How a process ends that met a loop without an end: the next one goes on behind it. */
export const STUCK = 75

/** Keeps an outcome; a later one of the same mutant takes its place. */
export function keepOutcome(key: string, outcome: Outcome): void {
  appendFileSync(OUTCOMES, `${JSON.stringify({ key, run: RUN, ...outcome })}\n`)
}

/** The outcome kept last, as it stands in the file. */
export function latestLine(): string {
  return existsSync(OUTCOMES)
    ? (readFileSync(OUTCOMES, 'utf8').trimEnd().split('\n').at(-1) ?? '')
    : ''
}

/** A process that ended on its own while it judged a mutant met a loop without an end. */
export function keepLost(line: string): void {
  if (line === '') return
  const { key, ...outcome } = JSON.parse(line) as Outcome & { key: string }
  if (outcome.verdict === 'begun') keepOutcome(key, { ...outcome, verdict: 'timed out' })
}

/** The outcomes kept, by key. */
export function readOutcomes(): Map<string, Outcome> {
  if (!existsSync(OUTCOMES)) return new Map()
  const lines = readFileSync(OUTCOMES, 'utf8').split('\n').filter(Boolean)
  const outcomes = lines.map((line) => JSON.parse(line) as Outcome & { key: string })
  const latest = new Map(outcomes.map(({ key, ...outcome }) => [key, outcome]))
  return new Map([...latest].filter(([, { verdict }]) => verdict !== 'begun'))
}

/** Names of mutants, which no longer hold once their file is another. */
export function keysOf(mutants: readonly Mutant[]): string[] {
  const prints = new Map<string, string>()
  return mutants.map(({ file, code, nth, change }) => {
    const print = prints.get(file) ?? fingerprint(file)
    prints.set(file, print)
    return [file, print, code, change, nth].join('|')
  })
}

function fingerprint(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12)
}
