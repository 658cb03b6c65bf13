import { describe, expect, it } from 'vitest'
import { advance, simulate } from '../../../engine/simulate.ts'
import { clearHash, createHash } from '../../../engine/hash.ts'
import { copyMarket, forkMarket } from '../../../agents/fork.ts'
import { forkOver } from '../../../agents/fork-over.ts'
import type { Market } from '../../../agents/market.ts'
import { marketModel, withRules } from '../../../agents/model.ts'
import { PRE_NOTICE_MONTH } from '../../../agents/regulator/plan-rules.ts'
import { hashesOf } from '../../fixtures/compare-runs.ts'
import {
  catalogue,
  keyOf,
  notice9,
  openingMarket,
  openNew,
  rulesBefore,
  runUnder,
} from '../../fixtures/opening-market.ts'

const PERIODS = 14
const model = marketModel([])
const short = { burnIn: 24 }

function fingerprint(market: Market): number[] {
  const state = createHash()
  clearHash(state)
  model.hash(market, state)
  return [...state]
}

describe('the same key (I16)', () => {
  it('opens the same market, byte by byte, and runs it to the same end', () => {
    const first = openNew(short, 0)
    const second = openNew(short, 0)
    for (const kind of ['banks', 'platforms', 'guarantors', 'borrowers', 'segments'] as const) {
      expect(second[kind].words).toEqual(first[kind].words)
    }
    const [one, two] = [runUnder(notice9, PERIODS, first), runUnder(notice9, PERIODS, second)]
    expect(hashesOf(two)).toEqual(hashesOf(one))
    expect(new Uint8Array(two.series.buffer)).toEqual(new Uint8Array(one.series.buffer))
  })

  it('gives the same end in a market that was used for another run before', () => {
    const settings = notice9
    const rules = { settings, catalogue, start: PRE_NOTICE_MONTH, periods: PERIODS }
    const opening = withRules(openingMarket(), rules)
    const arena = forkMarket(withRules(openingMarket(), { ...rules, settings: rulesBefore }))
    advance(model, arena, { key: keyOf(3), periods: PERIODS })
    copyMarket(opening, arena)
    expect(fingerprint(arena)).toEqual(fingerprint(opening))
    advance(model, arena, { key: keyOf(0), periods: PERIODS })
    const fresh = simulate(model, opening, { key: keyOf(0), periods: PERIODS })
    expect(fingerprint(arena)).toEqual(hashesOf(fresh).slice(-2))
  })

  it('gives the same ends in an arena that other populations were run in', () => {
    const openings = [openNew(short, 0), openNew(short, 1), openNew({ ...short, tenor: 6 }, 0)]
    let arena: Market | undefined
    const over = (market: Market): Market => (arena = forkOver(market, arena))
    const endsWith = (fork: typeof model.fork): number[][] =>
      [0, 1, 0, 2, 1].map((k) => {
        const rules = { settings: notice9, catalogue, start: PRE_NOTICE_MONTH, periods: 2 }
        const market = withRules(openings[k], rules)
        return hashesOf(simulate({ ...model, fork }, market, { key: keyOf(k), periods: 2 }))
      })
    expect(endsWith(over)).toEqual(endsWith(forkMarket))
    expect(arena!.banks.buffer).not.toBe(openings[1].banks.buffer)
  })

  it('leaves the opening market as it was', () => {
    const before = fingerprint(openingMarket())
    runUnder(notice9, PERIODS)
    expect(fingerprint(openingMarket())).toEqual(before)
  })

  it('of another replicate opens another market, whichever came first', () => {
    const alone = openNew(short, 1)
    openNew(short, 0)
    const after = openNew(short, 1)
    expect(fingerprint(after)).toEqual(fingerprint(alone))
    expect(fingerprint(openNew(short, 0))).not.toEqual(fingerprint(alone))
    const run = (market: Market): number[] => hashesOf(runUnder(rulesBefore, 3, market, 1))
    expect(run(after)).toEqual(run(alone))
  })

  it('of another replicate moves the same market elsewhere', () => {
    const market = openingMarket()
    const here = hashesOf(runUnder(rulesBefore, 2, market, 0))
    expect(hashesOf(runUnder(rulesBefore, 2, market, 1))).not.toEqual(here)
  })
})
