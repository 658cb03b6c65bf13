/**
 * Runs one replicate of one point again with a bank watched: what it decided, on what, and how much it
 * lent through one platform.
 * @module
 */
import { simulate } from '../../engine/simulate.ts'
import { slotOf } from '../../engine/links.ts'
import { countOf } from '../../agents/chronicle/chronicle.ts'
import { ROW_WIDTH } from '../../agents/chronicle/columns.ts'
import { withReasons, type Watch } from '../../agents/chronicle/with-reasons.ts'
import { preparePoint, type Experiment } from '../experiment/experiment.ts'
import { createRowStore } from '../kept/row-store.ts'
import { readDecisions, type Decision } from './decision.ts'

/** Where a partnership stood at the end of a month [mn]. */
export interface LinkMonth {
  readonly active: boolean
  readonly pending: boolean
  readonly balance: number
  readonly originated: number
}

/** What watching left. */
export interface Watched {
  readonly decisions: readonly Decision[]
  /** The pair month by month; empty when no platform is watched. */
  readonly months: readonly LinkMonth[]
}

const NOTHING: LinkMonth = { active: false, pending: false, balance: 0, originated: 0 }

/** Watches bank and platform by row; platform −1: the bank alone. */
export function watchPoint(
  experiment: Experiment,
  point: number,
  replicate: number,
  watch: Watch,
): Watched {
  const { model, market, span } = preparePoint(experiment, point, replicate)
  const bank = market.banks.id[watch.bank]
  const store = createRowStore(ROW_WIDTH)
  const months: LinkMonth[] = []
  simulate(withReasons({ ...model, metrics: [] }, watch), market, {
    ...span,
    observer({ edges, work }, { period }) {
      store.add(work.chronicle.rows, countOf(work.chronicle, period))
      if (watch.platform < 0) return
      const slot = slotOf(edges.links, watch.bank, watch.platform)
      months.push(
        slot < 0
          ? NOTHING
          : {
              active: edges.links.active[slot] === 1,
              pending: edges.pending[slot] === 1,
              balance: edges.balance[slot],
              originated: edges.originated[slot],
            },
      )
    },
  })
  const decisions = readDecisions(store.rows()).filter((one) => one.bank === bank)
  return { decisions, months }
}
