import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { queryResult } from '../../../analysis/results/query.ts'
import { readResult } from '../../../analysis/results/read-result.ts'
import { finishedFolder } from './folder-at-rest.ts'
import { toyJobs } from './toy.ts'

const path = await finishedFolder([toyJobs(0, 12)])
const { summary } = readResult(path)

describe('SQL over a result', () => {
  const both = [
    'select * from metrics',
    'select * from replicates',
    'SELECT point, "mean" FROM changes'.replaceAll('"', ''),
    "select point, metric, mean, low from levels where metric = 'cr5'",
    "select * from summary where point = 'before' and metric = 'links'",
    'select * from points',
    "select value from metrics where metric = 'mine' and replicate = 1 limit 2;",
  ]

  it.each(both)('has the same answer with and without DuckDB: %s', async (sql) => {
    const duckdb = await queryResult(path, sql)
    const plain = await queryResult(path, sql, 'plain')
    expect(duckdb.engine).toBe('duckdb')
    expect(plain.engine).toBe('plain')
    expect(plain.rows.length).toBeGreaterThan(0)
    expect(plain.columns).toEqual(duckdb.columns)
    expect(plain.rows).toEqual(duckdb.rows)
  })

  it('gives the numbers of the summary, computed anew from the values', async () => {
    const sql = `select point, avg(value) from metrics
      where metric = 'links' and period = date '2026-01-01' group by point order by point`
    const { rows } = await queryResult(path, sql)
    const levels = summary.levels.filter(({ metric }) => metric === 'links')
    expect(rows.map(([point]) => point)).toEqual(levels.map(({ point }) => point))
    rows.forEach(([, mean], k) => expect(mean).toBeCloseTo(levels[k].mean!, 12))
    const counted = await queryResult(path, 'select count(*) from links')
    expect(counted.rows).toEqual([[6]])
  })

  const refused: [string, string][] = [
    ['writes', `copy metrics to '${join(path, 'x.csv')}'`],
    ['overwrites', `copy (select 1 a) to '${join(path, 'metrics.parquet')}' (format parquet)`],
    ['attaches', `attach '${join(path, 'x.db')}'`],
    ['installs', 'install httpfs'],
    ['makes tables', 'create table x as select 1'],
    ['changes settings', 'set threads = 2'],
    ['reads other files', "select * from read_csv('/etc/passwd')"],
    ['reads other texts', "select * from read_text('/etc/hostname')"],
    ['lists folders', "select * from glob('/etc/*')"],
    ['asks two things', 'select 1; drop view metrics'],
    ['asks nothing', ''],
    ['is no SQL', 'selec'],
  ]

  it.each(refused)('is refused when it %s', async (_, sql) => {
    await expect(queryResult(path, sql)).rejects.toMatchObject({ code: 'QUERY_INVALID' })
    await expect(queryResult(path, sql, 'plain')).rejects.toMatchObject({ code: 'QUERY_INVALID' })
    expect(existsSync(join(path, 'x.csv')) || existsSync(join(path, 'x.db'))).toBe(false)
    expect(() => readResult(path).verify()).not.toThrow()
  })

  it('without DuckDB says what it can answer', async () => {
    const hard = queryResult(path, 'select avg(value) from metrics group by point', 'plain')
    await expect(hard).rejects.toThrow('without DuckDB: select')
    const unknown = queryResult(path, 'select nothing from levels', 'plain')
    await expect(unknown).rejects.toThrow('one of the columns point, metric')
  })
})

describe('the plain tables', () => {
  const python = ['/usr/bin/python3', '/usr/local/bin/python3'].find((file) => existsSync(file))

  it.skipIf(python === undefined)('are read by Python alone, with the same numbers', () => {
    const code = `
import csv, json
def rows(name):
    with open(name, encoding="utf-8") as file:
        return list(csv.DictReader(file))
summary = json.load(open("summary.json", encoding="utf-8"))
number = lambda text: float(text) if text else None
levels = [[row["point"], row["metric"], number(row["mean"]), number(row["q95"])] for row in rows("levels.csv")]
assert levels == [[one["point"], one["metric"], one["mean"], one["q95"]] for one in summary["levels"]]
changes = [[row["point"], number(row["low"]), number(row["pairsNeeded"])] for row in rows("changes.csv")]
assert changes == [[one["point"], one["change"]["low"], one["pairsNeeded"]] for one in summary["changes"]]
print(len(levels), len(changes), rows("definitions.csv")[0]["definition"])`
    const said = execFileSync(python!, ['-c', code], { cwd: path, encoding: 'utf8' })
    expect(said.trim()).toBe(
      `${summary.levels.length} ${summary.changes.length} What links means, with a comma`,
    )
  })

  it('are explained: question, answer in both languages, snippets, how to cite', () => {
    const text = readFileSync(join(path, 'README.md'), 'utf8')
    for (const part of [
      'Does a cap change "anything", at all?',
      'In Nov 2025, the month before the rules take effect',
      '规则生效前的最后一个月（2025年11月）',
      'read.csv("changes.csv")',
      'csv.DictReader',
      "FROM 'metrics.parquet'",
      'zhudai 1.2.3, result cap-7f3a9c',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).not.toContain(path)
  })
})
