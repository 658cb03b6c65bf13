/**
 * Entries of the verification suite as tests, one each.
 * @module
 */
import { expect, it } from 'vitest'
import type { Topic } from '../../analysis/verification/entry.ts'
import { suite } from '../../analysis/verification/suite.ts'
import { selectEntries, verifyEntry } from '../../analysis/verification/verify.ts'
import { readRules, readTables } from '../../bin/sources.ts'

/** A test for every entry of the fast set about `topic`. */
export function testEntries(topic: Topic): void {
  const materials = { tables: readTables(), rules: readRules() }
  for (const entry of selectEntries(suite, { full: false })) {
    if (entry.topic !== topic) continue
    it(`${entry.id} holds`, () => {
      expect(verifyEntry(entry, materials).holds).toBe(true)
    })
  }
}
