import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { filesOf, masked, SHORT, zhudai } from './zhudai.ts'

interface Change {
  metric: string
  verdict: string
  n: number
}

interface Answer {
  schema: string
  points: { identical: boolean; sameness: string; sentences: string[]; changes: Change[] }[]
}

const cwd = mkdtempSync(join(tmpdir(), 'zhudai-run-'))
afterAll(() => rmSync(cwd, { recursive: true }))

const cap = 'aprCapPerLoan={ value: 20%, from: 2024-11 }'
const compare = ['run', 'notice-9', '--against', 'rules-before', '-s', cap, ...SHORT]

/** The only result under a folder. */
const resultIn = (root: string): string => join(root, readdirSync(join(cwd, root))[0])

describe('zhudai run --against', () => {
  it('puts words first, then tables, then its folder, on stdout; progress on stderr', async () => {
    const said = await zhudai(compare, { cwd })
    expect(said.code).toBe(0)
    const words = said.stdout.indexOf('Small lending institutions left')
    const table = said.stdout.indexOf('95% interval\n')
    expect(words).toBeGreaterThan(0)
    expect(table).toBeGreaterThan(words)
    for (const part of ['n = 2 pairs', 'not a forecast', 'Opening market']) {
      expect(said.stdout).toContain(part)
    }
    expect(said.stdout).toMatch(/\nresults\/notice-9-[0-9a-f]{6}\n$/)
    expect(said.stdout).not.toContain('\u001b')
    expect(said.stderr).toContain('reading scenarios and data\nrunning 4 jobs on 2 threads\n')
    expect(said.stderr).toContain('100%')
    expect(said.stderr).toMatch(/next: zhudai report results\/notice-9-/)
    expect(said.firstSign).toBeLessThan(1000)
  })

  it('does nothing a second time, and goes on where more is wanted, to the same bytes', async () => {
    const again = await zhudai(compare, { cwd })
    expect(again.stderr).toContain('nothing to run: results/notice-9-')
    const more = await zhudai([...compare, '-r', '3', '-q'], { cwd })
    expect(more.stdout).toContain('n = 3 pairs')
    const atOnce = await zhudai([...compare, '-r', '3', '-j', '1', '-q', '-o', 'once'], { cwd })
    expect(atOnce.code).toBe(0)
    const grown = filesOf(join(cwd, resultIn('results')))
    expect(Object.keys(grown)).toContain('metrics.parquet')
    expect(filesOf(join(cwd, resultIn('once')))).toEqual(grown)
  })

  it('is one JSON object on request', async () => {
    const said = await zhudai([...compare, '--json', '-q'], { cwd })
    expect(said.stderr).toBe('')
    const answer = JSON.parse(said.stdout) as Answer
    expect(answer.schema).toBe('run/2')
    const links = answer.points[0].changes.find((row) => row.metric === 'links')
    expect(links?.n).toBe(3)
  })

  it('finds a scenario identical to itself, and says why', async () => {
    const words = ['run', 'notice-9', '--against', 'notice-9', ...SHORT, '-q', '--json']
    const { points } = JSON.parse((await zhudai(words, { cwd })).stdout) as Answer
    expect(points[0]).toMatchObject({ identical: true, sameness: 'sameRules' })
    const verdicts = new Set(points[0].changes.map((row) => row.verdict))
    expect([...verdicts].every((one) => ['identical', 'undefined'].includes(one))).toBe(true)
    expect(points[0].sentences).toHaveLength(1)
    expect(points[0].sentences[0]).toContain('Identical to the baseline in all 2 pairs')
  })

  it('says beforehand what it would do, and does nothing', async () => {
    const said = await zhudai([...compare, '--dry-run', '-r', '10', '-o', 'never'], { cwd })
    expect(said.code).toBe(0)
    expect(said.stdout).toMatch(/aprCapPerLoan +24.0% → 20.0% +from Nov 2024/)
    expect(said.stdout).toMatch(/20 jobs · 0 done already · about \d+:\d\d on 2 threads/)
    expect(said.stdout).toMatch(/never\/notice-9-[0-9a-f]{6}\/ +about \d/)
    expect(readdirSync(cwd)).not.toContain('never')
  })

  it('keeps the replicates of a pilot and says how many are needed', async () => {
    const words = [...compare, '-r', '3', '--pilot', '--json', '-q']
    const answer = JSON.parse((await zhudai(words, { cwd })).stdout) as {
      metrics: { metric: string; expected: number; atMost: number }[]
    }
    const links = answer.metrics.find(({ metric }) => metric === 'links')
    expect(links!.expected).toBeGreaterThan(0)
    expect(links!.atMost).toBeGreaterThanOrEqual(links!.expected)
  })

  it('throws nothing away without a yes', async () => {
    const said = await zhudai([...compare, '--fresh'], { cwd })
    expect(said.code).toBe(2)
    expect(said.stderr).toContain('before finished work is thrown away')
  })
})

describe('zhudai run', () => {
  it('gives levels with intervals in Chinese', async () => {
    const said = await zhudai(['run', 'rules-before', ...SHORT, '--lang', 'zh'], { cwd })
    expect(said.code).toBe(0)
    for (const part of ['9号文之前的规则', '95%区间', '合作关系', '亿元', '不是预测']) {
      expect(said.stdout).toContain(part)
    }
    expect(masked(said.stderr)).toContain('完成，用时M:SS')
  })

  it('keeps what is finished after Ctrl-C, and the same command ends with the same bytes', async () => {
    const words = ['run', 'rules-before', ...SHORT, '-r', '20', '-o', 'broken-off']
    let asked = false
    const said = await zhudai(words, {
      cwd,
      onNote(child, stderr) {
        if (asked || !/ 10%/.test(stderr)) return
        asked = true
        child.kill('SIGINT')
      },
    })
    expect(said.code).toBe(130)
    expect(said.stdout).toBe('')
    expect(said.stderr).toMatch(/stopped after \d+ of 20 jobs. .* Same command resumes/)
    const resumed = await zhudai(words, { cwd })
    expect(resumed.stderr).toMatch(/resuming: \d+ of 20 jobs done/)
    await zhudai([...words, '-o', 'in-one-go', '-q'], { cwd })
    const first = filesOf(join(cwd, resultIn('broken-off')))
    expect(filesOf(join(cwd, resultIn('in-one-go')))).toEqual(first)
    const manifest = readFileSync(join(cwd, resultIn('broken-off'), 'manifest.json'), 'utf8')
    expect(JSON.parse(manifest)).toMatchObject({ status: { done: 20, failed: 0 } })
  })

  it('sweeps: one line a point, and which may be best', async () => {
    const words = ['run', 'cap-sweep', '--against', 'notice-9', ...SHORT, '-o', 'swept']
    const said = await zhudai([...words, '--keep', 'agents'], { cwd })
    expect(said.code).toBe(0)
    expect(readdirSync(join(cwd, resultIn('swept')))).toContain('agents.parquet')
    expect(said.stdout).toContain('aprCapPerLoan 20%')
    const compared = await zhudai(['compare', resultIn('swept'), '--points', '1,2'], { cwd })
    expect(compared.stdout).toMatch(/cap-sweep\.[0-9a-f]{8} +cap-sweep\.[0-9a-f]{8}/)
  })
})
