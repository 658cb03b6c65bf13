import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBrief } from '../../analysis/report/create-brief.ts'
import { createReport } from '../../analysis/report/create-report.ts'
import type { ReportSource } from '../../analysis/report/report-source.ts'
import { LANGUAGES, type Language } from '../../analysis/words/language.ts'
import { kinds, syntheticSource } from '../unit/report/synthetic.ts'
import { axeFindings, launch, missing, type OpenBrowser, type Page } from './browser.ts'
import { bareFigures, clippedBoxes, clippedLabels, pagesOf, smallTargets } from './page-checks.ts'

const reason = missing()
if (reason !== undefined) console.log(`skipped: tests of pages in a browser (${reason})`)

const digest = (text: string): string => createHash('sha256').update(text).digest('base64')
const lang = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en')

describe.skipIf(reason !== undefined)('a page in a browser', () => {
  let browser: OpenBrowser
  let folder: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zhudai-pages-'))
    browser = await launch()
  })

  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })

  interface Opened {
    readonly page: Page
    /** Requests other than for the page itself, and messages of the console. */
    readonly noise: string[]
  }

  async function open(html: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Opened> {
    const file = join(folder, `${digest(html).replace(/\W/g, '').slice(0, 16)}.html`)
    writeFileSync(file, html)
    const noise: string[] = []
    const page = await browser.newPage({ viewport: { width: 1000, height: 900 }, colorScheme })
    const url = pathToFileURL(file).href
    page.on('request', (request: { url(): string }) => {
      if (request.url() !== url && !request.url().startsWith('blob:'))
        noise.push(`request ${request.url()}`)
    })
    page.on('console', (message: { text(): string }) => noise.push(`console ${message.text()}`))
    page.on('pageerror', (error: Error) => noise.push(`error ${error.message}`))
    await page.goto(url)
    return { page, noise }
  }

  /** Three years where months matter; fewer where a page is only looked over. */
  const sourceOf = (kind: string): ReportSource =>
    syntheticSource({ ...kinds[kind], periods: kind === 'pair' ? 36 : 12 })
  const reportOf = (kind: string, language: Language = 'en') =>
    createReport(sourceOf(kind), { language, digest })

  for (const kind of Object.keys(kinds)) {
    it(`asks for nothing, complains of nothing, clips nothing, in both languages: ${kind}`, async () => {
      const { page, noise } = await open(await reportOf(kind))
      for (const language of LANGUAGES) {
        await page.click(`button[data-language=${language}]`)
        expect(await page.evaluate('document.documentElement.lang')).toBe(lang(language))
        expect(await clippedBoxes(page)).toEqual([])
        expect(await clippedLabels(page)).toEqual([])
        expect(await axeFindings(page)).toEqual([])
      }
      expect(await bareFigures(page)).toEqual([])
      expect(await smallTargets(page)).toEqual([])
      expect(noise).toEqual([])
      await page.close()
    })
  }

  it('is as readable on a dark page, and on one of 320 pixels', async () => {
    for (const kind of ['pair', 'sweep']) {
      const { page, noise } = await open(await reportOf(kind, 'zh'), 'dark')
      expect(await axeFindings(page)).toEqual([])
      await page.setViewportSize({ width: 320, height: 700 })
      const wide = await page.evaluate('document.documentElement.scrollWidth')
      expect(wide).toBeLessThanOrEqual(320)
      expect(noise).toEqual([])
      await page.close()
    }
  })

  it('changes its language by keyboard, says so, and stays where it was read', async () => {
    const { page } = await open(await reportOf('pair'))
    await page.evaluate(`document.getElementById('en-groups').scrollIntoView()`)
    await page.focus('button[data-language=zh]')
    await page.keyboard.press('Enter')
    const state = await page.evaluate(`({
      lang: document.documentElement.lang,
      said: document.getElementById('status').textContent,
      focus: document.activeElement.dataset.language,
      pressed: document.querySelector('button[data-language=zh]').getAttribute('aria-pressed'),
      title: document.title,
      hidden: document.querySelector('[data-edition=en]').hidden,
      top: Math.abs(document.getElementById('zh-groups').getBoundingClientRect().top) < 200,
    })`)
    expect(state).toEqual({
      lang: 'zh-CN',
      said: '报告已切换为中文。',
      focus: 'zh',
      pressed: 'true',
      title: '情景after · zhudai',
      hidden: true,
      top: true,
    })
    await page.close()
  })

  it('moves the network through its months by keyboard', async () => {
    const { page } = await open(await reportOf('pair'))
    const read = () =>
      page.evaluate<{ month: string; spoken: string; states: string }>(`(() => {
        const slider = document.querySelector('#en-network input[type=range]')
        const marks = [...document.querySelectorAll('#en-network [data-states]')]
        return {
          month: slider.parentNode.querySelector('output').textContent,
          spoken: slider.getAttribute('aria-valuetext'),
          states: marks.map((one) => one.dataset.state).join(''),
        }
      })()`)
    const last = await read()
    await page.focus('#en-network input[type=range]')
    await page.keyboard.press('Home')
    const first = await read()
    expect([last.month, first.month]).toEqual(['Oct 2027', 'Nov 2024'])
    expect(first.spoken).toBe(first.month)
    expect(last.states).toContain('l')
    expect(first.states).not.toContain('l')
    await page.close()
  })

  it('follows its contents to a section, and a link to the other language', async () => {
    const html = await reportOf('pair')
    const { page } = await open(html)
    await page.click('[data-edition=en] .contents a[href="#en-limits"]')
    const near = `Math.abs(document.getElementById('en-limits').getBoundingClientRect().top) < 200`
    expect(await page.evaluate(`new Promise((done) => setTimeout(() => done(${near}), 700))`)).toBe(
      true,
    )
    await page.evaluate(`location.hash = 'zh-limits'`)
    await page.evaluate('new Promise((done) => setTimeout(done, 100))')
    expect(await page.evaluate('document.documentElement.lang')).toBe('zh-CN')
    await page.close()
  })

  it('saves a drawing, its numbers and the summary as files', async () => {
    const { page, noise } = await open(await reportOf('pair'))
    const saved = async (selector: string) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.click(selector)])
      return {
        name: download.suggestedFilename(),
        text: readFileSync(await download.path(), 'utf8'),
      }
    }
    const svg = await saved('#en-change-links [data-save=svg]')
    expect(svg.name).toBe('change-links-en.svg')
    expect(svg.text).toMatch(/^<svg[^>]* xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    expect(svg.text).not.toContain('var(')
    const csv = await saved('#en-change-links [data-save=csv]')
    const lines = csv.text.replace('\ufeff', '').trim().split('\n')
    expect(lines.length).toBe(37)
    expect(lines[1].split(',')[0]).toBe('2024-11')
    const mean = sourceOf('pair').summary.series.find(
      ({ metric, change }) => metric === 'links' && change,
    )
    expect(Number(lines[36].split(',')[3])).toBe(mean!.change!.median[35])
    const summary = await saved('[data-edition=en] [data-save=summary]')
    expect(JSON.parse(summary.text)).toMatchObject({ schema: 'summary/1' })
    expect(noise).toEqual([])
    await page.close()
  })

  it('prints to A4 in the language it is shown in', async () => {
    for (const language of LANGUAGES) {
      const { page } = await open(await reportOf('pair', language))
      const { count, isA4 } = pagesOf(await page.pdf({ preferCSSPageSize: true }))
      expect(isA4).toBe(true)
      expect(count).toBeGreaterThan(5)
      expect(count).toBeLessThan(40)
      await page.close()
    }
  })

  it('prints a brief on one page, whatever it is of', async () => {
    for (const kind of ['pair', 'failed', 'reforms', 'sweep', 'single']) {
      for (const language of LANGUAGES) {
        const { page, noise } = await open(await createBrief(sourceOf(kind), { language, digest }))
        if (kind === 'pair') expect(await axeFindings(page)).toEqual([])
        expect(await clippedLabels(page)).toEqual([])
        const { count, isA4 } = pagesOf(await page.pdf({ preferCSSPageSize: true }))
        expect(`${kind} ${language}: ${count} ${isA4}`).toBe(`${kind} ${language}: 1 true`)
        expect(noise).toEqual([])
        await page.close()
      }
    }
  })

  it('prints a brief of long names on one page', async () => {
    const long = {
      en: 'A very long title of a scenario '.repeat(7),
      zh: '很长的情景名称'.repeat(28),
    }
    const source = syntheticSource({
      ...kinds.pair,
      periods: 36,
      question: 'What would happen if somebody asked a question that goes on and on? '.repeat(4),
      points: [
        { id: 'before', title: long, failed: [0] },
        { id: 'after', title: long, baseline: 'before', factor: 0.8, noise: 0.1 },
      ],
    })
    const changes = Array.from({ length: 30 }, () => source.resolved.changes[0])
    for (const language of LANGUAGES) {
      const given = { ...source, resolved: { ...source.resolved, changes } }
      const { page } = await open(await createBrief(given, { language, digest }))
      expect(pagesOf(await page.pdf({ preferCSSPageSize: true })).count).toBe(1)
      await page.close()
    }
  })
})
