/**
 * To which plan a folder belongs, from its first moment to its manifest.
 * @module
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { SimulationError } from '../../engine/errors.ts'
import { checkFiles } from './check-files.ts'
import { writeAtomically, type Disk } from './disk.ts'
import { LOCK } from './lock.ts'
import { MANIFEST, parseManifest } from './manifest.ts'
import { LOG, PARTS } from './recover.ts'
import { refusal } from './refusal.ts'

const IDENTITY = 'plan.json'

/** The folder of parts, with a note to which plan it belongs. */
export function makeParts(disk: Disk, path: string, fingerprint: string): void {
  const folder = join(path, PARTS)
  if (!existsSync(folder)) disk.makeFolder(folder)
  const identity = join(folder, IDENTITY)
  const text = JSON.stringify({ schema: 'plan/1', fingerprint })
  if (!existsSync(identity)) writeAtomically(disk, identity, new TextEncoder().encode(text))
}

/** Empties a folder, leaving a sign to whom it belongs until the last moment. */
export function discard(disk: Disk, path: string, fingerprint: string): void {
  refuseStrange(path, fingerprint)
  disk.removeFolder(join(path, PARTS))
  makeParts(disk, path, fingerprint)
  disk.remove(join(path, MANIFEST))
  for (const name of readdirSync(path)) {
    if (name !== LOCK && name !== PARTS) disk.removeFolder(join(path, name))
  }
}

/** Even a damaged folder may be emptied, but not one that is somebody else's. */
function refuseStrange(path: string, fingerprint: string): void {
  const manifest = join(path, MANIFEST)
  const said = existsSync(manifest) ? scenarioIn(manifest) : undefined
  if (said !== undefined) refuseOther(MANIFEST, said, fingerprint)
  const ours = existsSync(manifest) || existsSync(join(path, PARTS, IDENTITY))
  const others = readdirSync(path).filter((name) => ![LOCK, PARTS, LOG].includes(name))
  if (!ours && others.length > 0) throw notResults(path, others[0])
}

/** Whether the folder has merged tables, which are then known to be whole and ours. */
export function refuseForeign(disk: Disk, path: string, fingerprint: string): boolean {
  const manifest = join(path, MANIFEST)
  if (existsSync(manifest)) {
    const found = parseManifest(readFileSync(manifest, 'utf8'))
    refuseOther(MANIFEST, found.scenario.fingerprint, fingerprint)
    checkFiles(path, found, 'hashes')
    return true
  }
  const identity = join(path, PARTS, IDENTITY)
  const others = readdirSync(path).filter((name) => ![LOCK, PARTS, LOG].includes(name))
  if (existsSync(identity)) {
    refuseOther(`${PARTS}/${IDENTITY}`, fingerprintIn(identity), fingerprint)
    for (const name of others) disk.removeFolder(join(path, name)) // left by an interrupted --fresh
  } else if (others.length > 0) {
    throw notResults(path, others[0])
  }
  return false
}

function notResults(path: string, name: string): SimulationError {
  return refusal(basename(path), 'a folder of results, or none', `one that holds ${name}`)
}

/** The fingerprint a manifest states; undefined when it states none. */
function scenarioIn(path: string): unknown {
  try {
    const found = JSON.parse(readFileSync(path, 'utf8')) as { scenario?: { fingerprint?: unknown } }
    return found.scenario?.fingerprint
  } catch {
    return undefined
  }
}

function refuseOther(file: string, found: unknown, fingerprint: string): void {
  if (found === fingerprint) return
  throw refusal(file, `results of ${fingerprint}`, `those of ${String(found)}`)
}

function fingerprintIn(path: string): unknown {
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as { fingerprint?: unknown }).fingerprint
  } catch {
    return 'a file that cannot be read'
  }
}
