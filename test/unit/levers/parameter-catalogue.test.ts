import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  baselineParameters,
  parameterCatalogue,
  withParameters,
  elementNames,
} from '../../../agents/parameter-catalogue.ts'

const declared = readFileSync('agents/parameters.ts', 'utf8')
  .split('export interface Parameters')[1]
  .matchAll(/^ {2}(\w+):/gm)
const keys = [...declared].map((match) => match[1])

const listed = (value: unknown): number[] => (Array.isArray(value) ? value : [value]) as number[]

describe('parameterCatalogue', () => {
  it('has exactly one entry for every key of Parameters', () => {
    expect(keys.length).toBeGreaterThan(80)
    expect(parameterCatalogue.map((entry) => entry.id).sort()).toEqual([...keys].sort())
  })

  it.each(parameterCatalogue.map((entry) => [entry.id, entry] as const))(
    '%s has labels, a source, and a baseline inside its range and bounds',
    (_, entry) => {
      expect(entry.label.en && entry.label.zh && entry.source && entry.class).toBeTruthy()
      if (entry.kind === 'choice') return expect(entry.members).toContain(entry.baseline)
      const [low, high] = entry.range.map(listed)
      listed(entry.baseline).forEach((value, k) => {
        expect(Number.isFinite(value)).toBe(true)
        expect(value).toBeGreaterThanOrEqual(low[k])
        expect(value).toBeLessThanOrEqual(high[k])
        expect(low[k]).toBeGreaterThanOrEqual(entry.bounds[0])
        expect(high[k]).toBeLessThanOrEqual(entry.bounds[1])
      })
    },
  )

  it('marks the ten estimated numbers', () => {
    expect(parameterCatalogue.filter((entry) => entry.estimated).map((entry) => entry.id)).toEqual([
      'markupScale',
      'dataAdvantageSlope',
      'partnerCostNew',
      'programmeCostNew',
      'inspectionRateNew',
      'planningHorizon',
      'reviewRateAnnounced',
      'legacyCost',
      'choiceNoise',
      'capacityDispersion',
    ])
  })

  it('reads relative, absolute and list ranges as written in the table', () => {
    const range = (id: string) => parameterCatalogue.find((entry) => entry.id === id)!.range
    expect(range('dataAdvantage')).toEqual([
      [0.47000000000000003, 0.33999999999999997, 0.24],
      [0.63, 0.5, 0.4],
    ])
    expect(range('tenor')).toEqual([6, 12])
    const [low, high] = range('acquisitionCost') as unknown as [number[], number[]]
    expect(low[1]).toBeCloseTo(0.015, 15)
    expect(high[1]).toBeCloseTo(0.045, 15)
    expect(range('smallFixedCostNew')).toEqual([7, 28])
    expect(range('outsideShare')).toEqual([0.2, 0.6])
  })
})

describe('elementNames', () => {
  it('numbers segments from 1', () => {
    expect(elementNames(5)).toEqual(['S1', 'S2', 'S3', 'S4', 'S5'])
  })
})

describe('baselineParameters', () => {
  it('holds the values of the table', () => {
    const p = baselineParameters()
    expect(p.tenor).toBe(12)
    expect(p.reviewRate).toBe(1 / 12)
    expect(p.defaultProbability).toEqual([0.015, 0.03, 0.055, 0.11, 0.18])
    expect(p.fixedCost).toEqual([500, 60, 6])
    expect(p.fundingCost).toHaveLength(9)
    expect(p.markupMode).toBe('scaled')
  })

  it('is fresh each time', () => {
    expect(baselineParameters()).toEqual(baselineParameters())
    expect(baselineParameters().fixedCost).not.toBe(baselineParameters().fixedCost)
  })
})

describe('withParameters', () => {
  it('replaces only what is named and leaves the base alone', () => {
    const base = baselineParameters()
    const changed = withParameters(base, { legacyCost: 0, guaranteeCover: [0, 0, 0] })
    expect(changed).toEqual({ ...base, legacyCost: 0, guaranteeCover: [0, 0, 0] })
    expect(base).toEqual(baselineParameters())
  })

  it('reports every unknown name and impossible value at once', () => {
    const broken = {
      tenour: 12,
      tenor: 6.5,
      taxRate: 2,
      guaranteeCover: 0.5,
      fixedCost: [1, 2],
      markupMode: 'loose',
      setupCost: NaN,
    }
    expect(() => withParameters(baselineParameters(), broken)).toThrowError(
      expect.objectContaining({
        problems: Object.keys(broken).map(
          (id) => expect.objectContaining({ path: `parameters.${id}` }) as object,
        ),
      }),
    )
  })
})
