/**
 * Executors: Node only, so kept apart from the rest of the kernel.
 *
 * @module
 */
export type {
  Executor,
  Failure,
  JobModule,
  JobSource,
  Outcome,
  RunOptions,
  RunReport,
  Success,
} from './executor.ts'
export { createInlineExecutor } from './inline.ts'
export { shardOf } from './shard.ts'
export { createThreadExecutor } from './threads.ts'
export type { ThreadOptions } from './threads.ts'
