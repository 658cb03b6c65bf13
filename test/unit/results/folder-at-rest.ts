/**
 * What tests look at in a folder that nobody writes to.
 * @module
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  openResultFolder,
  type FolderRequest,
  type ResultFolder,
} from '../../../analysis/results/result-folder.ts'
import type { FinishedJob, ResultSubject } from '../../../analysis/results/result-plan.ts'
import { toyRun, toySubject } from './toy.ts'

export function newRoot(): string {
  return mkdtempSync(join(tmpdir(), 'results-'))
}

/** A copy of a root, as a program killed now would leave it. */
export function copyOf(root: string): string {
  const copy = newRoot()
  cpSync(root, copy, { recursive: true, verbatimSymlinks: true })
  return copy
}

/** Every file of a folder by its path, the manifest's own story left out. */
export function contentOf(folder: string): Record<string, string> {
  const content: Record<string, string> = {}
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name === '.lock') continue
    const path = join(entry.parentPath, entry.name)
    content[path.slice(folder.length + 1)] = readFileSync(path).toString('base64')
  }
  if (content['manifest.json'] !== undefined) {
    const text = readFileSync(join(folder, 'manifest.json'), 'utf8')
    const { run, environment, ...rest } = JSON.parse(text) as Record<string, unknown>
    content['manifest.json'] = JSON.stringify([rest, Boolean(run), Boolean(environment)])
  }
  return content
}

/** Opens, does something, closes. */
export async function inFolder<Result>(
  root: string,
  work: (folder: ResultFolder) => Result | Promise<Result>,
  request: Partial<FolderRequest> = {},
): Promise<Result> {
  const folder = await openResultFolder({ ...toySubject(), root, ...request })
  try {
    return await work(folder)
  } finally {
    folder.close()
  }
}

/** The folder of these jobs, kept in these parts and finished at once. */
export async function finishedFolder(
  parts: readonly (readonly FinishedJob[])[],
  subject: ResultSubject = toySubject(),
  root: string = newRoot(),
): Promise<string> {
  return inFolder(
    root,
    async (folder) => {
      for (const part of parts) folder.keep(part)
      await folder.finish(toyRun)
      return folder.path
    },
    subject,
  )
}
