import type { Outcome } from './executor.ts'

/** Memory an outcome holds [bytes]. */
export function bytesOf(outcome: Outcome): number {
  if (!outcome.ok) return 0
  let bytes = outcome.result.byteLength + outcome.hashes.byteLength
  for (const table of Object.values(outcome.kept ?? {})) bytes += table.byteLength
  return bytes
}
