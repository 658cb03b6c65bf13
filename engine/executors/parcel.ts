/**
 * Outcomes packed for their way between threads.
 *
 * All numbers of a message travel in one block each of numbers and words: hundreds of small objects in
 * a message cost more time, and stay in memory longer, than what they hold.
 *
 * @module
 */
import type { Failure, Outcome, Success } from './executor.ts'

/** Outcomes in order. Its arrays move; the rest is copied. */
export interface Parcel {
  /** Results and kept tables, one after the other. */
  readonly numbers: Float64Array<ArrayBuffer>
  readonly hashes: Uint32Array<ArrayBuffer>
  /**
   * Of every outcome its lengths: result, hashes, number of kept tables, and of each its place in
   * `tables` and its length. `FAILED` stands for the next failure.
   */
  readonly layout: Int32Array<ArrayBuffer>
  readonly tables: readonly string[]
  readonly failures: readonly Failure[]
}

const FAILED = -1
const NO_TABLES: Readonly<Record<string, Float64Array>> = {}

/** Packs outcomes. */
export function pack(outcomes: readonly Outcome[]): Parcel {
  const layout: number[] = []
  const tables: string[] = []
  const failures: Failure[] = []
  let numbers = 0
  let hashes = 0
  for (const outcome of outcomes) {
    if (!outcome.ok) {
      failures.push(outcome)
      layout.push(FAILED)
      continue
    }
    const kept = Object.entries(outcome.kept ?? NO_TABLES)
    layout.push(outcome.result.length, outcome.hashes.length, kept.length)
    numbers += outcome.result.length
    hashes += outcome.hashes.length
    for (const [name, { length }] of kept) {
      if (!tables.includes(name)) tables.push(name)
      layout.push(tables.indexOf(name), length)
      numbers += length
    }
  }
  const parcel = {
    numbers: new Float64Array(numbers),
    hashes: new Uint32Array(hashes),
    layout: Int32Array.from(layout),
    tables,
    failures,
  }
  fill(parcel, outcomes)
  return parcel
}

function fill({ numbers, hashes }: Parcel, outcomes: readonly Outcome[]): void {
  let number = 0
  let word = 0
  for (const outcome of outcomes) {
    if (!outcome.ok) continue
    for (const column of [outcome.result, ...Object.values(outcome.kept ?? NO_TABLES)]) {
      numbers.set(column, number)
      number += column.length
    }
    hashes.set(outcome.hashes, word)
    word += outcome.hashes.length
  }
}

/** The outcomes of a parcel, each with arrays of its own. */
export function* unpack({
  numbers,
  hashes,
  layout,
  tables,
  failures,
}: Parcel): Generator<Outcome, void> {
  let place = 0
  let number = 0
  let word = 0
  let failure = 0
  const nextNumbers = () => numbers.slice(number, (number += layout[place++]))
  while (place < layout.length) {
    if (layout[place] === FAILED) {
      place++
      yield failures[failure++]
      continue
    }
    const success: Success = {
      ok: true,
      result: nextNumbers(),
      hashes: hashes.slice(word, (word += layout[place++])),
    }
    const count = layout[place++]
    if (count === 0) {
      yield success
      continue
    }
    const kept: Record<string, Float64Array> = {}
    for (let i = 0; i < count; i++) kept[tables[layout[place++]]] = nextNumbers()
    yield { ...success, kept }
  }
}

/** What of a parcel moves to another thread. */
export function movable({ numbers, hashes, layout }: Parcel): ArrayBuffer[] {
  return [numbers.buffer, hashes.buffer, layout.buffer]
}
