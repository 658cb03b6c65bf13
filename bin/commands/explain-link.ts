/**
 * `zhudai explain link`: when a partnership began, how large it was, when and why it ended.
 * @module
 */
import type { Experiment } from '../../analysis/experiment/experiment.ts'
import { tellLink, type StoryWish } from '../../analysis/stories/link-story.ts'
import { storyWordsIn } from '../../analysis/stories/story-words-in.ts'
import type { Session } from '../session.ts'
import { answerWidth, wrap } from '../terminal.ts'

/**
 * Runs the replicate again and prints the story; with `--json` all its numbers.
 *
 * @throws SimulationError AGENT_UNKNOWN
 */
export function explainLink(experiment: Experiment, wish: StoryWish, session: Session): void {
  const { terminal, language, json } = session
  const story = tellLink(experiment, wish)
  const sentences = storyWordsIn(language).link(story)
  if (json) {
    // NaN, not defined here, becomes null.
    terminal.answer(JSON.stringify({ schema: 'link/1', ...story, sentences }, null, 2))
    return
  }
  const { bank, platform, label, replicate } = story
  terminal.answer(
    terminal.colour.bold(`${bank[language]} – ${platform[language]} · ${label} · #${replicate}`),
  )
  for (const sentence of sentences) {
    for (const line of wrap(sentence, answerWidth() - 2)) terminal.answer(`  ${line}`)
  }
}
