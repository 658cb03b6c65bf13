import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../analysis/words/language.ts'
import { formatChange, formatLevel } from '../../../analysis/words/numbers.ts'

const units = ['share', '1/year', 'mn', 'mn/month', 'borrowers/month', 'links', '1', 'index']
const anyNumber = fc.double({ min: -1e9, max: 1e9, noNaN: true })

describe('numbers in words', () => {
  it('never use exponents, a hyphen for minus, or NaN', () => {
    fc.assert(
      fc.property(
        anyNumber,
        fc.constantFrom(...units),
        fc.constantFrom(...LANGUAGES),
        (value, unit, language) => {
          for (const text of [
            formatLevel(value, unit, language),
            formatChange(value, unit, language),
          ]) {
            expect(text).not.toMatch(/e[+-]?\d|-|NaN|Infinity/)
            expect(text).toMatch(/\d/)
          }
        },
      ),
      { seed: 20251001 },
    )
  })

  it('carry the sign of what they show', () => {
    fc.assert(
      fc.property(anyNumber, fc.constantFrom(...units), (value, unit) => {
        const up = formatChange(Math.abs(value), unit, 'en')
        const down = formatChange(-Math.abs(value), unit, 'en')
        if (/[1-9]/.test(up)) expect(down.replace('−', '+')).toBe(up)
        else expect(down).toBe(up)
      }),
      { seed: 20251001 },
    )
  })
})
