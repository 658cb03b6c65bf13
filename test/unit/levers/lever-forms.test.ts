import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createLeverCatalogue } from '../../../agents/levers/catalogue.ts'
import { formOf } from '../../../agents/levers/lever-forms.ts'

const rules = new URL('../../../scenarios/data/rules.json', import.meta.url)
const { list, byId } = createLeverCatalogue(JSON.parse(readFileSync(rules, 'utf8')))

describe('the form of a lever', () => {
  it('is a limit for every acting lever whose number binds: rates, shares, paths, lists', () => {
    const numbers = list.filter(
      ({ acts, kind, entersAt }) =>
        acts && ['rate', 'share', 'path', 'list'].includes(kind) && /5\.(2 ceil|9)/.test(entersAt),
    )
    expect(numbers.length).toBeGreaterThan(10)
    const loose = numbers.filter(({ form, id }) => form === 'requirement' && id !== 'lpr1y')
    expect(loose.map(({ id }) => id)).toEqual([])
  })

  it('tells a mean over new loans from a hard limit of the same number', () => {
    expect(byId.get('cfcAvgNewLoanAprMax')?.form).toBe('shareOfFlow')
    expect(byId.get('cfcAprCapPerLoan')?.form).toBe('hardLimit')
  })

  it('says what is phased in and what is measured against a date', () => {
    expect(formOf('facilitationPhaseOutPath')).toBe('phasedIn')
    expect(formOf('trustFacilitationFreeze')).toBe('grandfatheredStock')
  })
})
