import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SimulationError } from '../../../engine/errors.ts'
import { figureFiles, sizeOfSvg } from '../../../analysis/report/figure-files.ts'
import { reportFigures } from '../../../analysis/report/plots/report-figures.ts'
import { openCanvas } from '../../../analysis/figures/canvas.ts'
import { findChromium } from '../../../bin/browser.ts'
import { report, type ReportFlags } from '../../../bin/commands/report.ts'
import type { Session } from '../../../bin/session.ts'
import { kinds, syntheticSource } from './synthetic.ts'

const session = { language: 'en', terminal: { answer: () => undefined } } as unknown as Session

async function problemOf(flags: Partial<ReportFlags>): Promise<string> {
  const given = { results: ['nowhere'], brief: false, pdf: false, figuresOnly: false, ...flags }
  try {
    await report(given, session)
    return ''
  } catch (thrown) {
    return (thrown as SimulationError).problems[0].expected
  }
}

describe('the report command', () => {
  it('refuses flags that do not go together, before anything is read', async () => {
    expect(await problemOf({ results: ['a', 'b'], output: 'c' })).toContain('--output')
    expect(await problemOf({ figuresOnly: true, brief: true })).toContain('--figures-only')
    expect(await problemOf({ figuresOnly: true, pdf: true })).toContain('--figures-only')
    expect(await problemOf({ format: 'svg' })).toContain('--format')
    expect(await problemOf({ figuresOnly: true, format: 'gif' })).toContain('svg, png or csv')
    expect(await problemOf({})).toBe('a result folder')
  })

  describe('on a machine', () => {
    let folder: string
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'zhudai-path-'))
    })
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    it('finds the Chromium named, then the first on the path', () => {
      const program = join(folder, 'chromium')
      expect(findChromium({ PATH: folder })).toBeUndefined()
      writeFileSync(program, '#!/bin/sh\n')
      expect(findChromium({ PATH: folder })).toBeUndefined()
      chmodSync(program, 0o755)
      expect(findChromium({ PATH: `:${folder}` })).toBe(program)
      expect(findChromium({ PATH: '', CHROMIUM: program })).toBe(program)
      expect(findChromium({ PATH: folder, CHROMIUM: join(folder, 'none') })).toBeUndefined()
    })

    it('without a Chromium says so when one is needed, and writes nothing', async () => {
      const before = process.env.CHROMIUM
      process.env.CHROMIUM = join(folder, 'none')
      expect(await problemOf({ pdf: true })).toContain('a Chromium on this machine')
      expect(await problemOf({ figuresOnly: true, format: 'png' })).toContain('a Chromium')
      if (before === undefined) delete process.env.CHROMIUM
      else process.env.CHROMIUM = before
    })
  })
})

describe('the files of a figure', () => {
  it('are a drawing with its words, numbers in full precision, and a caption', async () => {
    const source = syntheticSource({ ...kinds.pair, links: false })
    const figures = reportFigures(await openCanvas(), source, 'zh')
    const names = figures.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.every((name) => /^[A-Za-z0-9-]+$/.test(name))).toBe(true)
    const shown = figures.find(({ name }) => name === 'change-links')!
    const { svg, csv, txt } = figureFiles(shown)
    expect(svg).not.toContain('var(')
    expect(sizeOfSvg(svg).width).toBeGreaterThan(600)
    expect(txt).toContain(shown.figure.title)
    expect(txt).toContain(shown.figure.description)
    const last = csv.trim().split('\r\n').at(-1)!.split(',')
    const series = source.summary.series.find(({ metric, change }) => metric === 'links' && change)!
    expect(Number(last[3])).toBe(series.change!.median.at(-1))
  })
})
