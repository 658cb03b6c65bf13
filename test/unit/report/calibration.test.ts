import { describe, expect, it } from 'vitest'
import type { ResolvedDocument } from '../../../analysis/answer/resolved-document.ts'
import { calibrationTables, speaksOver } from '../../../analysis/report/sections/calibration.ts'
import { dependenceParts } from '../../../analysis/report/sections/dependence.ts'
import type { Html } from '../../../analysis/report/page/html.ts'
import { contextOf } from '../../../analysis/report/report-figure.ts'
import type { PlannedPoint } from '../../../scenarios/design/planned-points.ts'
import { toyCalibration } from '../../fixtures/toy-calibration.ts'
import { kinds, syntheticSource } from './synthetic.ts'

const { resolved, ...rest } = syntheticSource(kinds['pair'])
const note = { id: toyCalibration.id, title: toyCalibration.title, members: 4 }
const calibrated: ResolvedDocument = {
  ...resolved,
  plan: { ...resolved.plan, calibrations: { [toyCalibration.id]: toyCalibration } },
  caveats: { ...resolved.caveats, calibrations: [note] },
}
const context = (of: ResolvedDocument, language: 'en' | 'zh' = 'en') =>
  contextOf({ ...rest, resolved: of }, language)

describe('a report of a calibrated result', () => {
  it('says over what it speaks, in both languages', () => {
    expect(speaksOver(context(calibrated))).toEqual([
      expect.stringMatching(/^Over the 4 members of the calibrated set toy-set: /),
    ])
    expect(speaksOver(context(calibrated, 'zh'))[0]).toMatch(/4个成员/)
  })

  it('says once a scenario that shares overlap, and which of its inputs rise together', () => {
    const source = syntheticSource(kinds['drawn'])
    const plan = {
      ...source.resolved.plan,
      points: source.summary.points.map(({ id }) => {
        const point = { id, calibration: 'toy-set', uncertainties: [], parameterOverrides: {} }
        return point as Partial<PlannedPoint> as PlannedPoint
      }),
      calibrations: { 'toy-set': toyCalibration },
    }
    const said = (language: 'en' | 'zh', of: ResolvedDocument) => {
      const all = dependenceParts(contextOf({ ...source, resolved: of }, language))
      return [all].flat(Infinity as 3).map((part) => (part as Html | undefined)?.html ?? '')
    }
    const overlaps = said('en', { ...source.resolved, plan })
      .join('')
      .split('toy-set overlap')
    expect(overlaps).toHaveLength(2)
    expect(overlaps[1]).toMatch(/correlation beyond ±0\.7: .* rises with .* more pairs\)\./)
    expect(said('zh', { ...source.resolved, plan }).join('')).toMatch(/校准集toy-set.*同升同降/)
    expect(said('en', source.resolved).join('')).not.toContain('overlap')
  })

  it('shows the ten intervals beside the values of the catalogue', () => {
    const [table, ...more] = calibrationTables(context(calibrated)).map(({ html }) => html)
    expect(more).toEqual([])
    const rows = table.split('<tr>').slice(2)
    expect(rows).toHaveLength(10)
    const cells = rows.map((row) =>
      row
        .replace(/<[^>]*>/g, '|')
        .split('|')
        .filter((one) => one),
    )
    expect(cells[0]).toEqual(['Factor on all mark-ups', '0.8', '1.1', '1.2', '1'])
  })
})

describe('a report of a result that is not calibrated', () => {
  it('says so, and shows no intervals', () => {
    const plain = { ...resolved, caveats: { ...resolved.caveats, calibrations: [null] } }
    expect(speaksOver(context(plain))).toEqual([expect.stringMatching(/not calibrated/)])
    expect(calibrationTables(context(plain))).toEqual([])
  })

  it('says nothing where the result is of a version that knew no calibration', () => {
    expect(speaksOver(context(resolved))).toEqual([])
  })
})
