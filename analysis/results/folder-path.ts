/**
 * Where a result may lie: directly under the results folder, under a name made of checked ids.
 * @module
 */
import { lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Disk } from './disk.ts'
import { refusal } from './refusal.ts'
import type { ResultPlan } from './result-plan.ts'

const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/
const FINGERPRINT = /^[0-9a-f]{16,128}$/
const SHOWN_DIGITS = 6

/** `<scenario id>-<first six of the fingerprint>`. */
export function folderName({ reforms, fingerprint }: ResultPlan): string {
  const id = reforms[0]?.id ?? ''
  if (!ID.test(id)) throw refusal('results', 'a scenario id of letters, digits and hyphens', id)
  if (!FINGERPRINT.test(fingerprint)) {
    throw refusal('results', 'a hexadecimal fingerprint', fingerprint)
  }
  return `${id}-${fingerprint.slice(0, SHOWN_DIGITS)}`
}

/**
 * The folder of that name under `root`; made where there is none.
 *
 * @throws SimulationError where a link or a file stands in its place
 */
export function enterFolder(disk: Disk, root: string, name: string): string {
  mkdirSync(root, { recursive: true })
  const folder = join(root, name)
  const found = lstatSync(folder, { throwIfNoEntry: false })
  if (found === undefined) disk.makeFolder(folder)
  else if (!found.isDirectory()) {
    throw refusal(name, 'a folder', found.isSymbolicLink() ? 'a link' : 'a file')
  }
  const real = realpathSync(folder)
  if (relative(realpathSync(root), dirname(real)) !== '') {
    throw refusal(name, 'a folder inside the results', 'one that lies elsewhere')
  }
  return folder
}
