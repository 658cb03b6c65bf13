import { mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetMetadata } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { daysAt, monthOfDays } from '../../../analysis/results/dates.ts'
import { createDisk } from '../../../analysis/results/disk.ts'
import { openTable } from '../../../analysis/results/parquet-reader.ts'
import { writeTable } from '../../../analysis/results/parquet-writer.ts'
import { METRICS, REPLICATES } from '../../../analysis/results/tables.ts'

const folder = mkdtempSync(join(tmpdir(), 'parquet-'))
const SPECIAL = [0, -0, 5e-324, -1.7976931348623157e308, NaN, 0.1 + 0.2, 1 / 3, Infinity]
const ROWS = 1000

const values = Float64Array.from({ length: ROWS }, (_, i) => SPECIAL[(i * 7) % SPECIAL.length])
const columns = [
  Array.from({ length: ROWS }, (_, i) => (i < 500 ? 'before' : '上限')),
  Int32Array.from({ length: ROWS }, (_, i) => i % 50),
  new Array<string>(ROWS).fill('cap'),
  Int32Array.from({ length: ROWS }, (_, i) => daysAt(i % 2 === 0 ? '2024-11' : '2025-02')),
  Array.from({ length: ROWS }, (_, i) => `m${i % 3}`),
  values,
]

function write(name: string, chunk: number): string {
  const path = join(folder, name)
  const table = writeTable(createDisk(), path, METRICS, 128)
  for (let from = 0; from < ROWS; from += chunk) {
    const rows = Math.min(chunk, ROWS - from)
    table.append(
      columns.map((column) => column.slice(from, from + rows)),
      rows,
    )
  }
  expect(table.close().rows).toBe(ROWS)
  return path
}

describe('a table', () => {
  const path = write('whole.parquet', ROWS)

  it('gives back every bit: zeros of both signs, the smallest and largest, NaN as absent', async () => {
    const table = await openTable(path, METRICS)
    const read = await table.numbers('value', { from: 0, to: ROWS })
    expect(new BigUint64Array(read.buffer)).toEqual(new BigUint64Array(values.slice().buffer))
    const part = await table.numbers('value', { from: 120, to: 391 })
    expect(part).toEqual(values.slice(120, 391))
    const point = await table.values('point', { from: 498, to: 502 })
    expect(Array.from(point)).toEqual(['before', 'before', '上限', '上限'])
    const period = await table.values('period', { from: 0, to: 2 })
    expect(Array.from(period, (days) => monthOfDays(days as number))).toEqual([
      '2024-11',
      '2025-02',
    ])
    expect(table.groups.map(({ to, from }) => to - from)).toEqual([
      128, 128, 128, 128, 128, 128, 128, 104,
    ])
    table.close()
  })

  it('has the same bytes however its rows arrive', () => {
    expect(readFileSync(write('pieces.parquet', 33))).toEqual(readFileSync(path))
  })

  it('takes one value for all rows', () => {
    const constant = join(folder, 'constant.parquet')
    const table = writeTable(createDisk(), constant, METRICS, 128)
    const start = columns.map((column) => column.slice(0, 1))
    table.append(['before', 0, 'cap', ...start.slice(3)], 1)
    table.close()
    const other = join(folder, 'other.parquet')
    const same = writeTable(createDisk(), other, METRICS, 128)
    same.append(start, 1)
    same.close()
    expect(readFileSync(constant)).toEqual(readFileSync(other))
  })

  it('carries unit and both labels of its columns', () => {
    const { buffer } = new Uint8Array(readFileSync(path))
    const { key_value_metadata: said = [] } = parquetMetadata(buffer)
    const found = Object.fromEntries(said.map(({ key, value }) => [key, value]))
    expect(found).toMatchObject({
      schema: 'metrics/1',
      'period.unit': 'date',
      'value.label.zh': '数值',
    })
  })

  it('that was cut off is refused in a sentence, wherever it was cut', async () => {
    const bytes = readFileSync(path)
    for (const length of [
      0,
      4,
      11,
      12,
      100,
      bytes.length >> 1,
      bytes.length - 9,
      bytes.length - 1,
    ]) {
      const cut = join(folder, 'cut.parquet')
      writeFileSync(cut, bytes)
      truncateSync(cut, length)
      await expect(openTable(cut, METRICS), `${length}`).rejects.toMatchObject({
        code: 'RESULT_INVALID',
      })
    }
  })

  it('with damage inside is refused when it is read', async () => {
    const bytes = readFileSync(path)
    const damaged = join(folder, 'damaged.parquet')
    bytes.fill(0xff, 40, 60)
    writeFileSync(damaged, bytes)
    const table = await openTable(damaged, METRICS)
    const reading = table.values('point', { from: 0, to: ROWS })
    await expect(reading).rejects.toMatchObject({ code: 'RESULT_INVALID' })
    table.close()
  })

  it('of other columns, or no table at all, is refused', async () => {
    await expect(openTable(path, REPLICATES)).rejects.toThrow('expected the columns')
    await expect(openTable(join(folder, 'none'), METRICS)).rejects.toThrow('RESULT_INVALID')
    writeFileSync(join(folder, 'text.parquet'), 'PAR1 is how I begin and end PAR1')
    await expect(openTable(join(folder, 'text.parquet'), METRICS)).rejects.toThrow('RESULT_INVALID')
  })
})

describe('days', () => {
  it('count from 1970, through leap years and centuries', () => {
    const known = {
      '1970-01': 0,
      '1970-03': 59,
      '2000-03': 11017,
      '2024-11': 20028,
      '2100-03': 47541,
    }
    for (const [month, days] of Object.entries(known)) expect(daysAt(month), month).toBe(days)
    expect(daysAt('1969-12')).toBe(-31)
  })

  it('lead back to their month', () => {
    for (const month of ['1969-12', '1970-01', '2024-02', '2024-03', '2100-02', '2399-12']) {
      expect(monthOfDays(daysAt(month))).toBe(month)
      expect(monthOfDays(daysAt(month) + 27)).toBe(month)
    }
  })
})
