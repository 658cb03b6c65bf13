import { beforeAll, describe, expect, it } from 'vitest'
import {
  openCanvas,
  standaloneSvg,
  tableTexts,
  type Canvas,
  type Figure,
} from '../../../analysis/figures/index.ts'
import { LANGUAGES, type Language } from '../../../analysis/words/language.ts'
import { all, shapeOf, textBoxes, type Placed } from './drawn.ts'
import { emptyKinds, HOSTILE, kinds } from './samples.ts'

const PAGE = 680
const HALF = 400

let canvas: Canvas
const drawn = new Map<string, Figure>()

function frameOf(kind: string, language: Language, width: number) {
  return { id: kind, language, source: HOSTILE, width }
}

/** Every kind in both languages at the width of a page, and at half of it. */
function figuresAt(width: number): [string, Figure][] {
  return Object.entries(kinds).flatMap(([kind, draw]) =>
    LANGUAGES.map((language): [string, Figure] => {
      const name = `${kind} ${language} ${width}`
      const figure = drawn.get(name) ?? draw(canvas, frameOf(kind, language, width))
      drawn.set(name, figure)
      return [name, figure]
    }),
  )
}

const every = () => [...figuresAt(PAGE), ...figuresAt(HALF)]

beforeAll(async () => {
  canvas = await openCanvas()
})

describe('every figure', () => {
  it('has a title and a description that its image role points to', () => {
    for (const [name, { svg, id, language, title, description }] of every()) {
      const root = shapeOf(svg)
      expect(root.getAttribute('role'), name).toBe('img')
      expect(root.getAttribute('aria-labelledby'), name).toBe(
        `${id}-${language}-title ${id}-${language}-desc`,
      )
      expect(root.querySelector('title')?.textContent, name).toBe(title)
      expect(root.querySelector('desc')?.textContent, name).toBe(description)
      expect(root.querySelector('title')?.getAttribute('id'), name).toBe(`${id}-${language}-title`)
    }
  })

  it('has a table whose rows are as wide as its head', () => {
    for (const [name, { table }] of every()) {
      expect(table.rows.length, name).toBeGreaterThan(0)
      for (const row of table.rows) expect(row.length, name).toBe(table.columns.length)
    }
  })

  it('writes its table in both languages without an undefined number', () => {
    for (const [name, figure] of figuresAt(PAGE)) {
      const { rows } = tableTexts(figure)
      const cells = rows.flat()
      expect(cells.length, name).toBeGreaterThan(0)
      expect(
        cells.filter((cell) => /NaN|undefined|Infinity/.test(cell)),
        name,
      ).toEqual([])
    }
  })

  it('says no number that is not one', () => {
    for (const [name, { svg, title, subtitle, description }] of every()) {
      const said = [svg, title, subtitle, description].join(' ')
      expect(said, name).not.toMatch(/NaN|undefined|Infinity|\[object/)
    }
  })

  it('is the same to the last byte when drawn again, also with another document', async () => {
    const other = await openCanvas((await openCanvas()).document)
    const first = new Map(figuresAt(PAGE))
    for (const [kind, draw] of Object.entries(kinds)) {
      const again = draw(other, frameOf(kind, 'zh', PAGE))
      expect(again.svg, kind).toBe(first.get(`${kind} zh ${PAGE}`)?.svg)
    }
  })

  it('has no id but those of its title and description', () => {
    for (const [name, { svg }] of every()) expect(svg.match(/ id="/g)?.length, name).toBe(2)
  })

  it('escapes names, so that they stay text', () => {
    for (const [name, figure] of every()) {
      const root = shapeOf(figure.svg)
      expect(all(root, 'img, script'), name).toEqual([])
      expect(figure.svg, name).not.toContain('<img')
      expect(standaloneSvg(figure), name).not.toContain('<img')
    }
    const withName = new Map(figuresAt(PAGE)).get(`heatMap en ${PAGE}`) as Figure
    expect(withName.description).toContain(HOSTILE)
    expect(shapeOf(withName.svg).querySelector('desc')?.textContent).toContain(HOSTILE)
  })

  it('keeps every text inside the drawing', () => {
    for (const [name, figure] of every()) {
      for (const { text, left, right, top, bottom } of textBoxes(figure)) {
        const at = `${name}: ${text}`
        expect(left, at).toBeGreaterThanOrEqual(-1)
        expect(right, at).toBeLessThanOrEqual(figure.width + 1)
        expect(top, at).toBeGreaterThanOrEqual(-1)
        expect(bottom, at).toBeLessThanOrEqual(figure.height + 1)
      }
    }
  })

  it('lets no two texts overlap', () => {
    for (const [name, figure] of every()) {
      const boxes = textBoxes(figure)
      const pairs = boxes.flatMap((a, i) => boxes.slice(i + 1).map((b) => [a, b] as const))
      const touching = pairs.filter(([a, b]) => overlap(a, b)).map(([a, b]) => [a.text, b.text])
      expect(touching, name).toEqual([])
    }
  })

  it('shortens a name of 200 characters and keeps all of it in a title', () => {
    const page = new Map(figuresAt(PAGE))
    for (const kind of ['dotsWithWhiskers', 'stackedShares', 'tornado', 'heatMap', 'frontier']) {
      const root = shapeOf((page.get(`${kind} en ${PAGE}`) as Figure).svg)
      const texts = all(root, 'text').filter(({ textContent }) =>
        textContent.includes('A very long'),
      )
      expect(texts.length, kind).toBeGreaterThan(0)
      for (const text of texts) {
        expect(text.textContent, kind).toContain('…')
        expect(text.querySelector('title')?.textContent.length, kind).toBeGreaterThan(190)
      }
    }
  })

  it('takes its colours from the palette alone, with a variable of the page for each', () => {
    const known = /^(none|currentColor|var\(--figure-\w+, #[0-9A-F]{6}\))$/
    for (const [name, { svg }] of every()) {
      const colours = [...svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour)
      expect(
        colours.filter((colour) => !known.test(colour)),
        name,
      ).toEqual([])
    }
  })

  it('writes texts in the colour of text', () => {
    for (const [name, { svg }] of every()) {
      const coloured = all(shapeOf(svg), 'text').filter((text) => {
        const fill = text.getAttribute('fill') ?? text.parentNode?.getAttribute('fill')
        return fill != null && fill !== 'currentColor'
      })
      expect(
        coloured.map(({ textContent }) => textContent),
        name,
      ).toEqual([])
    }
  })

  it('leaves the page as a file without variables', () => {
    for (const [name, figure] of figuresAt(PAGE)) {
      for (const page of ['light', 'dark'] as const) {
        const svg = standaloneSvg(figure, page)
        expect(svg, name).not.toContain('var(')
        expect(shapeOf(svg).localName, name).toBe('svg')
        expect(svg, name).toContain(page === 'light' ? 'fill="#FFFFFF"' : 'fill="#111827"')
      }
    }
  })

  it('says in words that there is nothing to show when there is nothing', () => {
    for (const [kind, draw] of Object.entries(emptyKinds)) {
      for (const language of LANGUAGES) {
        const figure = draw(canvas, frameOf(kind, language, PAGE))
        expect(figure.title, kind).toBe(language === 'en' ? 'Nothing to show' : '没有可显示的内容')
        expect(all(shapeOf(figure.svg), 'text').length, kind).toBe(1)
        expect(figure.table.rows, kind).toEqual([])
      }
    }
  })
})

function overlap(a: Placed, b: Placed): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
