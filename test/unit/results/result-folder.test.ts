import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openResultFolder } from '../../../analysis/results/result-folder.ts'
import type { Manifest } from '../../../analysis/results/manifest.ts'
import { contentOf, finishedFolder, inFolder, newRoot } from './folder-at-rest.ts'
import { toyJobs, toyPlan, toyRun, toySubject } from './toy.ts'

const ALL = 12
const NAME = 'cap-7f3a9c'
const whole = await finishedFolder([toyJobs(0, ALL)])
const reference = contentOf(whole)

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest
}

describe('a result folder', () => {
  it('is named after scenario and fingerprint and holds what its manifest says', () => {
    expect(basename(whole)).toBe(NAME)
    const { status, files } = manifestOf(whole)
    expect(status).toEqual({ done: 11, failed: 1, identitiesChecked: 34, identitiesBroken: 1 })
    expect(files['metrics.parquet'].rows).toBe(11 * 4 * 3)
    expect(readdirSync(whole).sort()).toEqual([...Object.keys(files), 'manifest.json'].sort())
  })

  it('has the same bytes however jobs arrive', async () => {
    const shuffled = [7, 2, 11, 0, 5, 9, 1, 10, 3, 8, 4, 6].map((index) =>
      toyJobs(index, index + 1),
    )
    expect(contentOf(await finishedFolder(shuffled))).toEqual(reference)
  })

  it('resumes what was kept, and knows what is there', async () => {
    const root = newRoot()
    await inFolder(root, (folder) => folder.keep(toyJobs(2, 9)))
    const path = await inFolder(root, async (folder) => {
      expect([...folder.finished()]).toEqual([2, 3, 4, 5, 6, 7, 8])
      folder.keep(toyJobs(0, ALL))
      await folder.finish(toyRun)
      expect(folder.finished().size).toBe(ALL)
      return folder.path
    })
    expect(contentOf(path)).toEqual(reference)
  })

  it('is left as it is when nothing is new', async () => {
    const root = newRoot()
    const path = await finishedFolder([toyJobs(0, ALL)], toySubject(), root)
    const steps: string[] = []
    const before = readFileSync(join(path, 'manifest.json'), 'utf8')
    await inFolder(
      root,
      async (folder) => {
        expect(folder.finished().size).toBe(ALL)
        folder.keep(toyJobs(3, 5))
        await folder.finish({ ...toyRun, run: { ...toyRun.run, command: 'again' } })
      },
      { afterStep: (step) => steps.push(step) },
    )
    expect(readFileSync(join(path, 'manifest.json'), 'utf8')).toBe(before)
    expect(contentOf(path)).toEqual(reference)
    expect(steps.filter((step) => !step.includes('.lock') && !/^write \d+$/.test(step))).toEqual([])
  })

  it('extended by replicates has the bytes of one run of the larger number', async () => {
    const root = newRoot()
    await finishedFolder([toyJobs(0, 6)], toySubject({ replicates: 2 }), root)
    const path = await finishedFolder([toyJobs(9, ALL), toyJobs(6, 9)], toySubject(), root)
    expect(contentOf(path)).toEqual(reference)
  })

  it('extended by jobs in between has them too', async () => {
    const root = newRoot()
    const odd = toyJobs(0, ALL).filter(({ index }) => index % 2 === 1)
    const even = toyJobs(0, ALL).filter(({ index }) => index % 2 === 0)
    await finishedFolder([odd], toySubject(), root)
    expect(contentOf(await finishedFolder([even], toySubject(), root))).toEqual(reference)
  })

  it('starts anew with --fresh', async () => {
    const root = newRoot()
    const path = await finishedFolder([toyJobs(0, ALL)], toySubject(), root)
    writeFileSync(join(path, 'report.html'), 'old')
    await inFolder(
      root,
      async (folder) => {
        expect(folder.finished().size).toBe(0)
        folder.keep(toyJobs(0, 3))
        await folder.finish(toyRun)
      },
      { fresh: true },
    )
    expect(manifestOf(path).status.done).toBe(3)
    expect(existsSync(join(path, 'report.html'))).toBe(false)
  })

  it('leaves out a part it cannot trust, and says so', async () => {
    const root = newRoot()
    const path = await inFolder(root, (folder) => {
      folder.keep(toyJobs(0, 4))
      folder.keep(toyJobs(4, 6))
      return folder.path
    })
    const part = join(path, 'parts', 'part-000001.bin')
    writeFileSync(part, readFileSync(part).subarray(0, -16))
    writeFileSync(join(path, 'parts', 'part-000002.bin.tmp'), 'half')
    const notes: string[] = []
    await inFolder(
      root,
      async (folder) => {
        expect([...folder.finished()]).toEqual([0, 1, 2, 3])
        folder.keep(toyJobs(4, ALL))
        await folder.finish(toyRun)
      },
      { onNote: (note) => notes.push(note) },
    )
    expect(notes).toEqual(['parts/part-000001.bin is torn and was left out: its jobs run again'])
    expect(contentOf(path)).toEqual(reference)
  })

  it('stops when two replicates of a point end alike, also across sessions', async () => {
    const [first] = toyJobs(0, 1)
    const copy = { index: 3, outcome: first.outcome } // replicate 1 of the same point
    const root = newRoot()
    await inFolder(root, (folder) => folder.keep([first]))
    await inFolder(root, (folder) => {
      expect(() => folder.keep([copy])).toThrow(
        'replicates 0 and 1 of before ended in the same state',
      )
      expect(folder.finished().has(3)).toBe(false)
    })
    await finishedFolder([], toySubject(), root)
    await inFolder(root, (folder) => expect(() => folder.keep([copy])).toThrow('COPIES'))
    const other = { index: 1, outcome: first.outcome } // the same state at another point is no copy
    await inFolder(root, (folder) => folder.keep([other]))
  })

  it('that is damaged is refused, and can be started anew', async () => {
    const root = newRoot()
    const path = await finishedFolder([toyJobs(0, ALL)], toySubject(), root)
    const bytes = readFileSync(join(path, 'metrics.parquet'))
    bytes[bytes.length >> 1] ^= 1
    writeFileSync(join(path, 'metrics.parquet'), bytes)
    await expect(openResultFolder({ ...toySubject(), root })).rejects.toThrow('metrics.parquet')
    await inFolder(root, (folder) => expect(folder.finished().size).toBe(0), { fresh: true })
  })

  it('of another plan is refused, even with --fresh', async () => {
    const root = newRoot()
    await finishedFolder([toyJobs(0, ALL)], toySubject(), root)
    const fingerprint = `${toyPlan.fingerprint.slice(0, 6)}ffffffffffffffffff`
    const request = { ...toySubject({ fingerprint }), root }
    await expect(openResultFolder(request)).rejects.toMatchObject({ code: 'RESULT_INVALID' })
    await expect(openResultFolder({ ...request, fresh: true })).rejects.toThrow(fingerprint)
    const strange = newRoot()
    mkdirSync(join(strange, NAME))
    writeFileSync(join(strange, NAME, 'thesis.tex'), 'mine')
    const there = { ...toySubject(), root: strange }
    await expect(openResultFolder(there)).rejects.toThrow('thesis.tex')
    await expect(openResultFolder({ ...there, fresh: true })).rejects.toThrow('thesis.tex')
    expect(readdirSync(join(strange, NAME))).toEqual(['thesis.tex'])
  })

  it('is never a link, and never lies elsewhere', async () => {
    const root = newRoot()
    symlinkSync(newRoot(), join(root, NAME))
    await expect(openResultFolder({ ...toySubject(), root })).rejects.toThrow('a link')
    for (const id of ['../escape', 'a/b', '', '.', 'a b']) {
      const reforms = [{ id, title: { en: '', zh: '' } }]
      const request = { ...toySubject({ reforms }), root: newRoot() }
      await expect(openResultFolder(request), id).rejects.toThrow('RESULT_INVALID')
    }
    for (const file of ['../scenario.yaml', '/etc/x', 'a/b.yaml', '.lock']) {
      const subject = { ...toySubject(), documents: { [file]: '' } }
      await expect(finishedFolder([toyJobs(0, 3)], subject), file).rejects.toThrow('file name')
    }
  })
})

describe('the lock of a folder', () => {
  it('keeps a second one out, in a sentence, until it is released', async () => {
    const root = newRoot()
    const folder = await openResultFolder({ ...toySubject(), root })
    const second = openResultFolder({ ...toySubject(), root })
    await expect(second).rejects.toMatchObject({ code: 'RESULT_BUSY' })
    await expect(second).rejects.toThrow(`process ${process.pid}`)
    folder.close()
    await inFolder(root, (again) => expect(again.finished().size).toBe(0))
    expect(readdirSync(join(root, NAME))).toEqual(['parts'])
  })

  it('of a process that is gone is taken over, of another machine is not', async () => {
    const root = newRoot()
    mkdirSync(join(root, NAME))
    const lock = join(root, NAME, '.lock')
    const dead = { pid: 4_194_311, host: hostname(), began: '1' }
    writeFileSync(lock, JSON.stringify(dead))
    await inFolder(root, (folder) => folder.keep(toyJobs(0, 1)))
    expect(existsSync(lock)).toBe(false)
    writeFileSync(lock, 'half of a lo')
    await inFolder(root, (folder) => expect(folder.finished().size).toBe(1))
    writeFileSync(lock, JSON.stringify({ ...dead, host: 'elsewhere' }))
    await expect(openResultFolder({ ...toySubject(), root })).rejects.toThrow('elsewhere')
  })
})
