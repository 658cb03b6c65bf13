/**
 * A response surface for every moment: what a simulation would give at a setting nobody ran.
 *
 *     moment(θ) = ȳ + Σ b · term(θ) + error,
 *     V[error of a mean of R replicates] = s² (f + (1 − f)/R)
 *
 * with s² the variance of a single replicate around the surface: luck, and what the surface cannot
 * follow. The share f that is lack of fit can be told from luck only when cases differ in replicates;
 * it is read off the squared residuals against 1/R, pooled over moments, and is 0 otherwise.
 *
 * Cases in which a moment is not defined are left out of that moment alone.
 *
 * @source Salle, Yıldızoğlu (2014), Computational Economics 44:507 for surfaces of agent-based models;
 *   Craig, Goldstein, Seheult, Smith (1997) for polynomial emulators in history matching
 * @module
 */
import { mean } from '../statistics/moments.ts'
import { quantile } from '../statistics/quantile.ts'
import { caseCount, type CaseTable } from './case-table.ts'
import type { Cloud } from './cloud.ts'
import { fillTerms, responseTerms, type ResponseTerms } from './response-terms.ts'
import { fitRidge, ridgePath, type RidgeFit, type RidgePath } from './ridge-path.ts'
import { shrunkCovariance, type ShrunkCovariance } from './shrunk-covariance.ts'

/** Surfaces of the moments that are defined in the same cases. */
export interface Surface {
  readonly path: RidgePath
  readonly moments: readonly number[]
  readonly fits: readonly RidgeFit[]
}

export interface Emulator {
  readonly terms: ResponseTerms
  readonly moments: number
  readonly surfaces: readonly Surface[]
  /** Of a single replicate around the surface; NaN for a moment with too few cases. */
  readonly residualVariances: Float64Array
  readonly covariance: ShrunkCovariance
  /** Share of those variances that more replicates would not take away. */
  readonly lackOfFit: number
  /** Share of variance of cases left out that the surface predicts, by moment. */
  readonly leaveOneOutR2: Float64Array
}

/** What an emulator says of a cloud. */
export interface Predictions {
  readonly size: number
  readonly moments: number
  /** `[point * moments + moment]` */
  readonly means: Float64Array
  /** Variances of the means, in units of the moment's residual variance. */
  readonly leverages: Float64Array
}

/** A moment defined in fewer cases has no surface. */
export const FEWEST_CASES = 20
const HALF = 0.5
const TOGETHER = 3
/** Lack of fit this many times the luck of a replicate is as good as all there is. */
const MOST_RATIO = 100

export function fitEmulator(table: CaseTable): Emulator {
  const terms = responseTerms(table.dimensions)
  const groups = groupsOf(table)
  const even = fitSurfaces(table, terms, groups, 0)
  const ratio = lackOfFitRatio(table, groups, even)
  const surfaces = ratio > 0 ? fitSurfaces(table, terms, groups, ratio) : even
  const residualVariances = new Float64Array(table.moments).fill(NaN)
  const leaveOneOutR2 = new Float64Array(table.moments).fill(NaN)
  const deviations = new Float64Array(table.values.length).fill(NaN)
  surfaces.forEach(({ path, moments, fits }, g) => {
    moments.forEach((m, k) => {
      residualVariances[m] = fits[k].residualVariance
      leaveOneOutR2[m] = fits[k].leaveOneOutR2
      groups[g].cases.forEach((i, place) => {
        deviations[i * table.moments + m] =
          Math.sqrt(path.weights[place]) * fits[k].residuals[place]
      })
    })
  })
  return {
    terms,
    moments: table.moments,
    surfaces,
    residualVariances,
    covariance: shrunkCovariance(deviations, residualVariances),
    lackOfFit: ratio / (1 + ratio),
    leaveOneOutR2,
  }
}

/** Means and their leverages at every point; NaN for moments without a surface. */
export function predict(emulator: Emulator, cloud: Cloud): Predictions {
  const { terms, moments } = emulator
  const means = new Float64Array(cloud.size * moments).fill(NaN)
  const leverages = new Float64Array(cloud.size * moments).fill(NaN)
  const row = new Float64Array(terms.count)
  const turned = new Float64Array(terms.count)
  for (const surface of emulator.surfaces) {
    const scales = surface.fits.map(({ strength }) =>
      surface.path.eigenvalues.map((value) => 1 / (value + strength)),
    )
    for (let p = 0; p < cloud.size; p++) {
      fillTerms(terms, cloud.units, p, row)
      turn(surface.path, row, turned)
      for (let f = 0; f < surface.fits.length; f++) {
        const { centre, coefficients } = surface.fits[f]
        const scale = scales[f]
        let predicted = centre
        let leverage = 1 / surface.path.totalWeight
        for (let k = 0; k < coefficients.length; k++) {
          const z = turned[k]
          predicted += coefficients[k] * z
          leverage += scale[k] * z * z
        }
        const place = p * moments + surface.moments[f]
        means[place] = predicted
        leverages[place] = leverage
      }
    }
  }
  return { size: cloud.size, moments, means, leverages }
}

interface Group {
  readonly moments: number[]
  readonly cases: readonly number[]
}

/** Moments by the cases in which they are defined. */
function groupsOf(table: CaseTable): Group[] {
  const groups = new Map<string, Group>()
  for (let m = 0; m < table.moments; m++) {
    const cases: number[] = []
    for (let i = 0; i < caseCount(table); i++) {
      if (Number.isFinite(table.values[i * table.moments + m])) cases.push(i)
    }
    if (cases.length < FEWEST_CASES) continue
    const name = cases.length === caseCount(table) ? 'all' : cases.join()
    const group = groups.get(name)
    if (group === undefined) groups.set(name, { moments: [m], cases })
    else group.moments.push(m)
  }
  return [...groups.values()]
}

/** @param ratio  lack of fit over the luck of one replicate, as variances */
function fitSurfaces(
  table: CaseTable,
  terms: ResponseTerms,
  groups: readonly Group[],
  ratio: number,
): Surface[] {
  return groups.map(({ moments, cases }) => {
    const design = new Float64Array(cases.length * terms.count)
    cases.forEach((i, place) => {
      const row = design.subarray(place * terms.count, (place + 1) * terms.count)
      fillTerms(terms, table.units, i, row)
    })
    const weights = Float64Array.from(
      cases,
      (i) => (ratio + 1) / (ratio + 1 / replicatesOf(table, i)),
    )
    const path = ridgePath(design, terms.penalties, weights)
    const fits = moments.map((m) =>
      fitRidge(
        path,
        Float64Array.from(cases, (i) => table.values[i * table.moments + m]),
      ),
    )
    return { path, moments, fits }
  })
}

/** Median over moments of the two variances that e² = lack of fit + luck / R finds; at least 0. */
function lackOfFitRatio(
  table: CaseTable,
  groups: readonly Group[],
  surfaces: readonly Surface[],
): number {
  const ratios = surfaces.flatMap(({ path, fits }, g) => {
    const inverse = groups[g].cases.map((i) => 1 / replicatesOf(table, i))
    const centre = mean(inverse)
    let spread = 0
    for (const one of inverse) spread += (one - centre) * (one - centre)
    if (!(spread > 0)) return [0]
    return fits.map(({ residuals, strength }) => {
      const leverages = path.leverages[path.strengths.indexOf(strength)]
      const squares = residuals.map(
        (e, i) => (e * e) / Math.max(HALF, 1 - path.weights[i] * leverages[i]),
      )
      const level = mean(squares)
      let slope = 0
      squares.forEach((square, i) => (slope += (inverse[i] - centre) * (square - level)))
      slope /= spread
      if (!(level > 0)) return 0
      return slope > 0
        ? Math.min(MOST_RATIO, Math.max(0, level - slope * centre) / slope)
        : MOST_RATIO
    })
  })
  return ratios.length === 0 ? 0 : quantile(ratios, HALF)
}

function replicatesOf({ replicates }: CaseTable, place: number): number {
  return replicates === undefined ? 1 : replicates[place]
}

/** z = Vᵀ x̃ of a row of terms. */
function turn(path: RidgePath, row: Float64Array, out: Float64Array): void {
  const { turn: matrix, centres, terms } = path
  for (let t = 0; t < terms; t++) row[t] -= centres[t]
  // Three sums at a time: a single one waits for each of its additions.
  let k = 0
  for (; k + 2 < terms; k += TOGETHER) {
    const first = k * terms
    const second = first + terms
    const third = second + terms
    let one = 0
    let two = 0
    let three = 0
    for (let t = 0; t < terms; t++) {
      const term = row[t]
      one += matrix[first + t] * term
      two += matrix[second + t] * term
      three += matrix[third + t] * term
    }
    out[k] = one
    out[k + 1] = two
    out[k + 2] = three
  }
  for (; k < terms; k++) {
    out[k] = 0
    for (let t = 0; t < terms; t++) out[k] += matrix[k * terms + t] * row[t]
  }
}
