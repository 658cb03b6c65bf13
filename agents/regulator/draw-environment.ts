/**
 * The macro state moves: one persistent factor behind all defaults. Then shocks strike.
 *
 *     Z_t = φ_Z·Z_{t−1} + √(1−φ_Z²)·η_t,  stationary N(0, 1)
 *
 * @source Model document, sections 4 (phase 0) and 8.5; Vasicek (2002)
 * @module
 */
import type { Phase } from '../../engine/phase.ts'
import { normalDraw, purpose, uniform } from '../../engine/stream.ts'
import type { Market } from '../market.ts'
import { applyShocks } from '../shocks/apply-shocks.ts'

const shock = purpose('environment.shock')

export const drawEnvironment: Phase<Market> = {
  id: 'environment.draw',
  label: { en: 'The macro state moves', zh: '宏观状态变化' },
  run(market, context) {
    const { environment, parameters } = market
    const { key, period } = context
    if (!environment.macroOn) return
    const persistence = parameters.macroPersistence
    const noise = normalDraw(uniform(key, shock, 0, 0, period))
    environment.macroState = nextMacroState(environment.macroState, persistence, noise)
    applyShocks(market, context)
  },
}

/** Z_t from Z_{t−1} and a standard normal draw; the variance stays 1. */
export function nextMacroState(state: number, persistence: number, noise: number): number {
  return persistence * state + Math.sqrt(1 - persistence * persistence) * noise
}
