import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { invariants } from '../../../agents/checks/index.ts'
import {
  bankColumns,
  borrowerColumns,
  guarantorColumns,
  platformColumns,
  segmentColumns,
} from '../../../agents/market.ts'
import { month } from '../../../agents/month.ts'
import { parameterCatalogue } from '../../../agents/parameter-catalogue.ts'
import { FLOWS, SECTORS } from '../../../agents/settlement/accounts.ts'
import { arrows } from '../../../analysis/figures/diagrams/flow-places.ts'
import { metricCatalogue } from '../../../analysis/metrics/index.ts'
import { calibrationParts } from './calibration-parts.ts'
import { limitsParts } from './limits-parts.ts'
import { levers, modelParts } from './model-parts.ts'
import { oddParts } from './odd-parts.ts'
import { filledPage, isFilled, partsOf, type Parts } from './page-parts.ts'
import { phaseFiles, postedPayments, statedComments } from './source-scan.ts'

const pages: readonly (readonly [string, Parts])[] = [
  ['docs/MODEL.md', modelParts('en')],
  ['docs/MODEL-zh.md', modelParts('zh')],
  ['docs/CALIBRATION.md', calibrationParts('en')],
  ['docs/CALIBRATION-zh.md', calibrationParts('zh')],
  ['docs/LIMITS.md', limitsParts('en')],
  ['docs/LIMITS-zh.md', limitsParts('zh')],
  ['agents/ODD.md', oddParts],
]

const read = (path: string): string => readFileSync(path, 'utf8')
const written = (path: string): string =>
  read(path).replace(/<!-- part: [\w-]+ -->[\s\S]*?<!-- \/part -->/g, '')

describe.each(pages)('%s', (path, parts) => {
  it('is what the code says', async () => {
    // Laying out a page takes a second: only where something differs, to show it or to write it.
    if (isFilled(path, parts)) return
    await expect(await filledPage(path, parts)).toMatchFileSnapshot(`../../../${path}`)
  })
})

describe('complete pages', () => {
  it.each(pages.filter(([path]) => path !== 'docs/MODEL-zh.md'))(
    '%s has every part made for it',
    (path, parts) => {
      expect(partsOf(path).sort()).toEqual(Object.keys(parts).sort())
    },
  )
})

describe('pages in two languages', () => {
  it('have the same parts where both are complete', () => {
    expect(partsOf('docs/LIMITS-zh.md')).toEqual(partsOf('docs/LIMITS.md'))
  })

  it('show every figure of the model, and only figures that exist', () => {
    for (const [path, language] of [
      ['docs/MODEL.md', 'en'],
      ['docs/MODEL-zh.md', 'zh'],
    ] as const) {
      const shown = [...read(path).matchAll(/\]\((figures\/[\w-]+\.svg)\)/g)].map(
        ([, link]) => link,
      )
      expect(shown.filter((link) => !existsSync(`docs/${link}`))).toEqual([])
      expect(shown.filter((link) => !link.endsWith(`-${language}.svg`))).toEqual([])
      expect(new Set(shown).size).toBe(7)
    }
  })
})

describe('docs/MODEL.md', () => {
  const columns = [bankColumns, platformColumns, guarantorColumns, borrowerColumns, segmentColumns]
  const known = new Set([
    ...parameterCatalogue.map(({ id }) => id as string),
    ...levers.map(({ id }) => id),
    ...metricCatalogue.map(({ id }) => id),
    ...columns.flatMap((one) => Object.keys(one)),
    ...month.map(({ id }) => id),
    ...levers.flatMap(({ members }) => members ?? []),
    // Words that are values or names elsewhere in the code.
    'small',
    'microlender',
    'loan',
  ])

  it('names only parameters, levers, metrics, columns and phases of the code', () => {
    const prose = written('docs/MODEL.md').replace(/```[\s\S]*?```/g, '')
    const names = [...prose.matchAll(/`([A-Za-z][\w.]*)`/g)].map(([, name]) => name)
    expect(names.length).toBeGreaterThan(80)
    expect(names.filter((name) => !known.has(name))).toEqual([])
  })

  it('names files that exist, and says where every equation stands', () => {
    const page = written('docs/MODEL.md')
    const files = [...page.matchAll(/`((?:[\w-]+\/)+[\w-]+\.ts)`/g)].map(([, file]) => file)
    const missing = files.filter((file) => !existsSync(`agents/${file}`) && !existsSync(file))
    expect(missing).toEqual([])
    const equations = page.slice(page.indexOf('## 4.'), page.indexOf('## 5.'))
    for (const section of equations.split(/^#{3,4} /m).slice(1)) {
      if (!section.includes('```math')) continue
      const [title] = section.split('\n')
      expect(section, title).toMatch(/^Code: |\nCode: |\. Code: /m)
    }
  })

  it('has a section for every phase of the month, in its order', () => {
    const page = written('docs/MODEL.md')
    const places = month.map(({ id }) => page.indexOf(`\`${id}\``, page.indexOf('## 4.')))
    expect(places.filter((place) => place < 0)).toEqual([])
    expect([...places].sort((a, b) => a - b)).toEqual(places)
  })
})

describe('what is read from the sources', () => {
  it('finds the file of every phase', () => {
    const files = phaseFiles()
    expect(month.filter(({ id }) => !files.has(id)).map(({ id }) => id)).toEqual([])
  })

  it('finds a payment for every row of the transaction matrix, between sectors it has', () => {
    const payments = postedPayments()
    expect([...new Set(payments.map(({ flow }) => flow))].sort()).toEqual([...FLOWS].sort())
    const sectors: readonly string[] = SECTORS
    expect(
      payments.filter(({ from, to }) => !sectors.includes(from) || !sectors.includes(to)),
    ).toEqual([])
  })

  it('finds every arrow of the diagram of payments among those posted', () => {
    const posted = new Set(postedPayments().map(({ from, to }) => `${from} → ${to}`))
    expect(arrows.filter(({ payer, payee }) => !posted.has(`${payer} → ${payee}`))).toEqual([])
  })

  it('finds formulas with sources, and checks with labels', () => {
    const withFormulas = statedComments().filter(({ formulas }) => formulas.length > 0)
    expect(withFormulas.length).toBeGreaterThan(40)
    expect(withFormulas.filter(({ about, source }) => about === '' || source === '')).toEqual([])
    expect(invariants.every(({ label }) => label.en !== '' && label.zh !== '')).toBe(true)
  })
})
