import { describe, expect, it } from 'vitest'
import { latinHypercubePoints } from '../../../../scenarios/design/latin-hypercube.ts'

const POINTS = 100
const DIMENSIONS = 3

describe('latinHypercubePoints', () => {
  const points = latinHypercubePoints(POINTS, DIMENSIONS, 'word')
  const along = (d: number, of = points) => of.filter((_, k) => k % DIMENSIONS === d)

  it('puts one point into each slice of every axis', () => {
    for (let d = 0; d < DIMENSIONS; d++) {
      const slices = [...along(d)].map((u) => Math.floor(u * POINTS)).sort((a, b) => a - b)
      expect(slices).toEqual(Array.from({ length: POINTS }, (_, k) => k))
    }
  })

  it('pairs the slices of the axes at random, and places points within them', () => {
    const mean = (values: ArrayLike<number>) =>
      Array.from(values).reduce((sum, one) => sum + one, 0) / values.length
    for (const [one, other] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ]) {
      const products = [...along(one)].map((u, k) => (u - 0.5) * (along(other)[k] - 0.5) * 12)
      expect(Math.abs(mean(products))).toBeLessThan(5 / Math.sqrt(POINTS))
    }
    const places = [...points].map((u) => u * POINTS - Math.floor(u * POINTS))
    expect(Math.abs(mean(places) - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / places.length))
    expect(new Set(places.map((place) => Math.floor(place * 10))).size).toBe(10)
  })

  it('is the same for the same seed alone, and gives an axis the same points beside others', () => {
    expect(latinHypercubePoints(POINTS, DIMENSIONS, 'word')).toEqual(points)
    const other = latinHypercubePoints(POINTS, DIMENSIONS, 'other')
    expect(other.some((u, k) => u === points[k])).toBe(false)
    expect(latinHypercubePoints(POINTS, 1, 'word')).toEqual(along(0))
  })
})
