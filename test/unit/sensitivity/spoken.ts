/**
 * A session that keeps what was said.
 * @module
 */
import pico from 'picocolors'
import type { Language } from '../../../analysis/words/language.ts'
import type { Session } from '../../../bin/session.ts'

export function spoken(options: { language?: Language; json?: boolean } = {}): {
  session: Session
  lines: string[]
} {
  const lines: string[] = []
  const nothing = (): void => undefined
  const terminal = {
    quiet: true,
    live: false,
    colour: pico.createColors(false),
    answer: (line = '') => void lines.push(line),
    note: nothing,
    redraw: nothing,
    log: nothing,
    clear: nothing,
  }
  const { language = 'en', json = false } = options
  return { session: { terminal, language, json, verbose: false, words: [] }, lines }
}
