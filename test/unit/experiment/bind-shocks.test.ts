import { describe, expect, it } from 'vitest'
import { SimulationError } from '../../../engine/errors.ts'
import { LICENCES } from '../../../agents/parameters.ts'
import { bindShocks } from '../../../analysis/experiment/bind-shocks.ts'
import { openingMarket } from '../../fixtures/opening-market.ts'

const market = openingMarket({ burnIn: 1 })
const bind = (...shocks: Parameters<typeof bindShocks>[0]) => bindShocks(shocks, market, '2024-11')

describe('shocks of a scenario', () => {
  it('strike in the period of their month', () => {
    const [shock] = bind({ kind: 'defaultWave', id: 0, when: { at: '2025-01' } })
    expect(shock).toEqual({ kind: 'defaultWave', id: 0, when: { period: 2 }, macroState: -2 })
  })

  it('find an agent by name and a group by licence', () => {
    const when = { at: '2025-01' }
    const [named] = bind({ kind: 'lenderDistress', id: 0, when, banks: ['bank:yilian'] })
    const row = market.bankNames.findIndex((names) => names.id === 'bank:yilian')
    expect('banks' in named && named.banks).toEqual([market.banks.id[row]])
    const [group] = bind({ kind: 'lenderDistress', id: 0, when, banks: ['licence:city'] })
    const city = LICENCES.indexOf('city')
    const expected = [...market.banks.id].filter((_, b) => market.banks.licence[b] === city)
    expect('banks' in group && group.banks).toEqual(expected)
  })

  it('become one for each platform', () => {
    const when = { monthlyProbability: 0.1 }
    const shocks = bind({ kind: 'partnerFailure', id: 3, when, platforms: ['tier:head'] })
    const heads = [...market.platforms.tier].filter((tier) => tier === 0)
    expect(shocks).toHaveLength(heads.length)
    expect(shocks.every((shock) => shock.id === 3)).toBe(true)
  })

  it('change nothing that a funding shock does not name', () => {
    const when = { at: '2025-01' }
    const [shock] = bind({
      kind: 'fundingShock',
      id: 0,
      when,
      banks: ['licence:city'],
      costRise: 0.01,
    })
    expect(shock).toMatchObject({ costRise: 0.01, depositLimit: Infinity, capacityFactor: 1 })
  })

  it('are refused where nobody has the name, with the nearest one', () => {
    const shock = { kind: 'guarantorRun', id: 0, when: { at: '2025-01' } } as const
    expect(() => bind({ ...shock, guarantors: ['guarantor:nobody'] })).toThrow(SimulationError)
  })
})
