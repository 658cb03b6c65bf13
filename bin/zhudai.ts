#!/usr/bin/env node
/**
 * The entry of the command line. It says something at once, then loads the rest.
 * @module
 */
import { firstSign } from './first-sign.ts'

// A reader such as `head` may stop reading: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const words = process.argv.slice(2)
firstSign(words)
const { runCommandLine } = await import('./command-line.ts')
process.exitCode = await runCommandLine(words)
