import { exp } from './exp.ts'

/**
 * Logistic function Λ(z) = 1 / (1 + e^−z), in the form that never overflows on either side.
 *
 * @source Cox (1958), The regression analysis of binary sequences
 */
export function logistic(z: number): number {
  if (z >= 0) return 1 / (1 + exp(-z))
  const odds = exp(z)
  return odds / (1 + odds)
}
