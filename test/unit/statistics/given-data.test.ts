import { describe, expect, it } from 'vitest'
import {
  additiveShares,
  casesNeeded,
  PART_RESAMPLES,
} from '../../../analysis/statistics/additive-shares.ts'
import {
  FACTORIAL_RESAMPLES,
  factorialShares,
  isCrossing,
} from '../../../analysis/statistics/factorial-shares.ts'
import { distinctValues, inputColumn } from '../../../analysis/statistics/input-columns.ts'
import { leastSquares } from '../../../analysis/statistics/least-squares.ts'
import { standardDeviation } from '../../../analysis/statistics/moments.ts'
import { meanProduct, orthonormalBasis } from '../../../analysis/statistics/orthonormal-basis.ts'
import { studentQuantile } from '../../../analysis/statistics/student.ts'
import { varianceSplit } from '../../../analysis/statistics/variance-split.ts'
import { createSfc32, fillIndices, fillUniform } from '../../../engine/sfc32.ts'
import { responseByValue, signTurn } from '../../../analysis/statistics/response-by-value.ts'

const grid = [6, 12, 18].flatMap((a) => ['x', 'y'].map((b) => ({ a, b })))
const a = inputColumn(
  'a',
  grid.map((point) => point.a),
)
const b = inputColumn(
  'b',
  grid.map((point) => point.b),
)

describe('inputColumn', () => {
  it('keeps numbers, and numbers everything else as it first occurs', () => {
    expect(a).toEqual({ id: 'a', values: Float64Array.of(6, 6, 12, 12, 18, 18), members: [] })
    const mixed = inputColumn('cap', [0.24, null, 0.2, null, ['s', 't'], ['s', 't']])
    expect([...mixed.values]).toEqual([0, 1, 2, 1, 3, 3])
    expect(mixed.members).toEqual([0.24, null, 0.2, ['s', 't']])
    expect(distinctValues(mixed)).toEqual([0, 1, 2, 3])
  })
})

describe('orthonormalBasis', () => {
  it('has mean 0, variance 1 and no correlation, and no more columns than values allow', () => {
    for (const [input, columns] of [
      [a, 2],
      [b, 1],
    ] as const) {
      const basis = orthonormalBasis(input, 6)
      expect(basis).toHaveLength(columns)
      basis.forEach((one, i) => {
        expect(one.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12)
        basis.forEach((other, j) => {
          expect(meanProduct(one, other)).toBeCloseTo(i === j ? 1 : 0, 12)
        })
      })
    }
  })
})

describe('leastSquares', () => {
  it('finds the coefficients, and ignores a column that says nothing new', () => {
    const [line, bend] = orthonormalBasis(a, 2)
    const y = line.map((value, i) => 3 * value - 2 * bend[i])
    const { coefficients, degrees, residuals } = leastSquares([line, bend, line], y)
    expect([...coefficients].map((one) => one.toFixed(9))).toEqual([
      '3.000000000',
      '-2.000000000',
      '0.000000000',
    ])
    expect(degrees).toBe(6 - 2 - 1)
    expect(Math.max(...residuals.map(Math.abs))).toBeLessThan(1e-12)
  })
})

describe('factorialShares', () => {
  it('splits the variance of a grid as worked out by hand', () => {
    // Main effects −1, 0, 1 and ±2, and ±1 together at the ends: variances 2/3, 4 and 2/3.
    const values = [[-4], [2], [-2], [2], [0], [2]]
    const { inputs, whole } = factorialShares([a, b], values, 'hand')
    expect(inputs[0].first.variance).toBeCloseTo(2 / 3, 12)
    expect(inputs[1].first.variance).toBeCloseTo(4, 12)
    expect(whole).toBeCloseTo(32 / 6, 12)
    const together = whole - inputs[0].first.variance - inputs[1].first.variance
    expect(inputs[0].total.variance).toBeCloseTo(inputs[0].first.variance + together, 12)
    expect(inputs[1].total.variance).toBeCloseTo(inputs[1].first.variance + together, 12)
    expect(inputs[0].first.low).toBeNaN()
  })

  it('takes out what luck adds: (values − 1)/P, (P − others)/P and (P − 1)/P of a mean’s variance', () => {
    const rows = [[-4, 1], [2, 5], [-2, -3], [2, 6], [0, 2], [2, 1]] // prettier-ignore
    const means = rows.map(([x, y]) => [(x + y) / 2])
    const raw = factorialShares([a, b], means, 'raw')
    const { own } = varianceSplit(rows)
    const luck = own / 2
    expect(luck).toBeGreaterThan(0.1)
    const { inputs, whole } = factorialShares([a, b], rows, 'rows')
    for (const [i, values, others] of [
      [0, 3, 2],
      [1, 2, 3],
    ]) {
      // prettier-ignore
      const first = raw.inputs[i].first.variance - ((values - 1) / 6) * luck
      const total = raw.inputs[i].total.variance - ((6 - others) / 6) * luck
      expect(inputs[i].first.variance).toBeCloseTo(first, 12)
      expect(inputs[i].total.variance).toBeCloseTo(total, 12)
    }
    expect(whole).toBeCloseTo(raw.whole - (5 / 6) * luck, 12)
  })

  it('has intervals of √(R/(R−1))·t standard deviations of resampled shares', () => {
    const rows = [[-4, 1], [2, 5], [-2, -3], [2, 6], [0, 2], [2, 1]] // prettier-ignore
    const found = factorialShares([a, b], rows, 'draws')
    const all = found.whole + found.luck
    const generator = createSfc32('factorial|draws')
    const drawn = new Int32Array(2)
    const shares = Array.from({ length: FACTORIAL_RESAMPLES }, () => {
      fillIndices(generator, drawn, 2)
      const sample = rows.map((row) => Array.from(drawn, (r) => row[r]))
      const { inputs, whole, luck } = factorialShares([a, b], sample, 'one', 1)
      return inputs.map(({ first, total }) =>
        [first, total].map((p) => p.variance / (whole + luck)),
      )
    })
    found.inputs.forEach((parts, i) => {
      ;[parts.first, parts.total].forEach((part, order) => {
        const spread = standardDeviation(shares.map((share) => share[i][order]))
        const half = Math.SQRT2 * 12.7062047 * all * spread
        expect(half).toBeGreaterThan(0)
        expect(part.high).toBeCloseTo(Math.max(0, part.variance + half), 5)
        expect(part.low).toBeCloseTo(Math.max(0, part.variance - half), 5)
      })
    })
  })

  it('is asked only where every combination occurs once', () => {
    expect(isCrossing([a, b])).toBe(true)
    expect(isCrossing([inputColumn('a', [1, 1, 2]), inputColumn('b', [1, 2, 1])])).toBe(false)
    const twice = [inputColumn('a', [1, 1, 2, 2]), inputColumn('b', [1, 1, 2, 2])]
    expect(isCrossing(twice)).toBe(false)
  })

  it('puts what replicates share nowhere, however large', () => {
    const calm = grid.map((point) => [point.a, point.a, point.a])
    const stormy = calm.map((row) => row.map((value, r) => value + [0, 4096, -4096][r]))
    const [before, after] = [calm, stormy].map((values) => factorialShares([a, b], values, 'luck'))
    expect(after.inputs[0].first.variance).toBeCloseTo(before.inputs[0].first.variance, 6)
    expect(after.luck).toBeCloseTo(4096 * 4096, 3)
    expect(before.luck).toBe(0)
  })
})

describe('additiveShares', () => {
  it('says nothing from fewer than four cases for every coefficient', () => {
    const line = Array.from({ length: 8 }, (_, k) => k)
    const few = additiveShares([inputColumn('a', line)], line, 'few')
    expect(few.degree).toBe(1)
    expect(casesNeeded([inputColumn('a', line)])).toBe(8)
    const seven = line.slice(1)
    const fewer = additiveShares([inputColumn('a', seven)], seven, 'fewer')
    expect(fewer).toEqual({
      inputs: [{ variance: NaN, low: NaN, high: NaN }],
      rest: NaN,
      degree: 0,
    })
  })

  it('has intervals of t standard deviations of shares fitted again to residuals of either sign', () => {
    const places = Array.from({ length: 16 }, (_, k) => k)
    const input = inputColumn('k', places)
    const y = Float64Array.from(places, (k) => k + 3 * ((k * 7) % 11))
    const { inputs, rest, degree } = additiveShares([input], y, 'draws')
    const whole = inputs[0].variance + rest
    const columns = orthonormalBasis(input, degree)
    const centre = y.reduce((sum, value) => sum + value, 0) / 16
    const fit = leastSquares(columns, y.map((value) => value - centre)) // prettier-ignore
    const generator = createSfc32('additive|draws')
    const luck = new Float64Array(16)
    const shares = Array.from({ length: PART_RESAMPLES }, () => {
      fillUniform(generator, luck)
      const again = luck.map((draw, i) => {
        const residual = fit.residuals[i] / Math.max(0.5, 1 - fit.leverage[i])
        const fitted = columns.reduce((sum, one, c) => sum + fit.coefficients[c] * one[i], 0)
        return fitted + (draw < 0.5 ? residual : -residual)
      })
      const { coefficients, residuals, degrees, inverse } = leastSquares(columns, again)
      const left = residuals.reduce((sum, e) => sum + e * e, 0) / degrees
      const part = coefficients.reduce((sum, c, j) => sum + c * c - inverse[j][j] * left, 0)
      return part / (part + left)
    })
    const t = studentQuantile(0.975, fit.degrees)
    const half = t * standardDeviation(shares)
    const share = inputs[0].variance / whole
    expect(inputs[0].low).toBeCloseTo(whole * Math.max(0, share - half), 8)
    expect(inputs[0].high).toBeCloseTo(whole * Math.min(1, share + half), 8)
    expect(half).toBeGreaterThan(0.01)
  })

  it('does not mind in which unit an input is', () => {
    const places = Array.from({ length: 40 }, (_, k) => k)
    const y = places.map((k) => k + 3 * ((k * 7) % 11))
    const straight = additiveShares([inputColumn('k', places)], y, 'same')
    const other = additiveShares(
      [
        inputColumn(
          'k',
          places.map((k) => 1024 * k - 4096),
        ),
      ],
      y,
      'same',
    )
    expect(other).toEqual(straight)
    expect(straight.inputs[0].variance).toBeGreaterThan(straight.rest)
  })
})

describe('responseByValue', () => {
  const luck = [1000, -1000]
  const values = grid.map((point) => [point.a - 12 + 0.25, point.a - 12 - 0.25])

  it('averages over everything else at each value', () => {
    const found = responseByValue(a, values, false)
    expect(found.map(({ from, to, cases }) => [from, to, cases])).toEqual([
      [6, 6, 2],
      [12, 12, 2],
      [18, 18, 2],
    ])
    expect(found.map(({ outcome }) => outcome.mean)).toEqual([-6, 0, 6])
    expect(signTurn(found)).toMatchObject({ below: { from: 6 }, above: { from: 18 } })
  })

  it('turns between the groups that are most surely below and above 0', () => {
    const group = (from: number) => ({
      ...responseByValue(a, values, false)[0],
      from,
      outcome: { n: 2, sd: 0.1, mean: from, low: from - 0.1, high: from + 0.1 },
    })
    const groups = [-5, -3, -4, 2, 7, 1].map(group)
    expect(signTurn(groups)).toMatchObject({ below: { from: -5 }, above: { from: 7 } })
    expect(signTurn(groups.toReversed())).toMatchObject({ below: { from: -5 }, above: { from: 7 } })
  })

  it('turns no sign that luck could have turned', () => {
    const stormy = values.map((row) => row.map((value, r) => value + luck[r]))
    expect(signTurn(responseByValue(a, stormy, false))).toBeUndefined()
    expect(signTurn(responseByValue(b, values, false))).toBeUndefined()
  })

  it('is as sure as the fewer of replicates and cases allow, in both directions', () => {
    const same = inputColumn('s', [1, 1, 1, 1])
    const rows = [[1, 3], [5, 7], [2, 4], [6, 8]] // prettier-ignore
    // Means by replicate 3.5 and 5.5, by case 2, 6, 3 and 7; the fewer leave one degree, or three.
    const [sampled] = responseByValue(same, rows, true)
    const wide = 12.7062047 * Math.sqrt(1 + 17 / 3 / 4)
    expect(sampled.outcome.low).toBeCloseTo(4.5 - wide, 5)
    expect(sampled.outcome.high).toBeCloseTo(4.5 + wide, 5)
    const single = rows.map(([one]) => [one])
    const [alone] = responseByValue(same, single, true)
    expect(alone.outcome.high - 3.5).toBeCloseTo(3.1824463 * Math.sqrt(17 / 3 / 4), 5)
  })

  it('turns at the values furthest below and above', () => {
    const one = inputColumn('one', [1, 2, 3, 4])
    const rows = [-5, -9, 4, 8].map((level) => [level - 0.01, level + 0.01])
    const turn = signTurn(responseByValue(one, rows, false))
    expect([turn?.below.from, turn?.above.from]).toEqual([2, 4])
  })

  it('sorts cases by value before it groups them', () => {
    const mixed = inputColumn(
      'm',
      Array.from({ length: 20 }, (_, k) => (7 * k) % 20),
    )
    const rows = Array.from(mixed.values, (value) => [value])
    const found = responseByValue(mixed, rows, true)
    expect(found.map(({ from, to }) => [from, to])).toEqual([
      [0, 3],
      [4, 7],
      [8, 11],
      [12, 15],
      [16, 19],
    ])
  })

  it('puts many values into five groups, equal ones together', () => {
    const many = inputColumn(
      'm',
      Array.from({ length: 20 }, (_, k) => Math.max(3, k)),
    )
    const rows = Array.from(many.values, (value) => [value])
    const found = responseByValue(many, rows, true)
    expect(found.map(({ from, to }) => [from, to])).toEqual([
      [3, 3],
      [4, 7],
      [8, 11],
      [12, 15],
      [16, 19],
    ])
    expect(found[0].outcome.high).toBe(3)
    expect(found[1].outcome.mean).toBe(5.5)
  })
})
