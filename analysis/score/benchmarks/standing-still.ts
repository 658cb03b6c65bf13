import type { Phase } from '../../../engine/phase.ts'
import type { Market } from '../../../agents/market.ts'
import { leaveVolumes, noteVolumes, type Volumes } from './volumes.ts'

/** No change: every month is the opening month again. */
export function standingStill(): Phase<Market> {
  let volumes: Volumes | undefined
  return {
    id: 'benchmark.standStill',
    label: { en: 'Nothing changes', zh: '一切不变' },
    run(market, { period }) {
      volumes ??= noteVolumes(market)
      leaveVolumes(market, volumes, period)
    },
  }
}
