/**
 * Agents and regions by name: `bank:yilian`, a list of such, or groups such as `licence:city`.
 * @module
 */
import type { ScenarioCatalogue } from '../catalogue.ts'
import { didYouMean } from '../nearest.ts'
import type { Path } from '../positions.ts'
import type { Findings } from '../findings.ts'
import { NATIONAL } from '../shock.ts'
import { firstTwice } from './read-fields.ts'

/** Prefix of ids and of groups, and an example, by the key that names agents. */
const KINDS = {
  banks: { prefix: 'bank:', group: 'licence:', example: 'bank:yilian or licence:city' },
  platform: { prefix: 'platform:', group: 'tier:', example: 'platform:qfin or tier:small' },
  guarantors: { prefix: 'guarantor:', group: undefined, example: 'guarantor:qfin' },
} as const

const SLUG = /^[a-z]+:[^\s:]+$/

/** The names written, one or a list; misfits are reported. */
export function readAgents(
  written: unknown,
  key: keyof typeof KINDS,
  path: Path,
  catalogue: ScenarioCatalogue,
  findings: Findings,
): readonly string[] {
  const { prefix, group, example } = KINDS[key]
  const groups = (key === 'banks' ? catalogue.licences : catalogue.tiers)?.map(
    (name) => `${group}${name}`,
  )
  const agents = catalogue.agents?.filter((id) => id.startsWith(prefix))
  const misfit = (name: unknown): { expected: string; hint?: string } | undefined => {
    const expected = `${example}, or a list of such`
    if (typeof name !== 'string' || !SLUG.test(name)) return { expected }
    const known = group !== undefined && name.startsWith(group) ? groups : agents
    const isGroup = known === groups && group !== undefined
    if (!isGroup && !name.startsWith(prefix)) return { expected }
    if (known === undefined || known.includes(name)) return undefined
    const names = isGroup ? `one of ${known.join(', ')}` : `a ${prefix.slice(0, -1)} of the market`
    return { expected: names, ...didYouMean(name, known) }
  }
  return readNames(written, `${example}, or a list of such`, misfit, path, findings)
}

/** Regions by name, and `national`. */
export function readRegions(
  written: unknown,
  path: Path,
  catalogue: ScenarioCatalogue,
  findings: Findings,
): readonly string[] {
  const known = [NATIONAL, ...catalogue.regions]
  const expected = `one of ${known.join(', ')}`
  const misfit = (name: unknown): { expected: string; hint?: string } | undefined => {
    if (typeof name !== 'string') return { expected }
    return known.includes(name) ? undefined : { expected, ...didYouMean(name, known) }
  }
  return readNames(written, 'a region, or a list of regions', misfit, path, findings)
}

function readNames(
  written: unknown,
  expected: string,
  misfit: (name: unknown) => { expected: string; hint?: string } | undefined,
  path: Path,
  findings: Findings,
): readonly string[] {
  const isList = Array.isArray(written)
  const names: readonly unknown[] = isList ? written : [written]
  if (names.length === 0) findings.value(path, expected, written)
  const placeOf = (k: number): Path => (isList ? [...path, k] : path)
  names.forEach((name, k) => {
    const found = misfit(name)
    if (found) findings.value(placeOf(k), found.expected, name, found.hint)
  })
  const twice = firstTwice(names)
  if (twice >= 0) findings.value(placeOf(twice), 'each name once', names[twice])
  return names as readonly string[]
}
