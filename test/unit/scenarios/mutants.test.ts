import { describe, expect, it } from 'vitest'
import { SimulationError } from '../../../engine/errors.ts'
import { resolveScenario } from '../../../scenarios/resolve.ts'
import { mutantsOf, withoutRequired, type Mutant } from './mutants.ts'
import { richScenario } from './rich-scenario.ts'
import { catalogue, library } from './scenario-catalogue.ts'

/** One mutant in so many is tried; a prime, so that every kind of mutant of every place gets its turn. */
const STRIDE = 7

const sound = [richScenario, ...library.values()]
const all = sound.flatMap((text) => [...mutantsOf(text), ...withoutRequired(text)])
const tried = all.filter((_, k) => k % STRIDE === 0)

/** A needed key replaced by another is missing where its section begins, before the other is met. */
const TWO_PROBLEMS = /a foreign key|a key of the language/

/** What is wrong with the answer to a mutant; undefined when it is as it should be. */
function faultOf({ name, text, line }: Mutant): string | undefined {
  try {
    resolveScenario({ text, file: 'mutant.yaml' }, library, catalogue)
    return `${name}, line ${line}: accepted`
  } catch (error) {
    if (!(error instanceof SimulationError)) return `${name}, line ${line}: ${String(error)}`
    const named = TWO_PROBLEMS.test(name) ? error.problems : error.problems.slice(0, 1)
    const fits = named.some((one) => one.file === 'mutant.yaml' && one.line === line)
    return fits ? undefined : `${name}, line ${line}: ${error.message}`
  }
}

describe('a scenario broken in one place', () => {
  it('is made in thousands of ways from scenarios that are sound', () => {
    for (const text of sound) {
      expect(() => resolveScenario({ text, file: 'x' }, library, catalogue)).not.toThrow()
    }
    expect(all.length).toBeGreaterThan(5000)
    expect(tried.length).toBeGreaterThan(200)
  })

  it('is always refused, and the first problem names the line', () => {
    expect(tried.map(faultOf).filter((fault) => fault !== undefined)).toEqual([])
  })
})
