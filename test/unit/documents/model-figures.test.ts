import { describe, expect, it } from 'vitest'
import { standaloneSvg } from '../../../analysis/figures/export/standalone-svg.ts'
import { openCanvas, type Figure } from '../../../analysis/figures/index.ts'
import { modelFigures } from '../../../analysis/documents/model-figures.ts'
import { catalogue } from '../../fixtures/opening-market.ts'

const canvas = await openCanvas()

describe.each(['en', 'zh'] as const)('the figures of the model document in %s', (language) => {
  const figures = modelFigures(canvas, language, catalogue)

  it.each(figures.map((figure) => [figure.id, figure] as const))(
    '%s is what the model computes',
    async (id, figure) => {
      await expect(`${standaloneSvg(figure)}\n`).toMatchFileSnapshot(
        `../../../docs/figures/${id}-${language}.svg`,
      )
    },
  )
})

describe('what the titles of the figures say', () => {
  const figures = new Map(modelFigures(canvas, 'en', catalogue).map((one) => [one.id, one]))
  const rising = (values: readonly number[]) =>
    values.every((value, i) => i === 0 || value >= values[i - 1])
  const falling = (values: readonly number[]) => rising([...values].reverse())

  /** Curves of a panel by name, each with its values in order of place. */
  function curves(id: string, panel: string): ReadonlyMap<string, readonly number[]> {
    const found = new Map<string, number[]>()
    for (const [title, name, , value] of (figures.get(id) as Figure).table.rows) {
      if (!String(title).startsWith(panel)) continue
      found.set(String(name), [...(found.get(String(name)) ?? []), Number(value)])
    }
    expect(found.size, `${id}: ${panel}`).toBeGreaterThan(1)
    return found
  }

  it('holds of a falling ceiling: neither prices nor approvals rise', () => {
    for (const panel of ['Price', 'Share']) {
      for (const [name, values] of curves('quote-and-ceiling', panel)) {
        expect(rising(values), `${panel}, ${name}`).toBe(true)
      }
    }
  })

  it('holds of a better score: less risk, never less surplus', () => {
    for (const values of curves('screening', 'Mean').values()) expect(falling(values)).toBe(true)
    for (const [name, values] of curves('screening', 'Surplus')) {
      const rounded = values.map((value) => Math.round(value * 1e9))
      expect(rising(rounded), name).toBe(true)
    }
  })

  it('holds of a vintage: half of it is owed after four months', () => {
    const [, prepaid] = [...curves('vintage', 'Still').values()]
    expect(prepaid[4]).toBeGreaterThan(0.45)
    expect(prepaid[4]).toBeLessThan(0.55)
  })

  it('holds of a partnership: under the notice it is worth less at every balance', () => {
    const [before, under] = [...curves('partner-value', 'Value').values()]
    expect(under.every((value, i) => value < before[i])).toBe(true)
  })

  it('holds of an announcement: the longer the horizon, the more it weighs', () => {
    const weights = [...curves('announcement-weight', 'Weight').values()]
    const months = weights[0].map((_, month) => weights.map((values) => values[month]))
    expect(months.every(rising)).toBe(true)
    expect(months.some((one) => one[0] < one[3])).toBe(true)
  })

  it('holds of reviews: most partnerships are seen before the rules are in force', () => {
    const [fast, slow] = [...curves('reviews', 'Reviewed at least').values()]
    const lastBefore = 10
    expect(fast[lastBefore]).toBeGreaterThan(0.5)
    expect(slow[lastBefore]).toBeLessThan(0.5)
  })
})
