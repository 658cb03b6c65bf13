/**
 * The markets a calibration runs: the scenario as it is, and for a bank's story five variants of it.
 * @module
 */
import { SimulationError } from '../../engine/errors.ts'
import type { LeverCatalogue } from '../../agents/levers/lever.ts'
import type { Facts } from '../../agents/populate/facts.ts'
import type { ExperimentPoint } from '../../analysis/experiment/experiment.ts'
import type { WrittenShock } from '../../scenarios/shock.ts'
import { resolveOne, type ResolvedScenario } from '../resolve.ts'

/** The market before the notice, for stories. */
const RULES_BEFORE = 'rules-before'
/** First month after the opening: distress is under way before the announcement. */
const SINCE = '2024-12'

/**
 * Points in the order of `CONDITIONS`, under the scenario and under the rules before; one point where no
 * story is told.
 *
 * @throws SimulationError when the bank is not in the data
 */
export function armsOf(
  scenario: ResolvedScenario,
  bank: string | undefined,
  facts: Facts,
  levers: LeverCatalogue,
): readonly ExperimentPoint[] {
  const own = pointOf(scenario, [])
  if (bank === undefined) return [own]
  const known = facts.banks.find(({ names }) => names.id === bank)
  if (known === undefined) {
    const expected = 'a target of one bank that is named in the data'
    throw new SimulationError([{ code: 'USAGE', path: '--story', expected, got: bank }])
  }
  const undone = 1 / (1 + known.capacityTrend.value)
  const conditions: readonly (readonly WrittenShock[])[] = [
    [],
    [distress(bank, { capacityFactor: undone, capabilityFactor: 1 })],
    [distress(bank, {})],
  ]
  const before = resolveOne(RULES_BEFORE, ['calibration=none'], levers)
  return [scenario, before].flatMap((one) => conditions.map((shocks) => pointOf(one, shocks)))
}

function pointOf(
  { allSettings, parameterOverrides, shocks }: ResolvedScenario,
  more: readonly WrittenShock[],
): ExperimentPoint {
  return { settings: allSettings, parameterOverrides, shocks: [...shocks, ...more] }
}

function distress(
  bank: string,
  sizes: { capacityFactor?: number; capabilityFactor?: number },
): WrittenShock {
  return { kind: 'lenderDistress', banks: [bank], when: { at: SINCE }, id: 0, ...sizes }
}
