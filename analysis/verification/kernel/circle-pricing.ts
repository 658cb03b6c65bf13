/**
 * Sellers on a circle: buyers live everywhere on it, pay the price and t times the distance, and go
 * where that is least; each seller tries a little more and a little less and keeps what earns most.
 *
 *     price − cost → t/n
 *
 * @source Salop (1979), Monopolistic competition with outside goods, Bell Journal of Economics 10:141
 * @module
 */
import {
  agentPhase,
  createTable,
  defineColumns,
  differs,
  hashWords,
  makeKey,
  purpose,
  simulate,
  uniform,
  type Model,
  type Phase,
  type Table,
} from '../../../engine/index.ts'

const buyerColumns = defineColumns({
  place: { unit: '1', doc: 'Position on a circle of length 1' },
  seller: { unit: 'id', doc: 'Bought from', type: 'i32' },
})
const sellerColumns = defineColumns({
  place: { unit: '1', doc: 'Position on the circle' },
  price: { unit: '1', doc: 'Asked' },
})

interface Circle {
  readonly buyers: Table<typeof buyerColumns>
  readonly sellers: Table<typeof sellerColumns>
  readonly cost: number
  readonly transport: number
  /** Largest change of price tried. */
  readonly trial: number
}

const label = { en: 'Choose and price', zh: '选择与定价' }
const chooseFrom: Phase<Circle> = {
  id: 'buyer.choose',
  label,
  run(circle) {
    const { buyers, sellers } = circle
    for (let i = 0; i < buyers.size; i++) {
      let best = 0
      for (let j = 1; j < sellers.size; j++) {
        if (burden(circle, i, j) < burden(circle, i, best)) best = j
      }
      buyers.seller[i] = best
    }
  },
}

const trialPurpose = purpose('seller.trial')

const price = agentPhase<Circle>({
  id: 'seller.price',
  label,
  activation: 'random',
  count: ({ sellers }) => sellers.size,
  visit(circle, seller, { key, period }, turn) {
    const { sellers, trial } = circle
    const asked = sellers.price[seller]
    let best = asked
    let most = profit(circle, seller)
    const change = trial * uniform(key, trialPurpose, seller, turn, period)
    for (const other of [asked - change, asked + change]) {
      sellers.price[seller] = other
      const earned = profit(circle, seller)
      if (earned <= most) continue
      most = earned
      best = other
    }
    sellers.price[seller] = best
  },
})

/** Price and way of a buyer to a seller. */
function burden({ buyers, sellers, transport }: Circle, buyer: number, seller: number): number {
  const gap = Math.abs(buyers.place[buyer] - sellers.place[seller])
  return sellers.price[seller] + transport * Math.min(gap, 1 - gap)
}

/** What a seller would earn, buyers choosing anew between it and its two neighbours. */
function profit(circle: Circle, seller: number): number {
  const { buyers, sellers, cost } = circle
  const n = sellers.size
  const left = (seller + n - 1) % n
  const right = (seller + 1) % n
  const per = buyers.size / n
  let sold = 0
  // Sellers stand at multiples of 1/n: buyers between the two neighbours are in reach.
  for (let k = -per; k < per; k++) {
    const buyer = (seller * per + k + buyers.size) % buyers.size
    const here = burden(circle, buyer, seller)
    if (here < burden(circle, buyer, left) && here < burden(circle, buyer, right)) sold++
  }
  return (sellers.price[seller] - cost) * (sold / buyers.size)
}

const model: Model<Circle> = {
  start: '2000-01',
  phases: [price, chooseFrom],
  checks: [
    {
      id: 'allBuy',
      label,
      find: ({ buyers, sellers }) => {
        let bought = 0
        for (const seller of buyers.seller) if (seller < sellers.size) bought++
        return differs('all buy', bought, buyers.size, 0)
      },
    },
  ],
  metrics: [
    {
      id: 'markup',
      label,
      unit: '1',
      doc: 'Mean price over cost, weighted by sales.',
      better: 'neither',
      measure({ buyers, sellers, cost }) {
        let paid = 0
        for (const seller of buyers.seller) paid += sellers.price[seller]
        return paid / buyers.size - cost
      },
    },
  ],
  fork(circle) {
    const buyers = createTable(buyerColumns, circle.buyers.size)
    buyers.words.set(circle.buyers.words)
    const sellers = createTable(sellerColumns, circle.sellers.size)
    sellers.words.set(circle.sellers.words)
    return { ...circle, buyers, sellers }
  },
  hash: ({ sellers }, state) => hashWords(state, sellers.words),
}

const openingPurpose = purpose('seller.opening')
const COST = 0.5
const BUYERS_PER_SELLER = 1000
const PERIODS = 300
const MEASURED = 100
/** Largest trial, as a share of t/n. */
const TRIAL = 0.04

/** Mean mark-up of the last hundred periods, from prices drawn anywhere between cost and cost + 2t/n. */
export function circleMarkup(sellersCount: number, transport: number): number {
  const key = makeKey('circle-pricing', sellersCount)
  const free = transport / sellersCount
  const buyers = createTable(buyerColumns, sellersCount * BUYERS_PER_SELLER)
  for (let i = 0; i < buyers.size; i++) buyers.place[i] = (i + 1 / 2) / buyers.size
  const sellers = createTable(sellerColumns, sellersCount)
  for (let j = 0; j < sellersCount; j++) {
    sellers.place[j] = j / sellersCount
    sellers.price[j] = COST + 2 * free * uniform(key, openingPurpose, j, 0, 0)
  }
  const circle = { buyers, sellers, cost: COST, transport, trial: TRIAL * free }
  const { series } = simulate(model, circle, { key, periods: PERIODS })
  let sum = 0
  for (let t = PERIODS - MEASURED; t < PERIODS; t++) sum += series[t]
  return sum / MEASURED
}
