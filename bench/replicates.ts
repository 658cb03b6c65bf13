/**
 * `npm run replicates`: peak memory from 100 to 10,000 replicates of a small market, results written.
 * @module
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SIZES = [100, 1000, 10_000]
const KILOBYTES = 1024
const program = fileURLToPath(new URL('./replicates-process.js', import.meta.url))

let first = NaN
for (const replicates of SIZES) {
  const root = mkdtempSync(join(tmpdir(), 'zhudai-replicates-'))
  const words = [program, String(replicates), root, '2']
  const printed = execFileSync(process.execPath, words, { encoding: 'utf8' })
  rmSync(root, { recursive: true })
  const [peak, milliseconds] = printed.trim().split(' ').map(Number)
  if (Number.isNaN(first)) first = peak
  const growth = (100 * (peak / first - 1)).toFixed(1)
  const each = (milliseconds / replicates).toFixed(2)
  console.log(
    `${String(replicates).padStart(6)} replicates   ${(peak / KILOBYTES).toFixed(0)} MB   ${growth}% over the first   ${each} ms each`,
  )
}
