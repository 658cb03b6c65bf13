/**
 * A text that takes no more room than there is.
 * @module
 */

/** At most so many letters, the last an ellipsis where more were there; Chinese counts twice. */
export function shortened(text: string, most: number): string {
  let room = most
  let kept = ''
  for (const letter of text) {
    room -= WIDE.test(letter) ? 2 : 1
    if (room < 0) return `${kept.trimEnd()}…`
    kept += letter
  }
  return kept
}

const WIDE = /[\u2e80-\u9fff\uff00-\uffef]/
