import { MICROLENDER_ID } from '../../agents/populate/population.ts'
import { microlenderNames } from '../../agents/populate/microlenders.ts'
import type { Facts } from '../../agents/populate/facts.ts'
import type { Names } from '../../agents/market.ts'

export const AGENT_KINDS = ['bank', 'platform', 'guarantor'] as const
export type AgentKind = (typeof AGENT_KINDS)[number]

/** Names of every agent there can be, by kind and persistent number. */
export type AgentNames = Readonly<Record<AgentKind, ReadonlyMap<number, Names>>>

/**
 * Names of all agents by their number, the same in all replicates: licensed banks, platforms and
 * guarantors are numbered as the facts list them, a microlender is numbered after its platform. Which
 * platforms have a microlender is drawn, so every platform's is named.
 */
export function agentNames(facts: Facts): AgentNames {
  const bank = new Map(facts.banks.map(({ names }, number) => [number, names]))
  const platform = new Map(facts.platforms.map(({ names }, number) => [number, names]))
  for (const [number, names] of platform) bank.set(MICROLENDER_ID + number, microlenderNames(names))
  return { bank, platform, guarantor: new Map(facts.guarantors.map((names, g) => [g, names])) }
}

/** The names of all kinds, one after the other. */
export function allNames(names: AgentNames): Names[] {
  return Object.values(names).flatMap((kind) => [...kind.values()])
}

/** The id of an agent in files: `bank:yilian`. */
export function agentId(names: AgentNames, kind: AgentKind, number: number): string {
  return names[kind].get(number)?.id ?? `${kind}:${number}`
}
