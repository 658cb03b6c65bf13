/**
 * `docs/VERIFICATION.md`: what the suite holds the program to, and what came out.
 * @module
 */
import { criterionText, readingText, verificationIn } from '../words/verification.ts'
import type { Entry, Topic } from './entry.ts'
import { ruledOut } from './failures.ts'
import { markdownTable } from './markdown-table.ts'
import { holds, type Reading } from './reading.ts'
import type { Verdict } from './verify.ts'

const words = verificationIn('en')
const TOPICS: readonly Topic[] = ['kernel', 'statistics', 'market']

/** What is not there, and why. */
const LEFT_OUT = [
  'LC17 (loyalty of borrowers to a seller) belongs to a module of the model document that is not part of this program.',
]

/** The page, from verdicts on the fast set; longer entries are listed without results. */
export function verificationPage(suite: readonly Entry[], verdicts: readonly Verdict[]): string {
  const byId = new Map(verdicts.map((verdict) => [verdict.entry.id, verdict]))
  const readings = verdicts.reduce((sum, verdict) => sum + verdict.readings.length, 0)
  const failed = verdicts.filter((verdict) => !verdict.holds).length
  const result =
    failed === 0
      ? words.allHold(verdicts.length, readings)
      : words.someFail(failed, verdicts.length)
  return (
    [
      '# Verification',
      'Against what the program was tested, and which failures of other engines cannot happen here. This page is written by `zhudai verify --page` from a run of the fast set; `zhudai verify` repeats it, `zhudai verify --full` adds the longer entries, `zhudai verify --only V2` runs one.',
      'A tolerance is never tuned. _Exact_ means a closed form up to rounding of floating point; _to every printed digit_, half a unit of the last digit of a published number; _three standard errors_, those of the run itself; other bounds stood in the verification list before anything was run. All numbers are seeded: they come out the same everywhere.',
      `Result: ${result}`,
      ...TOPICS.flatMap((topic) => [
        `## ${words.topics[topic]}`,
        ...(topic === 'kernel' ? [KERNEL] : []),
        ...suite
          .filter((entry) => entry.topic === topic)
          .flatMap((entry) => entrySection(entry, byId.get(entry.id))),
      ]),
      '## Left out',
      LEFT_OUT.map((line) => `- ${line}`).join('\n'),
      '## Failures seen elsewhere, ruled out here',
      'What users of other engines complained about, what holds here instead, and the tests that would catch it.',
      ...ruledOut.map(
        ({ seen, property, tests }) =>
          `### ${seen}\n\n${property}.\n\n${tests.map(({ file, name }) => `- \`${file}\`: ${name}`).join('\n')}`,
      ),
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  )
}

const KERNEL =
  'Small models written against the public kernel alone: they also show that it is not tied to credit.'

/** One entry: set-up, source and readings. */
export function entrySection(entry: Entry, verdict: Verdict | undefined): readonly string[] {
  const heading = `### ${entry.id} ${entry.title.en}`
  const about = `Set-up: ${entry.setUp.en}. Source: ${entry.source}.`
  if (verdict === undefined) return [heading, about, 'In the full set.']
  const said = verdict.holds ? words.holds : words.fails
  const problem = verdict.problem === undefined ? [] : [words.stopped(verdict.problem)]
  return [heading, about, ...problem, readingTable(verdict.readings), `Verdict: ${said}.`]
}

function readingTable(readings: readonly Reading[]): string {
  return markdownTable(
    ['quantity', 'expected', 'got', 'criterion', 'verdict'],
    readings.map((reading) => [
      reading.quantity.en,
      readingText(reading.expected),
      readingText(reading.got),
      criterionText(reading, words),
      holds(reading) ? words.holds : words.fails,
    ]),
  )
}
