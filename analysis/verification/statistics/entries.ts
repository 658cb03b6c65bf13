/**
 * Intervals and stopping: whether they hold the truth as often as they say.
 * @module
 */
import { log, normalQuantile } from '../../../engine/numerics/index.ts'
import { createSfc32, fillUniform } from '../../../engine/sfc32.ts'
import { bootstrapMean } from '../../statistics/bootstrap-mean.ts'
import { estimateMean } from '../../statistics/interval.ts'
import { comparePairs } from '../../statistics/paired.ts'
import { halfWidth, nextLook, shouldStop, widenToAsked } from '../../statistics/stopping-looks.ts'
import type { Entry } from '../entry.ts'
import { atLeast, between } from '../reading.ts'

const TRIALS = 1000
const TRUTH = -0.3
/** The bounds of the verification list. */
const LEAST = 0.93
const MOST = 0.97

const covers = ({ low, high }: { low: number; high: number }) => low <= TRUTH && TRUTH <= high

const PAIRS = 12
/** Standard deviations of what a pair shares and of what each side has alone. */
const SHARED = 3
const OWN = 0.5

const paired: Entry = {
  id: 'V20',
  topic: 'statistics',
  title: { en: 'Coverage of paired intervals', zh: '配对区间的覆盖率' },
  setUp: {
    en: `${TRIALS} trials of ${PAIRS} pairs that share most of their luck, a known change of ${TRUTH}`,
    zh: `${TRIALS}次试验，每次${PAIRS}对、共享大部分运气，已知变化${TRUTH}`,
  },
  source: 'Student (1908), Biometrika 6:1',
  run() {
    const generator = createSfc32('verify|paired')
    const draws = new Float64Array(3 * PAIRS)
    let covered = 0
    let reduction = 0
    for (let trial = 0; trial < TRIALS; trial++) {
      fillUniform(generator, draws)
      const baseline = new Float64Array(PAIRS)
      const reform = new Float64Array(PAIRS)
      for (let i = 0; i < PAIRS; i++) {
        const shared = SHARED * normalQuantile(draws[3 * i])
        baseline[i] = shared + OWN * normalQuantile(draws[3 * i + 1])
        reform[i] = shared + TRUTH + OWN * normalQuantile(draws[3 * i + 2])
      }
      const { change, varianceReduction } = comparePairs(baseline, reform)
      if (covers(change)) covered++
      reduction += varianceReduction / TRIALS
    }
    return [
      between({ en: 'share of intervals that hold the change', zh: '含真值的区间占比' }, LEAST, MOST, covered / TRIALS), // prettier-ignore
      // 2·(3² + ½²) over 2·½² is 37; a ratio of estimates lies above it on average.
      atLeast({ en: 'variance reduction by shared luck', zh: '共享运气的方差缩减' }, (SHARED ** 2 + OWN ** 2) / OWN ** 2, reduction), // prettier-ignore
    ]
  },
}

/** Distributions of a paired difference around 0 with standard deviation 1. */
const shapes: readonly (readonly [{ en: string; zh: string }, (u: number) => number])[] = [
  [{ en: 'normal', zh: '正态' }, normalQuantile],
  [{ en: 'long tail up', zh: '右长尾' }, (u) => -log(1 - u) - 1],
  [{ en: 'long tail down', zh: '左长尾' }, (u) => 1 + log(u)],
]

const SAMPLE = 40
const RESAMPLES = 400

const bootstrap: Entry = {
  id: 'V21',
  topic: 'statistics',
  title: { en: 'Coverage of bootstrap intervals', zh: '自助法区间的覆盖率' },
  setUp: {
    en: `${TRIALS} trials of ${SAMPLE} paired differences, ${RESAMPLES} resamples each`,
    zh: `${TRIALS}次试验，每次${SAMPLE}个配对差，各重抽样${RESAMPLES}次`,
  },
  source: 'Efron and Tibshirani (1993), An introduction to the bootstrap',
  run: () =>
    shapes.slice(0, 2).map(([name, shape]) => {
      const generator = createSfc32(`verify|bootstrap|${name.en}`)
      const draws = new Float64Array(SAMPLE)
      let covered = 0
      for (let trial = 0; trial < TRIALS; trial++) {
        fillUniform(generator, draws)
        const differences = draws.map((u) => TRUTH + shape(u))
        if (covers(bootstrapMean(differences, `${name.en}|${trial}`, RESAMPLES))) covered++
      }
      const quantity = { en: `${name.en}: share that hold it`, zh: `${name.zh}：含真值占比` }
      return between(quantity, LEAST, MOST, covered / TRIALS)
    }),
}

const MOST_PAIRS = 400
/** Pairs that the half-width asked for takes: fewer than the first look, a few times it, many. */
const NEEDED = [15, 60, 150]
/** Width of a normal interval in standard errors, on one side. */
const NORMAL_HALF = 1.96

const stopping: Entry = {
  id: 'V22',
  topic: 'statistics',
  long: true,
  title: { en: 'Coverage when the stopping rule ends a run', zh: '停止规则结束运行时的覆盖率' },
  setUp: {
    en: `${TRIALS} runs of at most ${MOST_PAIRS} pairs for each of three sizes and shapes; what a stopped run reports must hold the truth`,
    zh: `三种规模与三种分布各${TRIALS}次运行、每次至多${MOST_PAIRS}对；停止后所报区间须含真值`,
  },
  source: 'Chow and Robbins (1965), Annals of Mathematical Statistics 36:457',
  run: () =>
    shapes.flatMap(([name, shape]) =>
      NEEDED.map((needed) => {
        const quantity = {
          en: `${name.en}, ${needed} pairs needed: share that hold it`,
          zh: `${name.zh}，需${needed}对：含真值占比`,
        }
        return atLeast(quantity, LEAST, stoppedCoverage(name.en, shape, needed))
      }),
    ),
}

function stoppedCoverage(name: string, shape: (u: number) => number, needed: number): number {
  const asked = NORMAL_HALF / Math.sqrt(needed)
  const rule = { least: 10, most: MOST_PAIRS, halfWidths: { links: asked } }
  const generator = createSfc32(`verify|stopping|${name}|${needed}`)
  const draws = new Float64Array(MOST_PAIRS)
  let covered = 0
  for (let trial = 0; trial < TRIALS; trial++) {
    fillUniform(generator, draws)
    const values = draws.map((u) => TRUTH + shape(u))
    let n = nextLook(0, rule)
    let estimate = estimateMean(values.subarray(0, n))
    while (n < MOST_PAIRS && !shouldStop({ links: halfWidth(estimate) }, rule)) {
      n = nextLook(n, rule)
      estimate = estimateMean(values.subarray(0, n))
    }
    if (covers(n < MOST_PAIRS ? widenToAsked(estimate, asked) : estimate)) covered++
  }
  return covered / TRIALS
}

export const statisticsEntries: readonly Entry[] = [paired, bootstrap, stopping]
