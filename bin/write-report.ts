/**
 * Writes reports, briefs and figures of a result folder.
 * @module
 */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openCanvas } from '../analysis/figures/canvas.ts'
import { createBrief } from '../analysis/report/create-brief.ts'
import { createReport } from '../analysis/report/create-report.ts'
import { figureFiles, sizeOfSvg, type FigureFiles } from '../analysis/report/figure-files.ts'
import { reportFigures } from '../analysis/report/plots/report-figures.ts'
import type { Language } from '../analysis/words/language.ts'
import type { Browser } from './browser.ts'
import { readReportSource } from './report-source.ts'

export interface ReportWish {
  /** A result folder. */
  readonly result: string
  readonly language: Language
  readonly brief: boolean
  /** File to write; in the result folder unless given. */
  readonly output?: string
}

/**
 * Writes a report or brief.
 *
 * @returns the path of the file
 * @throws SimulationError `RESULT_INVALID` when the folder is no result
 */
export async function writeReport(wish: ReportWish): Promise<string> {
  const { result, language, brief } = wish
  const source = await readReportSource(result)
  const create = brief ? createBrief : createReport
  const html = await create(source, { language, digest: digestBase64 })
  const path = wish.output ?? join(result, brief ? 'brief.html' : 'report.html')
  writeWhole(path, html)
  return path
}

export type FigureFormat = 'svg' | 'png' | 'csv'

export interface FiguresWish {
  readonly result: string
  readonly language: Language
  readonly format: FigureFormat
  /** Folder to write to; `figures` in the result folder unless given. */
  readonly output?: string
  /** For PNG. */
  readonly browser?: Browser
}

/**
 * Writes every figure of a report: its drawing, its numbers, its words.
 *
 * @returns the path of the folder
 */
export async function writeFigures(wish: FiguresWish): Promise<string> {
  const { result, language, format, browser } = wish
  const source = await readReportSource(result)
  const folder = wish.output ?? join(result, 'figures')
  mkdirSync(folder, { recursive: true })
  for (const figure of reportFigures(await openCanvas(), source, language)) {
    const files = figureFiles(figure)
    writeWhole(join(folder, `${files.name}.csv`), files.csv)
    writeWhole(join(folder, `${files.name}.txt`), files.txt)
    if (format === 'svg') writeWhole(join(folder, `${files.name}.svg`), files.svg)
    if (format === 'png' && browser) writePng(browser, folder, files)
  }
  return folder
}

function writePng(browser: Browser, folder: string, files: FigureFiles): void {
  const scratch = mkdtempSync(join(tmpdir(), 'zhudai-figure-'))
  try {
    const page = join(scratch, 'figure.html')
    writeFileSync(
      page,
      `<!doctype html><meta charset="utf-8"><style>body{margin:0;background:#fff;color:#111827}svg{display:block}</style>${files.svg}`,
    )
    browser.takePng(page, join(folder, `${files.name}.png`), sizeOfSvg(files.svg))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** A file is there whole or not at all. */
function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const scratch = `${path}.${process.pid}.tmp`
  writeFileSync(scratch, text)
  renameSync(scratch, path)
}

function digestBase64(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
