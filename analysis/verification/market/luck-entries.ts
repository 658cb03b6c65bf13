/**
 * LC16 and LC18: what chance does to defaults, over months and over loans.
 * @module
 */
import { normalCdf, normalQuantile } from '../../../engine/numerics/normal.ts'
import { normalDraw, purpose, uniform } from '../../../engine/stream.ts'
import { repay } from '../../../agents/borrower/repay.ts'
import type { Parameters } from '../../../agents/parameters.ts'
import { drawEnvironment, nextMacroState } from '../../../agents/regulator/draw-environment.ts'
import { mean, variance } from '../../statistics/moments.ts'
import type { Entry } from '../entry.ts'
import { standardError } from '../monte-carlo.ts'
import { exactly, withinErrors } from '../reading.ts'
import { contextOf, lendingMonth, runPhases } from './toy-months.ts'
import { toyMarket } from './toy-market.ts'

const PERSISTENCE = 0.97
const LOADING = 0.023
/** PD 11%. */
const HAZARD = 0.11 / 12
const MONTHS = 100_000

const macroFactor: Entry = {
  id: 'LC16',
  topic: 'market',
  title: { en: 'The macro factor', zh: '宏观因子' },
  setUp: {
    en: `${MONTHS} months of the macro state at persistence ${PERSISTENCE}, loading ${LOADING}; errors of an autoregression in closed form`,
    zh: `宏观状态${MONTHS}个月，持续性${PERSISTENCE}，载荷${LOADING}；误差由自回归闭式给出`,
  },
  source: 'Model document, LC16',
  run() {
    const market = toyMarket({ banks: 1, platforms: 1 })
    market.environment.macroOn = true
    const hazards = new Float64Array(MONTHS)
    const scores = new Float64Array(MONTHS)
    for (let t = 0; t < MONTHS; t++) {
      drawEnvironment.run(market, contextOf(t))
      const state = Math.sqrt(LOADING) * market.environment.macroState
      scores[t] = (normalQuantile(HAZARD) - state) / Math.sqrt(1 - LOADING)
      hazards[t] = normalCdf(scores[t])
    }
    const centre = mean(scores)
    let product = 0
    for (let t = 1; t < MONTHS; t++) product += (scores[t] - centre) * (scores[t - 1] - centre)
    // The hazard is a monotone function of the state: it is at most as persistent.
    const meanError = Math.sqrt((variance(hazards) * (1 + PERSISTENCE)) / (1 - PERSISTENCE) / MONTHS) // prettier-ignore
    const lagError = Math.sqrt((1 - PERSISTENCE ** 2) / MONTHS)
    return [
      exactly({ en: 'state after 2 at persistence .6 and a good draw of 1', zh: '持续性.6、状态2、好抽签1之后的状态' }, 0.6 * 2 + 0.8, nextMacroState(2, 0.6, 1)), // prettier-ignore
      withinErrors({ en: 'mean hazard', zh: '平均违约强度' }, HAZARD, mean(hazards), meanError),
      withinErrors({ en: 'autocorrelation of Φ⁻¹(hazard)', zh: 'Φ⁻¹(强度)自相关' }, PERSISTENCE, product / ((MONTHS - 1) * variance(scores)), lagError), // prettier-ignore
    ]
  },
}

const LOANS = 40
const REPLICATES = 3000
const stateDraw = purpose('verify.macroState')

/** Default rates of the second month over replicates, with the same macro states in both modes. */
function defaultRates(mode: Parameters['defaultMode']): Float64Array {
  const market = toyMarket({
    banks: 1,
    platforms: [{ dataAdvantage: 0 }],
    pools: [0, 0, 0, 0, 100],
    parameters: { defaultMode: mode },
  })
  runPhases(market, lendingMonth, 0)
  market.environment.macroOn = true
  const lent = market.platforms.balance[0]
  market.parameters.averageTicket = lent / LOANS
  const principal = market.loans.principal.slice()
  const rowBalance = market.loans.rowBalance.slice()
  return Float64Array.from({ length: REPLICATES }, (_, i) => {
    market.loans.principal.set(principal)
    market.loans.rowBalance.set(rowBalance)
    const context = contextOf(1, i + 1)
    market.environment.macroState = normalDraw(uniform(context.key, stateDraw, 0, 0, 1))
    repay.run(market, context)
    return market.work.bank.defaults[0] / lent
  })
}

const wholeLoans: Entry = {
  id: 'LC18',
  topic: 'market',
  title: { en: 'Whole loans against cohorts', zh: '逐笔贷款与批次' },
  setUp: {
    en: `${LOANS} equal loans, ${REPLICATES} replicates with the same macro states: equal means, variance greater by E[h(1−h)]/n`,
    zh: `${LOANS}笔相同贷款，${REPLICATES}次重复、宏观状态相同：均值相等，方差大E[h(1−h)]/n`,
  },
  source: 'Model document, LC18',
  run() {
    const cohort = defaultRates('cohort')
    const gaps = defaultRates('loan').map((rate, i) => rate - cohort[i])
    const squares = gaps.map((gap) => gap ** 2)
    const luck = mean(cohort.map((h) => h * (1 - h))) / LOANS
    return [
      withinErrors(
        { en: 'difference of means', zh: '均值之差' },
        0,
        mean(gaps),
        standardError(gaps),
      ),
      withinErrors({ en: 'variance of a single loan’s luck', zh: '单笔运气的方差' }, luck, mean(squares), standardError(squares)), // prettier-ignore
    ]
  },
}

export const luckEntries: readonly Entry[] = [macroFactor, wholeLoans]
