/**
 * `zhudai trace`: the first decision of a bank that two policies make differently.
 * @module
 */
import type { Experiment } from '../../analysis/experiment/experiment.ts'
import { inputTable } from '../../analysis/stories/input-table.ts'
import { storyWordsIn } from '../../analysis/stories/story-words-in.ts'
import { traceBank, type TraceWish } from '../../analysis/stories/trace-bank.ts'
import type { Session } from '../session.ts'
import { alignColumns, answerWidth, wrap } from '../terminal.ts'

/**
 * Runs the replicate under both policies and prints the difference with its inputs.
 *
 * @throws SimulationError AGENT_UNKNOWN
 */
export function trace(experiment: Experiment, wish: TraceWish, session: Session): void {
  const { terminal, language, json } = session
  const found = traceBank(experiment, wish)
  const sentences = storyWordsIn(language).trace(found)
  if (json) {
    // NaN, not defined here, becomes null.
    terminal.answer(JSON.stringify({ schema: 'trace/1', ...found, sentences }, null, 2))
    return
  }
  for (const sentence of sentences) {
    for (const line of wrap(sentence, answerWidth())) terminal.answer(line)
  }
  if (found.difference === undefined) return
  terminal.answer()
  for (const line of alignColumns(inputTable(found, language))) terminal.answer(`  ${line}`)
}
