import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { zhudai } from './zhudai.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhudai-'))

function scenarioFile(name: string, lines: string): string {
  const head =
    'schema: 1\nid: mine\nextends: notice-9\ntitle: { en: Mine, zh: 我的 }\nquestion: What if?\n'
  writeFileSync(join(folder, name), head + lines)
  return `./${name}`
}

async function problemsOf(...words: string[]) {
  const said = await zhudai(['run', ...words], { cwd: folder })
  expect(said.code).toBe(2)
  expect(said.stdout).toBe('')
  expect(said.stderr).toContain('nothing was run')
  expect(said.stderr).not.toMatch(/\n {4}at .*\.js/)
  return said.stderr
}

describe('what is yours to fix', () => {
  it('names an unknown scenario and the one that was meant', async () => {
    const said = (await problemsOf('notice-8')).replace(/one of .*/, 'one of …')
    expect(said).toMatchInlineSnapshot(`
      "reading scenarios and data
      error: 1 problem — nothing was run

        expected  one of …
        got       notice-8
        hint      did you mean "notice-9"?

      see  zhudai explain SCENARIO_UNKNOWN
      "
    `)
  })

  it('tells 24 from 24%', async () => {
    expect(await problemsOf('notice-9', '-s', 'aprCapPerLoan=24')).toContain('write 24%')
  })

  it('lists problems of flags, settings and both scenarios at once', async () => {
    const said = await problemsOf('notic-9', '--against', 'rules-befor', '-r', 'x', '-j', '0')
    expect(said).toContain('error: 4 problems')
    for (const part of ['--replicates', '--jobs', '"notice-9"', '"rules-before"']) {
      expect(said).toContain(part)
    }
  })

  it('gives file, line and column of every mistake in a file', async () => {
    const file = scenarioFile(
      'broken.yaml',
      'levers:\n  aprCapPerLoan: { value: 24 }\n  whitelistReqired: none\n  fineCfcRmb: { value: 1 million, from: 2023-01 }\nrun: { periods: 36.5 }\n',
    )
    const said = await problemsOf(file)
    expect(said).toContain('broken.yaml:7:27')
    expect(said).toContain('write 24%')
    expect(said).toContain('broken.yaml:8:3')
    expect(said).toContain('did you mean "whitelistRequired"?')
    expect(said).toMatch(/broken\.yaml:10:\d+/)
  })

  it('refuses a date before the run', async () => {
    const file = scenarioFile(
      'early.yaml',
      'levers:\n  aprCapPerLoan: { value: 20%, from: 2023-01 }\n',
    )
    expect(await problemsOf(file)).toMatch(/early\.yaml:7:\d+/)
  })

  it('refuses values out of bounds, unknown flags and unknown verbs', async () => {
    expect(await problemsOf('notice-9', '-s', 'aprCapPerLoan=90%')).toContain('4% to 36%')
    expect(await problemsOf('notice-9', '--replicate', '3')).toContain('replicate')
    const said = await zhudai(['runn', 'notice-9'])
    expect(said.code).toBe(2)
    expect(said.stderr).toContain('did you mean "run"?')
  })

  it('speaks Chinese when the system does', async () => {
    const said = await zhudai(['run', 'notice-8'], { env: { LANG: 'zh_CN.UTF-8' } })
    expect(said.stderr).toContain('未运行')
    expect(said.code).toBe(2)
  })

  it('puts the same problems on stdout with --json', async () => {
    const said = await zhudai(['run', 'notice-9', '-s', 'aprCapPerLoan=24', '--json'])
    const { schema, problems } = JSON.parse(said.stdout) as {
      schema: string
      problems: { code: string; hint: string }[]
    }
    expect(schema).toBe('problems/1')
    expect(problems).toHaveLength(1)
    expect(problems[0].hint).toContain('24%')
  })
})
