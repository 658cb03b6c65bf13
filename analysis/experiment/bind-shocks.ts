/**
 * Shocks as a scenario names them, bound to the agents of one market.
 *
 * A funding shock changes only what it names; every other size that is absent is that of the menu.
 *
 * @source Model document, section 8.5
 * @module
 */
import { SimulationError } from '../../engine/errors.ts'
import { periodOf, type Month } from '../../engine/time.ts'
import type { Market, Names } from '../../agents/market.ts'
import { LICENCES, TIERS } from '../../agents/parameters.ts'
import { regionId } from '../../agents/regulator/regions.ts'
import { shockMenu } from '../../agents/shocks/shock-menu.ts'
import type { Shock, Timing } from '../../agents/shocks/shock.ts'
import { didYouMean } from '../../scenarios/nearest.ts'
import { NATIONAL, type WrittenShock } from '../../scenarios/shock.ts'

/** Home region of a national bank. */
const NO_REGION = -1

/** Those shocks; one that names several platforms becomes one for each. */
export function bindShocks(
  written: readonly WrittenShock[],
  market: Market,
  start: Month,
): readonly Shock[] {
  return written.flatMap((shock) => bind(shock, market, start))
}

function bind(shock: WrittenShock, market: Market, start: Month): readonly Shock[] {
  const { kind, id } = shock
  const when = timingOf(shock, start)
  const size = (name: string, given: number | undefined): number => given ?? menuSize(kind, name)
  switch (shock.kind) {
    case 'defaultWave':
      return [{ kind: 'defaultWave', when, id, macroState: size('macroState', shock.macroState) }]
    case 'partnerFailure':
      return platformsOf(shock.platforms, market).map((platform) => ({
        kind: 'partnerFailure',
        when,
        id,
        platform,
      }))
    case 'trafficShock':
      return platformsOf(shock.platforms, market).map((platform) => ({
        kind: 'trafficShock',
        when,
        id,
        platform,
        factor: size('factor', shock.factor),
      }))
    case 'fundingShock':
      return [
        {
          kind: 'fundingShock',
          when,
          id,
          banks: banksOf(shock.banks, market),
          costRise: shock.costRise ?? 0,
          depositLimit: shock.depositLimit ?? Infinity,
          capacityFactor: shock.capacityFactor ?? 1,
          months: shock.months ?? Infinity,
        },
      ]
    case 'enforcementCampaign':
      return [
        {
          kind: 'enforcementCampaign',
          when,
          id,
          regions: shock.regions.map((name) => (name === NATIONAL ? NO_REGION : regionId(name))),
          factor: size('factor', shock.factor),
          months: size('months', shock.months),
        },
      ]
    case 'guarantorRun':
      return [
        {
          kind: 'guarantorRun',
          when,
          id,
          guarantors: rowsOf(shock.guarantors, market.guarantorNames, market.guarantors.id, []),
          factor: size('factor', shock.factor),
        },
      ]
    case 'lenderDistress':
      return [
        {
          kind: 'lenderDistress',
          when,
          id,
          banks: banksOf(shock.banks, market),
          capacityFactor: size('capacityFactor', shock.capacityFactor),
          capabilityFactor: size('capabilityFactor', shock.capabilityFactor),
          months: size('months', shock.months),
        },
      ]
  }
}

function timingOf({ when }: WrittenShock, start: Month): Timing {
  return 'at' in when ? { period: periodOf(start, when.at) } : when
}

function menuSize(kind: Shock['kind'], name: string): number {
  const sizes = shockMenu.find((one) => one.kind === kind)!.sizes
  return sizes[name]
}

function banksOf(names: readonly string[], { bankNames, banks }: Market): number[] {
  const groups = Array.from(banks.licence, (code) => `licence:${LICENCES[code]}`)
  return rowsOf(names, bankNames, banks.id, groups)
}

function platformsOf(names: readonly string[], { platformNames, platforms }: Market): number[] {
  const groups = Array.from(platforms.tier, (code) => `tier:${TIERS[code]}`)
  return rowsOf(names, platformNames, platforms.id, groups)
}

/** Persistent ids of the agents named one by one or by group, each once, in order of row. */
function rowsOf(
  wanted: readonly string[],
  names: readonly Names[],
  ids: Int32Array,
  groups: readonly string[],
): number[] {
  const known = new Set([...names.map((one) => one.id), ...groups])
  const unknown = wanted.filter((name) => !known.has(name))
  if (unknown.length > 0) {
    throw new SimulationError(
      unknown.map((got) => ({
        code: 'SCENARIO_INVALID',
        path: 'shocks',
        expected: 'an agent or a group of this market (zhudai list banks, zhudai list platforms)',
        got,
        ...didYouMean(got, [...known]),
      })),
    )
  }
  return names.flatMap((one, row) =>
    wanted.includes(one.id) || wanted.includes(groups[row] ?? '') ? [ids[row]] : [],
  )
}
