import { beforeAll, describe, expect, it } from 'vitest'
import {
  differenceBands,
  dotsWithWhiskers,
  frontier,
  heatMap,
  levelBands,
  listSizes,
  lorenzCurves,
  openCanvas,
  partnershipNetwork,
  shareTransition,
  smallMultiples,
  stackedShares,
  survivalCurves,
  tornado,
  type Canvas,
  type Figure,
} from '../../../analysis/figures/index.ts'
import { palette } from '../../../analysis/figures/palette.ts'
import { all, shapeOf } from './drawn.ts'
import * as samples from './samples.ts'

let canvas: Canvas
beforeAll(async () => {
  canvas = await openCanvas()
})

const frame = { id: 'f', language: 'en', source: 'model' } as const
const zh = { ...frame, language: 'zh' } as const

/** Numbers of a path's points. */
function points(path: string): number[][] {
  return [...path.matchAll(/[ML]([-\d.]+),([-\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])
}

function pathOf({ svg }: Figure, mark: string): string {
  return shapeOf(svg).querySelector(`.${mark} path`)?.getAttribute('d') ?? ''
}

/** Places of the marks on the axis of values, from two ticks with known values. */
function scaleOf({ svg }: Figure): (place: number) => number {
  const ticks = all(shapeOf(svg), '.axis-y text').map((text) => ({
    value: Number(text.textContent.replace(/[,+%]/g, '').replace('−', '-')),
    y: Number(/,([-\d.]+)\)/.exec(text.getAttribute('transform') ?? '')?.[1]),
  }))
  const [a, b] = [ticks[0], ticks[ticks.length - 1]]
  return (y) => a.value + ((y - a.y) * (b.value - a.value)) / (b.y - a.y)
}

describe('difference bands', () => {
  it('draw the numbers of their table', () => {
    const figure = differenceBands(canvas, samples.differences, frame)
    const value = scaleOf(figure)
    const median = figure.table.columns.findIndex(({ label }) => label === 'Median')
    const numbers = figure.table.rows.map((row) => row[median] as number).filter(Number.isFinite)
    const drawn = points(pathOf(figure, 'median')).map(([, y]) => value(y))
    expect(drawn.length).toBe(numbers.length)
    drawn.forEach((one, i) => expect(Math.abs(one - numbers[i])).toBeLessThan(5))
    expect(figure.table.rows[23][median]).toBe(-900)
  })

  it('leave a gap where nothing is defined', () => {
    const figure = differenceBands(canvas, samples.differences, frame)
    for (const mark of ['median', 'band90', 'band50']) {
      expect(pathOf(figure, mark).match(/M/g)?.length, mark).toBe(2)
    }
    expect(figure.table.rows[11].slice(1)).toEqual(Array.from({ length: 7 }, () => NaN))
  })

  it('have two opacities of one hue, a zero line, the month of effect and a whisker', () => {
    const root = shapeOf(differenceBands(canvas, samples.differences, frame).svg)
    const band = (mark: string) => root.querySelector(`.${mark}`)
    expect(band('band90')?.getAttribute('fill')).toBe(band('band50')?.getAttribute('fill'))
    expect(Number(band('band50')?.getAttribute('fill-opacity'))).toBeGreaterThan(
      Number(band('band90')?.getAttribute('fill-opacity')),
    )
    for (const mark of ['zero', 'effective', 'whisker', 'cap', 'dot', 'run']) {
      expect(band(mark), mark).not.toBeNull()
    }
    expect(root.textContent).toContain('rules in force Oct 2025')
  })

  it('say in both languages what the mean and its interval say', () => {
    const said = (mean: number, low: number, high: number) =>
      [frame, zh].map(
        (one) =>
          differenceBands(canvas, { ...samples.differences, mean: { mean, low, high } }, one).title,
      )
    expect(said(120, 80, 160)).toEqual([
      'Partnerships: 120 higher in Oct 2026',
      '合作关系：2026年10月高120',
    ])
    expect(said(-120, -160, -80)).toEqual([
      'Partnerships: 120 lower in Oct 2026',
      '合作关系：2026年10月低120',
    ])
    expect(said(-120, -260, 20)).toEqual([
      'Partnerships: not distinguishable from no change in Oct 2026',
      '合作关系：2026年10月与没有变化无法区分',
    ])
    expect(said(0, 0, 0)).toEqual([
      'Partnerships: the same in every pair, to Oct 2026',
      '合作关系：到2026年10月每对都相同',
    ])
  })

  it('claim no precision where only the pairs are known', () => {
    const { metric, months, change, pairs } = samples.differences
    const figure = differenceBands(canvas, { metric, months, change, pairs }, frame)
    expect(figure.title).toBe('Partnerships: median change −900 in Oct 2026')
    expect(shapeOf(figure.svg).querySelector('.whisker')).toBeNull()
  })
})

describe('level bands', () => {
  it('have one band and one line for each scenario, in its colour, the baseline dashed', () => {
    const root = shapeOf(levelBands(canvas, samples.levels, frame).svg)
    const lines = all(root, '.median')
    expect(lines.map((line) => line.getAttribute('stroke'))).toEqual(
      (['baseline', 'reform', 'second'] as const).map(
        (role) => `var(--figure-${role}, ${palette[role].light})`,
      ),
    )
    expect(lines.map((line) => line.getAttribute('stroke-dasharray') !== null)).toEqual([
      true,
      false,
      false,
    ])
    expect(all(root, '.band90').length).toBe(3)
    expect(all(root, '.band50').length).toBe(0)
  })
})

describe('dots with whiskers', () => {
  const figure = () => dotsWithWhiskers(canvas, samples.dots, frame)

  it('are hollow and say so where a change cannot be told from none', () => {
    const root = shapeOf(figure().svg)
    const fills = all(root, '.dot').map((dot) => dot.getAttribute('fill'))
    expect(fills.filter((fill) => fill?.includes('page')).length).toBe(2)
    expect(root.textContent).toContain('not distinguishable')
    expect(root.textContent).toContain('not defined')
    expect(figure().title).toBe('2 of 5 changes are distinguishable from none')
  })

  it('have no whisker where there is no interval', () => {
    expect(all(shapeOf(figure().svg), '.whisker').length).toBe(3)
  })

  it('put zero at one place for all units', () => {
    const zeros = all(shapeOf(figure().svg), '.zero line').map((line) => line.getAttribute('x1'))
    expect(zeros.length).toBe(3)
    expect(new Set(zeros).size).toBe(1)
  })
})

describe('small multiples', () => {
  it('share one scale, and name the panel that changes most', () => {
    const figure = smallMultiples(canvas, samples.multiples, frame)
    expect(figure.title).toBe('Outstanding loans: largest change for five, −80.0 bn CNY')
    const zeros = all(shapeOf(figure.svg), '.zero line').map((line) =>
      Number(line.getAttribute('y1')),
    )
    expect(zeros.length).toBe(5)
    const heads = all(shapeOf(figure.svg), '.band90')
    expect(heads.length).toBe(5)
    // The first panel does not change: its line lies on zero.
    const flat = points(shapeOf(figure.svg).querySelector('.median path')?.getAttribute('d') ?? '')
    expect(new Set(flat.map(([, y]) => y))).toEqual(new Set([zeros[0]]))
  })
})

describe('stacked shares', () => {
  it('add up to one every month, with the rest gathered', () => {
    const { table } = stackedShares(canvas, samples.shares, frame)
    expect(table.columns.length).toBe(1 + 8 + 1)
    expect(table.columns[9].label).toBe('4 others')
    for (const [, ...shares] of table.rows) {
      const sum = (shares as number[]).reduce((a, b) => a + b, 0)
      expect(Math.abs(sum - 1)).toBeLessThan(1e-12)
    }
  })

  it('are not defined in a month without any amount', () => {
    const series = [{ name: 'only', amounts: [1, 0, 2] }]
    const months = ['2025-01', '2025-02', '2025-03']
    const { table } = stackedShares(canvas, { what: 'x', months, series }, frame)
    expect(table.rows.map((row) => row[1])).toEqual([1, NaN, 1])
  })
})

describe('Lorenz curves', () => {
  it('are straight for equal amounts and bend for unequal ones', () => {
    const groups = [
      { name: 'equal', amounts: [2, 2, 2, 2] },
      { name: 'unequal', amounts: [0, 0, 0, 8, NaN] },
    ]
    const { table, description } = lorenzCurves(canvas, { what: 'x', groups }, frame)
    const rows = (name: string) => table.rows.filter(([group]) => group === name)
    for (const [, x, y] of rows('equal')) expect(y).toBe(x)
    expect(rows('unequal').map(([, , y]) => y)).toEqual([0, 0, 0, 0, 1])
    expect(description).toContain('equal: Gini coefficient 0 over 4')
    expect(description).toContain('unequal: Gini coefficient 0.750 over 4')
  })
})

describe('list sizes', () => {
  it('count every bank once, on bars that stand on zero', () => {
    const figure = listSizes(canvas, samples.lists, frame)
    const sum = (column: number) =>
      figure.table.rows.reduce((all, row) => all + (row[column] as number), 0)
    expect([sum(1), sum(2)]).toEqual([6, 5])
    expect(figure.title).toBe('Median list: from 3.5 to 2 platforms')
    const bars = all(shapeOf(figure.svg), '.bar')[0]
    const feet = all(bars, 'rect').map((bar) =>
      (Number(bar.getAttribute('y')) + Number(bar.getAttribute('height'))).toFixed(1),
    )
    expect(new Set(feet).size).toBe(1)
  })
})

describe('survival curves', () => {
  it('only step down', () => {
    const figure = survivalCurves(canvas, samples.survival, frame)
    const path = pathOf(figure, 'survival')
    const heights = points(path).map(([, y]) => y)
    expect(heights.length).toBeGreaterThan(24)
    heights.slice(1).forEach((y, i) => expect(y).toBeGreaterThanOrEqual(heights[i]))
  })
})

describe('a transition of shares', () => {
  it('tells gains from losses by dashes and words', () => {
    const figure = shareTransition(canvas, samples.transition, frame)
    const root = shapeOf(figure.svg)
    expect(root.querySelector('.gains')?.getAttribute('stroke-dasharray')).toBeNull()
    expect(root.querySelector('.loses')?.getAttribute('stroke-dasharray')).not.toBeNull()
    const changes = figure.table.rows.map((row) => row[3] as number)
    expect(Math.abs(changes.reduce((a, b) => a + b, 0))).toBeLessThan(1e-12)
    expect(figure.title).toMatch(/^Platform 1 gains most \(\+.* pts\), .* loses most \(−/)
  })
})

describe('the network', () => {
  const figure = (shown?: number) =>
    partnershipNetwork(
      canvas,
      { ...samples.network, largest: 8, ...(shown === undefined ? {} : { shown }) },
      frame,
    )

  it('counts what was kept, lost and gained, drawn or not', () => {
    expect(figure().title).toMatch(/^\d+ partnerships kept, 1 lost, 1 new$/)
    expect(figure(1).title).toMatch(/ kept, 0 lost, 2 new$/)
  })

  it('tells links apart by shape: kept solid, new with a diamond, lost dashed', () => {
    const root = shapeOf(figure().svg)
    const links = all(root, '.links path')
    const byState = (state: string) =>
      links.filter((one) => one.getAttribute('data-state') === state)
    expect(byState('l').length).toBe(1)
    expect(byState('l')[0].getAttribute('stroke-dasharray')).not.toBeNull()
    expect(byState('n').length).toBe(1)
    expect(byState('k').every((one) => one.getAttribute('stroke-dasharray') === null)).toBe(true)
    const diamonds = all(root, '.ends path').filter(
      (end) => end.getAttribute('visibility') === null,
    )
    expect(diamonds.map((end) => end.getAttribute('data-state'))).toEqual(['n'])
  })

  it('carries the width and state of every link at every moment', () => {
    const root = shapeOf(figure().svg)
    expect(root.getAttribute('data-moments')).toBe('Sep 2025|Mar 2026|Sep 2026')
    const states = all(root, '.links path').map((link) => link.getAttribute('data-states'))
    expect(states).toEqual(expect.arrayContaining(['kkk', 'kkl', '-nn', '-n-']))
    for (const link of all(root, '.links path')) {
      const widths = link.getAttribute('data-widths')?.split(' ').map(Number) ?? []
      expect(widths.length).toBe(3)
      expect(Math.min(...widths)).toBeGreaterThan(0)
      expect(link.getAttribute('stroke-width')).toBe(String(widths[2]))
    }
  })

  it('has wider lines for larger balances', () => {
    const root = shapeOf(figure().svg)
    const width = (link: string) =>
      Number(
        all(root, '.links path')
          .find((path) => path.textContent.startsWith(link))
          ?.getAttribute('stroke-width'),
      )
    expect(width(`${samples.HOSTILE} city – ${samples.HOSTILE} head`)).toBe(11)
    expect(width('bank city 2 – ')).toBeLessThan(11)
  })

  it('draws no link below the threshold, and says how much is left out', () => {
    const cut = partnershipNetwork(
      canvas,
      { ...samples.network, largest: 8, threshold: 5000 },
      frame,
    )
    expect(all(shapeOf(cut.svg), '.links path').length).toBe(4)
    expect(cut.table.rows.length).toBe(4)
    expect(cut.subtitle).toContain('links below 5.00 bn CNY are not drawn')
  })

  it('becomes a matrix above sixty rows', () => {
    const wide = {
      ...samples.network,
      banks: samples.network.banks.flatMap((bank) => [bank, { ...bank, id: `${bank.id}b` }]),
      links: samples.network.links.flatMap((link) => [link, { ...link, bank: `${link.bank}b` }]),
      largest: 100,
    }
    expect(figure().svg).toContain('class="figure partnership-network"')
    expect(partnershipNetwork(canvas, wide, frame).svg).toContain(
      'class="figure partnership-matrix"',
    )
  })
})

describe('the tornado', () => {
  it('ranks by length and names what could change the sign', () => {
    const figure = tornado(canvas, samples.assumptions, frame)
    expect(figure.table.rows.map(([name]) => name)).toEqual([
      samples.HOSTILE,
      samples.LONG,
      'small',
    ])
    expect(figure.table.rows.map((row) => row[5])).toEqual([
      'could change the sign',
      'sign stays',
      'sign stays',
    ])
    expect(figure.title).toContain('1 could change the sign')
    expect(all(shapeOf(figure.svg), '.flips path').length).toBe(1)
  })
})

describe('the heat map', () => {
  it('is blue below zero, vermilion above, and brackets what cannot be told from none', () => {
    const root = shapeOf(heatMap(canvas, samples.heat, frame).svg)
    const cells = all(root, '.cells rect').map((cell) => cell.getAttribute('fill'))
    expect(cells.map((fill) => fill?.slice(13, 19))).toEqual([
      'reform',
      'second',
      'second',
      'reform',
      'second',
    ])
    const values = all(root, '.cell-value text').map(({ textContent }) => textContent)
    expect(values[2]).toBe('(+1.00 bn CNY)')
    expect(values.length).toBe(5)
  })
})

describe('the frontier', () => {
  it('fills what no other beats on both counts', () => {
    const figure = frontier(canvas, samples.settings, frame)
    expect(figure.table.rows.map((row) => row[7])).toEqual(['no', 'no', 'yes', 'no'])
    expect(figure.title).toBe('3 of 4 settings are beaten by no other on both counts')
    const hollow = all(shapeOf(figure.svg), '.dot').filter((dot) =>
      dot.getAttribute('fill')?.includes('page'),
    )
    expect(hollow.length).toBe(1)
  })
})
