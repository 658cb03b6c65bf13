/**
 * LC2, LC6 and the invariants, on the real opening market.
 * @module
 */
import { rowSum } from '../../../engine/ledger.ts'
import type { Recording } from '../../../engine/record.ts'
import { simulate, type Observer } from '../../../engine/simulate.ts'
import { makeKey } from '../../../engine/stream.ts'
import { invariants } from '../../../agents/checks/index.ts'
import { createLeverCatalogue } from '../../../agents/levers/catalogue.ts'
import { lawSettings } from '../../../agents/levers/law-settings.ts'
import type { LeverCatalogue, LeverSetting } from '../../../agents/levers/lever.ts'
import type { Market } from '../../../agents/market.ts'
import { marketModel, withRules } from '../../../agents/model.ts'
import {
  baselineParameters,
  withParameters,
  type ParameterValue,
} from '../../../agents/parameter-catalogue.ts'
import { openMarket } from '../../../agents/populate/open-market.ts'
import { readFacts } from '../../../agents/populate/read-facts.ts'
import { PRE_NOTICE_MONTH } from '../../../agents/regulator/plan-rules.ts'
import { readObservations } from '../../../scenarios/observations.ts'
import { createMetrics } from '../../metrics/index.ts'
import type { Entry, Materials } from '../entry.ts'
import { atLeast, atMost, exactly } from '../reading.ts'

type Overrides = Readonly<Record<string, ParameterValue>>

const key = makeKey('verify', 0)
const PERIODS = 14
/** Notice 9 is in force from the twelfth month on, and announced in the sixth. */
const EFFECTIVE = 11
const ANNOUNCED = 5

/** A market of the real data and the rules it may live under. */
interface RealMarket {
  readonly market: Market
  readonly catalogue: LeverCatalogue
  /** The law of November 2024 for ever. */
  readonly before: readonly LeverSetting[]
  /** The same and notice 9 alone. */
  readonly notice: readonly LeverSetting[]
}

function realMarket({ tables, rules }: Materials, overrides: Overrides): RealMarket {
  const catalogue = createLeverCatalogue(rules)
  const parameters = withParameters(baselineParameters(), overrides)
  const facts = readFacts(readObservations(tables), parameters)
  const before = lawSettings(catalogue, { asOf: PRE_NOTICE_MONTH })
  const later = lawSettings(catalogue).filter(
    ({ lever, effective }) =>
      effective > PRE_NOTICE_MONTH && catalogue.byId.get(lever)?.package === 'notice9',
  )
  const market = openMarket(facts, parameters, catalogue, key)
  return { market, catalogue, before, notice: [...before, ...later] }
}

function runUnder(
  { market, catalogue }: RealMarket,
  settings: readonly LeverSetting[],
  observer?: Observer<Market>,
): Recording {
  const rules = { settings, catalogue, start: PRE_NOTICE_MONTH, periods: PERIODS }
  const span = { key, periods: PERIODS, ...(observer === undefined ? {} : { observer }) }
  return simulate(marketModel(createMetrics()), withRules(market, rules), span)
}

/** Values of all metrics in the first `periods` that differ by a bit. */
function valuesThatDiffer(a: Recording, b: Recording, periods: number): number {
  let count = 0
  for (let m = 0; m < a.metrics.length; m++) {
    for (let t = 0; t < periods; t++) {
      const i = m * a.periods + t
      if (!Object.is(a.series[i], b.series[i])) count++
    }
  }
  return count
}

/** The first period in which the state of the market differs; −1 when none does. */
function firstDifference(a: Recording, b: Recording): number {
  for (let word = 0; word < a.hashes.length; word++) {
    if (a.hashes[word] !== b.hashes[word]) return Math.floor(word / 2)
  }
  return -1
}

/** New values equal to the old ones. */
function neutral(): Overrides {
  const base = baselineParameters()
  return {
    partnerCostNew: base.partnerCostOld,
    programmeCostNew: base.programmeCostOld,
    smallFixedCostNew: base.fixedCost[2],
    inspectionRateNew: base.inspectionRateOld,
    detectionGain: 0,
    approvalDelayOld: 3,
    reviewRateAnnounced: base.reviewRate,
    guaranteeStretch: 0,
    oversightLoad: 1,
    ownRiskInvestment: 0,
    legacyCost: 0,
  }
}

const SOURCE = 'Model document'

const noCostNoEffect: Entry = {
  id: 'LC2',
  topic: 'market',
  title: { en: 'A notice that costs nothing does nothing', zh: '无成本的通知毫无影响' },
  setUp: {
    en: `the market of the public data, ${PERIODS} months; every new duty costs what the old one did`,
    zh: `公开数据的市场，${PERIODS}个月；各项新义务的成本与旧义务相同`,
  },
  source: `${SOURCE}, LC2`,
  run(materials) {
    const real = realMarket(materials, neutral())
    const settings = real.notice.filter(
      ({ lever, effective }) =>
        effective <= PRE_NOTICE_MONTH || lever !== 'guarantorEligibilityCheck',
    )
    const before = runUnder(real, real.before)
    const priced = { ...real.market, parameters: { ...real.market.parameters, oversightLoad: 1.25 } } // prettier-ignore
    const costly = runUnder({ ...real, market: priced }, settings)
    return [
      exactly({ en: 'values of all metrics that differ', zh: '不同的指标值个数' }, 0, valuesThatDiffer(before, runUnder(real, settings), PERIODS), 0), // prettier-ignore
      atLeast({ en: 'the same with one duty that costs (the test bites)', zh: '一项义务有成本时（检验有效）' }, 1, valuesThatDiffer(before, costly, PERIODS)), // prettier-ignore
    ]
  },
}

const noForesight: Entry = {
  id: 'LC6',
  topic: 'market',
  title: { en: 'Without foresight nothing moves before the date', zh: '无预期则生效前不变' },
  setUp: {
    en: `the market of the public data, ${PERIODS} months; horizon 1, ordinary reviews, no legacy cost; and the same with the horizon of the baseline`,
    zh: `公开数据的市场，${PERIODS}个月；视野1、常规审查、无存量成本；并与基准视野对照`,
  },
  source: `${SOURCE}, LC6`,
  run(materials) {
    const real = realMarket(materials, {})
    const { reviewRate } = real.market.parameters
    const myopic = { planningHorizon: 1, reviewRateAnnounced: reviewRate, legacyCost: 0 }
    const blind = { ...real, market: { ...real.market, parameters: withParameters(real.market.parameters, myopic) } } // prettier-ignore
    const before = runUnder(real, real.before)
    const notice = runUnder(blind, real.notice)
    return [
      exactly({ en: 'first period that differs', zh: '首个不同的期' }, EFFECTIVE, firstDifference(before, notice), 0), // prettier-ignore
      exactly({ en: 'values that differ before it', zh: '此前不同的指标值个数' }, 0, valuesThatDiffer(before, notice, EFFECTIVE), 0), // prettier-ignore
      exactly({ en: 'first period that differs with foresight', zh: '有预期时首个不同的期' }, ANNOUNCED, firstDifference(before, runUnder(real, real.notice)), 0), // prettier-ignore
    ]
  },
}

/** Largest sum of a flow over sectors, relative to what moved. */
function imbalance({ ledger }: Market): number {
  const width = ledger.sectors.length
  let worst = 0
  for (let flow = 0; flow < ledger.flows.length; flow++) {
    let moved = 1
    for (let sector = 0; sector < width; sector++) {
      moved += Math.abs(ledger.cells[flow * width + sector])
    }
    worst = Math.max(worst, Math.abs(rowSum(ledger, flow)) / moved)
  }
  return worst
}

const invariantsHold: Entry = {
  id: 'I1–I21',
  topic: 'market',
  title: { en: 'Invariants and the ledger, month by month', zh: '逐月的恒等式与账本' },
  setUp: {
    en: `the market of the public data under notice 9, ${PERIODS} months, run twice; ${invariants.length} checks every month stop the run when one fails`,
    zh: `公开数据的市场在9号文下运行${PERIODS}个月，两次；每月${invariants.length}项检查，任一不成立即停`,
  },
  source: `${SOURCE}, section 12; Godley and Lavoie (2007)`,
  run(materials) {
    const real = realMarket(materials, {})
    let worst = 0
    let posted = 0
    const recording = runUnder(real, real.notice, (market) => {
      worst = Math.max(worst, imbalance(market))
      for (const cell of market.ledger.cells) if (cell !== 0) posted++
    })
    const again = runUnder(real, real.notice)
    return [
      exactly({ en: 'checks made and passed', zh: '通过的检查数' }, PERIODS * invariants.length, recording.checksMade, 0), // prettier-ignore
      atMost({ en: 'flow that does not sum to zero, relative', zh: '合计不为零的流量（相对）' }, 1e-12, worst), // prettier-ignore
      atLeast({ en: 'cells of the ledger with money in them', zh: '账本中非零单元数' }, PERIODS, posted), // prettier-ignore
      exactly({ en: 'first period in which a second run differs', zh: '再次运行首个不同的期' }, -1, firstDifference(recording, again), 0), // prettier-ignore
    ]
  },
}

export const runEntries: readonly Entry[] = [noCostNoEffect, noForesight, invariantsHold]
