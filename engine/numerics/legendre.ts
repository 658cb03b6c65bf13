/** Nodes and weights of a quadrature on [−1, 1], nodes ascending. */
export interface Quadrature {
  readonly nodes: Float64Array
  readonly weights: Float64Array
}

const NEWTON_STEPS = 100
const TOLERANCE = 1e-15

/**
 * Gauss–Legendre nodes and weights, exact for polynomials up to degree 2n − 1.
 *
 * The nodes are the roots of the Legendre polynomial Pₙ, found by Newton from equally spaced
 * starts on [0, 1] between the sign changes of Pₙ; the weights are 2 / ((1 − x²) Pₙ′(x)²).
 *
 * @source Abramowitz and Stegun (1964), 25.4.29
 */
export function legendreNodes(n: number): Quadrature {
  const nodes = new Float64Array(n)
  const weights = new Float64Array(n)
  const roots = rootsBelowOne(n)
  for (let i = 0; i < n; i++) {
    nodes[i] = roots[i]!
    const slope = legendre(n, roots[i]).slope
    weights[i] = 2 / ((1 - roots[i] * roots[i]) * slope * slope)
  }
  return { nodes, weights }
}

/** All roots of Pₙ, ascending: sign changes on a fine grid, each bisected and polished by Newton. */
function rootsBelowOne(n: number): number[] {
  const cells = 8 * n * n
  const roots: number[] = []
  let left = -1
  let leftSign = legendre(n, left).value > 0
  for (let i = 1; i <= cells; i++) {
    const right = (2 * i) / cells - 1
    const rightSign = legendre(n, right).value > 0
    if (rightSign !== leftSign) roots.push(polish(n, (left + right) / 2))
    left = right
    leftSign = rightSign
  }
  return roots
}

function polish(n: number, start: number): number {
  let x = start
  for (let i = 0; i < NEWTON_STEPS; i++) {
    const { value, slope } = legendre(n, x)
    const change = value / slope
    x -= change
    if (Math.abs(change) <= TOLERANCE) return x
  }
  return x
}

/** Pₙ(x) by its recurrence, and its slope. */
function legendre(n: number, x: number): { value: number; slope: number } {
  let before = 1
  let value = x
  for (let k = 2; k <= n; k++) {
    const next = ((2 * k - 1) * x * value - (k - 1) * before) / k
    before = value
    value = next
  }
  return { value, slope: (n * (x * value - before)) / (x * x - 1) }
}
