/**
 * Headless Chromium for the tests of pages. Both packages and the browser are asked for at run time,
 * because nothing else needs them; where one is missing the tests are skipped and say why.
 * @module
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { findChromium } from '../../bin/browser.ts'

/** What is used of a page. */
export interface Page {
  goto(url: string): Promise<unknown>
  evaluate<T>(code: string): Promise<T>
  on(event: string, listener: (given: never) => void): void
  waitForEvent(event: 'download'): Promise<{ path(): Promise<string>; suggestedFilename(): string }>
  click(selector: string): Promise<void>
  focus(selector: string): Promise<void>
  emulateMedia(media: { media?: 'print' | 'screen'; colorScheme?: 'light' | 'dark' }): Promise<void>
  setViewportSize(size: { width: number; height: number }): Promise<void>
  pdf(options: { preferCSSPageSize: boolean }): Promise<Buffer>
  close(): Promise<void>
  readonly keyboard: { press(key: string): Promise<void> }
}

export interface OpenBrowser {
  newPage(options: object): Promise<Page>
  close(): Promise<void>
}

interface Playwright {
  readonly chromium: { launch(options: object): Promise<OpenBrowser> }
}

const load = createRequire(process.env.BROWSER_PACKAGES ?? import.meta.url)

function resolves(name: string): boolean {
  try {
    load.resolve(name)
    return true
  } catch {
    return false
  }
}

/** Why nothing can be tested here; undefined when everything is there. */
export function missing(): string | undefined {
  if (findChromium() === undefined)
    return 'no Chromium on this machine (set CHROMIUM, or install it)'
  const absent = ['playwright-core', 'axe-core'].filter((name) => !resolves(name))
  return absent.length === 0 ? undefined : `${absent.join(' and ')} not installed`
}

export function launch(): Promise<OpenBrowser> {
  const { chromium } = load('playwright-core') as Playwright
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath: findChromium(), args })
}

/** The source of axe-core. */
export function axeSource(): string {
  const path = load.resolve('axe-core/axe.min.js')
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/** Rules of WCAG 2.2 AA and good practice that the page breaks, with the first element of each. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource())
  return page.evaluate<string[]>(`axe
    .run(document, { resultTypes: ['violations'] })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.length + ' × ' + nodes[0].html.slice(0, 160) + ' ' + (nodes[0].any[0]?.message ?? '')))`)
}
