/**
 * What every command gets: where to write, in which language, for people or for programs.
 * @module
 */
import type { Language } from '../analysis/words/language.ts'
import type { Terminal } from './terminal.ts'

export interface Session {
  readonly terminal: Terminal
  readonly language: Language
  readonly json: boolean
  readonly verbose: boolean
  /** The words of the command, for messages that repeat it. */
  readonly words: readonly string[]
}
