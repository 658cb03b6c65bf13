import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatLevel } from '../../analysis/words/numbers.ts'
import { SHORT, zhudai, type Said } from './zhudai.ts'

const cwd = mkdtempSync(join(tmpdir(), 'zhudai-score-'))
const PERIODS = ['--periods', '3']

/** A file of targets nobody has seen; `more` are further entries of its list. */
function targets(name: string, more = ''): string {
  const text = `schema: 1
id: mine
title: { en: My own figures, zh: 我的数据 }
targets:
  - id: yilian
    title: { en: Yilian’s list, zh: 亿联银行名单 }
    quantity: listSize
    of: bank:yilian
    at: 2025-01
    observed: 56
    within: 5
  - id: lending
    quantity: originations
    as: ratio
    since: 2024-11
    at: 2025-01
    observed: 100%
    within: 4%
  - id: small
    quantity: partners
    of: tier:small
    summary: median
    as: growth
    since: 2024-12
    at: 2025-01
    observed: 0%
    within: 5%
  - id: unpublished
    quantity: listSize
    of: bank:large-state-001
    at: 2025-01
    observed: 9
${more}`
  writeFileSync(join(cwd, name), text)
  return `./${name}`
}

/** Three commands that run replicates, on a machine that may be busy [ms]. */
const LONG = 180_000

const scored = (...words: string[]): Promise<Said> => zhudai(['score', ...words], { cwd })

beforeAll(() => void targets('mine.yaml'))
afterAll(() => rmSync(cwd, { recursive: true }))

describe('zhudai score', () => {
  it(
    'prints targets, forecasts and whether the model beats each benchmark; a result has the same',
    async () => {
      const asked = ['notice-9', '--targets', './mine.yaml', ...SHORT, ...PERIODS, '-q']
      const { stdout, code } = await scored(...asked, '--figure', 'mine.svg')
      expect(code).toBe(0)
      const row = (start: string) =>
        stdout.split('\n').find((line) => line.trim().startsWith(start))!
      expect(stdout).toContain('My own figures: Notice 9 as published   4 targets · 2 replicates')
      expect(row('Yilian’s list')).toMatch(/ 56 +5 +\d+(\.\d)? .* \d+\.\d\d$/)
      expect(row('lending')).toContain('100.0%')
      expect(row('unpublished')).toContain('not scored: defined in 0 of 2')
      for (const name of ['model', 'no change', 'random deletion', 'deletion by size']) {
        expect(row(name), name).toMatch(/^ {2}[a-z ]+3 +\d+\.\d\d/)
      }
      const sentences = stdout.replaceAll('\n', ' ')
      expect(sentences).toMatch(/interval for \d of 3 targets that count/)
      for (const name of ['nothing changes', 'at random', 'small platforms first', 'closed form']) {
        expect(sentences).toContain(name)
      }
      expect(sentences).toMatch(/3 targets are too few|does not beat/)
      const svg = readFileSync(join(cwd, 'mine.svg'), 'utf8')
      expect(svg).toMatch(/^<svg /)
      expect(svg).toContain('Yilian’s list')

      // Run before, and run again on one thread under the same luck: the same numbers, for programs.
      const run = ['run', 'notice-9', '--against', 'rules-before', ...SHORT, ...PERIODS, '-q']
      expect((await zhudai(run, { cwd })).code).toBe(0)
      const result = join('results', readdirSync(join(cwd, 'results'))[0])
      const again = await scored(result, '--targets', './mine.yaml', '--json', '-j', '1')
      expect(again.code).toBe(0)
      expect(again.stderr).toContain('the first 2 replicates')
      const { schema, points } = JSON.parse(again.stdout) as Answer
      expect(schema).toBe('score/1')
      expect(points.map(({ id, role }) => [id, role])).toEqual([
        ['rules-before', 'baseline'],
        ['notice-9', 'reform'],
      ])
      const [, { targets: stored, skills }] = points
      const named = (id: string) => stored.find((target) => target.id === id)!.forecasts
      expect(row('Yilian’s list')).toContain(
        formatLevel(named('yilian').model.mean, 'partners', 'en'),
      )
      expect(row('Yilian’s list')).toContain(named('yilian').model.crps.toFixed(2))
      expect(named('lending').noChange.mean).toBeCloseTo(1, 12)
      expect(named('lending').noChange.crps).toBeCloseTo(0, 10)
      for (const { benchmark, skill } of skills) {
        expect(stdout, benchmark).toContain(formatLevel(skill, 'share', 'en'))
      }

      const refused = await scored(result, '--targets', './mine.yaml', '--seed', 'x', '-s', 'a=1')
      expect(refused.code).toBe(2)
      expect(refused.stderr).toContain('a result is scored as it was run')
    },
    LONG,
  )
})

interface Answer {
  readonly schema: string
  readonly points: readonly {
    readonly id: string
    readonly role: string
    readonly targets: readonly {
      readonly id: string
      readonly forecasts: Readonly<Record<string, { mean: number; crps: number }>>
    }[]
    readonly skills: readonly { readonly benchmark: string; readonly skill: number }[]
  }[]
}

describe('targets that are yours to fix', () => {
  const mistakes = `  - id: bank
    quantity: listSize
    of: bank:yilan
    at: 2025-01
    observed: 5
  - id: quantity
    quantity: listLength
    of: bank:yilian
    at: 2025-01
    observed: 5
`
  const late = `  - id: late
    quantity: listSize
    of: bank:yilian
    at: 2026-06
    observed: 5
`

  it('are named all at once, with place and the nearest name, and nothing is run', async () => {
    const file = targets('wrong.yaml', mistakes)
    const said = await scored('notice-8', '--targets', file, ...SHORT, ...PERIODS)
    expect(said.code).toBe(2)
    expect(said.stdout).toBe('')
    expect(said.stderr).toContain('nothing was run')
    expect(said.stderr).toContain('"notice-9"')
    expect(said.stderr).toMatch(/wrong\.yaml:\d+:\d+/)
    expect(said.stderr).toContain('bank:yilan')
    expect(said.stderr).toContain('bank:yilian')
    expect(said.stderr).toContain('listLength')
    expect(said.stderr).toContain('zhudai explain TARGET_INVALID')
  })

  it('lie within the months of the run', async () => {
    const file = targets('late.yaml', late)
    const said = await scored('notice-9', '--targets', file, ...SHORT, ...PERIODS)
    expect(said.code).toBe(2)
    expect(said.stderr).toContain('2024-11 to 2025-01')
    expect(said.stderr).toContain('2026-06')
    expect(said.stdout).toBe('')
  })

  it('exist', async () => {
    const unknown = await scored('notice-9', '--targets', 'public-2052-targets', '-r', 'many')
    expect(unknown.code).toBe(2)
    expect(unknown.stderr).toContain('public-2025-targets')
    expect(unknown.stderr).toContain('--replicates')

    const folder = await scored('notice-9', '--targets', './test', '-r', '1', '--figure', 'a.png')
    expect(folder.code).toBe(2)
    expect(folder.stderr).toContain('the id of a shipped target file')
    expect(folder.stderr).toContain('at least 2')
    expect(folder.stderr).toContain('ends in .svg')
  })
})
