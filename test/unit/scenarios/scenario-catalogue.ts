/** The real catalogue and library, for tests of scenario files. */
import { readdirSync, readFileSync } from 'node:fs'
import { createLeverCatalogue } from '../../../agents/levers/catalogue.ts'
import { parameterCatalogue } from '../../../agents/parameter-catalogue.ts'
import { LICENCES, TIERS } from '../../../agents/parameters.ts'
import { REGIONS } from '../../../agents/regulator/regions.ts'
import { calibrationTexts } from '../../../bin/sources.ts'
import { metricCatalogue } from '../../../analysis/metrics/index.ts'
import type { ScenarioCatalogue } from '../../../scenarios/catalogue.ts'

export const levers = createLeverCatalogue(
  JSON.parse(readFileSync('scenarios/data/rules.json', 'utf8')),
)

export const catalogue: ScenarioCatalogue = {
  levers: levers.list,
  parameters: parameterCatalogue,
  licences: LICENCES,
  regions: REGIONS,
  tiers: TIERS,
  metrics: metricCatalogue,
  agents: ['bank:yilian', 'bank:webank', 'platform:qfin', 'guarantor:qfin', 'guarantor:lexin'],
  checkFormula,
  calibrations: calibrationTexts(),
}

/** A stand-in for the reader of formulas: names with signs between them. */
function checkFormula(text: string, known: readonly string[]): string | undefined {
  const names = text.match(/[A-Za-z]\w*/g) ?? []
  const sound = /^[\w\s+\-*/().]+$/.test(text) && names.every((name) => known.includes(name))
  return sound ? undefined : 'names of metrics with + - * / between them'
}

export const library: ReadonlyMap<string, string> = new Map(
  readdirSync('scenarios/library')
    .sort()
    .map((name) => [name.replace('.yaml', ''), readFileSync(`scenarios/library/${name}`, 'utf8')]),
)
