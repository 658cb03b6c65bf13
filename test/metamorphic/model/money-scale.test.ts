import { describe, expect, it } from 'vitest'
import type { Columns } from '../../../engine/table.ts'
import { forkMarket } from '../../../agents/fork.ts'
import type { LeverSetting } from '../../../agents/levers/lever.ts'
import type { Market } from '../../../agents/market.ts'
import { parameterCatalogue } from '../../../agents/parameter-catalogue.ts'
import type { Parameters } from '../../../agents/parameters.ts'
import { PRE_NOTICE_MONTH } from '../../../agents/regulator/plan-rules.ts'
import { metricCatalogue } from '../../../analysis/metrics/index.ts'
import { noticeAlone, openingMarket, runUnder } from '../../fixtures/opening-market.ts'

const PERIODS = 18
/** A power of two: every product is exact, so every flow must double to the last bit. */
const Z = 2

/** Units of money, as columns, parameters and metrics declare them. */
const MONEY = new Set(['mn', 'mn/yr', 'mn/year', 'mn/month'])
/** Parameters of money per unit of something else are money too. */
const moneyParameters = parameterCatalogue.filter((entry) => MONEY.has(entry.unit))
/** Fines are levers in yuan. */
const fines = (z: number): LeverSetting[] => [
  { lever: 'fineBankHqRmb', value: z * 12e6, effective: PRE_NOTICE_MONTH },
  { lever: 'fineCfcRmb', value: z * 1.3e6, effective: PRE_NOTICE_MONTH },
]

function scaled(market: Market): Market {
  const parameters: Record<string, unknown> = { ...market.parameters }
  for (const { id } of moneyParameters) {
    const value: unknown = parameters[id]
    parameters[id] = Array.isArray(value) ? value.map((x: number) => Z * x) : Z * (value as number)
  }
  const copy = forkMarket({ ...market, parameters: parameters as unknown as Parameters })
  for (const kind of ['banks', 'platforms', 'guarantors', 'borrowers', 'segments'] as const) {
    const table: Record<string, unknown> = copy[kind]
    const columns: Columns = copy[kind].columns
    for (const [name, { unit }] of Object.entries(columns)) {
      if (MONEY.has(unit)) times(table[name] as Float64Array)
    }
  }
  const { edges, loans } = copy
  for (const column of [edges.balance, edges.carried, edges.originated, copy.fines]) times(column)
  for (const column of [
    loans.principal,
    loans.lent,
    loans.settled,
    loans.rowBalance,
    loans.lineBalance,
  ])
    times(column)
  return copy
}

function times(column: Float64Array): void {
  for (let i = 0; i < column.length; i++) column[i] *= Z
}

describe('all money counted in a coin half as large (I18)', () => {
  const plain = runUnder([...noticeAlone, ...fines(1)], PERIODS)
  const other = runUnder([...noticeAlone, ...fines(Z)], PERIODS, scaled(openingMarket()))

  it('doubles every flow and balance and leaves every ratio and count, to the last bit', () => {
    const wrong = metricCatalogue.filter(({ id, unit }, m) => {
      // Borrower surplus is an index per yuan of demand times the demand in yuan.
      const factor = MONEY.has(unit) || id.startsWith('borrowerSurplus') ? Z : 1
      for (let t = 0; t < PERIODS; t++) {
        const at = m * PERIODS + t
        if (!Object.is(other.series[at], factor * plain.series[at])) return true
      }
      return false
    })
    expect(wrong.map((metric) => `${metric.id} [${metric.unit}]`)).toEqual([])
  })

  it('takes every parameter of money along', () => {
    expect(moneyParameters.map((entry) => entry.id)).toEqual(
      expect.arrayContaining(['partnerCostOld', 'choiceNoise', 'investmentScale', 'averageTicket']),
    )
  })

  it('is not the same as counting all but one cost in it', () => {
    const market = scaled(openingMarket())
    const { choiceNoise } = openingMarket().parameters
    const odd = { ...market, parameters: { ...market.parameters, choiceNoise } }
    const links = metricCatalogue.findIndex((metric) => metric.id === 'links')
    const run = runUnder([...noticeAlone, ...fines(Z)], PERIODS, odd)
    const of = (series: Float64Array): number[] => [
      ...series.subarray(links * PERIODS, (links + 1) * PERIODS),
    ]
    expect(of(run.series)).not.toEqual(of(plain.series))
  })
})
