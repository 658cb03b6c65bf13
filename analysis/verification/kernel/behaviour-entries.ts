/**
 * V10, V13, V16 and V17: moving, choosing, joining and pricing.
 * @module
 */
import type { Entry } from '../entry.ts'
import { mean } from '../../statistics/moments.ts'
import { chiSquareQuantile } from '../../statistics/student.ts'
import { standardError } from '../monte-carlo.ts'
import { atLeast, atMost, exactly, within, withinErrors } from '../reading.ts'
import { circleMarkup } from './circle-pricing.ts'
import { chiSquare, movesAfter, picks } from './keyed-choice.ts'
import { grownTail } from './preferential-attachment.ts'
import { segregate, type TownSize } from './segregation.ts'

/** Mean over runs of another program with another generator, and its standard error. */
interface Golden {
  readonly alike: number
  readonly alikeError: number
  readonly satisfied: number
  readonly satisfiedError: number
  readonly runs: number
}

function town(id: string, size: TownSize, golden: Golden, runs: number): Entry {
  const { side, people, radius, wanted } = size
  return {
    id,
    topic: 'kernel',
    title: {
      en: `Segregation on a ${side} × ${side} grid`,
      zh: `${side} × ${side}网格上的居住隔离`,
    },
    setUp: {
      en: `${people} people of two kinds, radius ${radius}, at least ${wanted} alike wanted, 20 steps, ${runs} runs; expected values from ${golden.runs} runs of an independent program`,
      zh: `两类共${people}人，半径${radius}，至少要${wanted}个同类邻居，20步，${runs}次；期望值来自独立程序的${golden.runs}次运行`,
    },
    source: 'Schelling (1971), J. Math. Sociology 1:143; JuliaDynamics/ABMFrameworksComparison',
    run() {
      const found = Array.from({ length: runs }, (_, i) => segregate(size, i))
      const alike = found.map((one) => one.alike)
      const satisfied = found.map((one) => one.satisfied)
      const before = found.map((one) => one.before)
      const both = (golden: number, values: readonly number[]) =>
        Math.sqrt(golden ** 2 + standardError(values) ** 2)
      return [
        withinErrors({ en: 'like-neighbour share at the start', zh: '初始同类邻居占比' }, (people / 2 - 1) / (people - 1), mean(before), standardError(before)), // prettier-ignore
        withinErrors({ en: 'like-neighbour share after 20 steps', zh: '20步后同类邻居占比' }, golden.alike, mean(alike), both(golden.alikeError, alike)), // prettier-ignore
        withinErrors({ en: 'share satisfied after 20 steps', zh: '20步后满意者占比' }, golden.satisfied, mean(satisfied), both(golden.satisfiedError, satisfied)), // prettier-ignore
      ]
    },
  }
}

const small = town(
  'V10',
  { side: 40, people: 1000, radius: 1, wanted: 3 },
  { alike: 0.87492, alikeError: 0.00059, satisfied: 0.99836, satisfiedError: 0.00007, runs: 400 },
  60,
)
const large: Entry = {
  ...town(
    'V10-long',
    { side: 100, people: 8000, radius: 2, wanted: 8 },
    { alike: 0.83206, alikeError: 0.00131, satisfied: 0.99963, satisfiedError: 0.00005, runs: 60 },
    60,
  ),
  long: true,
}

const CHOOSERS = 100_000
const SCORES = Float64Array.of(0, 0.5, -0.7, 1.2, 0.1, -2)
const WORSENED = 3
/** A chi-square statistic is above this quantile once in a thousand. */
const LEVEL = 0.999

const choice: Entry = {
  id: 'V13',
  topic: 'kernel',
  title: { en: 'Choice by keyed Gumbel errors', zh: '带键Gumbel误差的选择' },
  setUp: {
    en: `${CHOOSERS} choosers among six alternatives; then the one liked best worsens, all errors kept`,
    zh: `${CHOOSERS}个选择者面对六个备选；随后最受欢迎者变差，误差不变`,
  },
  source: 'McFadden (1974)',
  run() {
    const before = picks(SCORES, CHOOSERS)
    const worse = SCORES.slice()
    worse[WORSENED] -= 0.8
    const other = SCORES.slice()
    other[0] += 0.1
    const { hops, left } = movesAfter(before, picks(worse, CHOOSERS), WORSENED)
    const bound = chiSquareQuantile(LEVEL, SCORES.length - 1)
    return [
      atMost({ en: 'chi-square against softmax shares', zh: '对softmax份额的卡方' }, bound, chiSquare(before, SCORES)), // prettier-ignore
      atLeast({ en: 'the same against shares a little off (the test bites)', zh: '对略偏份额的卡方（检验有效）' }, bound, chiSquare(before, other)), // prettier-ignore
      exactly({ en: 'choosers who left what did not worsen', zh: '离开未变差备选的人数' }, 0, hops, 0), // prettier-ignore
      atLeast({ en: 'choosers who left what worsened', zh: '离开变差备选的人数' }, 1, left),
    ]
  },
}

const FOUNDING_SHARES = [0.2, 0.4]
const ARRIVALS = 100_000
const SOCIETIES = 12

const attachment: Entry = {
  id: 'V16',
  topic: 'kernel',
  title: { en: 'Tail of preferential attachment', zh: '偏好连接的尾部' },
  setUp: {
    en: `${SOCIETIES} societies of ${ARRIVALS}; a newcomer founds a group with chance ρ, else joins that of a random earlier one; exponent by maximum likelihood`,
    zh: `${SOCIETIES}个${ARRIVALS}人的社会；新来者以概率ρ自立新组，否则加入随机先来者的组；指数由最大似然估计`,
  },
  source: 'Yule (1925); Simon (1955), Biometrika 42:425',
  run: () =>
    FOUNDING_SHARES.map((rho) => {
      const tails = Array.from({ length: SOCIETIES }, (_, i) => grownTail(ARRIVALS, rho, i))
      const quantity = {
        en: `tail exponent at ρ = ${rho}: 1 + 1/(1 − ρ)`,
        zh: `ρ = ${rho}时的尾指数：1 + 1/(1 − ρ)`,
      }
      return withinErrors(quantity, 1 + 1 / (1 - rho), mean(tails), standardError(tails))
    }),
}

/** Sellers and cost of transport. */
const CIRCLES = [
  [4, 1],
  [8, 1],
  [8, 0.5],
] as const
const PER_CENT = 0.02

const pricing: Entry = {
  id: 'V17',
  topic: 'kernel',
  title: { en: 'Prices on a circle', zh: '圆周上的定价' },
  setUp: {
    en: 'n sellers with equal distances, 1,000 buyers each; each seller tries a little more and a little less and keeps what earns most; 300 periods, the last 100 measured',
    zh: 'n个等距卖方，各有1000个买方；卖方试探略高略低的价格并保留获利最多者；300期，取后100期',
  },
  source: 'Salop (1979), Bell Journal of Economics 10:141',
  run: () =>
    CIRCLES.map(([sellers, transport]) => {
      const known = transport / sellers
      const quantity = {
        en: `mark-up t/n for n = ${sellers}, t = ${transport}`,
        zh: `加价t/n，n = ${sellers}，t = ${transport}`,
      }
      return within(quantity, known, circleMarkup(sellers, transport), PER_CENT * known)
    }),
}

export const behaviourEntries: readonly Entry[] = [small, large, choice, attachment, pricing]
