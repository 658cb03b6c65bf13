/**
 * LC9, LC14, LC15 and LC20: a bank's book, exit, capital and capability in closed form.
 * @module
 */
import { indexLinks } from '../../../engine/links.ts'
import { exp } from '../../../engine/numerics/exp.ts'
import { log } from '../../../engine/numerics/log.ts'
import { intPow } from '../../../engine/numerics/pow.ts'
import { capitalRoom } from '../../../agents/bank/funding/room.ts'
import { reviewProgramme } from '../../../agents/bank/review-programme.ts'
import { PROGRAMME_EXITING } from '../../../agents/market.ts'
import { setSize } from '../../../agents/populate/create-market.ts'
import type { Entry } from '../entry.ts'
import { asPrinted, exactly } from '../reading.ts'
import { prepare, QUARTER_END, runMonths, runPhases } from './toy-months.ts'
import { steadyMarket, toyMarket, type ToySetting } from './toy-market.ts'

const PARTNER_COST = 0.6
const PROGRAMME_COST = 2.5
const MARKUP = 0.06
/** Months of lending that are open when loans run twelve months in equal instalments. */
const OPEN_MONTHS = 6.5
/** Funding, running and capital cost, and what the platform adds before its mark-up [1/year]. */
const UNIT_COST = 0.029 + 0.75 * 0.12 * 0.078 + 0.045
const PREPAYMENT = 0.07

const riskless: ToySetting = {
  banks: [{ riskManagement: 1 }],
  platforms: [{ complianceCapacity: 1, lenderSurplusShare: 0.3 }],
  pools: [0, 0, 100, 0, 0],
  rules: {
    partnerCost: Float64Array.of(PARTNER_COST),
    programmeCost: Float64Array.of(PROGRAMME_COST),
  },
  parameters: {
    defaultProbability: [0, 0, 0, 0, 0],
    prepayment: 0,
    markupBase: [1, 1, MARKUP, 1, 1],
  },
}

const steadyBook: Entry = {
  id: 'LC9',
  topic: 'market',
  title: { en: 'A steady business without default', zh: '无违约的平稳业务' },
  setUp: {
    en: 'one bank and platform, constant lending O, no defaults; with and without 7% a month prepaid',
    zh: '一家银行一个平台，恒定放款O，无违约；有无每月7%提前还款',
  },
  source: 'Model document, LC9',
  run() {
    const market = toyMarket(riskless)
    runMonths(market, 13)
    const monthly = market.platforms.originated[0]
    const stock = OPEN_MONTHS * monthly
    const balance = market.platforms.balance[0]
    runMonths(market, 1, 13)
    const interest = 12 * market.work.borrowerInterest
    const margin = stock * (0.75 * 0.12 * (0.1 - 0.022) + 0.3 * MARKUP) - PARTNER_COST - PROGRAMME_COST // prettier-ignore
    const early = toyMarket({
      ...riskless,
      parameters: { ...riskless.parameters, prepayment: PREPAYMENT },
    })
    runMonths(early, 13)
    let open = 0
    for (let age = 0; age < 12; age++) open += (1 - age / 12) * intPow(1 - PREPAYMENT, age)
    const earlyOpen = early.platforms.balance[0] / early.platforms.originated[0]
    return [
      exactly({ en: 'stock in months of lending', zh: '余额（按放款月数）' }, OPEN_MONTHS, balance / monthly), // prettier-ignore
      exactly({ en: 'annual interest over stock', zh: '年利息与余额之比' }, UNIT_COST + MARKUP, interest / stock), // prettier-ignore
      exactly({ en: 'profit of the programme a year', zh: '业务年利润' }, margin, 12 * market.banks.programmeProfit[0], 1e-9), // prettier-ignore
      asPrinted({ en: 'stock with prepayment', zh: '有提前还款的余额' }, 5.09, earlyOpen, 4),
      exactly({ en: 'the same in closed form', zh: '同上，闭式' }, open, earlyOpen, 1e-10),
    ]
  },
}

const SIZES = [0.02, 0.1, 1, 3, 25]
/** Ω per unit of size. */
const WORTH = 2

/** How many banks exit that differ in size alone. */
function exits(costPerSize: number, programmeScale: number): number[] {
  const setting: ToySetting = {
    banks: SIZES.map((size) => ({ otherLoans: 1e9 * size, riskManagement: 1 })),
    platforms: 3,
    rules: { programmeCost: new Float64Array(SIZES.length).fill(costPerSize) },
    parameters: { programmeScale },
  }
  const market = steadyMarket(setting, (WORTH * SIZES[0]) / 3)
  SIZES.forEach((size, b) => setSize(market.banks, b, size, market.parameters))
  for (const period of [QUARTER_END, QUARTER_END + 3]) {
    prepare(market, period)
    runPhases(market, [reviewProgramme], period)
    indexLinks(market.edges.links)
  }
  return Array.from(market.banks.programme, (state) => (state === PROGRAMME_EXITING ? 1 : 0))
}

const count = (exited: readonly number[]) => exited.reduce((sum, one) => sum + one, 0)

const exitAndSize: Entry = {
  id: 'LC14',
  topic: 'market',
  title: { en: 'Exit and size', zh: '退出与规模' },
  setUp: {
    en: 'five banks from .02 to 25 in size worth 2 per unit of size; programme cost in proportion to size, or to size^.65',
    zh: '五家规模.02至25、单位规模价值2的银行；业务成本与规模成比例，或与规模^.65成比例',
  },
  source: 'Model document, LC14',
  run() {
    const cost = 1.5
    const scale = 0.65
    const line = exp(log(cost / WORTH) / (1 - scale))
    const small = SIZES.map((size) => (size < line ? 1 : 0))
    const found = exits(cost, scale)
    const wrong = found.filter((exited, b) => exited !== small[b]).length
    return [
      exactly({ en: 'exits at a cost just below worth', zh: '成本略低于价值时退出数' }, 0, count(exits(1.999, 1)), 0), // prettier-ignore
      exactly({ en: 'exits just above', zh: '略高于时退出数' }, SIZES.length, count(exits(2.001, 1)), 0), // prettier-ignore
      exactly({ en: 'banks on the wrong side of (F0/Ω)^(1/.35)', zh: '在(F0/Ω)^(1/.35)错误一侧的银行数' }, 0, wrong, 0), // prettier-ignore
      exactly({ en: 'exits when costs scale less than size', zh: '成本增长慢于规模时退出数' }, count(small), count(found), 0), // prettier-ignore
    ]
  },
}

/** Weighted assets of a bank that uses all room, at a floor of capital. */
function assetsAt(floor: number): number {
  const market = toyMarket({
    banks: [{ otherLoans: 600, equity: 100, tier2: 20, programmeAppetite: 0.95 }],
    platforms: 1,
    rules: { capitalFloor: Float64Array.of(floor) },
  })
  prepare(market)
  market.work.carried.bank[0] = 100
  const room = capitalRoom(market, market.work.inForce, 0)
  return 0.75 * (100 + room) + 600
}

const boundByCapital: Entry = {
  id: 'LC15',
  topic: 'market',
  title: { en: 'A bank that capital binds', zh: '受资本约束的银行' },
  setUp: {
    en: 'equity 100 and tier 2 of 20; weighted assets are (E + T2)/CAR*, from 12% to 13%',
    zh: '权益100、二级资本20；加权资产＝(E + T2)/CAR*，由12%升至13%',
  },
  source: 'Model document, LC15',
  run: () => [
    exactly({ en: 'weighted assets at 12%', zh: '12%时加权资产' }, 120 / 0.12, assetsAt(0.12)),
    exactly({ en: 'weighted assets at 13%', zh: '13%时加权资产' }, 120 / 0.13, assetsAt(0.13)),
    asPrinted({ en: 'change [%]', zh: '变化[%]' }, -7.692, 100 * (assetsAt(0.13) / assetsAt(0.12) - 1), 3), // prettier-ignore
  ],
}

const MONTHS = 24

const capability: Entry = {
  id: 'LC20',
  topic: 'market',
  title: { en: 'Own risk management under constant spending', zh: '恒定投入下的自主风控' },
  setUp: {
    en: 'capability .4, capacity 20, spending 2 a year, 24 months of the market: 1 − (1−m₀)·e^(−tI/(12·Jinv))',
    zh: '能力.4，管理容量20，年投入2，市场24个月：1 − (1−m₀)·e^(−tI/(12·Jinv))',
  },
  source: 'Model document, LC20',
  run() {
    const market = toyMarket({
      banks: [
        {
          riskManagement: 0.4,
          riskManagementStart: 0.4,
          complianceCapacity: 20,
          complianceCapacityStart: 20,
          investment: 2,
        },
      ],
      platforms: 1,
    })
    runMonths(market, MONTHS)
    const { riskManagement, complianceCapacity } = market.banks
    const closed = 1 - 0.6 * exp((-MONTHS * 2) / (12 * 10))
    return [
      asPrinted({ en: 'capability', zh: '能力' }, 0.597808, riskManagement[0], 6),
      exactly({ en: 'capability in closed form', zh: '能力，闭式' }, closed, riskManagement[0]),
      asPrinted({ en: 'capacity', zh: '容量' }, 23.9562, complianceCapacity[0], 4),
    ]
  },
}

export const bankEntries: readonly Entry[] = [steadyBook, exitAndSize, boundByCapital, capability]
