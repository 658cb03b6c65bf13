import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { SimulationError } from '../../../../engine/errors.ts'
import type { Calibration } from '../../../../scenarios/calibrations/calibration.ts'
import type { ScenarioCatalogue } from '../../../../scenarios/catalogue.ts'
import { createPlan, type Plan } from '../../../../scenarios/plan.ts'
import { resolveScenario, type Scenario } from '../../../../scenarios/resolve.ts'
import type { SweepBlock } from '../../../../scenarios/sweep.ts'
import { resolvedDocument } from '../../../../analysis/answer/resolved-document.ts'
import { drawnInputs } from '../../../../analysis/sensitivity/swept-result.ts'
import { messagesIn } from '../../../../analysis/words/messages.ts'
import { textsOf, toyCalibration, toyText } from '../../../fixtures/toy-calibration.ts'
import { catalogue as shipped, levers, library as shippedLibrary } from '../scenario-catalogue.ts'

/** The shipped scenarios, saying nothing of a calibration. */
const library = new Map(
  [...shippedLibrary].map(([id, text]) => [id, text.replace(/^calibration: .*$/m, '')]),
)

const calibrations = textsOf({
  'toy-set': toyText,
  'other-set': toyText.replace('toy-set', 'other-set').replace('weight: 4', 'weight: 5'),
})
const catalogue: ScenarioCatalogue = { ...shipped, calibrations }
const basis = { version: '1', model: 'm', data: 'd' }
const digest = (text: string) => createHash('sha256').update(text).digest('hex')

const scenario = (id: string, calibration?: string, ...more: string[]): Scenario => {
  const said = calibration === undefined ? [] : [`calibration=${calibration}`]
  return resolveScenario({ id }, library, catalogue, [...said, ...more])
}
const plan = (reforms: readonly Scenario[], baseline?: Scenario): Plan =>
  createPlan(reforms, baseline, catalogue, basis, digest)
const named = ({ points }: Plan) => points.map(({ id, calibration }) => [id, calibration])

/** The scenario with its calibration altered. */
function altered(of: Scenario, change: Partial<Calibration>): Scenario {
  return { ...of, calibration: { ...of.calibration!, ...change } }
}
const fingerprintOf = (of: Scenario): string => plan([of]).points[0].fingerprint

const before = scenario('rules-before')
const notice = scenario('notice-9', 'toy-set')
const none = scenario('notice-9', 'none')

describe('which calibration a pair draws from', () => {
  it('is that of the reform where it says, else that of the baseline, on both sides', () => {
    const calibrated = scenario('rules-before', 'toy-set')
    const silent = scenario('notice-9')
    expect(named(plan([notice], calibrated))).toEqual([
      ['rules-before', 'toy-set'],
      ['notice-9', 'toy-set'],
    ])
    expect(named(plan([silent], calibrated))).toEqual(named(plan([notice], calibrated)))
    const points = plan([notice], before).points
    expect(points.map(({ calibration }) => calibration)).toEqual(['toy-set', 'toy-set'])
    expect(points[0].id).toMatch(/^rules-before\.[0-9a-f]{8}$/)
    const without = plan([none], calibrated).points
    expect(without.map(({ calibration }) => calibration)).toEqual([undefined, undefined])
  })

  it('may differ between reforms, each with a baseline of its own', () => {
    const other = { ...scenario('cap-only', 'other-set') }
    const both = plan([notice, other], before)
    expect(both.points.map(({ calibration }) => calibration)).toEqual([
      'toy-set',
      'other-set',
      'toy-set',
      'other-set',
    ])
    expect(both.points[2].baseline).toBe(both.points[0].id)
    expect(both.points[3].baseline).toBe(both.points[1].id)
    expect(Object.keys(both.calibrations ?? {})).toEqual(['toy-set', 'other-set'])
  })

  it('cannot be two sets of one id', () => {
    const members = toyCalibration.members.slice(1)
    const clash = altered(scenario('cap-only', 'toy-set'), { members })
    const refused = () => plan([notice, clash], before)
    expect(refused).toThrow(SimulationError)
    expect(refused).toThrow(/ids differ/)
    const same = altered(scenario('cap-only', 'toy-set'), { obtained: { data: 'later' } })
    expect(() => plan([notice, same], before)).not.toThrow()
  })
})

describe('the fingerprint of a calibrated point', () => {
  it('is that of the same members, whatever is said of them and in whatever order parameters stand', () => {
    const own = fingerprintOf(notice)
    const said = altered(notice, {
      id: 'renamed',
      title: { en: 'x', zh: 'y' },
      obtained: {},
      shown: {},
    })
    expect(fingerprintOf(said)).toBe(own)
    const turned = altered(notice, {
      parameters: [...toyCalibration.parameters].reverse(),
      members: toyCalibration.members.map(({ weight, values }) => ({
        weight,
        values: [...values].reverse(),
      })),
    })
    expect(fingerprintOf(turned)).toBe(own)
  })

  it('is another for other members, weights or an other order of members', () => {
    const { members } = toyCalibration
    const [first, ...rest] = members
    const others = [
      [...rest, first],
      [{ ...first, weight: first.weight / 2 }, ...rest],
      [{ ...first, values: [1.11, ...first.values.slice(1)] }, ...rest],
    ].map((one) => fingerprintOf(altered(notice, { members: one })))
    expect(new Set([fingerprintOf(notice), fingerprintOf(none), ...others]).size).toBe(5)
  })

  it('is that of no calibration where nothing is said, where none is, and where all is fixed', () => {
    const silent = scenario('notice-9')
    expect(fingerprintOf(none)).toBe(fingerprintOf(silent))
    expect(plan([none]).fingerprint).toBe(plan([silent]).fingerprint)
    expect(Object.keys(plan([none]))).not.toContain('calibrations')
    const values = Object.fromEntries(
      toyCalibration.parameters.map((id, k) => [id, toyCalibration.members[0].values[k]]),
    )
    const fixed = { ...notice, parameterOverrides: values }
    expect(fingerprintOf(fixed)).toBe(fingerprintOf({ ...none, parameterOverrides: values }))
  })

  it('does not depend on members’ values of a parameter that is swept', () => {
    const sweep: SweepBlock[] = [
      {
        design: 'grid',
        axes: [{ subject: { of: 'parameter', id: 'planningHorizon' }, range: { values: [6, 12] } }],
      },
    ]
    const place = toyCalibration.parameters.indexOf('planningHorizon')
    const members = toyCalibration.members.map(({ weight, values }) => ({
      weight,
      values: values.with(place, 30),
    }))
    const prints = (of: Scenario) =>
      plan([{ ...of, sweep }]).points.map(({ fingerprint }) => fingerprint)
    expect(prints(altered(notice, { members }))).toEqual(prints(notice))
    expect(fingerprintOf(altered(notice, { members }))).not.toBe(fingerprintOf(notice))
  })
})

describe('the document of a calibrated result', () => {
  const origins = { data: 0.5, derived: 0.2, imputed: 0.3, inverted: 0 }
  const document = resolvedDocument(plan([notice], before), basis, levers, origins)

  it('holds each set once, and survives being written and read', () => {
    const read = JSON.parse(JSON.stringify(document)) as typeof document
    expect(read.plan.calibrations).toEqual({ 'toy-set': toyCalibration })
    expect(read.plan.points.map(({ calibration }) => calibration)).toEqual(['toy-set', 'toy-set'])
    expect(read.scenarios.map(({ calibration }) => calibration)).toEqual([undefined, 'toy-set'])
  })

  it('says over what the answer speaks, in one sentence of either language', () => {
    const said = (of: typeof document, language: 'en' | 'zh') =>
      messagesIn(language).caveats(of.caveats).join('\n')
    expect(said(document, 'en')).toMatch(/Over the 4 members of the calibrated set toy-set/)
    expect(said(document, 'zh')).toMatch(/校准集toy-set的4个成员/)
    const plain = resolvedDocument(plan([none], before), basis, levers, origins)
    expect(said(plain, 'en')).toMatch(/values of the catalogue.*not calibrated/)
    expect(said(plain, 'zh')).toMatch(/未经校准/)
    expect(said(plain, 'en')).not.toMatch(/calibrated set/)
  })
})

describe('inputs of a calibrated result', () => {
  const point = { calibration: 'toy-set', parameterOverrides: { legacyCost: 0.1 } }
  const replicates = Array.from({ length: 40 }, (_, k) => k)
  const inputs = drawnInputs(point, { 'toy-set': toyCalibration }, 'seed', replicates)

  it('are what each replicate drew of the parameters that are not stated', () => {
    const open = toyCalibration.parameters.filter((id) => id !== 'legacyCost')
    expect(inputs.map(({ id }) => id)).toEqual(open)
    const rows = toyCalibration.members.map(({ values }) =>
      values.filter((_, k) => toyCalibration.parameters[k] !== 'legacyCost'),
    )
    for (const r of replicates) {
      expect(rows).toContainEqual(inputs.map(({ values }) => values[r]))
    }
  })
})
