/**
 * Phases in which agents take turns, with the order of the turns declared.
 *
 * The order is part of the model: the same rule leads to different markets under different
 * activation, so a phase must say which one it means.
 *
 * @source Axtell (2001), Effects of interaction topology and activation regime in several
 * multi-agent systems
 * @module
 */
import type { Context, Label, Phase } from './phase.ts'
import { createStream, drawAt, purpose, setStream } from './stream.ts'

/**
 * Who acts when:
 * `fixed` — all, by ascending id; `shuffled` — all, in a fresh order each period;
 * `random` — as many turns as agents, each by an agent drawn anew, so some act twice;
 * `synchronous` — all decide on the opening state, then all decisions are applied by id.
 */
export type Activation = 'fixed' | 'shuffled' | 'random' | 'synchronous'

/** A turn of one agent. `turn` counts from 0 within the period: part of the name of its draws. */
export type Turn<M> = (market: M, agent: number, context: Context, turn: number) => void

/** A phase in which agents take turns. */
export interface AgentPhase<M> {
  readonly id: string
  readonly label: Label
  readonly doc?: string
  readonly activation: Activation
  /** How many agents there are this period; their ids are 0 to count − 1. */
  count(market: M): number
  /** The agent decides; under `synchronous` it must write its decision only. */
  readonly visit: Turn<M>
  /** The decision takes effect: right after `visit`, or after all visits under `synchronous`. */
  readonly apply?: Turn<M>
}

const ID_SPAN = 1048576 // 2²⁰: a priority of 32 bits and an id of 20 share one exact double
const PRIORITY_SPAN = 4294967296 // 2³²

/**
 * A phase from turns.
 *
 * @throws RangeError when a shuffled phase has more than 2²⁰ agents
 */
export function agentPhase<M>(turns: AgentPhase<M>): Phase<M> {
  const { id, label, doc, activation, visit, apply } = turns
  const orderPurpose = purpose(`${id}.order`)
  const stream = createStream()
  let order = new Float64Array(0)

  function run(market: M, context: Context): void {
    const count = turns.count(market)
    if (activation === 'synchronous') {
      for (let agent = 0; agent < count; agent++) visit(market, agent, context, agent)
      if (apply === undefined) return
      for (let agent = 0; agent < count; agent++) apply(market, agent, context, agent)
      return
    }
    setStream(stream, context.key, orderPurpose, 0, context.period)
    if (activation === 'shuffled') {
      if (order.length !== count) order = new Float64Array(count)
      shuffle(order)
    }
    for (let turn = 0; turn < count; turn++) {
      const agent = agentAt(turn, count)
      visit(market, agent, context, turn)
      if (apply !== undefined) apply(market, agent, context, turn)
    }
  }

  /** Every agent draws its own priority, so that a newcomer leaves the order of the others. */
  function shuffle(order: Float64Array): void {
    if (order.length > ID_SPAN)
      throw new RangeError(`${id}: more than ${ID_SPAN} agents to shuffle`)
    for (let agent = 0; agent < order.length; agent++) {
      order[agent] = Math.floor(drawAt(stream, agent) * PRIORITY_SPAN) * ID_SPAN + agent
    }
    order.sort()
  }

  function agentAt(turn: number, count: number): number {
    if (activation === 'fixed') return turn
    if (activation === 'random') return Math.floor(drawAt(stream, turn) * count)
    const place = order[turn]
    return place - Math.floor(place / ID_SPAN) * ID_SPAN
  }

  return doc === undefined ? { id, label, run } : { id, label, doc, run }
}
