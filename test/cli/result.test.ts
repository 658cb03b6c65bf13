import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SHORT, zhudai } from './zhudai.ts'

const cwd = mkdtempSync(join(tmpdir(), 'zhudai-result-'))
let result = ''

beforeAll(async () => {
  const words = ['run', 'notice-9', '--against', 'rules-before', ...SHORT, '--periods', '3', '-q']
  expect((await zhudai(words, { cwd })).code).toBe(0)
  result = join('results', readdirSync(join(cwd, 'results'))[0])
})
afterAll(() => rmSync(cwd, { recursive: true }))

async function rows(sql: string): Promise<(string | number | null)[][]> {
  const said = await zhudai(['query', result, sql, '--json', '-q'], { cwd })
  expect(said.code).toBe(0)
  return (JSON.parse(said.stdout) as { rows: (string | number | null)[][] }).rows
}

/** A copy of the result with one bit of one value of its last job turned over, and whose it is. */
async function withOneBitTurned(name: string) {
  const values = await rows(
    `select metric, strftime(period, '%Y-%m'), value from metrics
      where point = 'notice-9' and replicate = 1 and value <> 0`,
  )
  const copy = join('results', name)
  cpSync(join(cwd, result), join(cwd, copy), { recursive: true })
  const file = join(cwd, copy, 'metrics.parquet')
  const bytes = readFileSync(file)
  // What is compressed need not stand there in full: the last value that does, and only once.
  for (const [metric, month, value] of values.reverse()) {
    const pattern = Buffer.alloc(8)
    pattern.writeDoubleLE(value as number)
    const place = bytes.indexOf(pattern)
    if (place < 0 || bytes.indexOf(pattern, place + 1) >= 0) continue
    bytes[place] ^= 1
    writeFileSync(file, bytes)
    return { copy, metric, month }
  }
  throw new Error('no value stands in the file as it is')
}

describe('zhudai reproduce', () => {
  it('finds a fresh result identical', async () => {
    const said = await zhudai(['reproduce', result, '--lang', 'en'], { cwd })
    expect(said.stdout).toContain('identical: 4 of 4 jobs')
    expect(said.code).toBe(0)
  })

  it('runs a sample, the same one each time', async () => {
    const words = ['reproduce', result, '--sample', '1', '--json', '-q']
    const said = await zhudai(words, { cwd })
    expect(JSON.parse(said.stdout)).toMatchObject({ identical: true, compared: 1, jobs: 4 })
  })

  it('finds a single turned bit: the job, the month and the metric', async () => {
    const { copy, metric, month } = await withOneBitTurned('turned')
    const said = await zhudai(['reproduce', copy], { cwd })
    expect(said.code).toBe(4)
    expect(said.stdout).toContain('metrics.parquet is not as it was written')
    expect(said.stdout).toContain('differs in 1 of 4 jobs compared')
    expect(said.stdout).toMatch(/point, replicate +notice-9, 1/)
    expect(said.stdout).toMatch(new RegExp(`first month +${month}`))
    expect(said.stdout).toMatch(new RegExp(`metric +${metric}`))
    expect(said.stdout).toContain('no more than rounding')
  })

  it('refuses a table that was cut off, in a sentence', async () => {
    const copy = join('results', 'cut')
    cpSync(join(cwd, result), join(cwd, copy), { recursive: true })
    truncateSync(join(cwd, copy, 'metrics.parquet'), 1000)
    for (const words of [
      ['reproduce', copy],
      ['compare', copy],
      ['query', copy, 'select 1'],
    ]) {
      const said = await zhudai(words, { cwd })
      expect(said.code).toBe(2)
      expect(said.stderr).toContain('metrics.parquet')
      expect(said.stderr).toContain('RESULT_INVALID')
    }
  })
})

describe('a result read elsewhere', () => {
  it('gives the numbers of compare through SQL, as a table and as CSV', async () => {
    const compared = await zhudai(['compare', result, '--metrics', 'links', '--json'], { cwd })
    const [point] = (
      JSON.parse(compared.stdout) as {
        points: { changes: { at: string; change: { mean: number } }[] }[]
      }
    ).points
    const { mean } = point.changes.find(({ at }) => at === 'end')!.change
    const [[stored]] = await rows(
      `select mean from changes where metric = 'links' and moment = 'end'`,
    )
    const [[counted]] = await rows(`
      select avg(r.value - b.value) from metrics r join metrics b
        on r.replicate = b.replicate and r.period = b.period and r.metric = b.metric
      where r.point = 'notice-9' and b.point = 'rules-before' and r.metric = 'links'
        and r.period = (select max(period) from metrics)`)
    expect(stored).toBe(mean)
    expect(counted).toBeCloseTo(mean, 9)
    const csv = readFileSync(join(cwd, result, 'changes.csv'), 'utf8')
    expect(csv).toContain(String(mean))
  })

  it('answers only questions: nothing is written, nothing outside is read', async () => {
    for (const sql of [
      "copy metrics to 'stolen.csv'",
      "select * from read_csv('/etc/passwd')",
      "attach 'other.db'",
      'install httpfs',
    ]) {
      const said = await zhudai(['query', result, sql], { cwd })
      expect(said.code).toBe(2)
      expect(said.stderr).toContain('QUERY_INVALID')
    }
    expect(readdirSync(cwd)).toEqual(['results'])
  })

  it('stands in the list of results', async () => {
    const said = await zhudai(['list', 'results', '--json'], { cwd })
    const { items } = JSON.parse(said.stdout) as { items: { id: string }[] }
    expect(items.map(({ id }) => join('results', id))).toContain(result)
  })
})

describe('stories of a result', () => {
  it('tell why a partnership began or ended', async () => {
    const sql = 'select bank, platform from links where period = (select min(period) from links)'
    const [[bank, platform]] = await rows(sql)
    const words = ['explain', 'link', String(bank), String(platform), '--in', result]
    const said = await zhudai(words, { cwd })
    expect(said.code).toBe(0)
    expect(said.stdout.split('\n').length).toBeGreaterThan(2)
    const chinese = await zhudai([...words, '--lang', 'zh'], { cwd })
    expect(chinese.stdout).toMatch(/[\u4e00-\u9fff]/)
  })

  it('name the first decision that differs, or say that none does', async () => {
    const said = await zhudai(['trace', 'bank:yilian', '--in', result], { cwd })
    expect(said.code).toBe(0)
    expect(said.stdout).not.toBe('')
  })

  it('refuse an unknown bank with the nearest name, and a story without a result', async () => {
    const unknown = await zhudai(['trace', 'bank:yilain', '--in', result], { cwd })
    expect(unknown.code).toBe(2)
    expect(unknown.stderr).toContain('bank:yilian')
    const nowhere = await zhudai(['trace', 'bank:yilian'], { cwd })
    expect(nowhere.code).toBe(2)
    expect(nowhere.stderr).toContain('--in')
  })
})
