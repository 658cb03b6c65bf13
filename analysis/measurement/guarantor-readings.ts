/**
 * What is read of a guarantor.
 *
 * @source Model document, sections 3.3 and 11
 * @module
 */
import { ratio } from '../metrics/metric.ts'
import type { ReadingDefinition } from './reading.ts'

const guarantor = { kind: 'guarantor', flow: false } as const

export const guarantorReadings: readonly ReadingDefinition[] = [
  {
    ...guarantor,
    id: 'outstanding',
    unit: 'mn',
    label: { en: 'Balance guaranteed', zh: '担保余额' },
    doc: 'G = Σ γ·balance.',
    read: ({ guarantors }, g) => guarantors.outstanding[g],
  },
  {
    ...guarantor,
    id: 'equity',
    unit: 'mn',
    label: { en: 'Equity', zh: '净资产' },
    doc: 'K.',
    read: ({ guarantors }, g) => guarantors.equity[g],
  },
  {
    ...guarantor,
    id: 'leverage',
    unit: 'multiple',
    label: { en: 'Guarantee leverage', zh: '担保放大倍数' },
    doc: 'G/K; no equity: not defined.',
    read: ({ guarantors }, g) => ratio(guarantors.outstanding[g], guarantors.equity[g]),
  },
  {
    ...guarantor,
    id: 'active',
    unit: '1',
    label: { en: 'Still working', zh: '仍在营业' },
    doc: '1 until the guarantor fails, then 0.',
    read: ({ guarantors }, g) => 1 - guarantors.failed[g],
  },
]
