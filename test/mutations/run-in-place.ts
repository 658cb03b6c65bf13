/**
 * A test run of a program that holds all mutants at once.
 * @module
 */
import { relative } from 'node:path'
import { writeFileSync } from 'node:fs'
import { createVitest } from 'vitest/node'
import type { Edit, Mutant } from './mutants.ts'
import { latestLine, readOutcomes, RUN, STUCK } from './outcome.ts'
import { TODO } from './places.ts'
import { operations } from './switch.ts'

/** Seconds of the processor without an outcome that mean a loop without an end. */
const PATIENCE = 120
const LOOK_EVERY = 5000

/** What the run is to do. */
export interface Todo {
  /** How many mutants the program holds. */
  readonly count: number
  /** Test files. */
  readonly tests: readonly string[]
  /** Seconds of tests, by round. */
  readonly rounds: readonly number[]
  readonly mutants: readonly TodoMutant[]
}

export interface TodoMutant {
  readonly id: number
  readonly key: string
  readonly file: string
  readonly text: string
  /** The first round it is in. */
  readonly from: number
}

/** Puts mutants to the tests in rounds of so many seconds each; those that live go on to the next. */
export async function runInPlace(
  mutants: readonly Mutant[],
  keys: readonly string[],
  ids: readonly number[],
  tests: readonly string[],
  rounds: readonly number[],
): Promise<void> {
  const known = readOutcomes()
  const todo = ids.flatMap((id): TodoMutant[] => {
    const { file, line, code, change } = mutants[id]
    const { verdict, run, round = 0 } = known.get(keys[id]) ?? {}
    const from = run === RUN ? round + 1 : 0
    if (run === RUN && (verdict !== 'survived' || from >= rounds.length)) return []
    return [{ id, key: keys[id], file, text: `${file}:${line} ${code} (${change})`, from }]
  })
  if (todo.length === 0) return
  writeFileSync(TODO, JSON.stringify({ count: mutants.length, tests, rounds, mutants: todo }))
  await runOnce(mutants)
}

/** One program; a loop without an end ends the process. */
async function runOnce(mutants: readonly Mutant[]): Promise<void> {
  const edits = editsByFile(mutants)
  const changed = (file: string, code: string): string => {
    if (file === 'test/fixtures/opening-market.ts') {
      return code.replace(/const opened = new Map.*/, 'const opened = globalThis.openedMarkets')
    }
    if (/^test\/(?!mutations\/(?!verify|ring))/.test(file)) {
      return code.replace("from 'vitest'", `from '${process.cwd()}/test/mutations/collect.ts'`)
    }
    const own = edits.get(file)
    if (own === undefined) return code
    return PRELUDE + applied(own, code).replace(LASTING_MAP, 'const $1 = globalThis.keptMap()')
  }
  const vitest = await createVitest(
    'test',
    {
      watch: false,
      config: false,
      include: ['test/mutations/in-place.run.ts'],
      pool: 'threads',
      maxWorkers: 1,
      reporters: [{}],
    },
    {
      plugins: [
        {
          name: 'mutants',
          enforce: 'pre',
          transform: (code, id) => {
            const file = relative('.', id.replace(/\?.*/, ''))
            return file.endsWith('.ts') ? { code: changed(file, code), map: null } : undefined
          },
        },
      ],
    },
  )
  const stopWatching = endWhenStuck()
  await vitest.runTestSpecifications(await vitest.globTestSpecifications())
  stopWatching()
  await vitest.close()
}

/** Maps that a file keeps for good. */
const LASTING_MAP = /^const (\w+) = new Map<.*>\(\)$/m
const PRELUDE = `const { ${Object.keys(operations)
  .map((name) => `${name}: $${name}`)
  .join(', ')} } = globalThis.mutantSwitch; `

function editsByFile(mutants: readonly Mutant[]): Map<string, Edit[]> {
  const edits = new Map<string, Edit[]>()
  for (const [id, { file, switched }] of mutants.entries()) {
    const own = edits.get(file) ?? []
    own.push(...switched.map((edit) => ({ ...edit, text: edit.text.replace('#', String(id)) })))
    edits.set(file, own)
  }
  return edits
}

/** A text with edits made; of two at one place, the first stays outside. */
function applied(edits: readonly Edit[], code: string): string {
  let at = 0
  const parts = [...edits]
    .sort((a, b) => a.start - b.start)
    .flatMap(({ start, end, text }) => {
      const before = code.slice(at, start)
      at = end
      return [before, text]
    })
  return [...parts, code.slice(at)].join('')
}

/** Ends the process when a mutant has had more time than any test needs. */
function endWhenStuck(): () => void {
  let last = ''
  let since = process.cpuUsage()
  const timer = setInterval(() => {
    const latest = latestLine()
    const { user } = process.cpuUsage(since)
    if (latest !== last) {
      last = latest
      since = process.cpuUsage()
    } else if (latest.includes('"begun"') && user / 1e6 > PATIENCE) process.exit(STUCK)
  }, LOOK_EVERY)
  return () => clearInterval(timer)
}
