/**
 * All mutants in one program: tests are loaded once, then run with one mutant turned on at a time.
 *
 * What a test file works out while it is loaded is worked out again, with the mutant on, where no test
 * turned red before. What the program works out while it is loaded is not.
 * @module
 */
import { appendFileSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { it } from 'vitest'
import { takeReached, turnOn } from './switch.ts'
import { gathered, gatherFrom, type GatheredTest } from './collect.ts'
import { keepOutcome } from './outcome.ts'
import { LOG, TODO } from './places.ts'
import type { Todo, TodoMutant } from './run-in-place.ts'

/** Markets that tests opened, and which of them the test at work asked for. */
class Openings extends Map<string, unknown> {
  readonly asked = new Set<string>()
  override get(name: string): unknown {
    this.asked.add(name)
    return super.get(name)
  }
}

/** Maps that files keep for good: what a mutant left there must go. */
const keptMaps: Map<unknown, unknown>[] = []
const { openedMarkets } = Object.assign(globalThis, {
  openedMarkets: new Openings(),
  keptMap() {
    const map = new Map<unknown, unknown>()
    keptMaps.push(map)
    return map
  },
})
const todo = JSON.parse(readFileSync(TODO, 'utf8')) as Todo
/** Seconds of the processor. */
const costs = new Map<GatheredTest, number>()
const reached = new Map<GatheredTest, Uint8Array>()
/** What is worked out while a test file is loaded. */
const loading = new Map<string, { places: Uint8Array; seconds: number }>()
const kills = new Map<GatheredTest, number>()
const unsound = new Set<GatheredTest>()
let loads = 0

const say = (line: string): void => appendFileSync(LOG, `${line}\n`)

function clock(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

async function passes(test: GatheredTest): Promise<boolean> {
  try {
    await test.run()
    return true
  } catch {
    return false
  }
}

it('puts every mutant to the tests', { timeout: 36_000_000 }, async () => {
  fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true })
  for (const path of todo.tests) {
    gatherFrom(path)
    const began = clock()
    takeReached(todo.count)
    await import(/* @vite-ignore */ `${process.cwd()}/${path}`)
    const places = takeReached(todo.count)
    loading.set(path, { places, seconds: clock() - began })
  }
  const tests = [...gathered]
  say(`${tests.length} tests loaded`)
  const byOpening = new Map<string, Uint8Array>()
  for (const test of tests) {
    openedMarkets.asked.clear()
    const began = clock()
    const sound = await passes(test)
    costs.set(test, clock() - began)
    const places = takeReached(todo.count)
    for (const name of openedMarkets.asked) {
      const opening = byOpening.get(name) ?? places
      byOpening.set(name, opening)
      for (const [id, value] of opening.entries()) places[id] |= value
    }
    if (sound) reached.set(test, places)
    else say(`left out, red without a mutant: ${test.file}: ${test.name}`)
  }
  const total = [...costs.values()].reduce((sum, value) => sum + value, 0)
  say(`${reached.size} tests, ${total.toFixed(0)} s`)
  const killers = new Map<string, GatheredTest[]>()
  const killed = new Set<number>()
  for (const [round, most] of todo.rounds.entries()) {
    for (const mutant of todo.mutants) {
      if (round < mutant.from || killed.has(mutant.id)) continue
      if (await judge(mutant, killers, round, most)) killed.add(mutant.id)
    }
  }
})

async function judge(
  mutant: TodoMutant,
  killers: Map<string, GatheredTest[]>,
  round: number,
  most: number,
): Promise<boolean> {
  const { id, key, file, text } = mutant
  keepOutcome(key, { verdict: 'begun', round, seconds: 0 })
  const began = clock()
  const earlier = killers.get(file) ?? []
  const before = openedMarkets.size
  const isKept = /screening|numerics/.test(file)
  const isOpening = /populate|burn-in|spare-known|reveal-margin/.test(file)
  const forget = (): void => {
    if (isKept) for (const map of keptMaps) map.clear()
    if (isOpening || openedMarkets.size !== before) openedMarkets.clear()
  }
  let by: GatheredTest | undefined
  forget()
  for (const test of testsOf(id, earlier, most)) {
    turnOn(id)
    const green = await passes(test)
    turnOn(-1)
    if (green) continue
    forget()
    if ((await passes(test)) || (await failsAnew(test, id, forget))) {
      by = test
      break
    }
  }
  by ??= await redOnceLoaded(id, most, forget)
  forget()
  if (by !== undefined) {
    killers.set(file, [by, ...earlier.filter((one) => one !== by)])
    kills.set(by, (kills.get(by) ?? 0) + 1)
  }
  const verdict = by === undefined ? 'survived' : 'killed'
  const name = by && `${by.file}: ${by.name}`
  const seconds = clock() - began
  keepOutcome(key, { verdict, by: name, round, seconds })
  say(`${verdict} ${seconds.toFixed(2)} ${text} ${name ?? ''}`)
  return by !== undefined
}

/** A red test that stays red left its own file's markets in disorder: loads the file anew and looks again. */
async function failsAnew(test: GatheredTest, id: number, forget: () => void): Promise<boolean> {
  await loadAgain(test.file)
  if (!(await passes(test))) {
    unsound.add(test)
    say(`no longer green: ${test.file}: ${test.name}`)
    return false
  }
  turnOn(id)
  const green = await passes(test)
  turnOn(-1)
  forget()
  await loadAgain(test.file)
  return !green
}

/** Loads files with the mutant on whose loading it has a part in; the first test that is red then. */
async function redOnceLoaded(id: number, most: number, forget: () => void) {
  let sum = 0
  for (const [file, { places, seconds: needed }] of loading) {
    if (places[id] !== 1 || sum + needed > most) continue
    sum += needed
    turnOn(id)
    const red = await redAfterLoading(file)
    turnOn(-1)
    forget()
    await loadAgain(file)
    if (red !== undefined && (await passes(red))) return red
  }
  return undefined
}

async function redAfterLoading(file: string): Promise<GatheredTest | undefined> {
  const own = gathered.filter((test) => test.file === file && reached.has(test))
  try {
    await loadAgain(file)
  } catch {
    return own[0]
  }
  for (const test of own) if (!(await passes(test))) return test
  return undefined
}

async function loadAgain(file: string): Promise<void> {
  const from = gathered.length
  gatherFrom(file)
  await import(/* @vite-ignore */ `${process.cwd()}/${file}?again=${++loads}`)
  const fresh = new Map(gathered.splice(from).map((test) => [test.name, test.run]))
  for (const test of gathered) if (test.file === file) test.run = fresh.get(test.name) ?? test.run
}

/** Tests that reach a mutant, up to a time: what killed others of its file, then the quickest to kill. */
function testsOf(id: number, earlier: readonly GatheredTest[], most: number): GatheredTest[] {
  const rank = (test: GatheredTest): number => {
    const place = earlier.slice(0, 5).indexOf(test)
    return place >= 0 ? place - 5 : (costs.get(test)! + 0.001) / (1 + (kills.get(test) ?? 0))
  }
  const ranked = gathered
    .filter((test) => !unsound.has(test) && reached.get(test)?.[id] === 1)
    .map((test) => ({ test, rank: rank(test) }))
    .sort((a, b) => a.rank - b.rank)
  let sum = 0
  return ranked
    .filter(({ test }) => {
      const next = sum + costs.get(test)!
      if (next <= most) sum = next
      return next <= most
    })
    .map(({ test }) => test)
}
