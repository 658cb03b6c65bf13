/**
 * What the pages on limits take from the code: limits of every report, guidance, levers without effect,
 * and how much is assumed.
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs'
import { makeKey } from '../../../engine/stream.ts'
import type { Lever } from '../../../agents/levers/lever.ts'
import { baselineParameters, parameterCatalogue } from '../../../agents/parameter-catalogue.ts'
import { drawPopulation } from '../../../agents/populate/draw-population.ts'
import { provenanceOf } from '../../../agents/populate/provenance.ts'
import { readFacts } from '../../../agents/populate/read-facts.ts'
import { DEFAULT_RUN } from '../../../scenarios/draft.ts'
import { readObservations } from '../../../scenarios/observations.ts'
import { reportLimits } from '../../../analysis/words/report/report-words.ts'
import type { Language } from '../../../analysis/words/language.ts'
import type { Parts } from './page-parts.ts'
import { levers } from './model-parts.ts'
import { code, table } from './reference-page.ts'

const DATA = 'scenarios/data'
/** Origins of a value before anything is solved from the model. */
const ORIGINS = ['data', 'derived', 'imputed'] as const

/** Parts of the page on limits in a language. */
export function limitsParts(language: Language): Parts {
  const zh = language === 'zh'
  return {
    'report-limits': () =>
      reportLimits(language)
        .map(({ about, text }) => (zh ? `- **${about}。** ${text}` : `- **${about}.** ${text}`))
        .join('\n'),
    'unpublished-on': () => list(unpublished(true), language),
    'unpublished-off': () => list(unpublished(false), language),
    drafts: () =>
      list(
        levers.filter(({ status }) => status === 'draft'),
        language,
      ),
    'without-effect': () =>
      list(
        levers.filter(({ acts }) => !acts),
        language,
      ),
    'no-number': () =>
      list(
        levers.filter((one) => one.acts && one.defaultOn && one.value === null),
        language,
      ),
    classes: () => classes(language),
    origins: () => originTable(language),
  }
}

let opening: ReturnType<typeof drawOpening> | undefined

/** The population of the first replicate. */
function drawOpening() {
  const tables = Object.fromEntries(
    readdirSync(DATA)
      .filter((name) => name.endsWith('.csv'))
      .sort()
      .map((name) => [name, readFileSync(`${DATA}/${name}`, 'utf8')]),
  )
  const parameters = baselineParameters()
  const facts = readFacts(readObservations(tables), parameters)
  const population = drawPopulation(facts, parameters, makeKey(DEFAULT_RUN.seed, 0))
  return { facts, population }
}

/** Opening values by kind of agent and origin, in the first replicate of the default seed. */
function originTable(language: Language): string {
  const { facts, population } = (opening ??= drawOpening())
  const { bankNames, platformNames, guarantorNames } = population
  const zh = language === 'zh'
  const kinds = [
    [zh ? '银行' : 'banks', bankNames],
    [zh ? '平台' : 'platforms', platformNames],
    [zh ? '增信机构' : 'guarantors', guarantorNames],
  ] as const
  return table(
    zh
      ? ['', '机构数', '观测', '由观测推算', '估算']
      : ['', 'institutions', 'observed', 'derived from observations', 'imputed'],
    kinds.map(([kind, names]) => {
      const rows = names.flatMap(({ id }) => provenanceOf(facts, population, id))
      const share = (origin: string) =>
        `${Math.round((100 * rows.filter((row) => row.origin === origin).length) / rows.length)}%`
      return [kind, String(names.length), ...ORIGINS.map(share)]
    }),
  )
}

function unpublished(on: boolean): Lever[] {
  return levers.filter(
    (one) => one.acts && one.status === 'guidance_unpublished' && one.defaultOn === on,
  )
}

function list(shown: readonly Lever[], language: Language): string {
  return shown.map(({ id, label }) => `- ${code(id)}: ${label[language]}`).join('\n')
}

function classes(language: Language): string {
  const count = (kind: string) => parameterCatalogue.filter((one) => one.class === kind).length
  const estimated = parameterCatalogue.filter((one) => one.estimated).length
  const [data, literature, assumed] = ['data', 'literature', 'assumed'].map(count)
  const all = parameterCatalogue.length
  return language === 'zh'
    ? `${all}个参数中，${data}个取自数据，${literature}个取自文献，${assumed}个为假设，其中${estimated}个应由市场数据估计。`
    : `Of ${all} parameters ${data} are set from data, ${literature} from literature and ${assumed} are assumed; ${estimated} of the assumed ones are meant to be estimated from market data.`
}
