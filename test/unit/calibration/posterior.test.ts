import { describe, expect, it } from 'vitest'
import { cloudOf, priorCloud, type Cloud } from '../../../analysis/calibration/cloud.ts'
import { chiSquares } from '../../../analysis/calibration/dispersion.ts'
import { implausibility } from '../../../analysis/calibration/implausibility.ts'
import {
  effectiveSize,
  normalisedWeights,
  systematicCounts,
} from '../../../analysis/calibration/importance.ts'
import {
  drawScores,
  kernelMixture,
  logPriorRatios,
  toScores,
} from '../../../analysis/calibration/kernel-mixture.ts'
import { logLikelihoods } from '../../../analysis/calibration/log-likelihood.ts'
import { nextPoints } from '../../../analysis/calibration/next-points.ts'
import { drawSet } from '../../../analysis/calibration/posterior-set.ts'
import {
  evaluated,
  samplePosterior,
  type Posterior,
} from '../../../analysis/calibration/posterior.ts'
import { profilesOf, verdictOf } from '../../../analysis/calibration/profiles.ts'
import { coordinate, weightedMean } from '../../../analysis/calibration/weighted-moments.ts'
import { mean } from '../../../analysis/statistics/moments.ts'
import { exp } from '../../../engine/numerics/exp.ts'
import { luck, observe } from '../../fixtures/toy-simulator.ts'

const SIZE = 4_000
/** −½ Σ ((place − centre)/sd)², by point. */
const bell =
  (centres: readonly number[], sds: readonly number[]) =>
  ({ size, dimensions, units }: Cloud): Float64Array =>
    Float64Array.from({ length: size }, (_, p) => {
      let sum = 0
      centres.forEach((centre, d) => {
        const away = (units[p * dimensions + d] - centre) / sds[d]
        sum -= (away * away) / 2
      })
      return sum
    })

function momentsOf(posterior: Posterior, d: number) {
  const own = coordinate(posterior.units, posterior.dimensions, d)
  const centre = weightedMean(own, posterior.weights)
  const squares = own.map((value) => (value - centre) * (value - centre))
  return { centre, sd: Math.sqrt(weightedMean(squares, posterior.weights)) }
}

describe('a synthetic likelihood', () => {
  const covariance = {
    moments: 3,
    entries: Float64Array.of(2, 1, 0, 1, 3, 0, 0, 0, 1),
    shrinkage: 0,
  }
  const at = (means: readonly number[], leverage: number) => ({
    size: 1,
    moments: 3,
    means: Float64Array.from(means),
    leverages: new Float64Array(3).fill(leverage),
  })
  const observed = { ...observe([1, 2, 5], 1), weights: Float64Array.of(1, 1, 0) }

  it('is that of a normal with all three variances added up', () => {
    // C = 1.5 · S + I = [[4, 1.5], [1.5, 5.5]], misfit (1, −1); the third moment has no weight.
    const determinant = 4 * 5.5 - 1.5 * 1.5
    const squares = (5.5 + 2 * 1.5 + 4) / determinant
    const [found] = logLikelihoods(at([0, 3, 99], 0.5), covariance, observed)
    expect(found).toBeCloseTo(-squares / 2 - Math.log(determinant) / 2, 12)
  })

  it('leaves out what was not observed', () => {
    const missing = { ...observed, values: Float64Array.of(1, NaN, 5) }
    const [found] = logLikelihoods(at([0, 3, 99], 0), covariance, missing)
    expect(found).toBeCloseTo(-1 / 3 / 2 - Math.log(3) / 2, 12)
  })

  it('counts an observation of weight 2 like two', () => {
    const single = { ...observed, weights: Float64Array.of(1, 0, 0) }
    const double = { ...observed, weights: Float64Array.of(2, 0, 0) }
    const difference = (one: typeof observed): number => {
      const [near] = logLikelihoods(at([1, 0, 0], 0), covariance, one)
      const [far] = logLikelihoods(at([4, 0, 0], 0), covariance, one)
      return near - far
    }
    expect(difference(double)).toBeCloseTo(2 * difference(single), 12)
  })

  it('lacks half of a perfect one’s χ²', () => {
    // C = [[3, 1], [1, 4]] without leverage; misfits (1, −1) and (0, 0).
    const both = {
      size: 2,
      moments: 3,
      means: Float64Array.of(0, 3, 99, 1, 2, 99),
      leverages: new Float64Array(6),
    }
    const [far, perfect] = chiSquares(both, covariance, observed)
    expect(far).toBeCloseTo((4 + 2 + 3) / 11, 12)
    expect(perfect).toBeCloseTo(0, 12)
  })

  it('is impossible where the covariance is none', () => {
    const broken = { ...covariance, entries: Float64Array.of(2, 9, 0, 9, 3, 0, 0, 0, 1) }
    expect(logLikelihoods(at([0, 3, 99], 0), broken, observed)[0]).toBe(-Infinity)
  })

  it('that is not defined makes a setting impossible', () => {
    const cloud = cloudOf(Float64Array.of(0.1, 0.2), 1)
    const found = evaluated(cloud, () => Float64Array.of(NaN, -3))
    expect([...found.logLikelihoods]).toEqual([-Infinity, -3])
  })

  it('takes a moment that is not defined for three standard deviations off', () => {
    const single = { ...observed, weights: Float64Array.of(1, 0, 0) }
    const [found] = logLikelihoods(at([NaN, 0, 0], 0), covariance, single)
    expect(found).toBeCloseTo(-9 / 2 - Math.log(3) / 2, 12)
  })
})

describe('history matching', () => {
  const predictions = {
    size: 4,
    moments: 2,
    means: Float64Array.of(0, 0, 9, 0, 9, 9, 5.9, 6.1),
    leverages: new Float64Array(8),
  }
  const found = implausibility(predictions, Float64Array.of(3, 3), observe([0, 0], 1))

  it('cuts by the second-largest distance, in standard deviations of everything', () => {
    expect([...found.largest]).toEqual([0, 4.5, 4.5, 3.05])
    expect([...found.secondLargest]).toEqual([0, 0, 4.5, 2.95])
    expect([...found.isPlausible]).toEqual([1, 1, 0, 1])
    expect(found.shareLeft).toBe(0.75)
    expect([...found.cutAlone]).toEqual([0.5, 0.5])
  })

  it('measures distances from what was observed, the uncertainty of the surface included', () => {
    const unsure = { ...predictions, leverages: new Float64Array(8).fill(4) }
    // 1 + 3 · (1 + 4) = 16
    const { largest } = implausibility(unsure, Float64Array.of(3, 3), observe([-2, -2], 1))
    expect([...largest]).toEqual([0.5, 2.75, 2.75, 2.025])
  })

  it('lets a single moment cut by itself', () => {
    const one = { ...observe([0, 0], 1), values: Float64Array.of(0, NaN) }
    const alone = implausibility(predictions, Float64Array.of(3, 3), one)
    expect([...alone.isPlausible]).toEqual([1, 0, 0, 1])
    expect(alone.cutAlone[1]).toBeNaN()
  })

  it('cuts less where the surface knows less', () => {
    const unsure = { ...predictions, leverages: new Float64Array(8).fill(4) }
    expect(implausibility(unsure, Float64Array.of(3, 3), observe([0, 0], 1)).shareLeft).toBe(1)
  })
})

describe('importance weights', () => {
  it('sum to 1 and survive likelihoods beyond the range of numbers', () => {
    const weights = normalisedWeights([-5000, -5000, -Infinity])
    expect([...weights]).toEqual([0.5, 0.5, 0])
    expect(effectiveSize(weights)).toBe(2)
    expect([...normalisedWeights([-Infinity])]).toEqual([0])
    expect(effectiveSize(normalisedWeights([-Infinity]))).toBe(0)
  })

  it('are drawn by to the nearest whole number either way', () => {
    const weights = normalisedWeights(Float64Array.from({ length: 50 }, (_, i) => (i * 7) % 5))
    const counts = systematicCounts(weights, 60, 'draw')
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(60)
    counts.forEach((n, i) => expect(Math.abs(n - 60 * weights[i])).toBeLessThan(1))
  })

  it('give what rounding took to the last point that counts', () => {
    const counts = systematicCounts(Float64Array.of(0.4, 0.5, 0), 100, 'short')
    expect(counts[0] + counts[1]).toBe(100)
    expect(counts[2]).toBe(0)
  })

  it('of a kernel mixture make its points a sample of the prior', () => {
    const cloud = priorCloud(2_000, 3, 'mixture')
    const seeds = normalisedWeights(bell([0.2, 0.5, 0.5], [0.1, 0.2, 9])(cloud))
    const mixture = kernelMixture(toScores(cloud.units), 3, seeds, 'mixture')
    const ratios = logPriorRatios(mixture, drawScores(mixture, 8_000, 'mixture'))
    // The mean of prior/proposal is 1; its standard error from its own spread.
    const weights = Float64Array.from(ratios, (ratio) => exp(ratio))
    const spread = Math.sqrt(mean(weights.map((w) => (w - 1) * (w - 1))) / weights.length)
    expect(Math.abs(mean(weights) - 1)).toBeLessThan(3 * spread)
    expect(Math.max(...weights)).toBeLessThanOrEqual(10 + 1e-9)
  })
})

const isSame = (one: Float64Array, other: Float64Array): boolean =>
  one.length === other.length && one.every((value, i) => value === other[i])

describe('a posterior', () => {
  const narrow = bell([0.3, 0.6, 0.5, 0.5, 0.5], [0.01, 0.02, 0.03, 0.02, 0.05])
  const found = samplePosterior(narrow, 5, { seed: 'narrow', size: SIZE })

  it('is found though next to nothing of the prior lies in it', () => {
    expect(found.generations[0].effectiveSize).toBeLessThan(5)
    expect(found.generations[0].power).toBeLessThan(0.5)
    expect(found.effectiveSize).toBeGreaterThan(1_000)
    const expected = [0.01, 0.02, 0.03, 0.02, 0.05]
    expected.forEach((sd, d) => {
      const own = momentsOf(found, d)
      const standardError = sd / Math.sqrt(found.effectiveSize)
      expect(Math.abs(own.centre - [0.3, 0.6, 0.5, 0.5, 0.5][d])).toBeLessThan(3 * standardError)
      expect(Math.abs(own.sd - sd)).toBeLessThan(3 * standardError)
    })
  })

  it('agrees with a brute force grid where two modes lean on the bounds', () => {
    const double = ({ size, units }: Cloud): Float64Array =>
      Float64Array.from({ length: size }, (_, p) => {
        const [x, y] = [units[p * 2], units[p * 2 + 1]]
        const one = exp(-(x * x + (y - x - 0.2) * (y - x - 0.2)) / (2 * 0.0004))
        const two = exp(-((1 - x) * (1 - x) + (y - 0.9) * (y - 0.9)) / (2 * 0.0016))
        return Math.log(one + two + 1e-300)
      })
    const cells = 400
    const grid = new Float64Array(2 * cells * cells)
    for (let k = 0; k < cells * cells; k++) {
      grid[2 * k] = (Math.floor(k / cells) + 0.5) / cells
      grid[2 * k + 1] = ((k % cells) + 0.5) / cells
    }
    const exact = normalisedWeights(double(cloudOf(grid, 2)))
    const posterior = samplePosterior(double, 2, { seed: 'modes', size: SIZE })
    for (const d of [0, 1]) {
      const own = momentsOf(posterior, d)
      const places = coordinate(grid, 2, d)
      const centre = weightedMean(places, exact)
      const sd = Math.sqrt(weightedMean(places.map((v) => (v - centre) * (v - centre)), exact)) // prettier-ignore
      const standardError = sd / Math.sqrt(posterior.effectiveSize)
      expect(Math.abs(own.centre - centre)).toBeLessThan(3 * standardError)
      expect(Math.abs(own.sd - sd)).toBeLessThan(3 * standardError)
    }
  })

  it('is the prior where nothing was observed', () => {
    const flat = samplePosterior(bell([], []), 3, { seed: 'flat', size: SIZE })
    expect(flat.generations).toHaveLength(1)
    expect(flat.effectiveSize).toBeCloseTo(SIZE, 6)
  })

  it('is the same on a second look, another under another seed, and a set follows its weights', () => {
    const again = samplePosterior(narrow, 5, { seed: 'narrow', size: SIZE })
    const other = samplePosterior(narrow, 5, { seed: 'other', size: SIZE })
    expect(isSame(again.units, found.units) && isSame(again.weights, found.weights)).toBe(true)
    expect(isSame(other.units, found.units)).toBe(false)
    const set = drawSet(found, 60, 'set')
    expect(set).toHaveLength(60)
    expect(drawSet(found, 60, 'set')).toEqual(set)
    expect(set.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12)
    const centre = mean(set.map(({ units }) => units[0]))
    expect(Math.abs(centre - 0.3)).toBeLessThan((3 * 0.01) / Math.sqrt(60))
  })
})

describe('profiles', () => {
  /** The first is known, the second does nothing, of the third and fourth only the sum is known. */
  const posterior = samplePosterior(
    (cloud) =>
      bell(
        [0.4],
        [0.05],
      )(cloud).map((value, p) => {
        const sum = cloud.units[p * 4 + 2] + cloud.units[p * 4 + 3]
        return value - ((sum - 1) * (sum - 1)) / (2 * 0.0025)
      }),
    4,
    { seed: 'profiles', size: SIZE },
  )
  const { parameters, linked } = profilesOf(posterior)

  it('call a parameter that does nothing not identified, and one the data fix identified', () => {
    expect(parameters.map(({ verdict }) => verdict).slice(0, 2)).toEqual([
      'identified',
      'notIdentified',
    ])
    const [known, idle] = parameters
    expect(known.contraction).toBeCloseTo(1 - (2 * 1.645 * 0.05) / 0.9, 1)
    expect(known.median).toBeCloseTo(0.4, 1)
    expect(Math.abs(idle.contraction)).toBeLessThan(0.1)
    expect(idle.drop).toBeLessThan(1.92)
    expect(idle.drop).toBeGreaterThanOrEqual(0)
    expect(known.drop).toBeGreaterThan(20)
    // Slice 0 holds settings up to .05: 7 standard deviations off.
    expect(known.profile[0]).toBeLessThan(-20)
    expect(Math.max(...known.profile)).toBe(0)
  })

  it('count slices that are ruled out wholly beside the drop of the others', () => {
    const { visited } = posterior
    const ruled = visited.logLikelihoods.map((value, i) =>
      visited.units[i * posterior.dimensions + 1] < 0.25 ? -Infinity : value,
    )
    const [, idle] = profilesOf({
      ...posterior,
      visited: { ...visited, logLikelihoods: ruled },
    }).parameters
    expect(idle.ruledOut).toBe(5)
    expect(idle.drop).toBeLessThan(1.92)
    expect(idle.verdict).toBe('weaklyIdentified')
    expect(parameters[1].ruledOut).toBe(0)
  })

  it('say that two parameters are known only together', () => {
    expect(linked.map(({ one, other }) => [one, other])).toEqual([[2, 3]])
    expect(linked[0].correlation).toBeLessThan(-0.9)
  })

  it('name the strongest pair first, and count the upper bound to the last slice', () => {
    const size = 400
    const places = (p: number): number[] => {
      const [one, other] = [luck(p, 1), luck(p, 2)]
      return [one, one + 0.8 * luck(p, 3), other, other + 0.2 * luck(p, 4)]
    }
    const scores = Array.from({ length: size }, (_, p) => places(p)).flat()
    const units = Float64Array.from(scores, (z) => 0.5 + z / 20)
    units[0] = 1
    const cloud = { dimensions: 4, size, units }
    const weights = new Float64Array(size).fill(1 / size)
    const visited = { ...cloud, logLikelihoods: new Float64Array(size) }
    const found = profilesOf({
      ...visited,
      weights,
      effectiveSize: size,
      generations: [],
      visited,
    })
    expect(found.linked.map(({ one, other }) => [one, other])).toEqual([[2, 3], [0, 1]]) // prettier-ignore
    expect(found.parameters[0].profile[19]).toBe(0)
  })

  it('need contraction and a drop for a verdict either way', () => {
    expect(verdictOf(0.19, 1.91)).toBe('notIdentified')
    expect(verdictOf(0.2, 1.91)).toBe('weaklyIdentified')
    expect(verdictOf(0.19, 1.92)).toBe('weaklyIdentified')
    expect(verdictOf(0.2, 1.92)).toBe('identified')
  })
})

describe('the next points', () => {
  const cloud = priorCloud(1_000, 2, 'next')
  const weights = normalisedWeights(bell([0.25, 0.25], [0.05, 0.05])(cloud))
  const plausible = Float64Array.from({ length: 1_000 }, (_, p) => Number(cloud.units[p * 2] < 0.5))
  const simulated = Float64Array.of(0.05, 0.05, 0.45, 0.95)
  const chosen = nextPoints(cloud, weights, plausible, simulated, { count: 40, seed: 'next' })

  it('are distinct, half of them where the posterior is and all of the rest plausible', () => {
    expect(new Set(chosen).size).toBe(40)
    const near = chosen.filter((p) => Math.hypot(cloud.units[p * 2] - 0.25, cloud.units[p * 2 + 1] - 0.25) < 0.2) // prettier-ignore
    expect(near.length).toBeGreaterThanOrEqual(15)
    expect(chosen.slice(20).every((p) => plausible[p] === 1)).toBe(true)
  })

  it('fill gaps: the farthest from what was run comes first', () => {
    const gaps = nextPoints(cloud, weights, plausible, simulated, {
      count: 1,
      seed: 'next',
      byWeight: 0,
    })
    const away = (p: number): number =>
      Math.min(
        Math.hypot(cloud.units[p * 2] - 0.05, cloud.units[p * 2 + 1] - 0.05),
        Math.hypot(cloud.units[p * 2] - 0.45, cloud.units[p * 2 + 1] - 0.95),
      )
    const all = Array.from({ length: 1_000 }, (_, p) => p).filter((p) => plausible[p] === 1)
    expect(away(gaps[0])).toBe(Math.max(...all.map(away)))
  })

  it('are looked for everywhere in a cloud too large to look at wholly', () => {
    const row = cloudOf(
      Float64Array.from({ length: 10_000 }, (_, p) => (p + 0.5) / 10_000),
      1,
    )
    const all = new Uint8Array(10_000).fill(1)
    const even = new Float64Array(10_000).fill(1e-4)
    const ends = nextPoints(row, even, all, Float64Array.of(0.5), {
      count: 2,
      seed: 'ends',
      byWeight: 0,
    })
    const [low, high] = ends.map((p) => row.units[p]).sort((a, b) => a - b)
    expect(low).toBeLessThan(0.01)
    expect(high).toBeGreaterThan(0.99)
  })

  it('are the same on a second look', () => {
    expect(nextPoints(cloud, weights, plausible, simulated, { count: 40, seed: 'next' })).toEqual(chosen) // prettier-ignore
  })

  it('are fewer where the cloud has no more', () => {
    const few = nextPoints(cloud, weights, new Uint8Array(1_000), simulated, {
      count: 40,
      seed: 'next',
    })
    expect(few.length).toBeLessThanOrEqual(20)
  })
})
