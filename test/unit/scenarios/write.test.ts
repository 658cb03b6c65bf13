import { describe, expect, it } from 'vitest'
import type { ScenarioCatalogue } from '../../../scenarios/catalogue.ts'
import { SECTIONS } from '../../../scenarios/report-issues.ts'
import { resolveScenario } from '../../../scenarios/resolve.ts'
import { newScenarioText, type NewScenario } from '../../../scenarios/write.ts'
import { textsOf, toyText } from '../../fixtures/toy-calibration.ts'
import { catalogue as shipped, library } from './scenario-catalogue.ts'

const everyday = toyText.replace('toy-set', 'public-2025')
const calibrations = textsOf({ other: toyText, 'public-2025': everyday })
const catalogue: ScenarioCatalogue = { ...shipped, calibrations }
const mine: NewScenario = {
  id: 'mine',
  extends: 'notice-9',
  title: { en: 'Mine: "odd" #1', zh: '我的' },
  question: 'What if: nothing?',
}
const written = newScenarioText(mine, catalogue)
const resolve = (text: string, against: ScenarioCatalogue = catalogue) =>
  resolveScenario({ text, file: 'mine.yaml' }, library, against)

/** Blocks of the text between empty lines: the head, then each section. */
const [head, ...sections] = written.trimEnd().split('\n\n')
const uncommented = (section: string): string =>
  section
    .split('\n')
    .map((line) => line.replace(/^#(?! )/, ''))
    .join('\n')
    .replace(/^#(?= {2})/gm, '')

describe('newScenarioText', () => {
  it('says what it was given and nothing else until something is uncommented', () => {
    const scenario = resolve(written)
    const parent = resolveScenario({ id: 'notice-9' }, library, catalogue)
    expect(scenario).toMatchObject({ id: 'mine', title: mine.title, question: mine.question })
    expect(scenario.extendsChain).toEqual(['mine', 'notice-9'])
    for (const key of ['settings', 'uncertainties', 'sweep', 'shocks', 'run', 'metrics'] as const) {
      expect(scenario[key]).toEqual(parent[key])
    }
  })

  it('shows every optional section, in their order', () => {
    const keys = sections.map((section) => /^(\w+):/m.exec(uncommented(section))![1])
    expect(keys).toEqual(SECTIONS.slice(SECTIONS.indexOf('law')))
  })

  it('holds examples each of which is valid alone, and all together', () => {
    for (const section of sections)
      expect(() => resolve(`${head}\n${uncommented(section)}`)).not.toThrow()
    const all = resolve([head, ...sections.map(uncommented)].join('\n\n'))
    expect(all.settings.length).toBeGreaterThan(2)
    expect(all.uncertainties.length).toBeGreaterThan(2)
    expect(all.shocks).toHaveLength(2)
    expect(all.sweep[0].axes).toHaveLength(2)
    expect(all.run.stopping?.budget).toBe(1800)
    expect(all.metrics.formulas).toHaveLength(1)
    expect(all.calibration?.id).toBe('public-2025')
    expect(all.notes[0]).toMatch(/assumption/)
  })

  it('leaves out examples of what the catalogue lacks', () => {
    const bare: ScenarioCatalogue = {
      ...catalogue,
      levers: [],
      parameters: [],
      metrics: [],
      calibrations: textsOf({}),
    }
    const text = newScenarioText({ ...mine, id: 'bare' }, bare)
    expect(text).not.toMatch(
      /aprCapPerLoan|planningHorizon|linksPerProgramme|levers:|sweep:|calibration:/,
    )
  })
})
