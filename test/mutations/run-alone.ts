/**
 * Test runs of a program with one mutant alone, loaded anew each time: for those that survived where
 * all share one program.
 * @module
 */
import { relative } from 'node:path'
import { createVitest, type TestSpecification } from 'vitest/node'
import type { Mutant } from './mutants.ts'
import { STUCK, type Outcome } from './outcome.ts'

/** Seconds of the processor after which a run is taken for a loop without an end. */
const PATIENCE = 90
const LOOK_EVERY = 2000

/** A mutant, and the test files it is put to, in this order. */
export interface Trial {
  readonly mutant: Mutant
  readonly tests: readonly string[]
}

/** Runs each mutant's tests until one turns red. */
export async function runAlone<T extends Trial>(
  trials: readonly T[],
  onOutcome: (trial: T, outcome: Outcome) => void,
): Promise<void> {
  if (trials.length === 0) return
  let active: T | undefined
  const place = (one: TestSpecification): number =>
    active?.tests.indexOf(relative('.', one.moduleId)) ?? 0
  class InOrder {
    shard = (files: TestSpecification[]) => Promise.resolve(files)
    sort = (files: TestSpecification[]) =>
      Promise.resolve([...files].sort((a, b) => place(a) - place(b)))
  }
  const transform = (code: string, id: string) => {
    if (active === undefined || relative('.', id) !== active.mutant.file) return undefined
    const { start, end, becomes } = active.mutant
    return { code: code.slice(0, start) + becomes + code.slice(end), map: null }
  }
  const vitest = await createVitest(
    'test',
    {
      watch: false,
      config: false,
      include: ['test/**/*.{test,ring}.ts'],
      pool: 'threads',
      maxWorkers: 1,
      isolate: false,
      bail: 1,
      testTimeout: 600_000,
      hookTimeout: 600_000,
      reporters: [{}],
      sequence: { sequencer: InOrder },
    },
    { plugins: [{ name: 'mutant', enforce: 'pre', transform }] },
  )
  const all = await vitest.globTestSpecifications()
  for (const trial of trials) {
    const path = `${process.cwd()}/${trial.mutant.file}`
    active = trial
    vitest.invalidateFile(path)
    vitest.state.filesMap.clear()
    const began = process.cpuUsage()
    const used = (): number => {
      const { user, system } = process.cpuUsage(began)
      return (user + system) / 1e6
    }
    const timer = setInterval(() => {
      if (used() < PATIENCE) return
      onOutcome(trial, { verdict: 'timed out', seconds: used() })
      process.exit(STUCK)
    }, LOOK_EVERY)
    const chosen = all.filter((one) => trial.tests.includes(relative('.', one.moduleId)))
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(chosen)
    clearInterval(timer)
    const failed = testModules.find((one) => one.state() === 'failed')
    const [test] = failed?.children.allTests('failed') ?? []
    const name = failed && `${relative('.', failed.moduleId)}: ${test?.fullName ?? 'is not loaded'}`
    const by = name ?? (unhandledErrors.length > 0 ? 'an error' : undefined)
    const verdict = by === undefined ? 'survived' : 'killed'
    onOutcome(trial, { verdict, by, seconds: used() })
    active = undefined
    vitest.invalidateFile(path)
  }
  await vitest.close()
}
