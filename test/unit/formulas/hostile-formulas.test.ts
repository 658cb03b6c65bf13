import { performance } from 'node:perf_hooks'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadFormulas, type Formulas } from '../../../analysis/formulas/index.ts'

const KNOWN = ['links', 'cr5']
/** Far above what the slowest takes, far below what any of them would take if it ran. */
const MILLISECONDS = 500
const MEGABYTE = 1_000_000

const HOSTILE: readonly string[] = [
  'import("node:fs")',
  'import({ links: 1 })',
  'createUnit("x")',
  'cos.constructor("return process")()',
  'links.constructor',
  'links["constructor"]',
  'constructor',
  '__proto__',
  'toString(links)',
  'valueOf()',
  'hasOwnProperty(links)',
  'f(x) = x',
  'links = 3',
  'links = cr5 = 3',
  'ones(1e5, 1e5)',
  'zeros(100000, 100000)',
  'evaluate("1")',
  'parse(links)',
  'simplify(links)',
  'random()',
  'factorial(links)',
  'links!',
  '170!',
  '[1, 2, 3]',
  '[1, 2][1]',
  '1:1000000000',
  '(1:10)',
  '"links"',
  "'links'",
  '"links" + 1',
  '{ a: 1 }',
  '{ a: 1 }.a',
  'links; cr5',
  'links # cr5',
  '#',
  'links > 1 and cr5 > 1',
  'not links',
  'links | cr5',
  'links << 3',
  'links .* cr5',
  "links'",
  'links mod 2',
  '5 % links',
  'links to cm',
  '2 cm',
  '3 i',
  'pi',
  'e',
  'true',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  '1e999',
  'end',
  'ans',
  '9^9^9^9',
  '2^1000000000',
  'links^1e9',
  'links^links',
  '10^10^10',
  'ｌｉｎｋｓ',
  'lіnks',
  'links\u200b',
  'links + 1\u0000',
  'links \u2215 2',
  '𝒍inks',
  '\\links',
  '`links`',
  '${links}',
  '<script>',
  '=1',
  '@links',
  'links()',
  'links(1)',
  '(min)(1, 2)',
  'min',
  'min.call(1)',
  '1 2',
  '.',
  ',',
  '()',
  ')(',
  '((',
  '?:',
  '??',
  'links ?? 1',
  'links?.cr5',
  'x'.repeat(1_000_000),
  '1+'.repeat(500_000) + '1',
  '('.repeat(100_000) + '1' + ')'.repeat(100_000),
  '('.repeat(240) + '1' + ')'.repeat(240),
  'abs('.repeat(100) + '1' + ')'.repeat(100),
  '-'.repeat(498) + '1',
  '['.repeat(400),
  '2^'.repeat(200) + '2',
  '1?'.repeat(200) + '1' + ':1'.repeat(200).slice(0, 50),
  `${'1+'.repeat(201)}1`,
  `min(${'1,'.repeat(240)}1)`,
  'links?links:'.repeat(41) + '1',
  '\u0000'.repeat(500),
  '🙂'.repeat(100),
]

describe('a hostile formula', () => {
  let formulas: Formulas

  beforeAll(async () => {
    formulas = await loadFormulas()
  })

  it.each(HOSTILE.map((text) => [text.slice(0, 40), text]))(
    'is refused in a sentence, at once: %j',
    (_, text) => {
      const begun = performance.now()
      const problem = formulas.check(text, KNOWN)
      expect(performance.now() - begun).toBeLessThan(MILLISECONDS)
      expect(problem?.expected).toMatch(/^(a|an|one|only|at least) .{5,}$/)
      expect(problem!.expected.length + (problem!.hint ?? '').length).toBeLessThan(700)
      expect(() => formulas.compile(text, KNOWN)).toThrow(RangeError)
    },
  )

  it('leaves no memory behind, and the parser as it was', () => {
    const check = () => HOSTILE.forEach((text) => formulas.check(text, KNOWN))
    for (let i = 0; i < 3; i++) check()
    const before = process.memoryUsage()
    for (let i = 0; i < 10; i++) check()
    const after = process.memoryUsage()
    expect(after.rss - before.rss).toBeLessThan(100 * MEGABYTE)
    expect(after.external - before.external).toBeLessThan(10 * MEGABYTE)
    expect(formulas.compile('cos', ['cos']).evaluate(Float64Array.of(3))).toBe(3)
    expect(formulas.compile('e * pi', ['e', 'pi']).evaluate(Float64Array.of(2, 5))).toBe(10)
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})
