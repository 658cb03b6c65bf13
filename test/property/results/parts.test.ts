import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvText } from '../../../analysis/results/csv.ts'
import { pairUp } from '../../../analysis/results/pairing.ts'
import { contentOf, finishedFolder, inFolder, newRoot } from '../../unit/results/folder-at-rest.ts'
import { toyJobs, toyRun } from '../../unit/results/toy.ts'

const SEED = 20251001
const ALL = 12
const reference = contentOf(await finishedFolder([toyJobs(0, ALL)]))

describe('a result folder', () => {
  it('has the same bytes for every order, partition and number of finishes', async () => {
    const order = fc.shuffledSubarray([...Array(ALL).keys()], { minLength: ALL, maxLength: ALL })
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: ALL - 1 }), { maxLength: 4 })
    const finishes = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(order, cuts, finishes, async (indices, places, finish) => {
        const root = newRoot()
        const ends = [...places.sort((left, right) => left - right), ALL]
        let path = ''
        for (const [k, end] of ends.entries()) {
          const from = k === 0 ? 0 : ends[k - 1]
          path = await inFolder(root, async (folder) => {
            folder.keep(indices.slice(from, end).flatMap((index) => toyJobs(index, index + 1)))
            if (end === ALL || finish[k]) await folder.finish(toyRun)
            return folder.path
          })
        }
        expect(contentOf(path)).toEqual(reference)
      }),
      { seed: SEED, numRuns: 12 },
    )
  })
})

describe('pairs', () => {
  it('are the replicates both have', () => {
    const replicates = fc.uniqueArray(fc.nat(30)).map((list) => list.sort((a, b) => a - b))
    fc.assert(
      fc.property(replicates, replicates, (left, right) => {
        const pairing = pairUp(Int32Array.from(left), Int32Array.from(right))
        const common = left.filter((one) => right.includes(one))
        expect(Array.from(pairing.left, (row) => left[row])).toEqual(common)
        expect(Array.from(pairing.right, (row) => right[row])).toEqual(common)
      }),
      { seed: SEED },
    )
  })
})

describe('comma-separated text', () => {
  it('holds any text and any number in one cell', () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ noNaN: true }), (text, number) => {
        const written = csvText(['a', 'b'], [[text, number]])
        const cells = written.slice('a,b\n'.length, -1)
        const comma = cells.lastIndexOf(',')
        const first = cells.slice(0, comma)
        const plain = first.startsWith('"') ? first.slice(1, -1).replaceAll('""', '"') : first
        expect(plain).toBe(text)
        expect(Number(cells.slice(comma + 1)) + 0).toBe(number + 0)
      }),
      { seed: SEED },
    )
  })
})
