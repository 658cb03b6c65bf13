import { format, resolveConfig } from 'prettier'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { scenarioJsonSchema } from '../../../scenarios/json-schema/json-schema.ts'
import { fits, type Schema } from './fits-schema.ts'
import { mutantsOf } from './mutants.ts'
import { richScenario } from './rich-scenario.ts'
import { catalogue, library } from './scenario-catalogue.ts'

const FILE = 'scenarios/scenario.schema.json'
const schema = scenarioJsonSchema(catalogue)

describe('scenarios/scenario.schema.json', () => {
  it('is what the code says', async () => {
    const config = await resolveConfig(FILE)
    const text = await format(JSON.stringify(schema), { ...config, parser: 'json' })
    await expect(text).toMatchFileSnapshot(`../../../${FILE}`)
  })

  it('is named in the first line of every shipped scenario', () => {
    for (const text of library.values()) {
      expect(text).toMatch(/^# yaml-language-server: \$schema=\.\.\/scenario\.schema\.json\n/)
    }
  })

  it('takes every shipped scenario and one with every section', () => {
    for (const text of [...library.values(), richScenario])
      expect(fits(parse(text), schema)).toBe(true)
  })

  it('refuses misspelt and foreign keys as the reader does', () => {
    const misspelt = mutantsOf(richScenario).filter(({ name }) =>
      /misspelt$|foreign key/.test(name),
    )
    const keys = misspelt.filter(({ text }) => !text.includes('qx'))
    const taken = keys.filter((_, k) => k % 3 === 0).filter(({ text }) => fits(parse(text), schema))
    // the schema knows no names of agents and of the user's own metrics
    const open = /halfWidths|platform|guarantors|banks/
    expect(taken.map(({ name }) => name).filter((name) => !open.test(name))).toEqual([])
    expect(keys.length).toBeGreaterThan(100)
  })

  it('shows the names of every lever in both languages', () => {
    const sections = schema['properties'] as Record<string, Schema>
    const levers = sections['levers']['properties'] as Record<string, { description: string }>
    for (const lever of catalogue.levers) {
      const { description } = levers[lever.id]
      expect(description).toContain(lever.label!.en)
      expect(description).toContain(lever.label!.zh)
    }
  })
})
