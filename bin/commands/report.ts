/**
 * `zhudai report`: a result as one HTML file, as a brief of one page, or as figures.
 * @module
 */
import { reportWords } from '../../analysis/words/report/report-words.ts'
import { findChromium, openBrowser, type Browser } from '../browser.ts'
import { usageProblem } from '../problems.ts'
import type { Session } from '../session.ts'
import { EXIT } from '../terminal.ts'
import { writeFigures, writeReport, type FigureFormat } from '../write-report.ts'

export interface ReportFlags {
  results: string[]
  output?: string
  figuresOnly: boolean
  format?: string
  brief: boolean
  pdf: boolean
}

const FORMATS: readonly string[] = ['svg', 'png', 'csv'] satisfies FigureFormat[]

/** Prints the path of every file or folder written, one a line. */
export async function report(flags: ReportFlags, session: Session): Promise<number> {
  const format = checkFlags(flags)
  const needed = flags.pdf || format === 'png'
  const browser = needed ? requireBrowser(session) : undefined
  for (const result of flags.results) {
    const path = flags.figuresOnly
      ? await figures(result, format, browser, flags, session)
      : await page(result, browser, flags, session)
    session.terminal.answer(path)
  }
  return EXIT.done
}

async function page(
  result: string,
  browser: Browser | undefined,
  { brief, output }: ReportFlags,
  { language }: Session,
): Promise<string> {
  const html = browser && output !== undefined ? withEnding(output, '.html') : output
  const path = await writeReport({
    result,
    language,
    brief,
    ...(html === undefined ? {} : { output: html }),
  })
  if (browser === undefined) return path
  const pdf = withEnding(path, '.pdf')
  browser.printPdf(path, pdf)
  return pdf
}

function figures(
  result: string,
  format: FigureFormat,
  browser: Browser | undefined,
  { output }: ReportFlags,
  { language }: Session,
): Promise<string> {
  return writeFigures({
    result,
    language,
    format,
    ...(output === undefined ? {} : { output }),
    ...(browser === undefined ? {} : { browser }),
  })
}

/** @throws SimulationError `USAGE` for flags that do not go together */
function checkFlags({
  results,
  output,
  figuresOnly,
  format,
  brief,
  pdf,
}: ReportFlags): FigureFormat {
  if (output !== undefined && results.length > 1) {
    throw usageProblem(
      'one result with --output, or several without it',
      `${results.length} results`,
    )
  }
  if (figuresOnly && (brief || pdf)) {
    throw usageProblem('--figures-only alone, or --brief and --pdf', 'both')
  }
  if (format !== undefined && !figuresOnly) {
    throw usageProblem('--format together with --figures-only', `--format ${format}`)
  }
  if (format !== undefined && !FORMATS.includes(format)) {
    throw usageProblem('--format svg, png or csv', format)
  }
  return (format ?? 'svg') as FigureFormat
}

/** @throws SimulationError `USAGE` where this machine has none: nothing is written then */
function requireBrowser({ language }: Session): Browser {
  const program = findChromium()
  if (program === undefined) {
    const hint = reportWords(language).command.noBrowser
    throw usageProblem('a Chromium on this machine for --pdf and --format png', 'none', hint)
  }
  return openBrowser(program)
}

/** The path with another ending. */
function withEnding(path: string, ending: string): string {
  return path.replace(/\.(html|pdf)$/i, '') + ending
}
