import { describe, expect, it } from 'vitest'
import { SimulationError, type Problem } from '../../../engine/errors.ts'
import { resolveScenario } from '../../../scenarios/resolve.ts'
import { catalogue, library } from './scenario-catalogue.ts'

const head = `schema: 1
id: mine
extends: notice-9
title: { en: Mine, zh: 我的 }
question: What if?
`

function problemsOf(text: string, overrides: string[] = []): readonly Problem[] {
  try {
    resolveScenario({ text, file: 'mine.yaml' }, library, catalogue, overrides)
  } catch (error) {
    if (error instanceof SimulationError) return error.problems
    throw error
  }
  return []
}

const levels = (count: number, open: string, close: string): string =>
  open.repeat(count) + close.repeat(count)

/** What is hostile; the text; the line that is named; words of the message. */
const hostile: readonly (readonly [string, string, number, RegExp])[] = [
  ['ten thousand brackets', `${head}notes: ${levels(10_000, '[', ']')}`, 6, /32 levels/],
  ['ten thousand braces', `${head}levers: ${levels(10_000, '{a: ', '}')}`, 6, /32 levels/],
  ['ten thousand brackets left open', `${head}notes: ${'['.repeat(10_000)}`, 6, /32 levels/],
  ['ten thousand list marks', `${head}notes:\n  ${'- '.repeat(10_000)}x`, 7, /32 levels/],
  ['ten thousand question marks', `${head}${'? '.repeat(10_000)}x`, 6, /32 levels/],
  [
    'forty levels of indentation',
    `${head}levers:\n${Array.from({ length: 40 }, (_, k) => `${' '.repeat(k + 1)}a:\n`).join('')}`,
    39,
    /32 levels/,
  ],
  ['a text of megabytes', `${head}#${'x'.repeat(2_000_000)}`, 1, /at most 200000 characters/],
  ['a NUL', `${head}notes: a\u0000b`, 6, /UTF-8, got the character U\+0000/],
  ['a sound of a bell', `${head}\n\nnotes: \u0007`, 8, /U\+0007/],
  ['bytes that are no text', `${head}notes: \uFFFD\uFFFD`, 6, /U\+FFFD/],
  ['a tag', `${head}notes: !!js/function x`, 6, /plain YAML without tags/],
  ['a known tag', `${head}notes: !!binary aGVsbG8=`, 6, /plain YAML without tags/],
  ['another version of YAML', `%YAML 1.1\n---\n${head}`, 1, /directives/],
  ['a list as key', `${head}levers: { [a, b]: 1 }`, 6, /a name as key/],
  ['an alias of itself', `${head}notes: &a [*a]`, 6, /a repeated part that stands before/],
  ['an alias of nobody', `${head}notes: *nobody`, 6, /got \*nobody/],
  ['a prototype as lever', `${head}levers:\n  __proto__: 24%`, 7, /a lever of the catalogue/],
  ['a constructor as lever', `${head}levers: { constructor: 24% }`, 6, /a lever of the catalogue/],
  ['a prototype as parameter', `${head}uncertainties: { toString: 1 }`, 6, /a parameter of the/],
  [
    'a prototype as axis',
    `${head}sweep: { over: { __proto__: [1] } }`,
    6,
    /a lever or a parameter/,
  ],
  ['a prototype as section', `${head}__proto__: { a: 1 }`, 6, /one of schema, id/],
  ['a prototype as setting', `${head}levers: { lpr1y: { __proto__: 1 } }`, 6, /one of value/],
  ['a prototype as metric', `${head}metrics: [constructor]`, 6, /a metric of the catalogue/],
  [
    'a prototype as formula',
    `${head}metrics: [{ id: constructor, formula: links, unit: links }]`,
    6,
    /an id that is not taken/,
  ],
  ['a prototype as shock', `${head}shocks: [{ kind: __proto__ }]`, 6, /one of defaultWave/],
  ['an endless parameter', `${head}uncertainties: { partnerCostNew: 1e999 million }`, 6, /amount/],
  ['an endless number', `${head}uncertainties: { partnerCostNew: .inf }`, 6, /amount/],
  ['no number', `${head}uncertainties: { taxRate: .nan }`, 6, /from 0 to 1/],
  ['a number beyond all', `${head}run: { periods: 1e400 }`, 6, /a whole number of months/],
  ['a parent outside', head.replace('notice-9', '../../etc/passwd'), 3, /joined by hyphens/],
  ['a parent by path', head.replace('notice-9', '/etc/passwd'), 3, /joined by hyphens/],
  ['an id outside', head.replace('mine', '../mine'), 2, /joined by hyphens/],
  ['an id that is a folder', head.replace('mine', '..'), 2, /joined by hyphens/],
  ['an id on another disk', head.replace('mine', '"C:\\\\mine"'), 2, /joined by hyphens/],
  ['an id without end', head.replace('mine', 'a'.repeat(300)), 2, /at most 64 characters/],
  [
    'a sweep without end',
    `${head}sweep: { over: { taxRate: { low: 0, high: 1, step: 1e-9 } } }`,
    6,
    /a step above 0.000001/,
  ],
  [
    'a product without end',
    `${head}sweep:\n  over:\n${['taxRate', 'legacyCost', 'payoutShare']
      .map((id) => `    ${id}: { low: 1%, high: 90%, points: 1000 }\n`)
      .join('')}`,
    7,
    /at most 1000000 points, got 1000000000 points/,
  ],
  [
    'a formula without end',
    `${head}metrics: [{ id: mine, unit: links, formula: ${'links + '.repeat(100)}links }]`,
    6,
    /at most 500 characters/,
  ],
]

describe('a hostile scenario', () => {
  it.each(hostile)('with %s is refused in a sentence', (_, text, line, words) => {
    const [problem] = problemsOf(text)
    expect(problem).toMatchObject({ file: 'mine.yaml', line })
    const { expected, got, hint } = problem
    expect(`expected ${expected}, got ${got} (${hint ?? ''})`).toMatch(words)
    expect(`${expected}${got}`.length).toBeLessThan(1200)
  })

  it('never changes what every object inherits', () => {
    problemsOf(`${head}levers: { __proto__: { polluted: 1 } }\n__proto__: { polluted: 1 }`)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('is refused in time that grows with its length, not with what it unfolds to', () => {
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
    for (let k = 1; k < 30; k++) {
      bomb.push(
        `a${k}: &a${k} [${Array<string>(10)
          .fill(`*a${k - 1}`)
          .join(', ')}]`,
      )
    }
    const start = performance.now()
    expect(problemsOf(`${head}${bomb.join('\n')}`)[0].got).toMatch(/more than/)
    expect(performance.now() - start).toBeLessThan(1000)
  })

  it.each([
    ['aprCapPerLoan=*a', /key=value/],
    [`aprCapPerLoan=${'['.repeat(10_000)}`, /key=value/],
    ['__proto__=1', /a lever, a parameter/],
    ['run.__proto__=1', /one of start, periods/],
    ['run.constructor=1', /one of start, periods/],
    ['extends=../../etc/passwd', /a lever, a parameter/],
  ])('override %s is refused too', (override, words) => {
    const [problem] = problemsOf(head, [override])
    expect(`expected ${problem.expected}`).toMatch(words)
  })
})

describe('a mark of byte order', () => {
  it('is passed over, and places stay where they are', () => {
    expect(problemsOf(`\uFEFF${head}`)).toEqual([])
    expect(problemsOf(`\uFEFF${head.replace('schema: 1', 'schema: 2')}`)[0]).toMatchObject({
      line: 1,
      column: 9,
    })
  })
})
