/**
 * A program may be killed between any two changes to the disk.
 */
import { rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contentOf, copyOf, finishedFolder, inFolder, newRoot } from './folder-at-rest.ts'
import { toyJobs, toyRun, toySubject } from './toy.ts'

const ALL = 12
const HALF = 6
const reference = contentOf(await finishedFolder([toyJobs(0, ALL)]))

/** Half-written files are all alike to who comes next: of every five such moments one is tried. */
const QUIET = /^(?:write|create) /
const EVERY = 5

/** Roots as they were after every change while jobs were kept and the folder finished. */
async function momentsOf(root: string, fresh = false): Promise<string[]> {
  const moments: string[] = []
  let quiet = 0
  await inFolder(
    root,
    async (folder) => {
      folder.keep(toyJobs(0, HALF))
      folder.keep(toyJobs(HALF, ALL))
      await folder.finish(toyRun)
    },
    {
      fresh,
      afterStep(step) {
        if (!QUIET.test(step) || quiet++ % EVERY === 0) moments.push(copyOf(root))
      },
    },
  )
  return moments
}

/** Runs the same command again on each of them; all must end alike. */
async function expectResumed(moments: readonly string[]): Promise<void> {
  expect(moments.length).toBeGreaterThan(25)
  for (const [step, root] of moments.entries()) {
    const content = await inFolder(root, async (folder) => {
      const missing = toyJobs(0, ALL).filter(({ index }) => !folder.finished().has(index))
      folder.keep(missing)
      await folder.finish(toyRun)
      return contentOf(folder.path)
    })
    expect(Object.keys(content).sort(), `step ${step}`).toEqual(Object.keys(reference).sort())
    expect(content, `step ${step}`).toEqual(reference)
    rmSync(root, { recursive: true })
  }
}

describe('a folder whose program was killed', () => {
  it('in its first run, at any step, ends with the same bytes', async () => {
    await expectResumed(await momentsOf(newRoot()))
  })

  it('while it was extended, at any step, ends with the same bytes', async () => {
    const root = newRoot()
    await finishedFolder([toyJobs(0, 3)], toySubject(), root)
    await expectResumed(await momentsOf(root))
  })

  it('while it was started anew, at any step, ends with the same bytes', async () => {
    const root = newRoot()
    await finishedFolder([toyJobs(0, 9)], toySubject(), root)
    await expectResumed(await momentsOf(root, true))
  })

  it('loses no finished part', async () => {
    const root = newRoot()
    const counts: number[] = []
    await inFolder(
      root,
      (folder) => {
        for (let index = 0; index < HALF; index++) folder.keep(toyJobs(index, index + 1))
      },
      {
        afterStep: (step) => {
          if (step.startsWith('rename') && step.includes('part-')) counts.push(counts.length)
        },
      },
    )
    await inFolder(root, (folder) => expect(folder.finished().size).toBe(counts.length))
    expect(counts).toHaveLength(HALF)
  })
})
