/**
 * V1 and V1b: dollar exchange under four orders of activation.
 * @module
 */
import type { Activation } from '../../../engine/index.ts'
import type { Entry } from '../entry.ts'
import { atLeast, atMost, within, withinErrors } from '../reading.ts'
import { evenSpread, stationary, type Stationary } from './dollar-exchange.ts'

const PEOPLE = 1000
/** The bound of the verification list, for values known from simulation. */
const BOUND = 0.004
const SOURCE = 'Dragulescu and Yakovenko (2000), Eur. Phys. J. B 17:723'

const quantities = {
  broke: { en: 'share broke', zh: '一无所有者占比' },
  one: { en: 'share holding one', zh: '持有一单位者占比' },
  two: { en: 'share holding two', zh: '持有两单位者占比' },
  gini: { en: 'Gini coefficient', zh: '基尼系数' },
}

/** V1 at some length of burn-in and sample. */
function randomTurns(id: string, burnIn: number, sampled: number): Entry {
  return {
    id,
    topic: 'kernel',
    title: {
      en: 'Dollar exchange, one random agent at a time',
      zh: '随机交换货币：每次随机一个主体',
    },
    setUp: {
      en: `${PEOPLE} people with one unit each hand one to a random other, unless broke; ${burnIn} sweeps of burn-in, ${sampled} sampled. All ways to spread the units are equally likely: the law is known exactly at this size`,
      zh: `${PEOPLE}人各持一单位，每次交给随机一人一单位（无则不交）；先预热${burnIn}轮，再取样${sampled}轮。所有分配方式等可能，故该规模下的分布精确可知`,
    },
    source: SOURCE,
    run() {
      const found = stationary('random', PEOPLE, burnIn, sampled)
      const known = evenSpread(PEOPLE)
      const names = ['broke', 'one', 'two', 'gini'] as const
      return [
        ...names.map((name) =>
          withinErrors(quantities[name], known[name], found[name].mean, found[name].error),
        ),
        within({ en: 'share broke, by the bound of the list', zh: quantities.broke.zh }, 0.49975, found.broke.mean, BOUND), // prettier-ignore
      ]
    },
  }
}

/** Share broke and Gini coefficient by order of activation; the synchronous share is √2 − 1. */
const otherOrders: readonly (readonly [Activation, { en: string; zh: string }, number, number])[] =
  [
    ['shuffled', { en: 'shuffled sweep', zh: '随机次序' }, 0.4624, 0.6298],
    ['fixed', { en: 'fixed order', zh: '固定次序' }, 0.4737, 0.6411],
    ['synchronous', { en: 'all at once', zh: '同时' }, Math.SQRT2 - 1, 0.5792],
  ]

/** V1b at some length of burn-in and sample. */
function otherTurns(id: string, burnIn: number, sampled: number): Entry {
  return {
    id,
    topic: 'kernel',
    title: {
      en: 'Dollar exchange under other orders of activation',
      zh: '随机交换货币：其他激活次序',
    },
    setUp: {
      en: `as V1, with all agents once a sweep in a fresh order, in a fixed order, or all at once (√2 − 1 broke in closed form); ${burnIn} sweeps of burn-in, ${sampled} sampled`,
      zh: `同V1，但每轮全体各行动一次：随机次序、固定次序，或同时行动（一无所有者占比闭式为√2 − 1）；预热${burnIn}轮，取样${sampled}轮`,
    },
    source: `${SOURCE}; Axtell (2001) on orders of activation`,
    run() {
      const found = otherOrders.map(([order]) => stationary(order, PEOPLE, burnIn, sampled))
      const random = stationary('random', PEOPLE, burnIn, sampled)
      return [
        ...otherOrders.flatMap(([, name, broke, gini], i) => [
          within(named(name, 'broke'), broke, found[i].broke.mean, BOUND),
          within(named(name, 'gini'), gini, found[i].gini.mean, BOUND),
        ]),
        atMost(
          { en: 'largest of three standard errors', zh: '三倍标准误的最大值' },
          BOUND,
          3 * Math.max(...found.flatMap(({ broke, gini }) => [broke.error, gini.error])),
        ),
        atLeast(
          {
            en: 'smallest gap between two of the four orders, in standard errors',
            zh: '四种次序两两之间最小差距（以标准误计）',
          },
          3,
          smallestGap([random, ...found]),
        ),
      ]
    },
  }
}

function named(order: { en: string; zh: string }, quantity: 'broke' | 'gini') {
  const { en, zh } = quantities[quantity]
  return { en: `${order.en}: ${en}`, zh: `${order.zh}：${zh}` }
}

function smallestGap(found: readonly Stationary[]): number {
  let smallest = Infinity
  for (let i = 0; i < found.length; i++) {
    for (let j = 0; j < i; j++) {
      const { broke } = found[i]
      const other = found[j].broke
      const error = Math.sqrt(broke.error ** 2 + other.error ** 2)
      smallest = Math.min(smallest, Math.abs(broke.mean - other.mean) / error)
    }
  }
  return smallest
}

export const exchangeEntries: readonly Entry[] = [
  randomTurns('V1', 1000, 6000),
  otherTurns('V1b', 1000, 3000),
  { ...randomTurns('V1-long', 2000, 18000), long: true },
  { ...otherTurns('V1b-long', 2000, 18000), long: true },
]
