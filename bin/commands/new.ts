/**
 * `zhudai new`: a commented scenario to start from.
 * @module
 */
import { existsSync, writeFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { SimulationError } from '../../engine/errors.ts'
import { commandsIn } from '../../analysis/words/commands.ts'
import { messagesIn } from '../../analysis/words/messages.ts'
import { newScenarioText } from '../../scenarios/write.ts'
import { packagePath } from '../paths.ts'
import { resolveOne, scenarioCatalogue } from '../resolve.ts'
import type { Session } from '../session.ts'
import { readLevers } from '../sources.ts'
import type { NewFlags } from '../verb-flags.ts'

const PARENT = 'notice-9'
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Writes the file, or the terminal for `-o -`; nothing that is there is overwritten. */
export async function newScenario(flags: NewFlags, session: Session): Promise<void> {
  const { terminal, language, json } = session
  const words = commandsIn(language)
  const { name, from = PARENT, output = `${name}.yaml` } = flags
  if (!ID.test(name)) refuse('<name>', 'lower-case words joined by hyphens', name)
  const levers = readLevers()
  const parent = resolveOne(from, [], levers)
  const title = { en: words.newTitle.en(name), zh: words.newTitle.zh(name) }
  const scenario = {
    id: name,
    extends: parent.id,
    title,
    question: words.newQuestion(parent.title[language]),
  }
  const schema = relative(
    dirname(resolve(output)),
    packagePath('scenarios', 'scenario.schema.json'),
  )
  const line = `# yaml-language-server: $schema=${schema.replaceAll('\\', '/')}`
  const text = newScenarioText(scenario, await scenarioCatalogue(levers), line)
  if (output === '-') {
    terminal.answer(text.trimEnd())
    return
  }
  if (existsSync(output)) refuse('--output', 'a file that does not exist yet', output)
  writeFileSync(output, text, { flag: 'wx' })
  terminal.answer(json ? JSON.stringify({ schema: 'new/1', file: output }) : output)
  terminal.note(messagesIn(language).next(`zhudai check ${pathOf(output)} --against ${parent.id}`))
}

/** A name that is read as a path, not as an id of the library. */
function pathOf(file: string): string {
  return file.includes('/') || /\.ya?ml$/.test(file) ? file : `./${file}`
}

function refuse(path: string, expected: string, got: string): never {
  throw new SimulationError([{ code: 'USAGE', path, expected, got }])
}
