/**
 * `npm run endurance`: a sweep killed again and again ends with the same bytes as one left in peace, on
 * any number of threads, in any order.
 *
 *     node dist/bench/endurance.js [--points 20] [--replicates 100] [--periods 12] [--kills 20]
 *                                  [--burnIn 120]
 *
 * @module
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createSfc32, fillUniform } from '../engine/sfc32.ts'
import { createThreadExecutor } from '../engine/executors/threads.ts'
import { orderJobs } from '../analysis/experiment/job-order.ts'
import { runJobs } from '../analysis/experiment/run-jobs.ts'
import { openResultFolder } from '../analysis/results/result-folder.ts'
import { JOB, prepareRun } from '../bin/prepare-run.ts'

const { values: flags } = parseArgs({
  options: {
    points: { type: 'string', default: '20' },
    replicates: { type: 'string', default: '100' },
    periods: { type: 'string', default: '12' },
    kills: { type: 'string', default: '20' },
    burnIn: { type: 'string', default: '120' },
  },
})
const points = Number(flags.points)
const kills = Number(flags.kills)

const home = mkdtempSync(join(tmpdir(), 'zhudai-endurance-'))
const file = join(home, 'endurance.yaml')
const SEED = 'endurance'
const HIGHEST = 24
const STEP = 0.25

/** A cap of 24%, 23.75%, … from 2025-01 on. */
const caps = Array.from({ length: points }, (_, k) => `${HIGHEST - k * STEP}%`)
writeFileSync(
  file,
  `schema: 1
id: endurance
extends: notice-9
title: { en: Endurance, zh: 耐力 }
question: Does an interruption leave a trace?
sweep:
  over:
    aprCapPerLoan: { values: [${caps.join(', ')}], from: 2025-01 }
uncertainties: { burnIn: ${flags.burnIn} months }
run: { periods: ${flags.periods}, replicates: ${flags.replicates}, seed: ${SEED} }
`,
)

const program = fileURLToPath(new URL('../bin/zhudai.js', import.meta.url))
const jobs = points * Number(flags.replicates)
console.log(
  `${jobs} jobs: ${points} points x ${flags.replicates} replicates, ${flags.periods} months after ${flags.burnIn}`,
)

const begun = performance.now()
await runToEnd('in-peace', 2)
const length = performance.now() - begun
const expected = digestOf('in-peace')
report('in one go, 2 threads', expected, length)

await killedAndRestarted()
for (const threads of [1, 3]) {
  const started = performance.now()
  await runToEnd(`threads-${threads}`, threads)
  report(
    `${threads} thread${threads > 1 ? 's' : ''}`,
    digestOf(`threads-${threads}`),
    performance.now() - started,
  )
}
const shuffled = performance.now()
await runShuffled('shuffled')
report('shuffled jobs, 2 threads', digestOf('shuffled'), performance.now() - shuffled)
rmSync(home, { recursive: true })

/** Kills the run at moments spread over its length, restarting it each time; then lets it end. */
async function killedAndRestarted(): Promise<void> {
  const started = performance.now()
  const luck = new Float64Array(kills)
  fillUniform(createSfc32(SEED), luck)
  let ended = 0
  for (const u of luck) {
    const died = await runFor('killed', (2 * u * length) / (kills + 1))
    if (!died) ended++
  }
  await runToEnd('killed', 2)
  const label = `killed ${kills} times, ${kills - ended} of them before its end`
  report(label, digestOf('killed'), performance.now() - started)
}

function words(name: string, threads: number): string[] {
  return [program, 'run', file, '-j', String(threads), '-o', join(home, name), '-q', '--json']
}

function runToEnd(name: string, threads: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words(name, threads), { stdio: 'ignore' })
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${name}: exit ${code}`)),
    )
  })
}

/** True when the run was still under way when it was killed. */
function runFor(name: string, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words(name, 2), { stdio: 'ignore' })
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
    child.on('close', (_, signal) => {
      clearTimeout(timer)
      resolve(signal === 'SIGKILL')
    })
  })
}

/** The same plan through the same folder, its jobs in an order drawn at random. */
async function runShuffled(name: string): Promise<void> {
  const { asked, setup, subject } = await prepareRun({
    scenarios: [file],
    output: join(home, name),
    set: [],
    dryRun: false,
    pilot: false,
    fresh: false,
    report: false,
    input: false,
    verbose: false,
  })
  const { plan } = asked
  const order = orderJobs(plan.points)
  const listed = order.jobs(0, plan.replicates)
  const luck = new Float64Array(listed.length)
  fillUniform(createSfc32(`${SEED}|order`), luck)
  const mixed = listed.map((_, k) => k).sort((a, b) => luck[a] - luck[b])
  const folder = await openResultFolder({ ...subject, root: join(home, name) })
  const executor = createThreadExecutor({ module: JOB, setup }, { threads: 2 })
  try {
    await runJobs(
      mixed.map((k) => listed[k]),
      { executor, store: folder, group: order.group, now: () => performance.now() },
    )
    await folder.finish({
      environment: { node: process.versions.node, platform: process.platform, threads: 2 },
      run: { started: null, finished: null, resumed: 0, command: 'shuffled' },
    })
  } finally {
    await executor.close()
    folder.close()
  }
}

/** One digest of all files of a result, but for those that tell of the machine. */
function digestOf(name: string): string {
  const root = join(home, name)
  const folder = join(root, readdirSync(root)[0])
  const hash = createHash('sha256')
  for (const entry of readdirSync(folder).sort()) {
    if (entry === 'manifest.json' || entry === 'log.ndjson') continue
    hash.update(entry).update(readFileSync(join(folder, entry)))
  }
  return hash.digest('hex')
}

function report(label: string, digest: string, milliseconds: number): void {
  const verdict = digest === expected ? 'same bytes' : 'OTHER BYTES'
  const seconds = (milliseconds / 1000).toFixed(0)
  console.log(`${label.padEnd(50)} ${verdict}   ${digest.slice(0, 12)}   ${seconds} s`)
  if (digest !== expected) process.exitCode = 1
}
