/**
 * `npm run mutations`: changes one sign of one equation at a time and looks whether a test turns red.
 *
 * Outcomes are kept as they come: a second run goes on where the first ended, and starts anew with
 * files that were edited since. Arguments: parts of paths to keep to; `--again` for mutants that
 * survived before; `--alone` for those only, each in a program of its own; `--products` to swap × and ÷
 * as well; `--page` to write the page alone.
 * @module
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { findMutants } from './mutants.ts'
import { keepLost, keepOutcome, keysOf, latestLine, readOutcomes, RUN } from './outcome.ts'
import { mutationPage, type Explanation } from './page.ts'
import { EXPLAINED, mutatedFiles, PAGE, programParts, RESULTS } from './places.ts'
import { runAlone } from './run-alone.ts'
import { runInPlace } from './run-in-place.ts'

/** Seconds of tests that a mutant is put to: first few, then, if it lives, many. */
const ROUNDS = [2, 6]
/** The round in which a mutant has a program of its own, and the test files it is put to at most. */
const ALONE = ROUNDS.length
const MOST_FILES = 6

type Outcomes = ReturnType<typeof readOutcomes>

const words = process.argv.slice(1)
const has = (flag: string): boolean => words.includes(flag)
const parts = words.filter((word) => !word.startsWith('--'))
mkdirSync(RESULTS, { recursive: true })
const mutants = findMutants(mutatedFiles())
const keys = keysOf(mutants)
const isProduct = (id: number): boolean => /[*/]/.test(mutants[id].change)
if (RUN === undefined) {
  if (!has('--page')) runUntilDone()
  await writePage()
} else await runAll()

/** Runs in processes of their own: one that a mutant brings to its end, by time or memory, is followed by the next. */
function runUntilDone(): void {
  const env = { ...process.env, MUTATION_RUN: String(process.hrtime.bigint()) }
  const args = [...process.execArgv, '--', ...words]
  for (let left = ''; ;) {
    const { status } = spawnSync(process.execPath, args, {
      stdio: ['inherit', 'inherit', 'ignore'],
      env,
    })
    if (status === 0) return
    const latest = latestLine()
    if (latest === left) throw new Error('the tests do not run')
    left = latest
    keepLost(latest)
  }
}

async function runAll(): Promise<void> {
  const known = readOutcomes()
  const ids = [...mutants.keys()].filter((id) => {
    const { file } = mutants[id]
    if (isProduct(id) && !has('--products')) return false
    if (parts.length > 0 && !parts.some((part) => file.includes(part))) return false
    const { verdict, run } = known.get(keys[id]) ?? {}
    if (run === RUN) return true
    if (has('--again') || has('--alone')) return verdict === undefined || verdict === 'survived'
    return verdict === undefined
  })
  for (const { isOf, tests } of programParts()) {
    const own = ids.filter((id) => isOf(mutants[id].file))
    if (!has('--alone')) await runInPlace(mutants, keys, own, tests, ROUNDS)
    await runSurvivors(own, tests)
  }
}

/** What the program works out while it is loaded cannot be changed in a program that all share. */
async function runSurvivors(ids: readonly number[], tests: readonly string[]): Promise<void> {
  const outcomes = readOutcomes()
  const left = ids.filter((id) => {
    const { verdict, round, run } = outcomes.get(keys[id]) ?? {}
    return verdict === 'survived' && (round !== ALONE || (run !== RUN && has('--again')))
  })
  const trials = left.map((id) => ({
    id,
    mutant: mutants[id],
    tests: nearest(id, tests, outcomes),
  }))
  await runAlone(trials, ({ id, mutant: { file, line } }, outcome) => {
    keepOutcome(keys[id], { ...outcome, round: ALONE })
    console.log(outcome.verdict, outcome.seconds.toFixed(1), `${file}:${line}`, outcome.by ?? '')
  })
}

/** Tests that name the file, then those that killed most other mutants of it. */
function nearest(id: number, tests: readonly string[], outcomes: Outcomes): readonly string[] {
  const { file } = mutants[id]
  const name = file.split('/').slice(1).join('/')
  const kills = new Map<string, number>()
  for (const [key, { by }] of outcomes) {
    const test = by?.split(': ')[0]
    if (test !== undefined && key.startsWith(`${file}|`))
      kills.set(test, (kills.get(test) ?? 0) + 1)
  }
  const naming = tests.filter((path) => readFileSync(path, 'utf8').includes(name))
  const killing = [...kills].sort((a, b) => b[1] - a[1]).map(([path]) => path)
  const found = [...new Set([...naming, ...killing])].filter((path) => tests.includes(path))
  if (found.length > 0) return found.slice(0, MOST_FILES)
  const verified = tests.filter((path) => /verify/.test(path))
  return verified.length > 0 ? verified : tests
}

async function writePage(): Promise<void> {
  const outcomes = readOutcomes()
  const judged = mutants
    .map((mutant, id) => ({ mutant, outcome: outcomes.get(keys[id]) }))
    .filter((_, id) => !isProduct(id))
  const explanations = existsSync(EXPLAINED)
    ? (JSON.parse(readFileSync(EXPLAINED, 'utf8')) as Explanation[])
    : []
  const page = mutationPage(judged, explanations)
  const options = await resolveConfig(PAGE)
  writeFileSync(PAGE, await format(page, { ...options, parser: 'markdown' }))
}
