/**
 * The operations of a program that holds all mutants at once, and the switch that turns one on.
 *
 * Each operation says which mutant it belongs to; the one turned on does the opposite.
 * @module
 */

/** So many calls of one mutant in a test are a loop without an end. */
const MOST_CALLS = 50_000_000

let on = -1
let calls = 0
let reached = new Uint8Array(0)

/** True for the operation that is turned on. */
function turned(id: number): boolean {
  reached[id] = 1
  if (id !== on) return false
  if (++calls > MOST_CALLS) throw new Error('goes on for ever')
  return true
}

export const operations = {
  add: (id: number, a: number, b: number) => (turned(id) ? a - b : a + b),
  take: (id: number, a: number, b: number) => (turned(id) ? a + b : a - b),
  times: (id: number, a: number, b: number) => (turned(id) ? a / b : a * b),
  over: (id: number, a: number, b: number) => (turned(id) ? a * b : a / b),
  minus: (id: number, a: number) => (turned(id) ? a : -a),
  /** What is added, taken away: turned, the opposite. */
  sum: (id: number, a: number) => (turned(id) ? -a : a),
  /** What is multiplied or divided by: turned, its inverse. */
  factor: (id: number, a: number) => (turned(id) ? 1 / a : a),
}

/** Turns one mutant on, or with −1 none. */
export function turnOn(id: number): void {
  on = id
  calls = 0
}

/** Which mutants were reached since the last call. */
export function takeReached(count: number): Uint8Array {
  const before = reached
  reached = new Uint8Array(count)
  return before
}

Object.assign(globalThis, { mutantSwitch: operations })
