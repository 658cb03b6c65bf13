/**
 * V12: Sobol indices of a function whose indices are known.
 *
 *     f = sin x₁ + a·sin² x₂ + b·x₃⁴·sin x₁,   x uniform on (−π, π),   a = 7, b = .1
 *
 * @source Ishigami and Homma (1990), An importance quantification technique in uncertainty analysis
 * @module
 */
import { sine } from '../../../engine/numerics/sine.ts'
import { saltelliPoints } from '../../statistics/saltelli-points.ts'
import { sobolIndices, type SobolIndices } from '../../statistics/sobol-indices.ts'
import type { Entry } from '../entry.ts'
import { asPrinted, atLeast, within } from '../reading.ts'

const A = 7
const B = 0.1
const INPUTS = 3
/** Base points of the entry: 2¹². */
const BASE = 4096
const BOUND = 0.02

/** Shares of variance in closed form. */
function closedForm() {
  const pi4 = Math.PI * Math.PI * Math.PI * Math.PI
  const alone = (1 + (B * pi4) / 5) ** 2 / 2
  const squared = A ** 2 / 8
  const together = pi4 * pi4 * B ** 2 * (1 / 18 - 1 / 50)
  const all = alone + squared + together
  return {
    first: [alone / all, squared / all, 0],
    total: [(alone + together) / all, squared / all, together / all],
  }
}

/** Sine of any angle in (−π, π). */
function fullSine(angle: number): number {
  if (angle > Math.PI / 2) return sine(Math.PI - angle)
  return angle < -Math.PI / 2 ? sine(-Math.PI - angle) : sine(angle)
}

function indicesAt(base: number, seed: string, resamples: number): SobolIndices[] {
  const points = saltelliPoints(base, INPUTS, seed)
  const values = new Float64Array(points.length / INPUTS)
  for (let i = 0; i < values.length; i++) {
    const [x, y, z] = [0, 1, 2].map((j) => Math.PI * (2 * points[INPUTS * i + j] - 1))
    values[i] = fullSine(x) * (1 + B * z ** 2 * z ** 2) + A * fullSine(y) ** 2
  }
  return sobolIndices(values, INPUTS, seed, resamples)
}

const SOURCE = 'Ishigami and Homma (1990); Saltelli et al. (2010); Jansen (1999)'
const title = { en: 'Sobol indices of the Ishigami function', zh: 'Ishigami函数的Sobol指数' }
const RESAMPLES = 100

const indices: Entry = {
  id: 'V12',
  topic: 'statistics',
  title,
  setUp: { en: `a = 7, b = .1, ${BASE} base points`, zh: `a = 7，b = .1，${BASE}个基点` },
  source: SOURCE,
  run() {
    const known = closedForm()
    const found = indicesAt(BASE, 'verify', RESAMPLES)
    return [
      asPrinted({ en: 'first order of x1 in closed form', zh: 'x1一阶，闭式' }, 0.3139, known.first[0], 4), // prettier-ignore
      ...found.flatMap(({ first, total }, i) => [
        within({ en: `first order of x${i + 1}`, zh: `x${i + 1}一阶` }, known.first[i], first.share, BOUND), // prettier-ignore
        within({ en: `total order of x${i + 1}`, zh: `x${i + 1}总阶` }, known.total[i], total.share, BOUND), // prettier-ignore
      ]),
    ]
  },
}

const REPEATS = 200
const REPEATED_BASE = BASE
const MORE_RESAMPLES = 200
const LEAST = 0.93

const coverage: Entry = {
  id: 'V12-long',
  topic: 'statistics',
  long: true,
  title: { en: 'Coverage of intervals of Sobol indices', zh: 'Sobol指数区间的覆盖率' },
  setUp: {
    en: `the same at ${REPEATED_BASE} base points, ${REPEATS} repeats, ${MORE_RESAMPLES} resamples each`,
    zh: `同上，${REPEATED_BASE}个基点，${REPEATS}次重复，各${MORE_RESAMPLES}次重抽样`,
  },
  source: SOURCE,
  run() {
    const known = closedForm()
    const first = [0, 0, 0]
    const total = [0, 0, 0]
    for (let repeat = 0; repeat < REPEATS; repeat++) {
      indicesAt(REPEATED_BASE, `verify|${repeat}`, MORE_RESAMPLES).forEach((found, i) => {
        const holds = ({ low, high }: { low: number; high: number }, truth: number) =>
          low <= truth && truth <= high ? 1 / REPEATS : 0
        first[i] += holds(found.first, known.first[i])
        total[i] += holds(found.total, known.total[i])
      })
    }
    return [0, 1, 2].flatMap((i) => [
      atLeast({ en: `first order of x${i + 1}: share that hold it`, zh: `x${i + 1}一阶：含真值占比` }, LEAST, first[i]), // prettier-ignore
      atLeast({ en: `total order of x${i + 1}: share that hold it`, zh: `x${i + 1}总阶：含真值占比` }, LEAST, total[i]), // prettier-ignore
    ])
  },
}

export const ishigamiEntries: readonly Entry[] = [indices, coverage]
