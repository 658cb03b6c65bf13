/**
 * The name someone probably meant.
 * @module
 */

/** Most edits, as a share of the word's length, at which a guess is still offered. */
const TOLERANCE = 0.4

/** The closest of `names` to `word`, or undefined when none is close; ties: the first. */
export function nearestName(word: string, names: readonly string[]): string | undefined {
  let best: string | undefined
  let least = Math.max(2, Math.floor(word.length * TOLERANCE)) + 1
  for (const name of names) {
    const edits = editDistance(word.toLowerCase(), name.toLowerCase())
    if (edits < least) {
      least = edits
      best = name
    }
  }
  return best
}

/** A hint sentence, as the part of a problem that it may be. */
export function didYouMean(word: string, names: readonly string[]): { hint?: string } {
  const nearest = nearestName(word, names)
  return nearest === undefined ? {} : { hint: `did you mean "${nearest}"?` }
}

/**
 * Fewest insertions, deletions and replacements that turn one word into the other.
 *
 * @source Levenshtein (1966)
 */
export function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, k) => k)
  for (let i = 1; i <= left.length; i++) {
    const next = [i]
    for (let k = 1; k <= right.length; k++) {
      const replaced = row[k - 1] + Number(left[i - 1] !== right[k - 1])
      next.push(Math.min(replaced, row[k] + 1, next[k - 1] + 1))
    }
    row = next
  }
  return row[right.length]
}
