import { SimulationError } from '../../engine/errors.ts'
import type { Market, Names } from '../../agents/market.ts'
import { editDistance } from '../../scenarios/nearest.ts'

/** An agent of one replicate: its row and its names. */
export interface FoundAgent {
  readonly row: number
  readonly names: Names
}

/** How many names are offered instead of an unknown one. */
const OFFERED = 3

/**
 * The bank or platform meant by an id, with or without `bank:`, or by its Chinese or English name.
 *
 * @throws SimulationError AGENT_UNKNOWN with the nearest ids
 */
export function findAgent(
  market: Pick<Market, 'bankNames' | 'platformNames'>,
  kind: 'bank' | 'platform',
  wanted: string,
): FoundAgent {
  const all = kind === 'bank' ? market.bankNames : market.platformNames
  const word = wanted.trim().toLowerCase()
  const row = all.findIndex(
    ({ id, en, zh }) =>
      id === word || id === `${kind}:${word}` || en.toLowerCase() === word || zh === wanted.trim(),
  )
  if (row >= 0) return { row, names: all[row] }
  throw new SimulationError([
    {
      code: 'AGENT_UNKNOWN',
      expected: `a ${kind} of this replicate (zhudai list ${kind}s)`,
      got: wanted,
      hint: `did you mean ${nearestIds(all, kind, word).join(', ')}?`,
    },
  ])
}

/** The ids fewest edits away from a word; ties: the first. */
function nearestIds(all: readonly Names[], kind: string, word: string): string[] {
  const bare = word.startsWith(`${kind}:`) ? word : `${kind}:${word}`
  return all
    .map(({ id, en, zh }) => ({
      id,
      edits: Math.min(
        editDistance(bare, id),
        editDistance(word, en.toLowerCase()),
        editDistance(word, zh),
      ),
    }))
    .sort((one, other) => one.edits - other.edits)
    .slice(0, OFFERED)
    .map(({ id }) => id)
}
