/**
 * `zhudai verify`: known results, what the program makes of them, and whether they agree.
 * @module
 */
import type { Entry, Materials } from '../../analysis/verification/entry.ts'
import { verificationPage } from '../../analysis/verification/page.ts'
import { holds } from '../../analysis/verification/reading.ts'
import { suite } from '../../analysis/verification/suite.ts'
import { selectEntries, verifyEntry, type Verdict } from '../../analysis/verification/verify.ts'
import { criterionText, readingText, verificationIn } from '../../analysis/words/verification.ts'
import { usageProblem } from '../problems.ts'
import type { Session } from '../session.ts'
import { readRules, readTables } from '../sources.ts'
import { alignLeft, answerWidth, EXIT, wrap } from '../terminal.ts'

export interface VerifyFlags {
  /** The longer entries too. */
  full: boolean
  /** Writes the page for readers instead of the table. */
  page: boolean
  /** Id of the one entry to run. */
  only?: string
}

/**
 * Runs the suite; exit code 4 when an entry fails.
 *
 * @param all  the entries to choose from
 */
export function verify(
  flags: VerifyFlags,
  session: Session,
  all: readonly Entry[] = suite,
): number {
  const { terminal, language, json } = session
  const entries = selectEntries(all, flags)
  if (entries.length === 0) {
    throw usageProblem(all.map(({ id }) => id).join(', '), flags.only ?? '')
  }
  const words = verificationIn(language)
  const materials: Materials = { tables: readTables(), rules: readRules() }
  const verdicts: Verdict[] = []
  let topic = ''
  for (const [place, entry] of entries.entries()) {
    terminal.redraw(words.running(entry.id, place + 1, entries.length))
    const verdict = verifyEntry(entry, materials)
    terminal.clear()
    verdicts.push(verdict)
    if (json || flags.page) continue
    if (entry.topic !== topic) {
      if (topic !== '') terminal.answer()
      terminal.answer(terminal.colour.bold(words.topics[entry.topic]))
    }
    topic = entry.topic
    print(verdict, session)
  }
  const failed = verdicts.filter((verdict) => !verdict.holds)
  if (flags.page) terminal.answer(verificationPage(all, verdicts).trimEnd())
  else if (json) terminal.answer(JSON.stringify(answerOf(verdicts, flags), null, 2))
  else {
    const readings = verdicts.reduce((sum, verdict) => sum + verdict.readings.length, 0)
    const left = all.length - entries.length
    terminal.answer()
    terminal.answer(
      failed.length === 0
        ? words.allHold(verdicts.length, readings)
        : words.someFail(failed.length, verdicts.length),
    )
    if (!flags.full && flags.only === undefined) terminal.note(words.more(left))
  }
  return failed.length === 0 ? EXIT.done : EXIT.differs
}

/** One entry: what it is, its readings, where they are from. */
function print(verdict: Verdict, { terminal, language }: Session): void {
  const words = verificationIn(language)
  const { colour } = terminal
  const { id, title, setUp, source } = verdict.entry
  const said = verdict.holds ? colour.green(words.holds) : colour.red(words.fails)
  terminal.answer()
  terminal.answer(`${colour.bold(id)}   ${title[language]}   ${said}`)
  for (const line of wrap(setUp[language], answerWidth() - INDENT)) {
    terminal.answer(colour.dim(`${' '.repeat(INDENT)}${line}`))
  }
  if (verdict.problem !== undefined) terminal.answer(`  ${words.stopped(verdict.problem)}`)
  const rows = verdict.readings.map((reading) => [
    reading.quantity[language],
    readingText(reading.expected),
    readingText(reading.got),
    criterionText(reading, words),
    holds(reading) ? '' : words.fails,
  ])
  for (const line of alignLeft([words.heads, ...rows])) terminal.answer(`    ${line.trimEnd()}`)
  terminal.answer(colour.dim(`${' '.repeat(INDENT)}${words.source}: ${source}`))
}

const INDENT = 2

/** What programs read. */
function answerOf(verdicts: readonly Verdict[], flags: VerifyFlags) {
  return {
    schema: 'verify/1',
    set: flags.only ?? (flags.full ? 'full' : 'fast'),
    holds: verdicts.every((verdict) => verdict.holds),
    entries: verdicts.map(({ entry, holds: sound, readings, problem }) => ({
      id: entry.id,
      topic: entry.topic,
      title: entry.title,
      setUp: entry.setUp,
      source: entry.source,
      verdict: sound ? 'holds' : 'fails',
      ...(problem === undefined ? {} : { problem }),
      readings: readings.map((reading) => ({ ...reading, holds: holds(reading) })),
    })),
  }
}
