/**
 * A result folder opened for writing: it knows what is finished, keeps what comes, and is whole at any
 * moment the program may be killed.
 * @module
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { watchCopies, wordsOfHash, type CopyWatch } from './copies.ts'
import { createDisk, type Disk } from './disk.ts'
import { finishFolder } from './finish.ts'
import { enterFolder, folderName } from './folder-path.ts'
import { discard, makeParts, refuseForeign } from './identity.ts'
import { takeLock } from './lock.ts'
import { openTable } from './parquet-reader.ts'
import type { PartShape } from './part.ts'
import { openParts, type Parts } from './parts.ts'
import { LOG, PARTS, recover } from './recover.ts'
import { placeOf, type FinishedJob, type ResultSubject, type RunFacts } from './result-plan.ts'
import { openStoredJobs } from './stored-jobs.ts'
import { fileOf, REPLICATES } from './tables.ts'

/** Where a folder lies and what belongs into it. */
export interface FolderRequest extends ResultSubject {
  /** Folder of all results. */
  readonly root: string
  /** Throws finished work away first. */
  readonly fresh?: boolean
  /** Told what a person should know, such as a part that was left out. */
  onNote?(note: string): void
  /** Told of every change to the disk, so that a test can stop there. */
  afterStep?(step: string): void
}

export interface ResultFolder {
  readonly path: string
  /** Indices of jobs that are there, failed ones too. */
  finished(): ReadonlySet<number>
  /**
   * Keeps jobs, all or none of them; those already there are left as they are.
   *
   * @throws CopiesFound when two replicates of a point ended in the same state
   */
  keep(jobs: readonly FinishedJob[]): void
  /** Merges and writes everything; changes nothing when nothing is new. */
  finish(run: RunFacts): Promise<void>
  /** Adds a line to the log. */
  log(entry: object): void
  /** Lets others write. What is kept stays. */
  close(): void
}

const WORDS_PER_HASH = 2

/**
 * Opens the folder of a plan, or makes it.
 *
 * @throws SimulationError `RESULT_INVALID` when it is damaged or belongs to something else,
 *   `RESULT_BUSY` when another process writes to it
 */
export async function openResultFolder(request: FolderRequest): Promise<ResultFolder> {
  const disk = createDisk(request.afterStep?.bind(request))
  const path = enterFolder(disk, request.root, folderName(request.plan))
  const lock = takeLock(disk, path)
  try {
    const folder = await openLocked(disk, path, request)
    return {
      ...folder,
      close() {
        folder.close()
        lock.release()
      },
    }
  } catch (thrown) {
    lock.release()
    throw thrown
  }
}

async function openLocked(disk: Disk, path: string, request: FolderRequest): Promise<ResultFolder> {
  const { plan, metrics } = request
  if (request.fresh === true) discard(disk, path, plan.fingerprint)
  recover(disk, path)
  let merged = refuseForeign(disk, path, plan.fingerprint)
  const folder = join(path, PARTS)
  const shape: PartShape = {
    fingerprint: plan.fingerprint,
    numbers: metrics.length * plan.periods,
    words: WORDS_PER_HASH * plan.periods,
  }
  if (!merged) makeParts(disk, path, plan.fingerprint)
  const note = (text: string): void => request.onNote?.(text)
  const open = (): Parts | undefined =>
    existsSync(folder) ? openParts(disk, folder, shape, note) : undefined
  let parts = open()
  const watch = watchCopies(plan.points.map(({ id }) => id))
  const finished = new Set(merged ? await storedJobs(path, request, watch) : [])
  let tabled = finished.size
  for (const index of parts?.indices() ?? []) {
    if (finished.has(index)) continue
    finished.add(index)
    if (parts?.failureOf(index) === undefined) watchJob(watch, request, index, parts!.hashes(index))
  }

  return {
    path,
    finished: () => finished,
    keep(jobs) {
      const fresh = jobs.filter(({ index }) => !finished.has(index))
      if (fresh.length === 0) return
      for (const { index, outcome } of fresh) {
        if (outcome.ok) watchJob(watch, request, index, outcome.hashes)
      }
      if (parts === undefined) makeParts(disk, path, plan.fingerprint)
      parts ??= open()!
      parts.add(fresh)
      for (const { index } of fresh) finished.add(index)
    },
    async finish(run) {
      const fresh = finished.size > tabled
      if (fresh) await finishFolder(disk, path, request, parts!, merged, run)
      parts?.clear()
      if (!fresh && !merged) return
      if (existsSync(folder)) disk.removeFolder(folder)
      parts = undefined
      merged = true
      tabled = finished.size
    },
    log: (entry) => disk.append(join(path, LOG), `${JSON.stringify(entry)}\n`),
    close: () => parts?.clear(),
  }
}

/** Jobs of the merged tables; their final states are noted. */
async function storedJobs(
  path: string,
  request: FolderRequest,
  watch: CopyWatch,
): Promise<ReadonlySet<number>> {
  const { plan } = request
  const stored = await openStoredJobs(path, request)
  stored.close()
  const numbers = new Map(plan.points.map(({ id }, number) => [id, number]))
  const table = await openTable(join(path, fileOf(REPLICATES)), REPLICATES)
  try {
    const range = { from: 0, to: table.rows }
    const [points, replicates, hashes] = await Promise.all(
      ['point', 'replicate', 'hash'].map((column) => table.values(column, range)),
    )
    for (let row = 0; row < table.rows; row++) {
      const hash = hashes[row]
      if (typeof hash !== 'string') continue
      const point = numbers.get(points[row] as string)!
      watch.note({ point, replicate: replicates[row] as number, ...wordsOfHash(hash) })
    }
  } finally {
    table.close()
  }
  return stored.indices
}

function watchJob(
  watch: CopyWatch,
  { plan }: ResultSubject,
  index: number,
  hashes: Uint32Array,
): void {
  const [high, low] = hashes.subarray(-WORDS_PER_HASH)
  watch.note({ ...placeOf(plan, index), high, low })
}
