/** A scenario that uses every section, and every form of every section at least once. */
export const richScenario = `schema: 1
id: rich
extends: rules-before
title:
  en: Everything at once
  zh: 全部一起
question: Does every section read?
law:
  asOf: 2024-11

calibration: none

levers:
  whitelistRequired: publicList
  headOfficeApproval: { value: 3 months, announced: 2025-04, from: 2025-10 }
  cfcAprCapPerLoan:
    value: 22%
    from: 2026-01
    until: 2026-12
    scope:
      licences: [consumerFinance]
  singlePartnerCap: { 2026-01: 80%, 2026-07: 25% }
  carMin:
    - { value: 12%, from: 2026-01, scope: { regions: [Jiangsu, Zhejiang] } }
    - { value: 11%, from: 2025-12, scope: { licences: [city] } }
  lendersCoveredByReference: [trust_company, foreign_bank_branch]
  aprCapBySegment: [20%, 20%, 22%, 24%, 24%]
  facilitationPhaseOutPath: { value: { 2026-12: 50%, 2027-06: 30% }, from: 2026-01 }
  crossRegionBanLocalBanks: true
  fineBankHqRmb: 50 million

uncertainties:
  choiceNoise: 0.4 million
  tenor: 12 months
  legacyCost: { uniform: [0%, 40%] }
  dataAdvantageSlope: { normal: [1, 0.1] }
  markupScale: { triangular: [0.6, 1, 1.6] }
  markupMode: { choices: [scaled, fixed], weights: [1, 2] }
  guaranteeCover: [0, 0.7, 1]
  programmeCostNew:
    choices:
      - 4 million
      - 12 million

shocks:
  - { kind: defaultWave, at: 2026-03, macroState: -2.5 }
  - { kind: partnerFailure, platform: platform:qfin, monthlyProbability: 5% }
  - kind: fundingShock
    banks: [bank:yilian, licence:city]
    at: 2026-04
    costRise: 1.5%
    depositLimit: 30 million
    capacityFactor: 0.7
    months: 12 months
  - { kind: enforcementCampaign, regions: [national, Henan], at: 2025-11, factor: 5, months: 3 months }
  - { kind: guarantorRun, guarantors: guarantor:qfin, at: 2026-06, factor: 0.5 }
  - { kind: trafficShock, platform: tier:small, at: 2026-06, factor: 0.8 }
  - { kind: lenderDistress, banks: [bank:webank], at: 2025-01, capabilityFactor: 0.97 }

sweep:
  - design: grid
    over:
      aprCapPerLoan: [24%, 22%, 20%]
      stockLoanTreatment: { values: [grandfather, rectifyOrRunOff], from: 2026-07 }
      planningHorizon: { low: 6 months, high: 36 months, step: 6 months }
      taxRate: { low: 0.2, high: 0.3, points: 3 }
  - design: latinHypercube
    points: 8
    over: [partnerCostNew, minPartnerContribution]

run:
  start: 2024-11
  periods: 36
  replicates:
    least: 40
    most: 400
    halfWidths:
      links: 20
      cr5: 0.5%
      linksPerProgramme: 0.1
    budget: 30 minutes
  seed: luck

metrics:
  - links
  - cr5
  - id: linksPerProgramme
    formula: links / programmesOn
    unit: links
    better: neither
    title: { en: Partnerships per programme, zh: 每个项目的合作数 }

keep:
  agents: all
  links: first
  ledger: none
  months: [2025-09, 2026-12]

notes:
  - One.
  - Another.
`
