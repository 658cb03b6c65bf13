/**
 * What a replicate takes the unknown to be: one value per uncertain parameter, each from one uniform
 * that belongs to the replicate and the parameter. Other uncertainties, the scenario and the design
 * point leave it as it is, so baseline and reform share it.
 *
 *     uniform      x = low + (high − low) u
 *     triangular   x = low + √(u (high − low)(mode − low))             u < (mode − low)/(high − low)
 *                  x = high − √((1 − u)(high − low)(high − mode))      otherwise
 *     normal       x = mean + sd Φ⁻¹((1 − u) Φ(α) + u Φ(β))            α, β the standardised bounds
 *     choices      the first value whose cumulative weight exceeds u
 *
 * A higher u means a higher value, or a later choice.
 *
 * @source Devroye (1986), Non-uniform random variate generation, chapter 2
 * @module
 */
import { normalCdf, normalQuantile } from '../engine/numerics/normal.ts'
import { purpose, uniform, type Key } from '../engine/stream.ts'
import type { ParameterDescriptor } from './catalogue.ts'
import { unitToValue } from './design/unit-to-value.ts'
import type { Distribution, Uncertainty } from './uncertainty.ts'
import type { ParameterValue } from './values.ts'

const HALF = 0.5

/** Values by parameter, in the order of `uncertainties`. */
export function drawUncertainties(
  uncertainties: readonly Uncertainty[],
  key: Key,
  parameters: readonly Pick<ParameterDescriptor, 'id' | 'bounds' | 'whole'>[],
): Record<string, ParameterValue> {
  return Object.fromEntries(
    uncertainties.map(({ parameter: id, distribution }) => {
      const parameter = parameters.find((one) => one.id === id)
      if (parameter === undefined) throw new Error(`${id} is no parameter`)
      const u = uniform(key, purpose(`uncertainty.${id}`), 0, 0, 0)
      return [id, quantile(distribution, u, parameter)]
    }),
  )
}

/**
 * The value at `u` in (0, 1). Of a whole parameter, `uniform` gives each whole number in its range the
 * same chance; the other forms are rounded.
 */
export function quantile(
  distribution: Distribution,
  u: number,
  { bounds, whole }: Pick<ParameterDescriptor, 'bounds' | 'whole'>,
): ParameterValue {
  switch (distribution.kind) {
    case 'choices':
      return choice(distribution, u)
    case 'uniform':
      return unitToValue({ ...distribution, whole }, u) as number
    case 'triangular': {
      const value = triangular(distribution, u)
      return whole ? rounded(value, distribution.low, distribution.high) : value
    }
    case 'normal': {
      const [low, high] = bounds
      const value = truncatedNormal(distribution, low, high, u)
      return whole ? rounded(value, low, high) : value
    }
  }
}

function choice(
  { values, weights }: Extract<Distribution, { kind: 'choices' }>,
  u: number,
): ParameterValue {
  let total = 0
  for (let k = 0; k < values.length; k++) total += weights?.[k] ?? 1
  let cumulative = 0
  for (let k = 0; k < values.length - 1; k++) {
    cumulative += weights?.[k] ?? 1
    if (u * total < cumulative) return values[k]
  }
  return values[values.length - 1]
}

function triangular(
  { low, mode, high }: Extract<Distribution, { kind: 'triangular' }>,
  u: number,
): number {
  const below = u * (high - low) < mode - low
  return below
    ? low + Math.sqrt(u * (high - low) * (mode - low))
    : high - Math.sqrt((1 - u) * (high - low) * (high - mode))
}

/** Works from the nearer tail, so that bounds far out on either side lose no digits. */
function truncatedNormal(
  { mean, sd }: Extract<Distribution, { kind: 'normal' }>,
  low: number,
  high: number,
  u: number,
): number {
  const from = (low - mean) / sd
  const to = (high - mean) / sd
  const below = (1 - u) * normalCdf(from) + u * normalCdf(to)
  const above = (1 - u) * normalCdf(-from) + u * normalCdf(-to)
  const standard = below < HALF ? normalQuantile(below) : -normalQuantile(above)
  return clamped(mean + sd * standard, low, high)
}

/** The nearest whole number within [low, high]. */
function rounded(value: number, low: number, high: number): number {
  return clamped(Math.floor(value + HALF), Math.ceil(low), Math.floor(high))
}

function clamped(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
