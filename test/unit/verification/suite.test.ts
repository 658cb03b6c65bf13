import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verificationIn, criterionText, readingText } from '../../../analysis/words/verification.ts'
import type { Entry, Materials } from '../../../analysis/verification/entry.ts'
import { entrySection, verificationPage } from '../../../analysis/verification/page.ts'
import {
  asPrinted,
  atLeast,
  atMost,
  between,
  exactly,
  holds,
  unitsOff,
  within,
  withinErrors,
} from '../../../analysis/verification/reading.ts'
import { suite } from '../../../analysis/verification/suite.ts'
import { selectEntries, verifyEntry } from '../../../analysis/verification/verify.ts'
import { verify } from '../../../bin/commands/verify.ts'
import type { Session } from '../../../bin/session.ts'
import { createTerminal, EXIT } from '../../../bin/terminal.ts'

const page = readFileSync('docs/VERIFICATION.md', 'utf8')
const nothing: Materials = { tables: {}, rules: {} }
const label = { en: 'a number', zh: '一个数' }

/** Entries that take next to no time. */
const QUICK = ['V3b', 'LC1', 'LC3', 'LC4', 'LC8', 'LC9', 'LC10', 'LC12', 'LC13', 'LC14', 'LC15', 'LC20', 'I15'] // prettier-ignore

const toy = (run: Entry['run']): Entry => ({
  id: 'T1',
  topic: 'kernel',
  title: label,
  setUp: label,
  source: 'arithmetic',
  run,
})

/** A session that keeps what is answered. */
function listening(json = false) {
  const lines: string[] = []
  const terminal = createTerminal({ quiet: true, colour: false })
  const heard = { ...terminal, answer: (line = '') => void lines.push(line), note: () => undefined }
  const session: Session = { terminal: heard, language: 'en', json, verbose: false, words: [] }
  return { session, lines }
}

describe('the suite', () => {
  it('has every entry once, in both languages, with a source', () => {
    expect(suite.length).toBeGreaterThan(35)
    expect(new Set(suite.map(({ id }) => id)).size).toBe(suite.length)
    for (const { id, title, setUp, source } of suite) {
      for (const text of [title.en, title.zh, setUp.en, setUp.zh, source]) {
        expect(text.trim(), id).not.toBe('')
      }
      expect(title.zh, id).toMatch(/[\u4e00-\u9fff]/)
      expect(setUp.zh, id).toMatch(/[\u4e00-\u9fff]/)
    }
  })

  it('covers every row of the list, and every limiting case of the market that is part of it', () => {
    const ids = suite.map(({ id }) => id)
    const known = ['V1', 'V1b', 'V2', 'V2b', 'V3b', 'V10', 'V12', 'V13', 'V14', 'V16', 'V17']
    const cases = Array.from({ length: 20 }, (_, i) => `LC${i + 1}`).filter((id) => id !== 'LC17')
    expect([...known, ...cases].filter((id) => !ids.includes(id))).toEqual([])
  })

  it('runs the longer entries only when asked', () => {
    const fast = selectEntries(suite, { full: false })
    expect(fast.some(({ long }) => long)).toBe(false)
    expect(selectEntries(suite, { full: true })).toHaveLength(suite.length)
    expect(selectEntries(suite, { full: false, only: 'v1B' }).map(({ id }) => id)).toEqual(['V1b'])
    expect(selectEntries(suite, { full: false, only: 'V99' })).toEqual([])
  })

  it('builds its models of other markets on the public kernel alone', () => {
    const folder = 'analysis/verification/kernel'
    const imported = readdirSync(folder).flatMap((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(/from '(\.[^']+)'/g)].map(
        ([, path]) => path,
      ),
    )
    expect(imported).toContain('../../../engine/index.ts')
    const inner = imported.filter((path) => /\/(engine|agents|scenarios)\//.test(path))
    expect(inner.filter((path) => path !== '../../../engine/index.ts')).toEqual([])
  })
})

describe('a reading', () => {
  it('holds within its tolerance and no further', () => {
    expect(holds(exactly(label, 3, 3 + 1e-12))).toBe(true)
    expect(holds(exactly(label, 3, 3 + 1e-11))).toBe(false)
    expect(holds(asPrinted(label, 0.17, 0.1749, 2))).toBe(true)
    expect(holds(asPrinted(label, 0.17, 0.1751, 2))).toBe(false)
    expect(holds(withinErrors(label, 0, 2.9, 1))).toBe(true)
    expect(holds(withinErrors(label, 0, -3.1, 1))).toBe(false)
    expect(holds(within(label, 1, 1.2, 0.1))).toBe(false)
    expect(holds(between(label, 0.93, 0.97, 0.95))).toBe(true)
    expect(holds(between(label, 0.93, 0.97, 0.98))).toBe(false)
    expect(holds(atLeast(label, 1, 0.9))).toBe(false)
    expect(holds(atMost(label, 1, 1.1))).toBe(false)
    expect(unitsOff(0.17, 0.1749, 2)).toBeCloseTo(0.49, 6)
  })

  it('never holds when it is not a number', () => {
    for (const reading of [exactly(label, 1, NaN), atLeast(label, 0, NaN), atMost(label, 0, NaN)]) {
      expect(holds(reading)).toBe(false)
    }
  })

  it('says what it is held to', () => {
    const words = verificationIn('en')
    expect(criterionText(withinErrors(label, 1, 1, 0.1), words)).toBe(
      '± 0.3, three standard errors',
    )
    expect(criterionText(atLeast(label, 0.93, 1), words)).toBe('at least 0.93')
    expect(criterionText(between(label, 0.93, 0.97, 1), verificationIn('zh'))).toBe('0.93至0.97')
    expect([readingText(1 / 3), readingText(3.55e-15), readingText(undefined)]).toEqual([
      '0.333333',
      '3.6e-15',
      '',
    ])
  })
})

describe('an entry', () => {
  it('holds when all its readings do', () => {
    expect(
      verifyEntry(
        toy(() => [exactly(label, 2, 1 + 1)]),
        nothing,
      ).holds,
    ).toBe(true)
    const wrong = toy(() => [exactly(label, 2, 2), exactly(label, 2, 1)])
    expect(verifyEntry(wrong, nothing).holds).toBe(false)
  })

  it('without readings, or that cannot finish, fails and hides nothing', () => {
    expect(
      verifyEntry(
        toy(() => []),
        nothing,
      ).holds,
    ).toBe(false)
    const broken = toy(() => {
      throw new Error('funding sent = funding received')
    })
    const { holds: sound, problem } = verifyEntry(broken, nothing)
    expect([sound, problem]).toEqual([false, 'funding sent = funding received'])
  })
})

describe('zhudai verify', () => {
  const right = toy(() => [exactly(label, 2, 1 + 1)])
  const wrong = { ...toy(() => [exactly(label, 2, 1)]), id: 'T2' }

  it('ends with 0 when all hold and with 4 when one fails', () => {
    const { session, lines } = listening()
    expect(verify({ full: false, page: false }, session, [right])).toBe(EXIT.done)
    expect(lines.join('\n')).toContain('1 known result, 1 reading: all hold.')
    expect(verify({ full: false, page: false }, session, [right, wrong])).toBe(4)
    expect(lines.join('\n')).toMatch(/a number +2 +1 +exact +FAILS/)
    expect(lines.at(-1)).toBe('1 of 2 known results fail.')
  })

  it('is JSON on request', () => {
    const { session, lines } = listening(true)
    verify({ full: false, page: false, only: 'V3b' }, session)
    const answer = JSON.parse(lines.join('\n')) as {
      schema: string
      holds: boolean
      entries: { id: string; verdict: string; readings: { expected: number; got: number }[] }[]
    }
    expect([answer.schema, answer.holds]).toEqual(['verify/1', true])
    expect(answer.entries.map(({ id, verdict }) => [id, verdict])).toEqual([['V3b', 'holds']])
    expect(answer.entries[0].readings[0]).toMatchObject({ expected: 6, got: 6 })
  })

  it('names the entries when asked for an unknown one', () => {
    expect(() => verify({ full: false, page: false, only: 'V99' }, listening().session)).toThrow(
      /V1, V1-long, V1b/,
    )
  })
})

describe('docs/VERIFICATION.md', () => {
  it('lists exactly the entries of the suite, in order', () => {
    const [entries] = page.split('\n## Left out')
    const listed = [...entries.matchAll(/^### (\S+) (.+)$/gm)].map(([, id, title]) => [id, title])
    expect(listed).toEqual(suite.map(({ id, title }) => [id, title.en]))
  })

  it('has a table for every entry of the fast set, all of which hold', () => {
    const verdicts = [...page.matchAll(/^Verdict: (\w+)\.$/gm)].map(([, verdict]) => verdict)
    expect(verdicts).toEqual(selectEntries(suite, { full: false }).map(() => 'holds'))
    expect(page).toMatch(/^Result: \d+ known results, \d+ readings: all hold\.$/m)
  })

  it.each(QUICK)('says of %s what comes out now', (id) => {
    const [entry] = selectEntries(suite, { full: false, only: id })
    expect(page).toContain(entrySection(entry, verifyEntry(entry, nothing)).join('\n\n'))
  })

  it('says so where an entry fails', () => {
    const failing = toy(() => [exactly(label, 2, 1)])
    const written = verificationPage([failing], [verifyEntry(failing, nothing)])
    expect(written).toContain('Result: 1 of 1 known results fail.')
    expect(written).toContain('Verdict: FAILS.')
  })
})
