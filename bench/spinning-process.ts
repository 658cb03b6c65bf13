/**
 * A process that spins whenever it is told how many turns, and says when it is done.
 * @module
 */
import { spin } from './spinning-job.ts'

process.on('message', (turns: number) => {
  process.send?.(spin(turns, 0))
})
