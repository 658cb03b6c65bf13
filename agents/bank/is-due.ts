import { PROGRAMME_ON, type Market } from '../market.ts'

/** Whether a bank's programme has been weak for n_x quarters: long enough to leave. */
export function isDue(market: Market, b: number): boolean {
  const { banks, parameters } = market
  return (
    banks.programme[b] === PROGRAMME_ON &&
    banks.failed[b] === 0 &&
    banks.weakQuarters[b] >= parameters.exitQuarters
  )
}
