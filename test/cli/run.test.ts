import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { masked, SHORT, zhudai } from './zhudai.ts'

interface Row {
  id: string
  unit: string
  at: string
  verdict: string
  n: number
  change: { mean: number | null; low: number | null; high: number | null }
}

interface Answer {
  schema: string
  replicates: number
  identical: string | false
  metrics: Row[]
  sentences: string[]
}

const cap = 'aprCapPerLoan={ value: 20%, from: 2024-11 }'
const compare = ['run', 'notice-9', '--against', 'rules-before', '-s', cap, ...SHORT]

describe('zhudai run --against', () => {
  it('puts words first, then tables, on stdout; progress on stderr', async () => {
    const said = await zhudai(compare, { cwd: tmpdir() })
    expect(said.code).toBe(0)
    const words = said.stdout.indexOf('Small lending institutions left')
    const table = said.stdout.indexOf('95% interval\n')
    expect(words).toBeGreaterThan(0)
    expect(table).toBeGreaterThan(words)
    for (const part of ['n = 2 pairs', 'not a forecast', 'Opening market', 'next: zhudai']) {
      expect(said.stdout).toContain(part)
    }
    expect(said.stdout).not.toContain('\u001b')
    expect(said.stderr).toContain('reading scenarios and data\nrunning 2 jobs on 2 threads\n')
    expect(said.stderr).toContain('100%')
    expect(said.firstSign).toBeLessThan(1000)
  })

  it('is one JSON object on request, the same for one thread and two', async () => {
    const two = await zhudai([...compare, '--json', '-q'])
    const one = await zhudai([...compare, '--json', '-q', '-j', '1'])
    expect(two.stderr).toBe('')
    expect(one.stdout).toBe(two.stdout)
    const answer = JSON.parse(two.stdout) as Answer
    expect(answer.schema).toBe('run/1')
    expect(answer.replicates).toBe(2)
    const links = answer.metrics.find((row) => row.id === 'links')
    expect(links?.n).toBe(2)
    expect(links?.unit).toBe('links')
  })

  it('finds a scenario identical to itself, and says why', async () => {
    const words = ['run', 'notice-9', '--against', 'notice-9', ...SHORT, '-q', '--json']
    const answer = JSON.parse((await zhudai(words)).stdout) as Answer
    expect(answer.identical).toBe('sameRules')
    expect(answer.metrics.every((row) => ['identical', 'undefined'].includes(row.verdict))).toBe(
      true,
    )
    expect(answer.sentences).toHaveLength(1)
    expect(answer.sentences[0]).toContain('Identical to the baseline in all 2 pairs')
  })
})

describe('zhudai run', () => {
  it('gives levels with intervals in Chinese', async () => {
    const said = await zhudai(['run', 'rules-before', ...SHORT, '--lang', 'zh'])
    expect(said.code).toBe(0)
    for (const part of ['9号文之前的规则', '95%区间', '合作关系', '亿元', '不是预测']) {
      expect(said.stdout).toContain(part)
    }
    expect(masked(said.stderr)).toContain('完成，用时M:SS')
  })

  it('keeps what is finished after Ctrl-C and exits 130', async () => {
    const words = ['run', 'rules-before', ...SHORT, '-r', '40', '--json']
    let asked = false
    const said = await zhudai(words, {
      onNote(child, stderr) {
        if (asked || !/ 10%/.test(stderr)) return
        asked = true
        child.kill('SIGINT')
      },
    })
    expect(said.code).toBe(130)
    expect(said.stderr).toMatch(/stopped after \d+ of 40 jobs/)
    const answer = JSON.parse(said.stdout) as Answer
    expect(answer.replicates).toBeGreaterThan(1)
    expect(answer.replicates).toBeLessThan(40)
  })
})
