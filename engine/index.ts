/**
 * The kernel: tables, links, luck, phases and recordings. It knows nothing of credit.
 *
 * @module
 */
export * from './agent-phase.ts'
export * from './checks.ts'
export * from './choice.ts'
export * from './distributions.ts'
export * from './errors.ts'
export * from './hash.ts'
export * from './ledger.ts'
export * from './links.ts'
export * from './numerics/index.ts'
export * from './phase.ts'
export * from './record.ts'
export * from './sfc32.ts'
export * from './simulate.ts'
export * from './stream.ts'
export * from './table.ts'
export * from './time.ts'
