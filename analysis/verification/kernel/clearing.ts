/**
 * Clearing of mutual debts: what each bank pays when some cannot pay all they owe.
 *
 *     p_i = owed_i                                  if e_i + Σ_j Π_ji·p_j − senior_i ≥ owed_i
 *     p_i = max(0, α·e_i + β·Σ_j Π_ji·p_j − senior_i)   otherwise
 *
 * with e_i assets outside the network and Π_ji the share of j's debt that is owed to i. A period is a
 * round of the fictitious sequence of defaults: those who cannot pay are found, then what they pay is
 * solved for. Payments only fall from round to round, to the greatest ones that clear.
 *
 * @source Eisenberg and Noe (2001), Systemic risk in financial systems, Management Science 47:236;
 * Rogers and Veraart (2013), Failure and rescue in an interbank network, Management Science 59:882
 * @module
 */
import {
  addLink,
  clearLedger,
  columnSum,
  createLedger,
  createLinks,
  createTable,
  defineColumns,
  differs,
  hashWords,
  indexLinks,
  post,
  rowSum,
  type Check,
  type Ledger,
  type Links,
  type Model,
  type Phase,
  type Table,
} from '../../../engine/index.ts'
import { solve } from './solve.ts'

/** Rounding of sums of a dozen debts. */
const TINY = 1e-12

const columns = defineColumns({
  external: { unit: '1', doc: 'Assets outside the network' },
  senior: { unit: '1', doc: 'Debt outside the network that is paid first' },
  outside: { unit: '1', doc: 'Debt outside the network that ranks with debts between banks' },
  owed: { unit: '1', doc: 'All debt but the senior one' },
  paid: { unit: '1', doc: 'Paid on it' },
  defaulted: { unit: '0/1', doc: 'Cannot pay all it owes', type: 'u8' },
})

/** Banks and what they owe one another. */
export interface DebtNetwork {
  readonly banks: Table<typeof columns>
  /** From who owes to whom. */
  readonly debts: Links
  /** Owed, by slot of `debts`. */
  readonly due: Float64Array
  /** Share of its own assets, and of what others pay it, that a bank in default can use. */
  readonly recovery: { readonly external: number; readonly inflow: number }
  readonly ledger: Ledger
  /** Banks found in default in the last round. */
  changes: number
}

/** One bank: what it has and what it owes. */
export interface Debtor {
  readonly external: number
  readonly senior: number
  readonly outside?: number
  /** Owed to each bank, in order. */
  readonly owes: readonly number[]
}

const INTERBANK = 0
const label = { en: 'Pay debts', zh: '偿付债务' }

/** A network in which nobody has defaulted yet. */
export function debtNetwork(
  debtors: readonly Debtor[],
  recovery: DebtNetwork['recovery'] = { external: 1, inflow: 1 },
): DebtNetwork {
  const size = debtors.length
  const banks = createTable(columns, size)
  const debts = createLinks(size, size, size * size)
  const due = new Float64Array(size * size)
  debtors.forEach(({ external, senior, outside = 0, owes }, i) => {
    banks.external[i] = external
    banks.senior[i] = senior
    banks.outside[i] = outside
    let owed = outside
    owes.forEach((amount, j) => {
      if (amount <= 0) return
      due[addLink(debts, i, j)] = amount
      owed += amount
    })
    banks.owed[i] = owed
    banks.paid[i] = owed
  })
  indexLinks(debts)
  const sectors = [...debtors.map((_, i) => `bank ${i}`), 'outside']
  return { banks, debts, due, recovery, ledger: createLedger(['debt'], sectors), changes: 0 }
}

const findDefaults: Phase<DebtNetwork> = {
  id: 'bank.findDefaults',
  label,
  run(network) {
    const { banks } = network
    network.changes = 0
    for (let i = 0; i < banks.size; i++) {
      if (banks.defaulted[i] !== 0) continue
      const means = banks.external[i] + inflowOf(network, i) - banks.senior[i]
      if (means >= banks.owed[i] - TINY) continue
      banks.defaulted[i] = 1
      network.changes++
    }
  },
}

const payPart: Phase<DebtNetwork> = {
  id: 'bank.payPart',
  label,
  run(network) {
    const { banks } = network
    for (let i = 0; i < banks.size; i++) if (banks.defaulted[i] !== 0) banks.paid[i] = 0
    // Whoever can pay something lets others pay more: those who pay only grow in number.
    const paying: number[] = []
    for (let more = true; more;) {
      more = false
      for (let i = 0; i < banks.size; i++) {
        if (banks.defaulted[i] === 0 || paying.includes(i) || usable(network, i) <= 0) continue
        paying.push(i)
        more = true
      }
      if (more) solvePayments(network, paying)
    }
  },
}

/** Payments of banks in default that each depend on what the others pay. */
function solvePayments(network: DebtNetwork, paying: readonly number[]): void {
  const { banks, debts, due, recovery } = network
  const n = paying.length
  for (const i of paying) banks.paid[i] = 0
  const constants = Float64Array.from(paying, (i) => usable(network, i))
  const matrix = new Float64Array(n * n)
  paying.forEach((i, row) => {
    matrix[row * n + row] += 1
    for (let k = debts.toStart[i]; k < debts.toStart[i + 1]; k++) {
      const slot = debts.toSlots[k]
      const column = paying.indexOf(debts.from[slot])
      const share = due[slot] / banks.owed[debts.from[slot]]
      if (column >= 0) matrix[row * n + column] -= recovery.inflow * share
    }
  })
  solve(matrix, constants)
  paying.forEach((i, row) => (banks.paid[i] = constants[row]))
}

const bookPayments: Phase<DebtNetwork> = {
  id: 'bank.bookPayments',
  label,
  run({ banks, debts, due, ledger }) {
    clearLedger(ledger)
    for (let i = 0; i < banks.size; i++) {
      const share = banks.owed[i] > 0 ? banks.paid[i] / banks.owed[i] : 0
      post(ledger, INTERBANK, i, banks.size, share * banks.outside[i])
      for (let k = debts.fromStart[i]; k < debts.fromStart[i + 1]; k++) {
        const slot = debts.fromSlots[k]
        post(ledger, INTERBANK, i, debts.to[slot], share * due[slot])
      }
    }
  },
}

const checks: readonly Check<DebtNetwork>[] = [
  {
    id: 'flowsSumToZero',
    label,
    find: ({ ledger }) => differs('flows sum to zero', rowSum(ledger, INTERBANK), 0, TINY * 1000),
  },
]

/** One round a period; a network of n banks clears in at most n rounds. */
export const clearing: Model<DebtNetwork> = {
  start: '2000-01',
  phases: [findDefaults, payPart, bookPayments],
  checks,
  metrics: [{ ...metric('changes'), measure: ({ changes }) => changes }],
  fork: (network) => {
    const banks = createTable(columns, network.banks.size)
    banks.words.set(network.banks.words)
    const ledger = { ...network.ledger, cells: network.ledger.cells.slice() }
    return { ...network, banks, ledger }
  },
  hash: ({ banks }, state) => hashWords(state, banks.words),
}

function metric(id: string) {
  return { id, label, unit: '1', doc: 'Banks.', better: 'neither' } as const
}

/** What a bank is paid by others. */
function inflowOf({ banks, debts, due }: DebtNetwork, i: number): number {
  let sum = 0
  for (let k = debts.toStart[i]; k < debts.toStart[i + 1]; k++) {
    const slot = debts.toSlots[k]
    const from = debts.from[slot]
    sum += (banks.paid[from] / banks.owed[from]) * due[slot]
  }
  return sum
}

/** What a bank in default can pay after its senior debt. */
function usable(network: DebtNetwork, i: number): number {
  const { banks, recovery } = network
  const own = recovery.external * banks.external[i]
  return own + recovery.inflow * inflowOf(network, i) - banks.senior[i]
}

/** Net worth after payments, never below zero: the senior creditor bears what is missing. */
export function equityOf(network: DebtNetwork, i: number): number {
  const { banks, ledger } = network
  return Math.max(0, banks.external[i] - banks.senior[i] + columnSum(ledger, i))
}

/** How far payments are from what the clearing condition asks for. */
export function clearingGap(network: DebtNetwork): number {
  const { banks } = network
  let gap = 0
  for (let i = 0; i < banks.size; i++) {
    const means = banks.external[i] + inflowOf(network, i) - banks.senior[i]
    const able = means >= banks.owed[i] - TINY
    const due = able ? banks.owed[i] : Math.max(0, usable(network, i))
    gap = Math.max(gap, Math.abs(banks.paid[i] - due))
  }
  return gap
}
