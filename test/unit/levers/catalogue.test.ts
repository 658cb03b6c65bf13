import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { actingLevers } from '../../../agents/levers/acting-levers.ts'
import { createLeverCatalogue } from '../../../agents/levers/catalogue.ts'
import { lawSettings } from '../../../agents/levers/law-settings.ts'

const table = JSON.parse(readFileSync('scenarios/data/rules.json', 'utf8')) as {
  levers: { parameter: string }[]
}
const catalogue = createLeverCatalogue(table)
const lever = (id: string) => catalogue.byId.get(id)!

describe('createLeverCatalogue', () => {
  it('holds the 75 rules of the table and the design levers, each id once', () => {
    expect(table.levers).toHaveLength(75)
    expect(catalogue.list).toHaveLength(75 + 6)
    expect(catalogue.byId.size).toBe(catalogue.list.length)
  })

  it('lets exactly the named levers act', () => {
    const ids = table.levers.map((record) => record.parameter)
    expect(Object.keys(actingLevers).filter((id) => !ids.includes(id))).toEqual([])
    const silent = catalogue.list.filter((one) => !one.acts).map((one) => one.id)
    expect(silent.sort()).toEqual([
      'annualRateDisplayRequired',
      'bulletLoanMaxTermMonths',
      'consumerLineCapRmb',
      'consumerLoanSubsidyRate',
      'costDisclosureRequired',
      'forcedReadingSeconds',
      'guaranteeLeverageMaxInclusive',
      'guaranteeReserves',
      'guaranteeSingleObligorCap',
      'guarantorConsultingFeeAllowed',
      'instalmentMaxTermYears',
      'legacyRectificationDeadline',
      'loanProvisionMin',
      'membershipFeeAllowed',
      'partnerMayTouchFunds',
      'platformMayChargeBorrower',
      'platformSummonsRate',
      'pricingTierSupervision',
      'provisionCoverageMin',
      'riskBasedPricingRequired',
      'slcOnlineConsumerCapRmb',
      'slcShareAbove4xLprEnd2026',
      'unlicensedGuaranteeAllowed',
      'whitelistUpdateLagDays',
    ])
  })

  it('gives every lever labels, a doc and a source, and every acting one its place', () => {
    for (const one of catalogue.list) {
      expect(one.label.en && one.label.zh && one.doc && one.source, one.id).toBeTruthy()
      expect(one.acts, one.id).toBe(one.entersAt !== '')
    }
  })

  it('prefers the model document where the table reads otherwise', () => {
    expect(lever('aprCapPerLoan')).toMatchObject({ initial: 0.24, history: [] })
    expect(lever('coreRiskControlOutsourcingAllowed').history).toEqual([
      { from: '2025-10', value: false },
    ])
    expect(lever('inspectionProbabilityPerYear').initial).toBeNull()
    expect(lever('slcAprCapTarget2027').initial).toBeNull()
  })

  it('marks the members of notice 9 by their dates', () => {
    const members = catalogue.list.filter((one) => one.package === 'notice9')
    expect(members.map((one) => one.id)).toEqual(
      expect.arrayContaining(['whitelistRequired', 'aprCostScope', 'headOfficeApproval']),
    )
    expect(lever('slcAprCap').package).toBeUndefined()
    expect(lever('crossRegionBanLocalBanks').package).toBeUndefined()
  })

  it('refuses a table that does not fit, with every place', () => {
    const broken = structuredClone(table) as { levers: Record<string, unknown>[] }
    broken.levers[3]['kind'] = 'colour'
    delete broken.levers[5]['history']
    expect(() => createLeverCatalogue(broken)).toThrow(/levers\.3\.kind[\s\S]*levers\.5\.history/)
  })
})

describe('lawSettings', () => {
  const law = lawSettings(catalogue)

  it('dates notice 9 with its announcement', () => {
    expect(law.filter((one) => one.lever === 'whitelistRequired')).toEqual([
      { lever: 'whitelistRequired', value: 'privateList', effective: '2020-07' },
      {
        lever: 'whitelistRequired',
        value: 'publicList',
        announced: '2025-04',
        effective: '2025-10',
      },
    ])
  })

  it('contains no draft and no unpublished guidance that is off by default', () => {
    const off = catalogue.list.filter((one) => !one.defaultOn).map((one) => one.id)
    expect(law.filter((one) => off.includes(one.lever))).toEqual([])
    expect(off).toContain('facilitationPhaseOutPath')
  })

  it('frozen at a month holds nothing later', () => {
    const frozen = lawSettings(catalogue, { asOf: '2024-11' })
    expect(frozen.every((one) => one.effective <= '2024-11')).toBe(true)
    expect(frozen).toEqual(law.filter((one) => one.effective <= '2024-11'))
  })
})
