/**
 * Finishing a folder: merge, summarise, write everything, commit.
 * @module
 */
import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import { readColumns } from './columns-file.ts'
import { definitionsText } from './definitions.ts'
import { UNFINISHED, writeAtomically, type Disk } from './disk.ts'
import { isFileName, MANIFEST, MANIFEST_SCHEMA, manifestText, type Manifest } from './manifest.ts'
import { mergeJobs, type Merged } from './merge.ts'
import type { FileFacts } from './parquet-writer.ts'
import type { Parts } from './parts.ts'
import { pointsText } from './points.ts'
import { readmeText } from './readme.ts'
import { carryThrough, NEXT, PARTS } from './recover.ts'
import { refusal } from './refusal.ts'
import type { ResultSubject, RunFacts } from './result-plan.ts'
import { openStoredJobs } from './stored-jobs.ts'
import { summarise } from './summarise.ts'
import { summaryText, type Summary } from './summary.ts'
import { changesText, levelsText } from './summary-csv.ts'

const SCRATCH = `columns${UNFINISHED}`
const README = 'README.md'
/** Made from a result by other commands: old once the result is new. */
const DERIVED = ['report.html', 'report.pdf', 'brief.html', 'brief.pdf', 'figures']

/**
 * Writes the folder anew from its parts and, if there are any, its tables of before.
 *
 * @param extend  whether the folder has merged tables already
 */
export async function finishFolder(
  disk: Disk,
  folder: string,
  subject: ResultSubject,
  parts: Parts,
  extend: boolean,
  run: RunFacts,
): Promise<void> {
  const next = join(folder, PARTS, NEXT)
  disk.removeFolder(next)
  disk.makeFolder(next)
  const scratch = join(folder, PARTS, SCRATCH)
  const merged = await merge(disk, folder, next, scratch, subject, parts, extend)
  const columns = readColumns(scratch, merged.columns)
  const summary = summarise(subject, merged, columns)
  columns.close()
  disk.remove(scratch)

  const files: Record<string, FileFacts> = { ...merged.files }
  for (const [name, text] of Object.entries(textsOf(subject, summary, folder, merged))) {
    files[name] = writeText(disk, join(next, name), text)
  }
  const manifest = manifestText(manifestOf(subject, merged, run, inOrder(files)))
  writeAtomically(disk, join(next, MANIFEST), new TextEncoder().encode(manifest))
  parts.clear()
  for (const name of DERIVED) disk.removeFolder(join(folder, name))
  carryThrough(disk, folder)
}

async function merge(
  disk: Disk,
  folder: string,
  next: string,
  scratch: string,
  subject: ResultSubject,
  parts: Parts,
  extend: boolean,
): Promise<Merged> {
  const stored = extend ? await openStoredJobs(folder, subject) : undefined
  try {
    return await mergeJobs(disk, next, scratch, subject, parts, stored)
  } finally {
    stored?.close()
  }
}

/** Every file that is a text, by name. */
function textsOf(
  subject: ResultSubject,
  summary: Summary,
  folder: string,
  merged: Merged,
): Record<string, string> {
  const texts: Record<string, string> = {
    ...subject.documents,
    'points.csv': pointsText(subject.plan),
    'definitions.csv': definitionsText(subject),
    'summary.json': summaryText(summary),
    'levels.csv': levelsText(summary),
    'changes.csv': changesText(summary),
  }
  for (const name of Object.keys(texts)) {
    if (!isFileName(name)) throw refusal(name, 'a plain file name', name)
  }
  const names = [...Object.keys(texts), ...Object.keys(merged.files)]
  return { ...texts, [README]: readmeText(subject, summary, basename(folder), names) }
}

function writeText(disk: Disk, path: string, text: string): FileFacts {
  const bytes = new TextEncoder().encode(text)
  const file = disk.create(path)
  disk.write(file, bytes)
  disk.sync(file)
  disk.close(file)
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }
}

function inOrder(files: Record<string, FileFacts>): Record<string, FileFacts> {
  return Object.fromEntries(
    Object.keys(files)
      .sort()
      .map((name) => [name, files[name]]),
  )
}

function manifestOf(
  { plan, model }: ResultSubject,
  { done, failed, steps, broken }: Merged,
  { environment, run }: RunFacts,
  files: Manifest['files'],
): Manifest {
  const against = plan.points.find(({ role }) => role === 'baseline')
  return {
    schema: MANIFEST_SCHEMA,
    scenario: {
      id: plan.reforms[0].id,
      fingerprint: plan.fingerprint,
      question: plan.question,
    },
    against: plan.baseline
      ? { id: plan.baseline.id, fingerprint: against?.fingerprint ?? null }
      : null,
    model,
    design: {
      points: plan.points.length,
      replicates: plan.replicates,
      periods: plan.periods,
      start: plan.start,
      seed: plan.seed,
    },
    status: { done, failed, identitiesChecked: steps, identitiesBroken: broken },
    environment,
    run,
    files,
  }
}
