import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { ruledOut } from '../../../analysis/verification/failures.ts'
import { createDelivery } from '../../../engine/executors/delivery.ts'
import { hashNumbers } from '../../../engine/hash.ts'
import type { Context, Phase } from '../../../engine/phase.ts'
import { seriesOf, type Metric } from '../../../engine/record.ts'
import { simulate, type Model } from '../../../engine/simulate.ts'
import { makeKey, purpose, uniform } from '../../../engine/stream.ts'

const page = readFileSync('docs/VERIFICATION.md', 'utf8')

describe('every failure ruled out', () => {
  it.each(ruledOut.map((one) => [one.seen, one] as const))('%s: has tests that exist', (_, one) => {
    expect(one.tests.length).toBeGreaterThan(0)
    const missing = one.tests.filter(
      ({ file, name }) => !existsSync(file) || !testNames(file).includes(name),
    )
    expect(missing).toEqual([])
  })

  it('stands on the page with its tests', () => {
    const [, part] = page.split('\n## Failures seen elsewhere')
    expect([...part.matchAll(/^### (.+)$/gm)].map(([, seen]) => seen)).toEqual(
      ruledOut.map(({ seen }) => seen),
    )
    for (const { file, name } of ruledOut.flatMap(({ tests }) => tests)) {
      expect(part).toContain(`- \`${file}\`: ${name}`)
    }
  })
})

/** Names that a test file gives to its tests. */
function testNames(file: string): string[] {
  const calls = readFileSync(file, 'utf8').matchAll(/\bit(?:\.each\([^]*?\))?\(\s*(['"`])(.*?)\1,/g)
  return [...calls].map(([, , name]) => name)
}

const label = { en: 'Walk', zh: '游走' }
const step = purpose('walker.step')

interface Walk {
  readonly place: Float64Array
}

const walk: Phase<Walk> = {
  id: 'walker.step',
  label,
  run({ place }, { key, period }) {
    for (let i = 0; i < place.length; i++) place[i] += uniform(key, step, i, 0, period) - 1 / 2
  },
}

const metric = (id: string, measure: (walk: Walk, context: Context) => number): Metric<Walk> => ({
  id,
  label,
  unit: '1',
  doc: 'A place.',
  better: 'neither',
  measure,
})

function modelWith(metrics: readonly Metric<Walk>[]): Model<Walk> {
  return {
    start: '2024-11',
    phases: [walk],
    checks: [],
    metrics,
    fork: ({ place }) => ({ place: place.slice() }),
    hash: ({ place }, state) => hashNumbers(state, place),
  }
}

const first = metric('first', ({ place }) => place[0])
/** Draws as many numbers as it likes, from the walker's own purpose too. */
const greedy = metric('greedy', (_, { key, period }) => {
  let sum = 0
  for (let i = 0; i < 100; i++) sum += uniform(key, step, i, 0, period)
  return sum
})
const key = makeKey('recording', 0)
const PERIODS = 12

describe('a recording', () => {
  it('leaves the market as it was, whatever a metric or observer draws', () => {
    const market = { place: new Float64Array(3) }
    const bare = simulate(modelWith([]), market, { key, periods: PERIODS })
    const watched = simulate(modelWith([first, greedy]), market, {
      key,
      periods: PERIODS,
      observer: (_, { period }) => void uniform(key, step, 0, 0, period),
    })
    expect(watched.hashes).toEqual(bare.hashes)
    expect(new Set(bare.hashes).size).toBe(2 * PERIODS)
  })

  it('keeps what was recorded when the market moves on', () => {
    const market = { place: new Float64Array(3) }
    const seen: number[] = []
    const recording = simulate(modelWith([first]), market, {
      key,
      periods: PERIODS,
      observer: ({ place }) => seen.push(place[0]),
    })
    expect([...seriesOf(recording, 'first')]).toEqual(seen)
    expect(new Set(seen).size).toBe(PERIODS)
    const before = recording.series.slice()
    simulate(modelWith([first]), market, { key: makeKey('recording', 1), periods: PERIODS })
    expect(recording.series).toEqual(before)
  })
})

const FEW = 200
const MANY = 2400
/** Numbers that each replicate leaves behind: 8 kB. */
const NUMBERS = 1000

/** Bytes of typed arrays in use, all that outcomes are made of, once everything free is freed. */
function bytesInUse(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  // The arrays of the first are freed at the latest by the second.
  collect()
  collect()
  return process.memoryUsage().arrayBuffers
}

/** Bytes in use after some and after many replicates whose outcomes go to `receive`. */
function growthOver(receive: (result: Float64Array) => void): number {
  const indices = Array.from({ length: MANY }, (_, i) => i)
  const delivery = createDelivery(indices, {
    onResult: (_, outcome) => receive((outcome as { result: Float64Array }).result),
  })
  const model = modelWith([first])
  const market = { place: new Float64Array(NUMBERS) }
  let after = NaN
  for (let i = 0; i < MANY; i++) {
    simulate(model, market, { key: makeKey('memory', i), periods: 1 })
    const result = new Float64Array(NUMBERS).fill(i)
    delivery.accept(i, { ok: true, result, hashes: new Uint32Array(2) })
    if (i === FEW - 1) after = bytesInUse()
  }
  return bytesInUse() - after
}

describe('a run', () => {
  it('holds no more memory after thousands of replicates than after hundreds', () => {
    const least = 8 * NUMBERS * (MANY - FEW)
    let sum = 0
    expect(growthOver((result) => (sum += result[0]))).toBeLessThan(0.1 * least)
    expect(sum).toBe((MANY * (MANY - 1)) / 2)
    const hoard: Float64Array[] = []
    expect(growthOver((result) => hoard.push(result))).toBeGreaterThan(0.9 * least)
  })
})

describe('the source', () => {
  it('stores no number in 32 bits of floating point', () => {
    const narrow = ['engine', 'agents', 'scenarios', 'analysis', 'bin'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(folder, name))
        .filter((path) =>
          /\b(Float32Array|[gs]etFloat32|fround)\b/.test(readFileSync(path, 'utf8')),
        ),
    )
    expect(narrow).toEqual([])
  })
})
