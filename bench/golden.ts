/**
 * The kept numbers: `node dist/bench/golden.js` compares, `--write` replaces them.
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { packagePath } from '../bin/paths.ts'
import { compareGolden } from './golden-differences.ts'
import { goldenText, runGolden, type GoldenRun } from './golden-runs.ts'

const SHOWN = 20
const write = process.argv.includes('--write')

for (const run of runGolden()) {
  const file = packagePath('test', 'golden', `${run.scenario}.json`)
  if (write) {
    writeFileSync(file, goldenText(run))
    continue
  }
  const kept = JSON.parse(readFileSync(file, 'utf8')) as GoldenRun
  const differences = compareGolden(kept, run)
  for (const line of differences.slice(0, SHOWN)) console.log(line)
  console.log(`${run.scenario}: ${differences.length} differences`)
  if (differences.length > 0) process.exitCode = 1
}
