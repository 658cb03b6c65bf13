/**
 * What compliance costs banks, and how far their capacity to oversee partners is used.
 * @module
 */
import { PROGRAMME_ON } from '../../agents/market.ts'
import { anticipation } from '../../agents/pricing/announcement.ts'
import type { Figures } from './figures.ts'
import { memberLabel, sizeTenths, sizeThirds } from './groups.ts'
import { defineMetric, ratio, type MetricDefinition } from './metric.ts'
import { total } from './shares.ts'

/** 12·ΣCC/ΣL over the banks with `column[b] === code`. */
function billPerYuan({ market: { banks } }: Figures, column: Int8Array, code: number): number {
  let bill = 0
  let lent = 0
  for (let b = 0; b < banks.size; b++) {
    if (column[b] !== code) continue
    bill += banks.complianceBill[b]
    lent += banks.partnerLoans[b]
  }
  return ratio(12 * bill, lent)
}

/** Partners signed and waiting for approval, per bank. */
function pendingPartners({ market }: Figures): Int32Array {
  const { links } = market.edges
  const pending = new Int32Array(market.banks.size)
  for (let slot = 0; slot < links.count; slot++) {
    pending[links.from[slot]] += market.edges.pending[slot]
  }
  return pending
}

/**
 * Mean over programmes on of load·n/nmax, n active and pending partners; the load is
 * 1 + (oversightLoad - 1)·ω, ω = 1 once head-office approval is in force, anticipated before.
 */
function capacityUse(figures: Figures): number {
  const { market, period, bankPartners } = figures
  const { banks, parameters } = market
  const month = market.rules[period] ?? market.preNotice
  const ahead = anticipation(month, parameters, period)
  const pending = pendingPartners(figures)
  let use = 0
  let programmes = 0
  for (let b = 0; b < banks.size; b++) {
    const capacity = banks.complianceCapacity[b]
    if (banks.programme[b] !== PROGRAMME_ON || banks.failed[b] === 1 || !(capacity > 0)) continue
    const announced = month.next?.headOffice[b] === 1 ? ahead : 0
    const weight = month.inForce.headOffice[b] === 1 ? 1 : announced
    const load = 1 + (parameters.oversightLoad - 1) * weight
    use += (load * (bankPartners[b] + pending[b])) / capacity
    programmes++
  }
  return ratio(use, programmes)
}

function meanRiskManagement({ market: { banks } }: Figures): number {
  let weighted = 0
  let capacity = 0
  for (let b = 0; b < banks.size; b++) {
    if (banks.programme[b] !== PROGRAMME_ON || banks.failed[b] === 1) continue
    weighted += banks.programmeCapacity[b] * banks.riskManagement[b]
    capacity += banks.programmeCapacity[b]
  }
  return ratio(weighted, capacity)
}

const perYuan = { en: 'Compliance cost per yuan lent', zh: '每元贷款的合规成本' }
const perYuanDoc = '12·ΣCC ÷ Σ performing facilitation loans'

export const complianceMetrics: readonly MetricDefinition[] = [
  defineMetric({
    id: 'complianceBill',
    label: { en: "Banks' compliance bill", zh: '银行合规支出' },
    unit: 'mn/year',
    flow: true,
    theme: 'compliance',
    better: 'lower',
    doc: '12·ΣCC: programme, partner, oversight and investment costs of the month, a year [mn].',
    read: ({ market }) => 12 * total(market.banks.complianceBill),
  }),
  defineMetric({
    id: 'compliancePerYuan',
    label: perYuan,
    unit: '1/year',
    flow: true,
    theme: 'compliance',
    better: 'lower',
    doc: `${perYuanDoc}, all banks.`,
    read: ({ market: { banks } }) =>
      ratio(12 * total(banks.complianceBill), total(banks.partnerLoans)),
  }),
  ...sizeThirds.map((group) =>
    defineMetric({
      id: `compliancePerYuan${group.suffix}`,
      label: memberLabel(perYuan, group.label),
      unit: '1/year',
      flow: true,
      theme: 'compliance',
      better: 'lower',
      doc: `${perYuanDoc}; ${group.label.en} on at period 0.`,
      read: (figures) => billPerYuan(figures, figures.sizeThird, group.code),
    }),
  ),
  ...sizeTenths.map((group) =>
    defineMetric({
      id: `compliancePerYuan${group.suffix}`,
      label: memberLabel(perYuan, group.label),
      unit: '1/year',
      flow: true,
      theme: 'compliance',
      better: 'lower',
      doc: `${perYuanDoc}; ${group.label.en} of programmes on at period 0.`,
      read: (figures) => billPerYuan(figures, figures.sizeTenth, group.code),
    }),
  ),
  defineMetric({
    id: 'complianceCapacityUse',
    label: { en: 'Use of compliance capacity', zh: '合规管理能力使用率' },
    unit: 'share',
    theme: 'compliance',
    doc: 'Mean over programmes on of load·n/nmax: above 1, oversight gets dearer.',
    read: capacityUse,
  }),
  defineMetric({
    id: 'meanRiskManagement',
    label: { en: 'Own risk-management capability, mean', zh: '自主风控能力（平均）' },
    unit: 'index',
    theme: 'compliance',
    better: 'higher',
    doc: 'Capacity-weighted mean of m over programmes on, 0 to 1.',
    read: meanRiskManagement,
  }),
]
