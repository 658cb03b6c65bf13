/**
 * Throwing finished work away is the one thing that cannot be taken back: it is asked for first.
 * @module
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { SimulationError } from '../engine/errors.ts'
import { folderName } from '../analysis/results/folder-path.ts'
import type { ResultSubject } from '../analysis/results/result-plan.ts'
import { commandsIn } from '../analysis/words/commands.ts'
import type { Session } from './session.ts'
import type { RunFlags } from './verb-flags.ts'

/** @throws SimulationError unless the folder is not there, or a person says yes */
export async function confirmFresh(
  flags: RunFlags,
  { plan }: ResultSubject,
  { language }: Session,
): Promise<void> {
  const folder = join(flags.output, folderName(plan))
  if (!existsSync(folder)) return
  const words = commandsIn(language)
  if (flags.input && process.stdin.isTTY) {
    const question = createInterface({ input: process.stdin, output: process.stderr })
    const answer = await question.question(words.throwAway(folder))
    question.close()
    if (words.yes.includes(answer.trim().toLowerCase())) return
  }
  throw new SimulationError([
    {
      code: 'USAGE',
      path: '--fresh',
      expected: 'a yes on a terminal before finished work is thrown away',
      got: folder,
      hint: `delete ${folder}, or choose another --output`,
    },
  ])
}
