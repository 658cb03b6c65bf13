import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dodge } from '../../../analysis/figures/layout/dodge.ts'
import { monthTicks } from '../../../analysis/figures/layout/month-axis.ts'
import { placeLabels } from '../../../analysis/figures/layout/place-labels.ts'
import { textWidth, truncate, wrap } from '../../../analysis/figures/layout/text-width.ts'
import { niceTicks } from '../../../analysis/figures/layout/ticks.ts'
import { thinTicks, valueAxis } from '../../../analysis/figures/layout/value-axis.ts'
import { months } from './samples.ts'

const SEED = { seed: 20251001 }
/** Sums of binary fractions of sizes like these differ by less. */
const CLOSE = 1e-6

describe('dodge', () => {
  const labels = fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 400, noNaN: true }),
      size: fc.double({ min: 1, max: 40, noNaN: true }),
    }),
    { maxLength: 12 },
  )

  it('leaves no two labels on top of each other and keeps their order', () => {
    fc.assert(
      fc.property(labels, (wanted) => {
        const sizes = wanted.map(({ size }) => size)
        const at = wanted.map((label) => label.at)
        const places = dodge(at, sizes, 0, 1000)
        const order = at.map((_, i) => i).sort((a, b) => at[a] - at[b] || a - b)
        for (let k = 1; k < order.length; k++) {
          const [a, b] = [order[k - 1], order[k]]
          const apart = (sizes[a] + sizes[b]) / 2
          expect(places[b] - places[a]).toBeGreaterThanOrEqual(apart - CLOSE)
        }
      }),
      SEED,
    )
  })

  it('keeps all labels inside where they fit', () => {
    fc.assert(
      fc.property(labels, (wanted) => {
        const sizes = wanted.map(({ size }) => size)
        const places = dodge(
          wanted.map(({ at }) => at),
          sizes,
          0,
          500,
        )
        places.forEach((place, i) => {
          expect(place - sizes[i] / 2).toBeGreaterThanOrEqual(-CLOSE)
          expect(place + sizes[i] / 2).toBeLessThanOrEqual(500 + CLOSE)
        })
      }),
      SEED,
    )
  })

  it('does not move labels that are apart, and moves two that collide by half each', () => {
    expect(dodge([10, 50], [20, 20], 0, 100)).toEqual([10, 50])
    expect(dodge([50, 50], [20, 20], 0, 100)).toEqual([40, 60])
  })
})

describe('niceTicks', () => {
  it('surrounds the values with equal steps of 1, 2 or 5', () => {
    const ends = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(ends, fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (low, span) => {
        const { values } = niceTicks(low, low + span, 5)
        const step = values[1] - values[0]
        expect(values[0]).toBeLessThanOrEqual(low + step * CLOSE)
        expect(values[values.length - 1]).toBeGreaterThanOrEqual(low + span - step * CLOSE)
        expect(values.length).toBeGreaterThanOrEqual(2)
        expect(values.length).toBeLessThanOrEqual(8)
        const lead = Number(step.toPrecision(1).replace(/e.*/, '').replace(/[0.]/g, ''))
        expect([1, 2, 5]).toContain(lead)
      }),
      SEED,
    )
  })

  it('tells its steps apart by as many decimals as they need', () => {
    expect(niceTicks(0, 1, 5)).toEqual({ values: [0, 0.2, 0.4, 0.6, 0.8, 1], decimals: 1 })
    expect(niceTicks(-7, 3, 5)).toEqual({ values: [-8, -6, -4, -2, 0, 2, 4], decimals: 0 })
  })
})

describe('valueAxis', () => {
  it('puts all ticks on one scale and says the unit once', () => {
    const axis = valueAxis([0, 2.4e6], { unit: 'mn', sort: 'level', language: 'zh' })
    expect(axis.unit).toBe('万亿元')
    expect(axis.ticks.map(axis.label)).toEqual(['0', '0.5', '1.0', '1.5', '2.0', '2.5'])
    const changes = valueAxis([-0.061, 0.02], { unit: 'share', sort: 'change', language: 'en' })
    expect(changes.unit).toBe('pts')
    expect(changes.ticks.map(changes.label)).toEqual(['−8', '−6', '−4', '−2', '0', '+2'])
    const rates = valueAxis([0, 0.2], { unit: '1/year', sort: 'level', language: 'en' })
    expect(rates.unit).toBe('')
    expect(rates.ticks.map(rates.label)).toEqual(['0%', '5%', '10%', '15%', '20%'])
  })

  it('has zero where it is asked for, and room where all values are one', () => {
    const wish = { unit: 'links', sort: 'change', language: 'en', zero: true } as const
    expect(valueAxis([-5, -3], wish).high).toBe(0)
    expect(valueAxis([3, 5], wish).low).toBe(0)
    const flat = valueAxis([0, 0, NaN], wish)
    expect(flat.low).toBeLessThan(0)
    expect(flat.high).toBeGreaterThan(0)
    const none = valueAxis([NaN], { unit: 'links', sort: 'level', language: 'en' })
    expect(none.high).toBeGreaterThan(none.low)
  })

  it('drops labels that would touch or leave the page', () => {
    const axis = valueAxis([-5000, 5000], {
      unit: 'links',
      sort: 'level',
      language: 'en',
      steps: 10,
    })
    const place = (value: number) => (value + 5000) / 50
    const thin = thinTicks(axis, place)
    expect(thin).toContain(0)
    expect(place(thin[1]) - place(thin[0])).toBeGreaterThan(axis.width)
    expect(thinTicks(axis, place, 150).length).toBeLessThan(thin.length)
  })
})

describe('text widths', () => {
  it('give a Chinese character one em and a Latin letter less', () => {
    expect(textWidth('名单管理', 12)).toBe(48)
    expect(textWidth('list', 12)).toBeLessThan(30)
    expect(textWidth('（2025）', 10)).toBeGreaterThan(40)
  })

  it('cut a text to the room it has, never beyond it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 20, max: 200 }),
        (text, room) => {
          expect(textWidth(truncate(text, room, 12), 12)).toBeLessThanOrEqual(room + CLOSE)
          for (const line of wrap(text, room, 12, 2)) {
            expect(textWidth(line, 12)).toBeLessThanOrEqual(room + CLOSE)
          }
        },
      ),
      SEED,
    )
  })

  it('wrap at spaces and between characters, with punctuation on the line it belongs to', () => {
    expect(wrap('The rules before notice 9', 125, 12, 3)).toEqual(['The rules before', 'notice 9'])
    expect(wrap('上限降至，名单放开', 60, 12, 3)).toEqual(['上限降至，', '名单放开'])
    expect(wrap('one two three four five six', 60, 12, 2)[1]).toMatch(/…$/)
  })
})

describe('monthTicks', () => {
  it('names months where there is room, years where there is less', () => {
    const wide = monthTicks(months, 2000, 'en').map(({ text }) => text)
    expect(wide[0]).toBe('Nov 2024')
    expect(wide.length).toBe(24)
    expect(monthTicks(months, 600, 'en').map(({ text }) => text)).toEqual([
      'Jan 2025',
      'Apr 2025',
      'Jul 2025',
      'Oct 2025',
      'Jan 2026',
      'Apr 2026',
      'Jul 2026',
      'Oct 2026',
    ])
    expect(monthTicks(months, 120, 'zh')).toEqual([
      { at: 2, text: '2025年' },
      { at: 14, text: '2026年' },
    ])
    expect(monthTicks(['2025-03'], 300, 'en')).toEqual([{ at: 0, text: 'Mar 2025' }])
  })
})

describe('placeLabels', () => {
  it('leaves out what finds no room', () => {
    const inside = { left: 0, right: 300, top: 0, bottom: 100 }
    const spot = { x: 150, y: 50, text: 'name' }
    expect(placeLabels([spot], inside).length).toBe(1)
    const crowd = Array.from({ length: 20 }, () => spot)
    expect(placeLabels(crowd, inside).length).toBeLessThan(7)
    expect(placeLabels([{ ...spot, text: 'x'.repeat(200) }], inside)).toEqual([])
  })
})
