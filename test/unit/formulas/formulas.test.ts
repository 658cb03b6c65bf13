import { beforeAll, describe, expect, it } from 'vitest'
import {
  createFormulaColumns,
  loadFormulas,
  type Formulas,
} from '../../../analysis/formulas/index.ts'
import { metricCatalogue } from '../../../analysis/metrics/index.ts'

const KNOWN = ['links', 'programmesOn', 'cr5']
let formulas: Formulas

beforeAll(async () => {
  formulas = await loadFormulas()
})

/** Value of a formula at links 12, programmesOn 5, cr5 0.5, or what a test says. */
function valueOf(text: string, values: Readonly<Record<string, number>> = {}): number {
  const all: Readonly<Record<string, number>> = { links: 12, programmesOn: 5, cr5: 0.5, ...values }
  const { needs, evaluate } = formulas.compile(text, KNOWN)
  return evaluate(Float64Array.from(needs, (id) => all[id]))
}

describe('a formula', () => {
  it('is arithmetic as at school', () => {
    expect(valueOf('links / programmesOn')).toBe(2.4)
    expect(valueOf('1 + 2 * 3 - 4 / 8')).toBe(6.5)
    expect(valueOf('(1 + 2) * 3')).toBe(9)
    expect(valueOf('10 - 4 - 3')).toBe(3)
    expect(valueOf('-2 ^ 2')).toBe(-4)
    expect(valueOf('(-2) ^ 3')).toBe(-8)
    expect(valueOf('2 ^ 3 ^ 2')).toBe(512)
    expect(valueOf('+links - -links')).toBe(24)
    expect(valueOf('20% * links')).toBe(0.2 * 12)
    expect(valueOf('1e3 + .5')).toBe(1000.5)
    expect(valueOf('links\n  + programmesOn\n')).toBe(17)
  })

  it('has six functions, and powers with constant exponents', () => {
    expect(valueOf('min(links, programmesOn, 7)')).toBe(5)
    expect(valueOf('max(links, programmesOn, 70)')).toBe(70)
    expect(valueOf('max(cr5)')).toBe(0.5)
    expect(valueOf('abs(programmesOn - links)')).toBe(7)
    expect(valueOf('sqrt(links + 4)')).toBe(4)
    expect(valueOf('log(exp(2))')).toBeCloseTo(2, 14)
    expect(valueOf('links ^ -1')).toBe(1 / 12)
    expect(valueOf('(links - 3) ^ (1 / 2)')).toBeCloseTo(3, 14)
    expect(valueOf('(-links) ^ 0.5')).toBeNaN()
  })

  it('compares exactly, giving 1 or 0', () => {
    expect(valueOf('0.1 + 0.2 == 0.3')).toBe(0)
    expect(valueOf('links == 12')).toBe(1)
    expect(valueOf('links != 12')).toBe(0)
    expect(valueOf('(links < 12) + 10 * (links <= 12)')).toBe(10)
    expect(valueOf('(links > 12) + 10 * (links >= 12)')).toBe(10)
    expect(valueOf('links > 10 ? cr5 : 1 / 0')).toBe(0.5)
    expect(valueOf('links > 20 ? cr5 : links > 11 ? 3 : 4')).toBe(3)
  })

  it('is not defined where a metric or a step is not', () => {
    expect(valueOf('links + 0 * cr5', { cr5: NaN })).toBeNaN()
    expect(valueOf('cr5 ^ 0', { cr5: NaN })).toBeNaN()
    expect(valueOf('cr5 == cr5', { cr5: NaN })).toBeNaN()
    expect(valueOf('links > 1 ? links : cr5', { cr5: NaN })).toBeNaN()
    expect(valueOf('cr5', { cr5: Infinity })).toBeNaN()
    for (const nothing of ['1 / 0', 'log(0)', 'log(-1)', 'sqrt(-1)', 'exp(1000)', '1e308 * 10']) {
      expect(valueOf(nothing), nothing).toBeNaN()
      expect(valueOf(`1 / (${nothing})`), nothing).toBeNaN()
      expect(valueOf(`min(1, ${nothing})`), nothing).toBeNaN()
      expect(valueOf(`(${nothing}) ^ 0`), nothing).toBeNaN()
      expect(valueOf(`(${nothing}) ? 1 : 2`), nothing).toBeNaN()
    }
  })

  it('says which metrics it needs, in order of appearance', () => {
    expect(formulas.compile('cr5 + links / cr5', KNOWN).needs).toEqual(['cr5', 'links'])
    expect(formulas.needsOf('later > 0 ? cr5 : links')).toEqual(['later', 'cr5', 'links'])
    expect(formulas.needsOf('1 + 1')).toEqual([])
    expect(formulas.needsOf('links +')).toEqual([])
  })

  it('may name every shipped metric', () => {
    const ids = metricCatalogue.map(({ id }) => id)
    for (const id of ids) expect(formulas.compile(`${id} + 1`, ids).needs).toEqual([id])
  })
})

describe('a check of a formula', () => {
  const problemOf = (text: string) => formulas.check(text, KNOWN)

  it('finds nothing wrong with a sound one', () => {
    expect(problemOf('links / max(1, programmesOn)')).toBeUndefined()
  })

  it('guesses the metric or function that was meant', () => {
    expect(problemOf('lnks / 2')).toEqual({
      expected: 'a metric in place of "lnks"',
      hint: 'did you mean "links"?',
    })
    expect(problemOf('sqr(links)')?.hint).toBe('did you mean "sqrt"?')
    expect(problemOf('zzzzzzzzz')).toEqual({ expected: 'a metric in place of "zzzzzzzzz"' })
  })

  it('says how to write what was written another way', () => {
    expect(problemOf('links = 3')?.hint).toBe('to compare, write ==')
    expect(problemOf('2 links')?.hint).toBe('to multiply, write *')
    expect(problemOf('1 < links < 3')?.hint).toContain('two at a time')
    expect(problemOf('links + ')?.expected).toBe('a complete formula')
    expect(problemOf('  ')?.expected).toBe('a formula that is not empty')
    expect(problemOf('abs(links, 2)')?.expected).toBe('one number in abs(…)')
    expect(problemOf('min()')?.expected).toBe('at least one number in min(…)')
    expect(problemOf('links ^ cr5')?.expected).toContain('an exponent that is a number')
  })

  it('is what compiling relies on', () => {
    expect(() => formulas.compile('lnks', KNOWN)).toThrow(RangeError)
  })
})

describe('columns of formulas', () => {
  it('follow the rows of the metrics they read', async () => {
    const columns = await createFormulaColumns(
      [{ text: 'cr5 * links' }, { text: 'links - programmesOn' }],
      KNOWN,
    )
    const series = Float64Array.from([1, 2, 10, 20, 0.5, NaN, -1, -1, -1, -1])
    columns.fill(series, 2)
    expect([...series]).toEqual([1, 2, 10, 20, 0.5, NaN, 0.5, NaN, -9, -18])
  })

  it('are none without formulas', async () => {
    const columns = await createFormulaColumns([], KNOWN)
    const series = Float64Array.from([1, 2, 3])
    columns.fill(series, 1)
    expect(columns.formulas).toBe(0)
    expect([...series]).toEqual([1, 2, 3])
  })
})
