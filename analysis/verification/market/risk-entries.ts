/**
 * LC3, LC11, LC12 and LC13: losses, guarantors and contagion in closed form.
 * @module
 */
import { normalCdf, normalQuantile } from '../../../engine/numerics/normal.ts'
import { repay } from '../../../agents/borrower/repay.ts'
import { payIndemnities } from '../../../agents/guarantor/pay-indemnities.ts'
import type { Market } from '../../../agents/market.ts'
import { debtRanks } from '../../metrics/debt-rank.ts'
import type { Entry } from '../entry.ts'
import { asPrinted, exactly, type Reading } from '../reading.ts'
import type { Row } from './toy-agents.ts'
import { lendingMonth, runMonths, runPhases, total } from './toy-months.ts'
import { toyMarket } from './toy-market.ts'

const RHO = 0.04

/** A book of one vintage whose monthly hazard is `hazard`, before the month that decides it. */
function bookWith(hazard: number): Market {
  const market = toyMarket({
    banks: 1,
    platforms: [{ guarantor: 0, guaranteeCover: 1, dataAdvantage: 0 }],
    guarantors: 1,
    pools: [0, 0, 0, 0, 100],
    // Everybody is approved without data, so the hazard is PD/12: a PD of 12·hazard is allowed here.
    parameters: {
      defaultProbability: [0, 0, 0, 0, 12 * hazard],
      macroLoading: RHO,
      guarantorCost: 0,
    },
  })
  runPhases(market, lendingMonth, 0)
  market.environment.macroOn = true
  return market
}

/** Default rate of a book in its first month, in per cent, when the macro state is Φ⁻¹(1 − q). */
function defaultRate(hazard: number, q: number): number {
  const market = bookWith(hazard)
  const lent = market.platforms.balance[0]
  market.environment.macroState = -normalQuantile(q)
  runPhases(market, [repay], 1)
  return (100 * market.work.bank.defaults[0]) / lent
}

const quantiles = [
  [0.05, 0.99, 11.431],
  [0.05, 0.999, 14.732],
  [0.11, 0.99, 21.859],
  [0.11, 0.999, 26.729],
] as const

const lossQuantiles: Entry = {
  id: 'LC3',
  topic: 'market',
  title: { en: 'Loss quantiles of a static book', zh: '静态贷款组合的损失分位数' },
  setUp: {
    en: 'one segment, one period, asset correlation 4%: Φ((Φ⁻¹(PD) + √ρ·Φ⁻¹(q))/√(1−ρ)) [%]',
    zh: '单一客群、单期、资产相关4%：Φ((Φ⁻¹(PD) + √ρ·Φ⁻¹(q))/√(1−ρ)) [%]',
  },
  source: 'Model document, LC3; Vasicek (2002), Risk 15:160',
  run: () =>
    quantiles.flatMap(([pd, q, printed]): Reading[] => {
      const score = normalQuantile(pd) + Math.sqrt(RHO) * normalQuantile(q)
      const closed = 100 * normalCdf(score / Math.sqrt(1 - RHO))
      const quantity = { en: `PD ${pd} at ${q}`, zh: `PD ${pd}，分位${q}` }
      return [
        asPrinted(quantity, printed, defaultRate(pd, q), 3),
        exactly({ en: `${quantity.en}, closed form`, zh: `${quantity.zh}，闭式` }, closed, defaultRate(pd, q)), // prettier-ignore
      ]
    }),
}

const PD = 0.11
const LGD = 0.88
const FEE = LGD * PD * 1.1

/** Equity of a guarantor in a macro state, over what it guarantees. */
function equityAfter(leverage: number, state: number): number {
  const market = bookWith(PD)
  const { guarantors, work } = market
  const exposure = market.platforms.balance[0]
  market.environment.macroState = state
  runPhases(market, [repay], 1)
  guarantors.cash[0] = 1e9
  // The fee of the whole period is in its capital; interest of the month itself is taken out.
  guarantors.equity[0] = exposure * (1 / leverage + FEE) - work.guarantor.fees[0]
  runPhases(market, [payIndemnities], 1)
  return guarantors.equity[0] / exposure
}

/** The macro state at which capital is just used up, by halving. */
function criticalState(leverage: number): number {
  let [ruined, sound] = [-9, 9]
  for (let i = 0; i < 60; i++) {
    const middle = (ruined + sound) / 2
    if (equityAfter(leverage, middle) < 0) ruined = middle
    else sound = middle
  }
  return (ruined + sound) / 2
}

const ruin: Entry = {
  id: 'LC11',
  topic: 'market',
  title: { en: 'Ruin of a guarantor in one period', zh: '担保公司单期破产' },
  setUp: {
    en: 'PD 11%, correlation 4%, LGD .88, fee 1.1·LGD·PD, leverage 10 and 15; the macro state that uses up capital is found in the model, ruin is its probability [%]',
    zh: 'PD 11%，相关4%，LGD .88，费率1.1·LGD·PD，杠杆10与15；在模型中求出资本耗尽的宏观状态，破产概率为其分布函数值[%]',
  },
  source: 'Model document, LC11; Vasicek (2002), Risk 15:160',
  run: () =>
    (
      [
        [10, 0.4835],
        [15, 2.5437],
      ] as const
    ).map(
      ([leverage, printed]) =>
      asPrinted({ en: `leverage ${leverage}`, zh: `杠杆${leverage}` }, printed, 100 * normalCdf(criticalState(leverage)), 4), // prettier-ignore
    ),
}

const COVERED: Row = { guarantor: 0, guaranteeCover: 0.7 }

function claiming(): Market {
  const market = toyMarket({
    banks: [{}, { otherLoans: 3e6 }, { otherLoans: 2e5 }],
    platforms: [COVERED, { ...COVERED, guaranteeCover: 1, dataAdvantage: 0.3 }],
    guarantors: 1,
    parameters: { guarantorCost: 0 },
  })
  runMonths(market, 8)
  runPhases(market, [repay], 8)
  market.work.guarantor.fees.fill(0)
  market.guarantors.claims.fill(0)
  return market
}

const proRata: Entry = {
  id: 'LC12',
  topic: 'market',
  title: { en: 'A guarantor that cannot pay all claims', zh: '担保公司无力全额代偿' },
  setUp: {
    en: 'one guarantor without fees, costs or recoveries, cash of .25, .9 and 1.7 times its claims: pays min(1, cash/claims), pro rata',
    zh: '一家无费用、无回收的担保公司，现金为索赔的.25、.9、1.7倍：按min(1, 现金/索赔)比例偿付',
  },
  source: 'Model document, LC12',
  run: () =>
    [0.25, 0.9, 1.7].flatMap((k) => {
      const market = claiming()
      const { links } = market.edges
      const claims = market.work.claims.slice()
      market.guarantors.cash[0] = k * total(claims)
      runPhases(market, [payIndemnities], 8)
      let worst = 0
      for (let b = 0; b < market.banks.size; b++) {
        let own = 0
        for (let slot = 0; slot < links.count; slot++)
          if (links.from[slot] === b) own += claims[slot]
        worst = Math.max(worst, Math.abs(market.work.bank.indemnity[b] / own - Math.min(1, k)))
      }
      return [
        exactly({ en: `paid share at ${k}`, zh: `${k}倍时偿付比例` }, Math.min(1, k), market.guarantors.paidShare[0]), // prettier-ignore
        exactly(
          { en: `largest deviation of a bank at ${k}`, zh: `${k}倍时银行最大偏差` },
          0,
          worst,
        ),
      ]
    }),
}

const star: Entry = {
  id: 'LC13',
  topic: 'market',
  title: { en: 'DebtRank of a star', zh: '星形网络的DebtRank' },
  setUp: {
    en: 'three banks that only share a failing platform, one of them nearly without equity: h = min(1, Λ), one step',
    zh: '三家银行仅与一个倒闭平台相连，其中一家几乎无权益：h = min(1, Λ)，一步',
  },
  source: 'Model document, LC13; Battiston et al. (2012), Scientific Reports 2:541',
  run() {
    const banks = [{ otherLoans: 1e4 }, { otherLoans: 2e4 }, { otherLoans: 4e4 }]
    const market = toyMarket({ banks, platforms: 1 })
    runMonths(market, 3)
    const { equity } = market.banks
    equity.set([800, 1, 2600])
    const hazard = 0.01
    let lost = 0
    for (let b = 0; b < banks.length; b++) {
      const impact = (LGD * (3 - 1) * 6 * hazard * market.edges.balance[b]) / equity[b]
      lost += Math.min(1, impact) * equity[b]
    }
    const [rank] = debtRanks(market, Float64Array.of(hazard))
    return [exactly({ en: 'DebtRank', zh: 'DebtRank' }, lost / total(equity), rank)]
  },
}

export const riskEntries: readonly Entry[] = [lossQuantiles, ruin, proRata, star]
