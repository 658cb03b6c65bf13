import type { Check } from '../../engine/checks.ts'
import type { Market } from '../market.ts'

/** What must hold in every month of every run. */
export const invariants: readonly Check<Market>[] = []
