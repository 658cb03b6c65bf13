/** The real catalogue and library, for tests of scenario files. */
import { readdirSync, readFileSync } from 'node:fs'
import { createLeverCatalogue } from '../../../agents/levers/catalogue.ts'
import { parameterCatalogue } from '../../../agents/parameter-catalogue.ts'
import { LICENCES } from '../../../agents/parameters.ts'
import { REGIONS } from '../../../agents/regulator/regions.ts'
import type { ScenarioCatalogue } from '../../../scenarios/catalogue.ts'

export const levers = createLeverCatalogue(
  JSON.parse(readFileSync('scenarios/data/rules.json', 'utf8')),
)

export const catalogue: ScenarioCatalogue = {
  levers: levers.list,
  parameters: parameterCatalogue,
  licences: LICENCES,
  regions: REGIONS,
}

export const library: ReadonlyMap<string, string> = new Map(
  readdirSync('scenarios/library')
    .sort()
    .map((name) => [name.replace('.yaml', ''), readFileSync(`scenarios/library/${name}`, 'utf8')]),
)
