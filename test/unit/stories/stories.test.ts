/** Stories of two short runs from one opening: November 2024 to June 2025, the notice announced in April. */
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { SimulationError } from '../../../engine/errors.ts'
import { simulate } from '../../../engine/simulate.ts'
import { makeKey } from '../../../engine/stream.ts'
import { AT, EVENTS, REASONS, ROW_WIDTH } from '../../../agents/chronicle/columns.ts'
import type { Market } from '../../../agents/market.ts'
import { marketModel, withRules } from '../../../agents/model.ts'
import { REGIONS } from '../../../agents/regulator/regions.ts'
import { readFacts } from '../../../agents/populate/read-facts.ts'
import {
  openingOf,
  prepareExperiment,
  type Experiment,
} from '../../../analysis/experiment/experiment.ts'
import { agentNames } from '../../../analysis/kept/agent-names.ts'
import { createKeeper, keptShapes } from '../../../analysis/kept/keeper.ts'
import { readDecisions, type Decision } from '../../../analysis/stories/decision.ts'
import { findAgent } from '../../../analysis/stories/find-agent.ts'
import { inputTable } from '../../../analysis/stories/input-table.ts'
import { tellLink } from '../../../analysis/stories/link-story.ts'
import { storyWordsIn } from '../../../analysis/stories/story-words-in.ts'
import { firstDifference, traceBank } from '../../../analysis/stories/trace-bank.ts'
import type { Keep } from '../../../scenarios/keep.ts'
import { catalogue, notice9, rulesBefore } from '../../fixtures/opening-market.ts'

const START = '2024-11'
const PERIODS = 8
/** Period of April 2025, when the notice is announced. */
const ANNOUNCED = 5
const BASELINE = { point: 0, label: 'rules-before' }
const REFORM = { point: 1, label: 'notice-9' }
const EVERYTHING: Keep = {
  tables: { agents: 'first', links: 'all', ledger: 'all' },
}
/** An opening and four runs on a busy machine [ms]. */
const MOST_TIME = 240_000

const FOLDER = new URL('../../../scenarios/data/', import.meta.url)

function setUp(): Experiment {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.csv'))
  return prepareExperiment({
    seed: 'stories',
    start: START,
    periods: PERIODS,
    metrics: [],
    tables: Object.fromEntries(
      names.sort().map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')]),
    ),
    rules: JSON.parse(readFileSync(new URL('rules.json', FOLDER), 'utf8')),
    points: [rulesBefore, notice9].map((settings) => ({ settings, parameterOverrides: {} })),
  })
}

interface Run {
  readonly decisions: readonly Decision[]
  /** Active pairs at the opening and at the end of every month, `bank platform`. */
  readonly active: readonly ReadonlySet<string>[]
  readonly kept: Readonly<Record<string, Float64Array>>
  readonly hashes: readonly number[]
  readonly plain: readonly number[]
}

function activePairs({ edges, banks, platforms }: Market): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (let slot = 0; slot < edges.links.count; slot++) {
    if (edges.links.active[slot] === 0) continue
    pairs.add(`${banks.id[edges.links.from[slot]]} ${platforms.id[edges.links.to[slot]]}`)
  }
  return pairs
}

function run(experiment: Experiment, point: number): Run {
  const { settings } = experiment.setup.points[point]
  const opening = openingOf(experiment, point, 0)
  const market = withRules(opening, { settings, catalogue, start: START, periods: PERIODS })
  const model = marketModel([])
  const keeper = createKeeper(EVERYTHING, { start: START, periods: PERIODS, replicate: 0 }, model)
  const active = [activePairs(opening)]
  const span = { key: makeKey('stories', 0), periods: PERIODS }
  const { hashes } = simulate(keeper.model, market, {
    ...span,
    observer(state, context) {
      keeper.observer!(state, context)
      active.push(activePairs(state))
    },
  })
  const kept = keeper.kept() as Readonly<Record<string, Float64Array>>
  return {
    decisions: readDecisions(kept.ledger),
    active,
    kept,
    hashes: [...hashes],
    plain: [...simulate(model, market, span).hashes],
  }
}

describe('the ledger of a run', () => {
  let experiment: Experiment
  let runs: readonly Run[]
  beforeAll(() => {
    experiment = setUp()
    runs = [run(experiment, 0), run(experiment, 1)]
  }, MOST_TIME)

  it('moves no number of the run', () => {
    for (const { hashes, plain } of runs) expect(hashes).toEqual(plain)
    expect(runs[0].hashes).not.toEqual(runs[1].hashes)
  })

  it('explains every change of a list by exactly one event, month by month', () => {
    for (const { decisions, active } of runs) {
      for (let period = 0; period < PERIODS; period++) {
        const pairs = new Set(active[period])
        for (const { bank, platform, event } of decisions.filter((one) => one.period === period)) {
          const pair = `${bank} ${platform}`
          if (event === 'started') {
            expect(pairs.has(pair), `${pair} started twice`).toBe(false)
            pairs.add(pair)
          } else if (event === 'ended') {
            expect(pairs.delete(pair), `${pair} ended without being there`).toBe(true)
          }
        }
        expect([...pairs].sort()).toEqual([...active[period + 1]].sort())
      }
    }
  })

  it('gives events the reasons they can have, reviews ending in a draw above the probability', () => {
    const allowed: Readonly<Record<string, readonly string[]>> = {
      signed: ['search', 'programmeReturn'],
      started: ['approval'],
      ended: ['lowValue', 'programmeExit', 'bankFailure', 'platformFailure'],
      withdrawn: ['programmeExit', 'bankFailure', 'platformFailure'],
      programmeEnded: ['programmeExit'],
      programmeReturned: ['review'],
    }
    for (const { decisions } of runs) {
      expect(decisions.length).toBeGreaterThan(100)
      for (const one of decisions) {
        expect(allowed[one.event], one.event).toContain(one.reason)
        if (one.reason === 'lowValue') expect(one.luck).toBeGreaterThanOrEqual(one.probability)
        if (one.reason === 'search') expect(one.luck).toBeLessThan(one.probability)
        if (one.event === 'programmeEnded') {
          expect(one.programmeValue).toBeLessThan(one.programmeCost)
        }
      }
    }
  })

  it('has terms that add up to the value decided on', () => {
    for (const { decisions } of runs) {
      const explained = decisions.filter(({ margin }) => !Number.isNaN(margin))
      expect(explained.length).toBeGreaterThan(100)
      for (const one of explained) {
        const { value, margin, partnerCost, penalty } = one
        const scale = Math.abs(margin) + partnerCost + penalty
        expect(Math.abs(value - (margin - partnerCost - penalty))).toBeLessThan(1e-9 * scale)
      }
    }
  })

  it('finds no cause under the rules before, and causes once the notice is announced', () => {
    expect(new Set(runs[0].decisions.map(({ cause }) => cause))).toEqual(new Set(['none']))
    const reform = runs[1].decisions.filter(({ reason }) => reason === 'lowValue')
    const after = reform.filter(({ period }) => period >= ANNOUNCED)
    const caused = new Set(after.map(({ cause }) => cause))
    expect(caused).toContain('partnerCost')
    expect(caused).toContain('ceiling')
    // Nothing of it is in force before October: what moved is announced.
    for (const one of after.filter(({ cause }) => cause === 'partnerCost')) {
      expect(one.announcedShare).toBeCloseTo(1, 9)
      expect(one.partnerCost).toBeGreaterThan(one.partnerCostBefore)
    }
  })

  it('is read with dates, ids and words', () => {
    const facts = readFacts(experiment.observations, openingOf(experiment, 1, 0).parameters)
    const shapes = keptShapes({ start: START, names: agentNames(facts) })
    const { ledger, links, agents } = runs[1].kept
    const row = (name: keyof typeof shapes, rows: Float64Array, at: number) =>
      Object.fromEntries(shapes[name].columns.map((one) => [one.name, one.read(rows, at)]))
    expect(ledger.length % ROW_WIDTH).toBe(0)
    const first = row('ledger', ledger, 0)
    expect(first.bank).toMatch(/^bank:/)
    expect(first.platform).toMatch(/^platform:/)
    expect(EVENTS).toContain(first.event)
    expect(REASONS).toContain(first.reason)
    // Days from 1970 to 1 November 2024 or a month later.
    expect(first.period).toBeGreaterThanOrEqual(20028)
    const link = row('links', links, 0)
    expect(link).toMatchObject({ period: 20028, status: 'active' })
    expect(link.balance).toBeGreaterThan(0)
    const agent = row('agents', agents, 0)
    expect(agent).toMatchObject({ kind: 'bank', column: 'id', value: 0 })
    const last = row('agents', agents, agents.length - shapes.agents.width)
    expect(last).toMatchObject({
      kind: 'borrower',
      id: `borrower:s5-${REGIONS.at(-1)}`,
      unit: 'mn',
    })
  })

  describe('tells the story of a partnership', () => {
    it('that a review ended under the notice and the baseline kept', () => {
      const opening = openingOf(experiment, 1, 0)
      const kept = runs[0].active[PERIODS]
      const one = runs[1].decisions.find(
        ({ reason, period, cause, bank, platform }) =>
          reason === 'lowValue' &&
          period >= ANNOUNCED &&
          cause === 'partnerCost' &&
          kept.has(`${bank} ${platform}`) &&
          runs[1].active[0].has(`${bank} ${platform}`),
      )!
      const bank = opening.bankNames[opening.banks.id.indexOf(one.bank)]
      const platform = opening.platformNames[one.platform]
      const story = tellLink(experiment, {
        bank: bank.zh,
        platform: platform.id,
        point: REFORM,
        baseline: BASELINE,
        replicate: 0,
      })
      expect(story.opening).toBe(true)
      const end = story.chapters.find(({ decision }) => decision.event === 'ended')!
      expect(end.decision.period).toBe(one.period)
      expect(end.decision.value).toBe(one.value)
      expect(end.levers.map(({ lever }) => lever)).toContain('whitelistRequired')
      expect(end.levers.every(({ ahead }) => ahead)).toBe(true)
      expect(story.baseline?.kept).toBe(true)
      expect(story.baseline?.valued?.value).toBeGreaterThan(one.value)
      for (const language of ['en', 'zh'] as const) {
        const said = storyWordsIn(language).link(story).join('\n')
        expect(said).toMatch(/whitelistRequired(: |：)privateList → publicList/)
        expect(said).toContain('rules-before')
        expect(said).not.toMatch(/NaN|undefined/)
      }
    })
  })

  describe('traces a bank', () => {
    it('to its first difference, which is not before the notice is announced', () => {
      const wish = { bank: 'yilian', baseline: BASELINE, reform: REFORM, replicate: 0 }
      const trace = traceBank(experiment, wish)
      const { difference } = trace
      expect(difference).toBeDefined()
      expect(difference!.period).toBeGreaterThanOrEqual(
        difference!.subject === 'lending' ? 0 : ANNOUNCED,
      )
      if (difference!.subject !== 'lending') {
        expect(difference!.baseline.yes).not.toBe(difference!.reform.yes)
      }
      for (const language of ['en', 'zh'] as const) {
        const said = storyWordsIn(language).trace(trace).join('\n')
        expect(said).not.toMatch(/NaN|undefined/)
        const table = inputTable(trace, language)
        expect(table[0].slice(1)).toEqual(['rules-before', 'notice-9'])
        expect(table.length).toBeGreaterThan(3)
      }
    })

    it('to nothing when both sides are the same', () => {
      const wish = { bank: 'bank:yilian', baseline: REFORM, reform: REFORM, replicate: 0 }
      const trace = traceBank(experiment, wish)
      expect(trace.difference).toBeUndefined()
      expect(storyWordsIn('en').trace(trace)[0]).toMatch(/decides alike/)
    })

    it('refuses a bank nobody knows, and offers the nearest', () => {
      const opening = openingOf(experiment, 0, 0)
      const asked = () => findAgent(opening, 'bank', 'bank:yillian')
      expect(asked).toThrow(SimulationError)
      expect(asked).toThrow(/AGENT_UNKNOWN.*bank:yilian/)
    })
  })
})

describe('the first difference', () => {
  const rows = (...all: Partial<Record<keyof typeof AT, number>>[]): Decision[] =>
    readDecisions(
      Float64Array.from(
        all.flatMap((given) => {
          const row = new Float64Array(ROW_WIDTH).fill(NaN)
          row[AT.cause] = 0
          row[AT.criterion] = 0
          for (const [name, value] of Object.entries(given)) {
            row[AT[name as keyof typeof AT]] = value
          }
          return [...row]
        }),
      ),
    )
  const event = (name: (typeof EVENTS)[number]) => EVENTS.indexOf(name)
  const reason = (name: (typeof REASONS)[number]) => REASONS.indexOf(name)
  const kept = { event: event('kept'), reason: reason('review') }
  const ended = { event: event('ended'), reason: reason('lowValue') }
  const lent = { event: event('lent'), reason: reason('review'), platform: -1 }

  it('takes a partner that is not reviewed for kept', () => {
    const own = rows({ ...kept, period: 3, platform: 1 }, { ...ended, period: 5, platform: 2 })
    expect(firstDifference([], own)).toMatchObject({ period: 5, number: 2, subject: 'review' })
    expect(firstDifference([], own.slice(0, 1))).toBeUndefined()
  })

  it('leaves out what follows from failures', () => {
    const fails = { ...ended, reason: reason('platformFailure'), period: 1, platform: 4 }
    expect(firstDifference(rows(fails), [])).toBeUndefined()
  })

  it('counts what is lent only when no decision on a list differs', () => {
    const [a, b] = [
      rows({ ...lent, period: 0, measure: 5 }),
      rows({ ...lent, period: 0, measure: 6 }),
    ]
    expect(firstDifference(a, b)).toMatchObject({ subject: 'lending', period: 0 })
    const later = rows({ ...ended, period: 7, platform: 0 })
    expect(firstDifference(a, [...b, ...later])).toMatchObject({ subject: 'review', period: 7 })
  })

  it('asks for the programme before partners, and lower numbers first', () => {
    const programme = { event: event('programmeEnded'), reason: reason('programmeExit') }
    const own = rows(
      { ...ended, period: 4, platform: 9 },
      { ...ended, period: 4, platform: 3 },
      { ...programme, period: 4, platform: -1 },
    )
    expect(firstDifference([], own)).toMatchObject({ subject: 'programme', number: -1 })
    expect(firstDifference([], own.slice(0, 2))).toMatchObject({ number: 3 })
  })
})
