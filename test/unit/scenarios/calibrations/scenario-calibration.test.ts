import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { SimulationError, type Problem } from '../../../../engine/errors.ts'
import { makeKey } from '../../../../engine/stream.ts'
import { parameterCatalogue } from '../../../../agents/parameter-catalogue.ts'
import { calibrationTexts } from '../../../../bin/sources.ts'
import { memberAt } from '../../../../scenarios/calibrations/draw-member.ts'
import type { ScenarioCatalogue } from '../../../../scenarios/catalogue.ts'
import { drawParameters } from '../../../../scenarios/draw-parameters.ts'
import { resolveScenario, type Scenario } from '../../../../scenarios/resolve.ts'
import { textsOf, toyCalibration, toyText } from '../../../fixtures/toy-calibration.ts'
import { catalogue as shipped, library as shippedLibrary } from '../scenario-catalogue.ts'

const other = toyText.replace('toy-set', 'other-set').replace('weight: 4', 'weight: 5')
const calibrations = textsOf({ 'toy-set': toyText, 'other-set': other })
const catalogue: ScenarioCatalogue = { ...shipped, calibrations }

const scenarioText = (id: string, lines: string) => `schema: 1
id: ${id}
title: { en: ${id}, zh: 情景 }
question: What if?
${lines}`
const library = new Map([
  ...shippedLibrary,
  ['parent', scenarioText('parent', 'calibration: toy-set\n')],
])

function mine(lines: string, overrides: string[] = []): Scenario {
  const text = scenarioText('mine', lines)
  return resolveScenario({ text, file: 'mine.yaml' }, library, catalogue, overrides)
}

function problemsOf(act: () => unknown): readonly Problem[] {
  try {
    act()
  } catch (thrown) {
    if (thrown instanceof SimulationError) return thrown.problems
    throw thrown
  }
  return []
}

describe('the calibration of a scenario', () => {
  it('is none unless somebody says so', () => {
    expect(mine('')).not.toHaveProperty('calibration')
    expect(mine('').origins['calibration']).toBeUndefined()
  })

  it('is the set named, read', () => {
    const scenario = mine('calibration: toy-set\n')
    expect(scenario.calibration?.members).toEqual(toyCalibration.members)
    expect(scenario.origins['calibration']).toEqual({ file: 'mine.yaml', line: 5, column: 14 })
  })

  it('is inherited, replaced, and taken away with none', () => {
    expect(mine('extends: parent\n').calibration?.id).toBe('toy-set')
    expect(mine('extends: parent\ncalibration: other-set\n').calibration?.id).toBe('other-set')
    expect(mine('extends: parent\ncalibration: none\n').calibration).toBeUndefined()
  })

  it('is what the last override says', () => {
    const said = (...overrides: string[]) => mine('extends: parent\n', overrides)
    expect(said('calibration=none').calibration).toBeUndefined()
    expect(said('calibration=none', 'calibration=other-set').calibration?.id).toBe('other-set')
    expect(said('calibration=none').origins['calibration']).toEqual({ file: '-s' })
  })

  it('has to exist: the nearest name is offered, at the place of the name', () => {
    const [problem] = problemsOf(() => mine('calibration: toy-sett\n'))
    expect(problem).toMatchObject({
      code: 'CALIBRATION_UNKNOWN',
      file: 'mine.yaml',
      line: 5,
      path: 'calibration',
      got: 'toy-sett',
      hint: 'did you mean "toy-set"?',
    })
    expect(problem.expected).toMatch(/toy-set, other-set, none/)
    const asked = () => mine('', ['calibration=nothing-like-it'])
    expect(problemsOf(asked)).toMatchObject([{ code: 'CALIBRATION_UNKNOWN', file: '-s' }])
  })

  it('is no number and no list', () => {
    for (const lines of ['calibration: 3\n', 'calibration: [toy-set]\n']) {
      expect(problemsOf(() => mine(lines))).toMatchObject([{ line: 5, path: 'calibration' }])
    }
    expect(problemsOf(() => mine('', ['calibration=[1]']))).toHaveLength(1)
  })

  it('says what is wrong in its own file, besides what is wrong in the scenario', () => {
    const broken = textsOf({ broken: toyText.replace('weight: 4', 'weight: 0') })
    const text = scenarioText(
      'mine',
      'calibration: broken\nlevers: { aprCapPerLoan: { from: 2020-01 } }\n',
    )
    const problems = problemsOf(() =>
      resolveScenario({ text, file: 'mine.yaml' }, library, { ...shipped, calibrations: broken }),
    )
    expect(problems.map(({ file }) => file)).toContain('broken.yaml')
    expect(problems.map(({ file }) => file)).toContain('mine.yaml')
  })

  it('is not read where a child replaces it', () => {
    const gone = new Map([...library, ['lost', scenarioText('lost', 'calibration: gone\n')]])
    const text = scenarioText('mine', 'extends: lost\ncalibration: none\n')
    const { calibration } = resolveScenario({ text, file: 'mine.yaml' }, gone, catalogue)
    expect(calibration).toBeUndefined()
  })
})

describe('a path to a calibration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhudai-calibration-'))
  mkdirSync(join(folder, 'sets'))
  writeFileSync(join(folder, 'sets', 'mine.yaml'), toyText)
  afterAll(() => rmSync(folder, { recursive: true }))
  const { find } = calibrationTexts()

  it('is looked up beside the scenario, then in the working directory', () => {
    expect(find('sets/mine.yaml', join(folder, 'scenario.yaml'))?.text).toBe(toyText)
    expect(find(join(folder, 'sets', 'mine.yaml'), '-s')?.text).toBe(toyText)
    expect(find('test/fixtures/toy-calibration.yaml', '-s')?.text).toBe(toyText)
    expect(find('sets/mine.yaml', '-s')).toBeUndefined()
  })

  it('is told from an id by its slash or ending; files without members are none', () => {
    expect(find('public-2025-targets', '-s')).toBeUndefined()
  })
})

describe('the parameters of a replicate', () => {
  const sets = { 'toy-set': toyCalibration }
  const key = makeKey('seed', 3)
  const draw = (point: Partial<Scenario>) =>
    drawParameters(
      {
        calibration: 'toy-set',
        uncertainties: point.uncertainties ?? [],
        parameterOverrides: point.parameterOverrides ?? {},
      },
      sets,
      key,
      parameterCatalogue,
    )

  it('are those of one member, all together', () => {
    const drawn = draw({})
    expect(Object.keys(drawn)).toEqual(toyCalibration.parameters)
    const rows = toyCalibration.members.map(({ values }) => values)
    expect(rows).toContainEqual(Object.values(drawn))
  })

  it('are drawn values before those of the member, and fixed ones before both', () => {
    const member = draw({})
    const uncertainties = ['markupScale', 'legacyCost'].map((parameter) => ({
      parameter,
      distribution: { kind: 'uniform', low: 0.61, high: 0.62 } as const,
    }))
    const drawn = draw({ uncertainties, parameterOverrides: { legacyCost: 0.123 } })
    expect(drawn['markupScale']).toBeGreaterThan(0.61)
    expect(drawn['markupScale']).toBeLessThan(0.62)
    expect(drawn['legacyCost']).toBe(0.123)
    for (const id of toyCalibration.parameters.filter((one) => !/^(markup|legacy)/.test(one))) {
      expect(drawn[id], id).toBe(member[id])
    }
  })

  it('are those of the scenario alone where there is no calibration', () => {
    const none = { parameterOverrides: { legacyCost: 0.1 }, uncertainties: [] }
    expect(drawParameters(none, undefined, key, parameterCatalogue)).toEqual({ legacyCost: 0.1 })
  })

  it('cannot be of a set the plan does not hold', () => {
    const point = { calibration: 'toString', parameterOverrides: {} }
    expect(() => drawParameters(point, sets, key, parameterCatalogue)).toThrow(/toString/)
  })
})

describe('memberAt', () => {
  const members = [1, 3, 4].map((weight) => ({ weight }))

  it('gives each member its share of the unit interval, in the order written', () => {
    const at = [1e-9, 0.1249, 0.1251, 0.4999, 0.5001, 1 - 1e-9].map((u) => memberAt(members, u))
    expect(at).toEqual([0, 0, 1, 1, 2, 2])
  })
})
