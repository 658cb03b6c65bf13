/**
 * The manifest: birth certificate of a result. What is not known is null.
 * @module
 */
import type { Month } from '../../engine/time.ts'
import type { FileFacts } from './parquet-writer.ts'
import { refusal } from './refusal.ts'
import type { ModelFacts, RunFacts } from './result-plan.ts'

export const MANIFEST = 'manifest.json'
export const MANIFEST_SCHEMA = 'manifest/1'

export interface Manifest {
  readonly schema: typeof MANIFEST_SCHEMA
  readonly scenario: {
    readonly id: string
    readonly fingerprint: string
    readonly question: string
  }
  readonly against: { readonly id: string; readonly fingerprint: string | null } | null
  readonly model: ModelFacts
  readonly design: {
    readonly points: number
    /** Asked for. */
    readonly replicates: number
    readonly periods: number
    readonly start: Month
    readonly seed: string
  }
  readonly status: {
    readonly done: number
    readonly failed: number
    readonly identitiesChecked: number
    readonly identitiesBroken: number
  }
  readonly environment: RunFacts['environment']
  readonly run: RunFacts['run']
  /** Every file but this one and the log. */
  readonly files: Readonly<Record<string, FileFacts>>
}

/** A file's name within its folder: no separator, no dot in front, nothing that leads elsewhere. */
const FILE_NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$/
const SHA256 = /^[0-9a-f]{64}$/

export function isFileName(name: string): boolean {
  return FILE_NAME.test(name) && !name.includes('..')
}

/**
 * The manifest in a text.
 *
 * @throws SimulationError `RESULT_INVALID` for anything else, or for a file outside the folder
 */
export function parseManifest(text: string): Manifest {
  const found = parse(text)
  const shape: Record<string, boolean> = {
    'schema manifest/1': found.schema === MANIFEST_SCHEMA,
    'a scenario': isText(record(found.scenario).id) && isText(record(found.scenario).fingerprint),
    'a model version': isText(record(found.model).version),
    'a design': ['points', 'replicates', 'periods'].every((key) =>
      isCount(record(found.design)[key]),
    ),
    'a status': ['done', 'failed'].every((key) => isCount(record(found.status)[key])),
    'a list of files': typeof found.files === 'object' && found.files !== null,
  }
  for (const [expected, holds] of Object.entries(shape)) {
    if (!holds) throw refusal(MANIFEST, expected, 'something else')
  }
  for (const [name, facts] of Object.entries(record(found.files))) {
    if (!isFileName(name)) throw refusal(MANIFEST, 'files inside the folder', name)
    const { sha256, bytes } = record(facts)
    if (!isText(sha256) || !SHA256.test(sha256) || !isCount(bytes)) {
      throw refusal(MANIFEST, `length and SHA-256 of ${name}`, 'something else')
    }
  }
  return found as unknown as Manifest
}

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`
}

function parse(text: string): Record<string, unknown> {
  try {
    return record(JSON.parse(text))
  } catch {
    throw refusal(MANIFEST, 'JSON', 'a text that is cut off or not JSON')
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0
}
