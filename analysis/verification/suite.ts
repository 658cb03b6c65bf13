/**
 * The suite: known results of other models on the kernel, of the statistics, and of the market.
 * @module
 */
import type { Entry } from './entry.ts'
import { behaviourEntries } from './kernel/behaviour-entries.ts'
import { cascadeEntries } from './kernel/cascade-entries.ts'
import { exchangeEntries } from './kernel/exchange-entries.ts'
import { networkEntries } from './kernel/network-entries.ts'
import { bankEntries } from './market/bank-entries.ts'
import { luckEntries } from './market/luck-entries.ts'
import { partnerEntries } from './market/partner-entries.ts'
import { pricingEntries } from './market/pricing-entries.ts'
import { responseEntries } from './market/response-entries.ts'
import { riskEntries } from './market/risk-entries.ts'
import { runEntries } from './market/run-entries.ts'
import { statisticsEntries } from './statistics/entries.ts'
import { ishigamiEntries } from './statistics/ishigami-entries.ts'

const TOPICS = ['kernel', 'statistics', 'market']

/** Every entry, by topic and number; the longer form of an entry right after it. */
export const suite: readonly Entry[] = [
  ...exchangeEntries,
  ...networkEntries,
  ...cascadeEntries,
  ...behaviourEntries,
  ...statisticsEntries,
  ...ishigamiEntries,
  ...bankEntries,
  ...luckEntries,
  ...partnerEntries,
  ...pricingEntries,
  ...responseEntries,
  ...riskEntries,
  ...runEntries,
].sort(byTopicAndNumber)

function byTopicAndNumber(a: Entry, b: Entry): number {
  const topics = TOPICS.indexOf(a.topic) - TOPICS.indexOf(b.topic)
  const invariants = Number(a.id.startsWith('I')) - Number(b.id.startsWith('I'))
  return topics || invariants || numberOf(a) - numberOf(b) || (a.id < b.id ? -1 : 1)
}

function numberOf({ id }: Entry): number {
  return Number(/\d+/.exec(id)?.[0])
}
