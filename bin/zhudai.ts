#!/usr/bin/env node
/**
 * The entry of the command line. It says something at once, then loads the rest.
 * @module
 */
import { firstSign } from './first-sign.ts'

const words = process.argv.slice(2)
firstSign(words)
const { runCommandLine } = await import('./command-line.ts')
process.exitCode = await runCommandLine(words)
