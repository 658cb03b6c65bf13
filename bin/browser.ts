/**
 * A Chromium of this machine, for what only a browser can make: PDF and PNG. It is given files of this
 * machine alone and no network.
 * @module
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const NAMES = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser']
const TIMEOUT = 120_000
/** Pixels of a PNG for one of the page. */
const SHARPNESS = 2

export interface Browser {
  /** Prints a page to a file. */
  printPdf(page: string, file: string): void
  /** Takes a picture of a page of this size [px]. */
  takePng(page: string, file: string, size: { width: number; height: number }): void
}

/** The program named by `CHROMIUM`, else the first found on the path; undefined where there is none. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const { CHROMIUM, PATH = '' } = environment
  if (CHROMIUM !== undefined && CHROMIUM !== '') return isProgram(CHROMIUM) ? CHROMIUM : undefined
  return PATH.split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find(isProgram)
}

export function openBrowser(program: string): Browser {
  return {
    printPdf: (page, file) =>
      start(program, page, file, ['--no-pdf-header-footer', `--print-to-pdf=${file}`]),
    takePng: (page, file, { width, height }) =>
      start(program, page, file, [
        `--screenshot=${file}`,
        `--window-size=${Math.ceil(width)},${Math.ceil(height)}`,
        `--force-device-scale-factor=${SHARPNESS}`,
        '--hide-scrollbars',
      ]),
  }
}

function start(program: string, page: string, file: string, flags: readonly string[]): void {
  const profile = mkdtempSync(join(tmpdir(), 'zhudai-chromium-'))
  try {
    const isRoot = process.getuid?.() === 0
    const { status, error, stderr } = spawnSync(
      program,
      [
        '--headless',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-dev-shm-usage',
        `--user-data-dir=${profile}`,
        ...(isRoot ? ['--no-sandbox'] : []),
        ...flags,
        pathToFileURL(page).href,
      ],
      { timeout: TIMEOUT, encoding: 'utf8' },
    )
    if (error) throw error
    if (status !== 0 || !existsSync(file)) {
      throw new Error(stderr.trim().split('\n').at(-1) ?? `exit ${status}`)
    }
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
