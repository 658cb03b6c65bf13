import fc from 'fast-check'
import { describe, it } from 'vitest'
import { columnsOf, measure } from '../../../analysis/measurement/index.ts'
import { SUMMARIES, type Combine, type Comparison } from '../../../scenarios/targets/target.ts'
import { span, START, targetOf } from '../../unit/measurement/target-of.ts'

const SEED = 20251031
const amount = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 12 }) },
  { weight: 1, arbitrary: fc.constant(NaN) },
)
const pairs = fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 8 })

/** What banks with these values in two months come to. */
function value(
  months: readonly (readonly [number, number])[],
  as: Comparison,
  combine: Combine,
): number {
  const members = months.map((_, k) => ({
    subject: `bank:${k}`,
    quantity: 'partners',
    at: span('2024-12'),
    ...(as === 'level' ? {} : { since: span(START) }),
  }))
  const target = targetOf(members, { as, combine })
  const columns = columnsOf([target], () => [])
  return measure([target], columns, Float64Array.from(months.flat()), START, 2)[0]
}

const close = (left: number, right: number): boolean =>
  Object.is(left, right) || Math.abs(left - right) <= 1e-12 * Math.max(1, Math.abs(left))
const check = (property: fc.IRawProperty<unknown>): void =>
  fc.assert(property as fc.IProperty<unknown>, { seed: SEED, numRuns: 200 })

const order = (descending: boolean): Combine => ({ kind: 'order', descending })

describe('measured targets', () => {
  it('have shares of pairs in order from 0 to 1, and both directions make up 1', () => {
    check(
      fc.property(pairs, (months) => {
        const down = value(months, 'level', order(true))
        const up = value(months, 'level', order(false))
        if (Number.isNaN(down)) return Number.isNaN(up)
        return down >= 0 && down <= 1 && close(down + up, 1)
      }),
    )
  })

  it('turn an order round when the members are written the other way', () => {
    check(
      fc.property(pairs, (months) =>
        close(
          value(months, 'level', order(true)),
          value([...months].reverse(), 'level', order(false)),
        ),
      ),
    )
  })

  it('have growth one below the ratio, and change as growth times the earlier value', () => {
    check(
      fc.property(fc.tuple(amount, amount), (month) => {
        const one: Combine = { kind: 'one' }
        const ratio = value([month], 'ratio', one)
        const growth = value([month], 'growth', one)
        const change = value([month], 'change', one)
        if (month[0] === 0) return Number.isNaN(growth) && Number.isNaN(ratio)
        return close(growth, ratio - 1) && close(change, growth * month[0])
      }),
    )
  })

  it('do not depend on the order of members unless they ask for it', () => {
    check(
      fc.property(
        pairs,
        fc.constantFrom(...SUMMARIES),
        fc.constantFrom<Comparison>('level', 'change', 'growth'),
        (months, of, as) => {
          const turned = [...months.slice(1), months[0]].reverse()
          const inside: Combine = { kind: 'inside', low: -1, high: 3 }
          const summary: Combine = { kind: 'summary', of }
          return (
            close(value(months, as, summary), value(turned, as, summary)) &&
            close(value(months, as, inside), value(turned, as, inside))
          )
        },
      ),
    )
  })

  it('have summaries between the least and the most', () => {
    check(
      fc.property(pairs, fc.constantFrom('median', 'mean', 'q1', 'q3'), (months, of) => {
        const at = (name: (typeof SUMMARIES)[number]) =>
          value(months, 'level', { kind: 'summary', of: name })
        const middle = at(of)
        if (Number.isNaN(middle)) return Number.isNaN(at('least'))
        return middle >= at('least') - 1e-12 && middle <= at('most') + 1e-12
      }),
    )
  })
})
