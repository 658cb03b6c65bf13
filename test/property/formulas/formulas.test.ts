import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadFormulas } from '../../../analysis/formulas/index.ts'
import { exp, intPow, log } from '../../../engine/numerics/index.ts'

/** A formula as it is written, and what it should give. */
interface Case {
  readonly text: string
  readonly value: (x: readonly number[]) => number
}

const KNOWN = ['links', 'cr5', 'hhi']
const defined = (x: number): number => (Number.isFinite(x) ? x : NaN)

const binary: readonly (readonly [string, (x: number, y: number) => number])[] = [
  ['+', (x, y) => x + y],
  ['-', (x, y) => x - y],
  ['*', (x, y) => x * y],
  ['/', (x, y) => x / y],
  ['<', (x, y) => (x < y ? 1 : 0)],
  ['<=', (x, y) => (x <= y ? 1 : 0)],
  ['>', (x, y) => (x > y ? 1 : 0)],
  ['>=', (x, y) => (x >= y ? 1 : 0)],
  ['==', (x, y) => (x === y ? 1 : 0)],
  ['!=', (x, y) => (x !== y ? 1 : 0)],
]

const named: readonly (readonly [string, (x: number) => number])[] = [
  ['abs', Math.abs],
  ['sqrt', Math.sqrt],
  ['log', (x) => (x > 0 ? log(x) : NaN)],
  ['exp', exp],
  ['-', (x) => -x],
]

const both = (x: number, y: number, apply: (x: number, y: number) => number): number =>
  Number.isNaN(x) || Number.isNaN(y) ? NaN : defined(apply(x, y))

const { tree } = fc.letrec<{ tree: Case }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...KNOWN.keys()).map((i): Case => ({ text: KNOWN[i], value: (x) => x[i] })),
    fc
      .constantFrom(0, 1, 2, 0.1, 0.3, 1e-3, 12.5, 1e200)
      .map((number): Case => ({ text: String(number), value: () => number })),
    fc
      .tuple(fc.constantFrom(...binary), tie('tree'), tie('tree'))
      .map(([[sign, apply], left, right]): Case => ({
        text: `(${left.text}) ${sign} (${right.text})`,
        value: (x) => both(left.value(x), right.value(x), apply),
      })),
    fc.tuple(fc.constantFrom(...named), tie('tree')).map(([[name, apply], inner]): Case => ({
      text: `${name}(${inner.text})`,
      value: (x) => defined(apply(inner.value(x))),
    })),
    fc.tuple(tie('tree'), fc.integer({ min: 0, max: 5 })).map(([inner, n]): Case => ({
      text: `(${inner.text})^${n}`,
      value: (x) => both(inner.value(x), n, intPow),
    })),
    fc
      .tuple(fc.constantFrom('min', 'max'), fc.array(tie('tree'), { minLength: 1, maxLength: 3 }))
      .map(([name, parts]): Case => ({
        text: `${name}(${parts.map(({ text }) => text).join(', ')})`,
        value: (x) => Math[name](...parts.map((part) => part.value(x))),
      })),
    fc.tuple(tie('tree'), tie('tree'), tie('tree')).map(([condition, yes, no]): Case => ({
      text: `(${condition.text}) ? (${yes.text}) : (${no.text})`,
      value: (x) => {
        const found = condition.value(x)
        if (Number.isNaN(found)) return NaN
        return found === 0 ? no.value(x) : yes.value(x)
      },
    })),
  ),
}))

const number = fc.oneof(
  fc.double({ min: -100, max: 100, noNaN: true }),
  fc.constantFrom(0, 1, -1, NaN, 0.3),
)

describe('a formula of listed parts', () => {
  it('has the value of its tree, or none where a metric it names has none', async () => {
    const formulas = await loadFormulas()
    let compared = 0
    fc.assert(
      fc.property(tree, fc.tuple(number, number, number), ({ text, value }, x) => {
        fc.pre(formulas.check(text, KNOWN) === undefined)
        const { needs, evaluate } = formulas.compile(text, KNOWN)
        const given = needs.map((id) => x[KNOWN.indexOf(id)])
        const found = evaluate(Float64Array.from(given))
        const expected = given.some(Number.isNaN) ? NaN : value(x)
        expect(found === expected || Object.is(found, expected), text).toBe(true)
        if (!Number.isNaN(expected)) compared++
      }),
      { seed: 20251001, numRuns: 500 },
    )
    expect(compared).toBeGreaterThan(125)
  })

  it('is refused, never thrown at, whatever the text', async () => {
    const formulas = await loadFormulas()
    const word = fc.constantFrom(
      ...[
        'links',
        'cr5',
        'min(',
        '(',
        ')',
        '+',
        '^',
        '?',
        ':',
        '"',
        '[',
        ']',
        '.',
        '=',
        '!',
        '1e9',
      ],
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const problem = formulas.check(text, KNOWN)
        if (problem === undefined) {
          const { needs, evaluate } = formulas.compile(text, KNOWN)
          expect(evaluate(new Float64Array(needs.length).fill(2))).not.toBe(Infinity)
        } else expect(problem.expected.length).toBeGreaterThan(5)
      }),
      { seed: 20251001, numRuns: 300 },
    )
  })
})
