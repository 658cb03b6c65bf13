/**
 * What tests import from vitest, for tests that are gathered first and run again and again.
 * @module
 */
export { expect, expectTypeOf } from 'vitest'

type Work = (...row: never[]) => unknown

export interface GatheredTest {
  readonly file: string
  readonly name: string
  run: () => unknown
}

interface Scope {
  readonly name: string
  readonly before: Work[]
  readonly once: Work[]
}

export const gathered: GatheredTest[] = []
const scopes: Scope[] = []
let file = ''

/** Names the file that the next tests come from. */
export function gatherFrom(path: string): void {
  file = path
}

function addTest(title: string, run: Work): void {
  const within = [...scopes]
  const name = [...within.map((scope) => scope.name), title].join(' > ')
  const start = async (): Promise<void> => {
    for (const scope of within) {
      for (const work of scope.once.splice(0)) await work()
      for (const work of scope.before) await work()
    }
  }
  gathered.push({ file, name, run: async () => (await start(), run()) })
}

function openScope(name: string, fill: Work): void {
  scopes.push({ name, before: [], once: [] })
  fill()
  scopes.pop()
}

const eachRow =
  (add: (name: string, work: Work) => void) =>
  (rows: readonly unknown[]) =>
  (name: string, work: (...row: unknown[]) => unknown): void => {
    for (const row of rows) {
      const values: unknown[] = Array.isArray(row) ? row : [row]
      add(name.replace('%s', String(values[0])), () => work(...values))
    }
  }

export const it = Object.assign(addTest, { each: eachRow(addTest) })
export const describe = Object.assign(openScope, { each: eachRow(openScope) })
export const beforeEach = (work: Work): void => void scopes.at(-1)?.before.push(work)
export const beforeAll = (work: Work): void => void scopes.at(-1)?.once.push(work)
