/**
 * The Ishigami function and its indices in closed form.
 * @source Ishigami, Homma (1990); a = 7, b = .1 as in Saltelli et al. (2008)
 * @module
 */

const A = 7
const B = 0.1
const PI4 = Math.PI ** 2 * Math.PI ** 2

const first = (1 + (B * PI4) / 5) ** 2 / 2
const second = (A * A) / 8
const both = (8 * B * B * PI4 * PI4) / 225
const all = first + second + both

/** By input. */
export const ISHIGAMI_FIRST = [first / all, second / all, 0]
export const ISHIGAMI_TOTAL = [(first + both) / all, second / all, both / all]

/** At `[point * 3 + input]` in (0, 1), stretched to (−π, π). */
export function ishigami(points: Float64Array): Float64Array {
  return Float64Array.from({ length: points.length / 3 }, (_, j) => {
    const [x1, x2, x3] = [0, 1, 2].map((i) => Math.PI * (2 * points[3 * j + i] - 1))
    return Math.sin(x1) + A * Math.sin(x2) ** 2 + B * (x3 * x3) ** 2 * Math.sin(x1)
  })
}
