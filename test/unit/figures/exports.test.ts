import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  differenceBands,
  dotsWithWhiskers,
  figureCaption,
  figureCsv,
  figureStyle,
  networkScrubber,
  openCanvas,
  partnershipNetwork,
  standaloneSvg,
  survivalCurves,
  tableTexts,
  type Canvas,
} from '../../../analysis/figures/index.ts'
import { palette, ROLES } from '../../../analysis/figures/palette.ts'
import * as samples from './samples.ts'

let canvas: Canvas
beforeAll(async () => {
  canvas = await openCanvas()
})

const frame = { id: 'f', language: 'en', source: 'model' } as const
const zh = { ...frame, language: 'zh' } as const

const cellsOf = (csv: string): string[][] => parse(csv, { relax_column_count: true })

describe('the CSV of a figure', () => {
  it('holds its table in full precision, with units in the head', () => {
    const figure = differenceBands(canvas, samples.differences, frame)
    const [head, ...rows] = cellsOf(figureCsv(figure))
    expect(head[1]).toBe('5th percentile [links]')
    expect(rows.length).toBe(figure.table.rows.length)
    figure.table.rows.forEach((row, i) => {
      row.slice(1).forEach((cell, c) => {
        expect(rows[i][c + 1]).toBe(Number.isNaN(cell) ? '' : String(cell))
      })
    })
  })

  it('says the unit of each row where rows differ in it', () => {
    const [head, first] = cellsOf(figureCsv(dotsWithWhiskers(canvas, samples.dots, frame)))
    expect(head[head.length - 1]).toBe('unit')
    expect(first[first.length - 1]).toBe('links')
  })

  it('lets no name become a formula, and keeps negative numbers as numbers', () => {
    const names = ['=1+1', '+1', '-1', '@x', '\t=1', ' =1', '＝1', 'a,"b"\n']
    const figure = survivalCurves(
      canvas,
      { series: names.map((name) => ({ name, alive: [1, 0.5] })) },
      frame,
    )
    const csv = figureCsv({ ...figure, table: { ...figure.table, rows: [[-1, 2e-7]] } })
    const [head, row] = cellsOf(csv)
    expect(head.slice(1, 8).map((name) => name.slice(0, 1))).toEqual(Array(7).fill("'"))
    expect(head[8]).toBe('a,"b"\n [share]')
    expect(row).toEqual(['-1', '2e-7'])
    expect(csv.endsWith('\r\n')).toBe(true)
  })
})

describe('the caption of a figure', () => {
  it('says title, subtitle and source in the punctuation of its language', () => {
    const titled = { title: 'A finding', subtitle: 'What is shown.' }
    const figure = survivalCurves(canvas, samples.survival, { ...frame, ...titled })
    expect(figureCaption(figure)).toBe('A finding. What is shown. Source: model.')
    const chinese = survivalCurves(canvas, samples.survival, {
      ...zh,
      title: '结论',
      subtitle: '说明。',
    })
    expect(figureCaption(chinese)).toBe('结论。说明。资料来源：model。')
  })
})

describe('the table of a figure', () => {
  it('writes numbers on the scale of their unit', () => {
    const { head, rows } = tableTexts(dotsWithWhiskers(canvas, samples.dots, zh))
    expect(head).toEqual(['指标', '平均', '95%区间下限', '95%区间上限', '判读'])
    expect(rows[0]).toEqual(['合作关系', '−1,043', '−1,141', '−945', '降低'])
    expect(rows[2].slice(1)).toEqual(['+5.3个百分点', '+4.7个百分点', '+5.9个百分点', '升高'])
    expect(rows[4].slice(1)).toEqual(['+500亿元', '–', '–', '与没有变化无法区分'])
  })
})

describe('a figure as a file', () => {
  it('stands with its words and the colours of its page', () => {
    const figure = survivalCurves(canvas, samples.survival, frame)
    const light = standaloneSvg(figure)
    const dark = standaloneSvg(figure, 'dark')
    expect(light).toContain(palette.reform.light)
    expect(dark).toContain(palette.reform.dark)
    expect(dark).not.toContain(palette.reform.light)
    expect(light).toContain('Source: model')
  })
})

describe('the style of a page', () => {
  it('gives every role its two colours, and prints the light ones', () => {
    const [, print] = figureStyle.split('@media print')
    for (const role of ROLES) {
      expect(figureStyle).toContain(`--figure-${role}:${palette[role].dark}`)
      expect(print).toContain(`--figure-${role}:${palette[role].light}`)
    }
  })
})

describe('the slider of a network', () => {
  it('has one step for each moment, in words', () => {
    const network = partnershipNetwork(canvas, { ...samples.network, largest: 8 }, zh)
    const slider = networkScrubber(network)
    expect(slider).toContain('max="2"')
    expect(slider).toContain('aria-valuetext="2026年9月"')
    expect(slider).toContain('data-scrubs="f-zh-title"')
  })

  it('belongs to networks alone', () => {
    expect(networkScrubber(survivalCurves(canvas, samples.survival, frame))).toBe('')
  })
})
