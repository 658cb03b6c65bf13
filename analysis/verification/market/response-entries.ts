/**
 * I15: how banks and prices answer, and that costs and ceilings never work the wrong way round.
 * @module
 */
import { exp } from '../../../engine/numerics/exp.ts'
import { keepProbability } from '../../../agents/bank/review-partners.ts'
import { valued, valuePartner } from '../../../agents/bank/partner-value.ts'
import { borrowing, quote, quoted } from '../../../agents/pricing/quote.ts'
import { marginalDefault, screening } from '../../../agents/pricing/screening.ts'
import type { Entry } from '../entry.ts'
import { atLeast, atMost, exactly } from '../reading.ts'
import { prepare } from './toy-months.ts'
import { steadyMarket, toyMarket } from './toy-market.ts'

const NOISE = 0.5
const COSTS = [0, 0.3, 1, 4, 9]

/** The chance that a partner worth 1 is kept at a yearly cost. */
function keepChance(cost: number): number {
  const rules = { partnerCost: Float64Array.of(cost) }
  const market = steadyMarket({ banks: [{ otherLoans: 1e9 }], platforms: 1, rules }, 1)
  prepare(market)
  valuePartner(market, 0, 0, true)
  return keepProbability(valued.value, NOISE)
}

const LOWEST = 0.12
const HIGHEST = 0.5
const STEP = 0.005

/** Largest rise of approval as the ceiling falls, and how far approval moves at all. */
function approvalUnderCeilings(precision: number) {
  let last = 0
  let rise = 0
  for (let ceiling = LOWEST; ceiling < HIGHEST; ceiling += STEP) {
    quote(borrowing(0.18, precision), 0.1, 0.968, 0.13, ceiling)
    const now = quoted.served ? quoted.approval : 0
    rise = Math.max(rise, last - now)
    last = now
  }
  return { rise, last }
}

/** Sensitivity of a platform's funding weights to the cost of funds, and two such costs [1/year]. */
const SENSITIVITY = 60
const DEARER = 0.01

const responses: Entry = {
  id: 'I15',
  topic: 'market',
  title: { en: 'Costs and ceilings work the right way round', zh: '成本与上限的作用方向正确' },
  setUp: {
    en: 'a partner worth 1 kept with chance Λ(value/τ) at rising costs; approval under ceilings from 12 to 50%; the last borrower approved at a ceiling just pays for his loss; banks weighed by e^(−β_f·cost of funds)',
    zh: '价值1的合作方在成本上升时以Λ(价值/τ)保留；上限12%至50%下的通过率；上限处最后获批者恰好抵偿其损失；银行按e^(−β_f·资金成本)加权',
  },
  source: 'Model document, I15, sections 5.1 to 5.7',
  run() {
    const chances = COSTS.map(keepChance)
    const risen = chances.slice(1).map((chance, i) => chance - chances[i])
    const found = [0.2, 0.32, 0.55, 0.75].map(approvalUnderCeilings)
    quote(borrowing(0.18, 0.42), 0.081, 0.9416, 0.13, 0.24)
    const marginal = marginalDefault(screening(0.18, 0.42), quoted.cutoff)
    const banks = [{ fundingCost: 0.022 }, { fundingCost: 0.022 + DEARER }]
    const market = toyMarket({
      banks,
      platforms: 1,
      parameters: { fundingCostSensitivity: SENSITIVITY },
    })
    prepare(market)
    const { weight, capacity } = market.work.inForce
    return [
      exactly({ en: 'chance to keep a value of τ: Λ(1)', zh: '价值为τ时保留概率：Λ(1)' }, 1 / (1 + exp(-1)), keepProbability(NOISE, NOISE)), // prettier-ignore
      atMost({ en: 'largest rise of a keep chance with cost', zh: '保留概率随成本的最大上升' }, 0, Math.max(...risen)), // prettier-ignore
      atLeast({ en: 'fall over all costs (the test bites)', zh: '总下降（检验有效）' }, 1 / 2, chances[0] - chances[COSTS.length - 1]), // prettier-ignore
      atMost({ en: 'largest rise of approval as a ceiling falls', zh: '上限下降时通过率的最大上升' }, 0, Math.max(...found.map(({ rise }) => rise))), // prettier-ignore
      atLeast({ en: 'approval at the highest ceiling (the test bites)', zh: '最高上限时通过率（检验有效）' }, 1 / 2, Math.min(...found.map(({ last }) => last))), // prettier-ignore
      exactly({ en: 'default rate of the last borrower approved at a ceiling', zh: '上限处最后获批者违约率' }, (0.24 - 0.081) / 0.9416, marginal, 1e-11), // prettier-ignore
      exactly({ en: 'weight of a dearer bank, relative', zh: '资金较贵银行的相对权重' }, exp(-SENSITIVITY * DEARER), weight[1] / capacity[1] / (weight[0] / capacity[0]), 1e-9), // prettier-ignore
    ]
  },
}

export const responseEntries: readonly Entry[] = [responses]
