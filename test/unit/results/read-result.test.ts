import { readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { refuseCopies } from '../../../analysis/results/copies.ts'
import { listResults } from '../../../analysis/results/list-results.ts'
import { readResult } from '../../../analysis/results/read-result.ts'
import { finishedFolder, inFolder, newRoot } from './folder-at-rest.ts'
import { toyJobs, toyKept, toyOutcome, toySubject } from './toy.ts'

const root = newRoot()
const path = await finishedFolder([toyJobs(0, 12)], toySubject(), root)

/** A folder of its own with one file changed. */
async function changed(change: (folder: string) => void): Promise<string> {
  const folder = await finishedFolder([toyJobs(0, 12)])
  change(folder)
  return folder
}

function edit(folder: string, from: string | RegExp, to: string): void {
  const manifest = join(folder, 'manifest.json')
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(from, to))
}

describe('a finished result', () => {
  it('gives back the values of every job, bit for bit', async () => {
    const result = readResult(path)
    for (const [p, { id }] of toySubject().plan.points.entries()) {
      for (let replicate = 0; replicate < 4; replicate++) {
        const outcome = toyOutcome(replicate * 3 + p)
        const values = await result.values(id, replicate)
        if (outcome.ok) {
          expect(new BigUint64Array(values!.slice().buffer)).toEqual(
            new BigUint64Array(outcome.result.slice().buffer),
          )
        } else expect(values).toBeUndefined()
      }
    }
    const series = await result.series('cap.00000001', 'mine')
    expect(series).toEqual(Float64Array.of(-0, 5e-324, 5e-324, -0, 0, 0, -0, 5e-324, 5e-324))
    expect(Object.is(series[0], -0)).toBe(true)
    await expect(result.series('before', 'nothing')).rejects.toThrow('RESULT_INVALID')
    result.close()
  })

  it('tells of every replicate, of one that failed how to run it again', async () => {
    const rows = await readResult(path).replicates()
    expect(rows).toHaveLength(12)
    expect(rows.filter(({ status }) => status === 'failed')).toEqual([
      {
        point: 'cap.00000001',
        replicate: 2,
        scenario: 'cap',
        seed: 'toy',
        status: 'failed',
        steps: 1,
        hash: null,
        hashes: null,
        code: 'IDENTITY_BROKEN',
        message: 'left, "right"',
        month: '2025-12',
        replay: 'zhudai run cap --only 2',
      },
    ])
    expect(rows[0].hashes).toHaveLength(3 * 16)
    expect(rows[0].hashes?.slice(-16)).toBe(rows[0].hash)
    expect(() => refuseCopies(rows)).not.toThrow()
    expect(() => refuseCopies([...rows, { ...rows[0], replicate: 9 }])).toThrow('COPIES')
  })

  it('gives kept rows of a job in words', async () => {
    const rows = await readResult(path).kept('links', toyKept, 'cap.00000000', 0)
    expect(rows).toEqual([
      {
        point: 'cap.00000000',
        replicate: 0,
        scenario: 'cap',
        period: '2024-10',
        bank: 'bank:1',
        funded: 1.5,
      },
      {
        point: 'cap.00000000',
        replicate: 0,
        scenario: 'cap',
        period: '2024-11',
        bank: 'bank:2',
        funded: null,
      },
    ])
    expect(await readResult(path).kept('links', toyKept, 'before', 3)).toEqual([])
  })

  it('is listed by name, begun and damaged ones too', async () => {
    const broken = await changed((folder) => edit(folder, 'manifest/1', 'manifest/9'))
    expect(listResults(root)).toMatchObject([{ name: 'cap-7f3a9c', state: 'finished' }])
    expect(listResults(join(broken, '..'))).toMatchObject([{ state: 'damaged' }])
    const begun = newRoot()
    await inFolder(begun, (folder) => folder.keep(toyJobs(0, 1)))
    expect(listResults(begun)).toEqual([{ name: 'cap-7f3a9c', state: 'begun' }])
    expect(listResults(join(root, 'nowhere'))).toEqual([])
  })
})

describe('a result is refused in a sentence', () => {
  const cases: [string, (folder: string) => void, string][] = [
    [
      'that was cut off',
      (at) => truncateSync(join(at, 'metrics.parquet'), 900),
      'cut off, 900 bytes',
    ],
    ['that lacks a file', (at) => rmSync(join(at, 'points.csv')), 'points.csv: RESULT_INVALID'],
    ['without its manifest', (at) => rmSync(join(at, 'manifest.json')), 'finished result folder'],
    [
      'whose manifest is half there',
      (at) => truncateSync(join(at, 'manifest.json'), 99),
      'cut off',
    ],
    [
      'that names a file elsewhere',
      (at) => edit(at, '"points.csv"', '"../points.csv"'),
      'inside the',
    ],
    [
      'that names an absolute path',
      (at) => edit(at, '"points.csv"', '"/etc/passwd"'),
      'inside the',
    ],
    ['with a hash that is none', (at) => edit(at, /"sha256": "\w{6}/, '"sha256": "'), 'SHA-256 of'],
    [
      'with a link in place of a file',
      (at) => {
        rmSync(join(at, 'summary.json'))
        symlinkSync('/etc/passwd', join(at, 'summary.json'))
      },
      'a link or a folder',
    ],
    [
      'with another summary',
      (at) => {
        const { length } = readFileSync(join(at, 'summary.json'))
        writeFileSync(join(at, 'summary.json'), '{}'.padEnd(length))
      },
      'schema summary/1',
    ],
  ]

  it.each(cases)('%s', async (_, change, said) => {
    const folder = await changed(change)
    expect(() => readResult(folder)).toThrow(said)
    expect(() => readResult(folder)).toThrow('RESULT_INVALID')
  })

  it('when a byte was changed and hashes are asked for', async () => {
    const folder = await changed((at) => {
      const bytes = readFileSync(join(at, 'levels.csv'))
      bytes[100] ^= 1
      writeFileSync(join(at, 'levels.csv'), bytes)
    })
    const result = readResult(folder)
    expect(() => result.verify()).toThrow('levels.csv: RESULT_INVALID')
    expect(() => readResult(path).verify()).not.toThrow()
  })

  it('when tables do not belong together', async () => {
    const other = await finishedFolder([toyJobs(0, 6)])
    const folder = await changed((at) => {
      const foreign = readFileSync(join(other, 'metrics.parquet'))
      writeFileSync(join(at, 'metrics.parquet'), foreign)
      const entry = /("metrics\.parquet": \{\s+"sha256": "\w+",\s+"bytes": )\d+/
      edit(at, entry, `$1${foreign.length}`)
    })
    await expect(readResult(folder).values('before', 0)).rejects.toThrow('every finished replicate')
  })

  it('that is not there', () => {
    expect(() => readResult(join(root, 'none'))).toThrow('none of that name')
  })
})
