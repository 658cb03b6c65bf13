/**
 * V2, V2b and V14: debts between banks, and components of networks.
 * @module
 */
import { makeKey, simulate, uniform, purpose } from '../../../engine/index.ts'
import type { Entry } from '../entry.ts'
import { mean } from '../../statistics/moments.ts'
import { standardError } from '../monte-carlo.ts'
import {
  asPrinted,
  atLeast,
  atMost,
  exactly,
  within,
  withinErrors,
  type Reading,
} from '../reading.ts'
import {
  clearing,
  clearingGap,
  debtNetwork,
  equityOf,
  type Debtor,
  type DebtNetwork,
} from './clearing.ts'
import { giantComponent, giantShare } from './giant-component.ts'

const banks = ['1', '2', '3']
const owes = [[0, 4, 0], [0, 0, 3], [2, 0, 0]] // prettier-ignore
const senior = [17, 18, 8]

/** The three banks with assets outside the network. */
function threeBanks(assets: readonly number[]): DebtNetwork {
  return cleared(assets.map((external, i) => ({ external, senior: senior[i], owes: owes[i] })))
    .network
}

/** A network cleared in as many rounds as it has banks. */
function cleared(debtors: readonly Debtor[], recovery?: DebtNetwork['recovery']) {
  const network = debtNetwork(debtors, recovery)
  let after: DebtNetwork = network
  const key = makeKey('clearing', 0)
  const options = { key, periods: debtors.length, observer: (one: DebtNetwork) => (after = one) }
  const { series } = simulate(clearing, network, options)
  return { network: after, rounds: series.filter((changes) => changes > 0).length }
}

const NETWORKS = 200
const BANKS = 12
const drawDebt = purpose('clearing.debt')

/** Banks that owe a third of the others, something outside, and have less than they need. */
function randomDebtors(network: number, richer = -1): readonly Debtor[] {
  const key = makeKey('clearing', network)
  const draw = (i: number, j: number) => uniform(key, drawDebt, i, j, 0)
  return Array.from({ length: BANKS }, (_, i) => ({
    external: 4 * draw(i, BANKS) + (i === richer ? 1 : 0),
    senior: 2 * draw(i, BANKS + 1),
    outside: draw(i, BANKS + 2),
    owes: Array.from({ length: BANKS }, (__, j) =>
      i !== j && draw(i, j) < 1 / 3 ? 9 * draw(i, j) : 0,
    ),
  }))
}

/** Largest violation of what clearing promises, over random networks. */
function violations() {
  const worst = { limited: 0, priority: 0, fixedPoint: 0, monotone: 0, rounds: 0 }
  let defaults = 0
  for (let n = 0; n < NETWORKS; n++) {
    const { network, rounds } = cleared(randomDebtors(n))
    const richer = cleared(randomDebtors(n, n % BANKS)).network
    const { paid, owed, defaulted } = network.banks
    worst.rounds = Math.max(worst.rounds, rounds / BANKS)
    worst.fixedPoint = Math.max(worst.fixedPoint, clearingGap(network))
    for (let i = 0; i < BANKS; i++) {
      defaults += defaulted[i]
      worst.limited = Math.max(worst.limited, paid[i] - owed[i], -paid[i])
      if (defaulted[i] !== 0) worst.priority = Math.max(worst.priority, equityOf(network, i))
      worst.monotone = Math.max(worst.monotone, paid[i] - richer.banks.paid[i])
    }
  }
  return { ...worst, defaultShare: defaults / (NETWORKS * BANKS) }
}

const numbers = (en: string, zh: string, expected: readonly number[], got: readonly number[]) =>
  banks.map((bank, i): Reading =>
    exactly({ en: `${en} ${bank}`, zh: `${zh}${bank}` }, expected[i], got[i]),
  )

const equities = (network: DebtNetwork) => banks.map((_, i) => equityOf(network, i))

const mutualDebts: Entry = {
  id: 'V2',
  topic: 'kernel',
  title: { en: 'Clearing of mutual debts', zh: '相互债务的清算' },
  setUp: {
    en: `three banks owe (0,4,0), (0,0,3), (2,0,0), own 20, 20, 10 outside and owe 17, 18, 8 to senior creditors; then 10% of outside assets are lost. And ${NETWORKS} random networks of ${BANKS} banks`,
    zh: `三家银行互欠(0,4,0)、(0,0,3)、(2,0,0)，外部资产20、20、10，优先债务17、18、8；随后外部资产损失10%。另有${NETWORKS}个由${BANKS}家银行组成的随机网络`,
  },
  source: 'Eisenberg and Noe (2001), Management Science 47:236',
  run() {
    const shocked = threeBanks([18, 18, 9])
    const worst = violations()
    const none = 1e-9
    return [
      ...numbers('equity before, bank', '冲击前权益，银行', [1, 3, 3], equities(threeBanks([20, 20, 10]))), // prettier-ignore
      ...numbers('payment after, bank', '冲击后偿付，银行', [3, 3, 2], [...shocked.banks.paid]),
      ...numbers('equity after, bank', '冲击后权益，银行', [0, 0, 2], equities(shocked)),
      atMost({ en: 'paid beyond what is owed, or below zero', zh: '超额或负偿付' }, none, worst.limited), // prettier-ignore
      atMost({ en: 'equity left to a bank in default', zh: '违约银行剩余权益' }, none, worst.priority), // prettier-ignore
      atMost({ en: 'distance from the clearing condition', zh: '偏离清算条件' }, none, worst.fixedPoint), // prettier-ignore
      atMost({ en: 'fall of any payment when a bank grows richer', zh: '某行变富后偿付的下降' }, none, worst.monotone), // prettier-ignore
      atMost({ en: 'rounds over number of banks', zh: '轮数与银行数之比' }, 1, worst.rounds),
      atLeast({ en: 'share of banks in default (the test bites)', zh: '违约银行占比（检验有效）' }, 0.1, worst.defaultShare), // prettier-ignore
    ]
  },
}

/** Recovered shares tried, from all to half. */
const RECOVERED = [1, 0.9, 0.7, 0.5]

const defaultCosts: Entry = {
  id: 'V2b',
  topic: 'kernel',
  title: { en: 'Clearing with costs of default', zh: '含违约成本的清算' },
  setUp: {
    en: `${NETWORKS / 4} random networks of V2; a bank in default can use a share α of its own assets and β of what others pay it`,
    zh: `V2中的${NETWORKS / 4}个随机网络；违约银行只能动用自有资产的α与他行偿付的β`,
  },
  source: 'Rogers and Veraart (2013), Management Science 59:882',
  run() {
    let rise = 0
    let fall = 0
    let gap = 0
    for (let n = 0; n < NETWORKS / 4; n++) {
      const plain = cleared(randomDebtors(n)).network
      for (const [a, external] of RECOVERED.entries()) {
        for (const [b, inflow] of RECOVERED.entries()) {
          const { paid } = cleared(randomDebtors(n), { external, inflow }).network.banks
          const lessOwn = cleared(randomDebtors(n), { external: RECOVERED[Math.max(0, a - 1)], inflow }).network.banks // prettier-ignore
          const lessPaid = cleared(randomDebtors(n), { external, inflow: RECOVERED[Math.max(0, b - 1)] }).network.banks // prettier-ignore
          for (let i = 0; i < BANKS; i++) {
            if (a === 0 && b === 0) gap = Math.max(gap, Math.abs(paid[i] - plain.banks.paid[i]))
            rise = Math.max(rise, paid[i] - lessOwn.paid[i], paid[i] - lessPaid.paid[i])
            fall = Math.max(fall, plain.banks.paid[i] - paid[i])
          }
        }
      }
    }
    return [
      exactly({ en: 'distance from V2 at α = β = 1', zh: 'α = β = 1时与V2之差' }, 0, gap),
      atMost({ en: 'rise of any payment as α or β falls', zh: 'α或β下降时偿付的上升' }, 1e-9, rise),
      atLeast({ en: 'largest fall of a payment (the test bites)', zh: '偿付的最大下降（检验有效）' }, 1, fall), // prettier-ignore
    ]
  },
}

const COMPONENT_SIZE = 10_000
const COMPONENTS = 10

const component: Entry = {
  id: 'V14',
  topic: 'kernel',
  title: { en: 'Giant component of a random network', zh: '随机网络的巨分支' },
  setUp: {
    en: `${COMPONENTS} networks of ${COMPONENT_SIZE} with mean degree 2; names spread until nobody hears a lower one; S = 1 − e^(−zS)`,
    zh: `${COMPONENTS}个规模${COMPONENT_SIZE}、平均度2的网络；编号传播至无更小者；S = 1 − e^(−zS)`,
  },
  source: 'Erdős and Rényi (1960)',
  run() {
    const found = Array.from({ length: COMPONENTS }, (_, i) => giantComponent(COMPONENT_SIZE, 2, i))
    const shares = found.map(({ share }) => share)
    const share = { en: 'share in the largest component', zh: '最大分支占比' }
    return [
      asPrinted({ en: 'S in closed form', zh: 'S的闭式解' }, 0.7968, giantShare(2), 4),
      within(share, giantShare(2), mean(shares), 0.01),
      withinErrors(share, giantShare(2), mean(shares), standardError(shares)),
      exactly({ en: 'people still hearing news at the end', zh: '结束时仍在更新的人数' }, 0, Math.max(...found.map(({ unfinished }) => unfinished))), // prettier-ignore
    ]
  },
}

export const networkEntries: readonly Entry[] = [mutualDebts, defaultCosts, component]
