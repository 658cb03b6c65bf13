/**
 * The model with its reasons: the same months, with what decisions were made on worked out beside them.
 * @module
 */
import type { Phase } from '../../engine/phase.ts'
import type { Model } from '../../engine/simulate.ts'
import type { Market } from '../market.ts'
import { addRow, writeCriterion, writeLast } from './chronicle.ts'
import { lendingOf } from './binding-limit.ts'
import { AT, criterionCode, LENT, REVIEW } from './columns.ts'
import { findCauses } from './find-causes.ts'

/** A bank whose every decision is noted, and a platform it is valued with each month: rows, −1 none. */
export interface Watch {
  readonly bank: number
  readonly platform: number
}

const DECIDED = 'bank.searchPartners'
const FUNDED = 'bank.allocateFunding'

/** The same model that also finds the cause of every decision noted; state and metrics do not move. */
export function withReasons(model: Model<Market>, watch?: Watch): Model<Market> {
  const phases: Phase<Market>[] = watch === undefined ? [] : [watching(watch)]
  for (const phase of model.phases) {
    phases.push(phase)
    if (phase.id === DECIDED) phases.push(findCauses)
    if (phase.id === FUNDED && watch !== undefined) phases.push(noteLending)
  }
  return { ...model, phases }
}

function watching({ bank, platform }: Watch): Phase<Market> {
  return {
    id: 'chronicle.watch',
    label: { en: 'Whose decisions are noted', zh: '记录谁的决策' },
    run({ work }) {
      work.chronicle.watchedBank = bank
      work.chronicle.watchedPlatform = platform
    },
  }
}

/** Notes what the watched bank lent, its room, and the limit that held it back. */
const noteLending: Phase<Market> = {
  id: 'chronicle.noteLending',
  label: { en: 'What the watched bank lent', zh: '所记录银行的放款' },
  run(market, { period }) {
    const { chronicle, listLength } = market.work
    const b = chronicle.watchedBank
    if (b < 0) return
    const { lent, room, limit } = lendingOf(market, b)
    addRow(chronicle, period, market.banks.id[b], -1, LENT, REVIEW)
    writeLast(chronicle, AT.partners, listLength[b])
    writeLast(chronicle, AT.balance, market.banks.partnerLoans[b])
    writeCriterion(chronicle, chronicle.count - 1, criterionCode(limit), lent, room)
  },
}
