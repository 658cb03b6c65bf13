import { describe, expect, it } from 'vitest'
import { drawRegion, regionChoice } from '../../../agents/populate/draw-regions.ts'
import { createStream, makeKey, purpose } from '../../../engine/stream.ts'

const WEIGHTS = Float64Array.of(0.6, 0.3, 0.1)
const AGENTS = 4000

describe('a home region', () => {
  it('is drawn in proportion to the weight of regions', () => {
    const choice = regionChoice(WEIGHTS)
    const stream = createStream()
    const counts = new Float64Array(WEIGHTS.length)
    for (let agent = 0; agent < AGENTS; agent++) {
      counts[drawRegion(choice, stream, makeKey('regions', 0), purpose('init.homeRegion'), agent)]++
    }
    WEIGHTS.forEach((weight, region) => {
      const fiveStandardErrors = 5 * Math.sqrt((weight * (1 - weight)) / AGENTS)
      expect(Math.abs(counts[region] / AGENTS - weight)).toBeLessThan(fiveStandardErrors)
    })
  })
})
