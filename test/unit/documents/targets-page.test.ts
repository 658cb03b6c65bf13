import { readdirSync, readFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { describe, expect, it } from 'vitest'
import { baselineParameters } from '../../../agents/parameter-catalogue.ts'
import { readFacts } from '../../../agents/populate/read-facts.ts'
import { institutionsOf, targetCatalogue } from '../../../analysis/measurement/index.ts'
import { readObservations } from '../../../scenarios/observations.ts'
import { loadTargets } from '../../../scenarios/targets/load-targets.ts'
import { withReadingTables } from './readings-tables.ts'

const RUN = { start: '2024-11', periods: 36 }
const PAGE = 'docs/TARGETS.md'
const page = readFileSync(PAGE, 'utf8')

describe('docs/TARGETS.md', () => {
  it('lists the readings of the code', async () => {
    const config = await resolveConfig(PAGE)
    const written = await format(withReadingTables(page), { ...config, parser: 'markdown' })
    await expect(written).toMatchFileSnapshot(`../../../${PAGE}`)
  })

  it('shows an example that can be used', () => {
    const tables = Object.fromEntries(
      readdirSync('scenarios/data')
        .filter((name) => name.endsWith('.csv'))
        .map((name) => [name, readFileSync(`scenarios/data/${name}`, 'utf8')]),
    )
    const facts = readFacts(readObservations(tables), baselineParameters())
    const example = /```yaml\n([^]*?)```/.exec(page)![1]
    const file = loadTargets(example, PAGE, targetCatalogue(institutionsOf(facts), RUN))
    expect(file.targets).toHaveLength(7)
  })

  it('leads to places that exist', () => {
    const reference = readFileSync('docs/reference.md', 'utf8')
    for (const [, place] of page.matchAll(/\]\(reference\.md#(\w+)\)/g)) {
      expect(reference.toLowerCase()).toContain(`## ${place}`)
    }
  })
})
