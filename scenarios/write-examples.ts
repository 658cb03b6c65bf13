/**
 * Examples of every optional section, as a new scenario shows them commented out.
 * @module
 */
import { monthAt, type Month } from '../engine/time.ts'
import { Document, isMap, isSeq, visit } from 'yaml'
import type { ScenarioCatalogue } from './catalogue.ts'

/** A section as one would write it, and what it is for. */
export interface SectionExample {
  readonly about: readonly string[]
  /** The section, its key in the first line. */
  readonly yaml: string
}

const QUARTER = 3
/** Calibrated on everything that was public by October 2025. */
const EVERYDAY = 'public-2025'
/** Longest entry on one line, in the letters of its JSON. */
const LONGEST_ENTRY = 100

/** Examples in the order of sections; `month` is when things happen in them. */
export function examplesOf(catalogue: ScenarioCatalogue, month: Month): readonly SectionExample[] {
  const { levers, parameters, metrics } = catalogue
  const known = <T>(entries: Readonly<Record<string, T>>, ids: readonly string[]): object =>
    Object.fromEntries(Object.entries(entries).filter(([id]) => ids.includes(id)))
  const leverIds = levers.map((lever) => lever.id)
  const parameterIds = parameters.map((parameter) => parameter.id)
  const metricIds = (metrics ?? []).map((metric) => metric.id)
  const wanted = ['links', 'cr5', 'excludedBorrowers'].filter((id) => metricIds.includes(id))
  const early = monthAt(month, -QUARTER)
  const sections: readonly (readonly [string, readonly string[], unknown])[] = [
    ['law', ['The law beneath: dated (default), or that of one month for ever.'], 'dated'],
    [
      'calibration',
      [
        'What is believed of the parameters that data tell of: every replicate draws one member of',
        'the set; what is stated below wins. none: the values of the catalogue. All sets: zhudai list',
        'calibrations',
      ],
      calibrationFor(catalogue),
    ],
    [
      'levers',
      [
        'What the rules are. A value alone takes effect at its own legal date, else at the start.',
        'Rates carry %, lengths and amounts their units. All levers: zhudai list levers',
      ],
      known(
        {
          aprCapPerLoan: { value: '22%', announced: early, from: month },
          whitelistRequired: { [early]: 'privateList', [month]: 'none' },
          carMin: { value: '11%', from: month, scope: { licences: ['city', 'rural'] } },
        },
        leverIds,
      ),
    ],
    [
      'uncertainties',
      [
        'What nobody knows: a value, or a distribution every replicate draws from.',
        'All parameters with their ranges: zhudai list parameters',
      ],
      known(
        {
          reviewRate: '1/12',
          planningHorizon: { choices: ['6 months', '12 months', '24 months'], weights: [1, 2, 1] },
          legacyCost: { triangular: ['0%', '10%', '40%'] },
          outsideShare: { uniform: ['20%', '60%'] },
          dataAdvantageSlope: { normal: [1, 0.2] },
        },
        parameterIds,
      ),
    ],
    [
      'shocks',
      ['Blows from outside, at a month or with a monthlyProbability.'],
      [
        { kind: 'defaultWave', at: month, macroState: -2 },
        {
          kind: 'fundingShock',
          banks: ['licence:city'],
          at: month,
          costRise: '1%',
          months: '6 months',
        },
      ],
    ],
    [
      'sweep',
      [
        'What is varied by design: a grid (default), latinHypercube or sobol. A list of blocks is',
        'crossed. A baseline is run for each set of swept parameters.',
      ],
      {
        over: known(
          {
            aprCapPerLoan: { values: ['24%', '22%', '20%'], announced: early, from: month },
            planningHorizon: { low: '6 months', high: '24 months', step: '6 months' },
          },
          [...leverIds, ...parameterIds],
        ),
      },
    ],
    [
      'run',
      ['How long, how often, with which luck. Instead of a number of replicates, when to stop.'],
      {
        start: '2024-11',
        periods: 36,
        replicates:
          wanted.length === 0
            ? 200
            : { least: 40, most: 400, halfWidths: { [wanted[0]]: 20 }, budget: '30 minutes' },
        seed: 20251001,
      },
    ],
    [
      'metrics',
      [
        'Which numbers are kept; all shipped ones by default. A formula is a metric of your own.',
        'All metrics: zhudai list metrics',
      ],
      [
        ...wanted,
        ...(metricIds.includes('programmesOn') && wanted.includes('links')
          ? [
              {
                id: 'linksPerProgramme',
                formula: 'links / programmesOn',
                unit: 'links',
                title: { en: 'Partnerships per programme', zh: '每个项目的合作数' },
              },
            ]
          : []),
      ],
    ],
    [
      'keep',
      ['Tables kept besides metrics: none, of the first replicate, or of all.'],
      { agents: 'first', links: 'first', ledger: 'all', months: [month] },
    ],
    ['notes', ['What a reader should know.'], ['An assumption, and why it is made.']],
  ]
  return sections
    .filter(([, , content]) => !isNothing(content))
    .map(([key, about, content]) => ({
      about,
      yaml: textOf(key, content),
    }))
}

/** The set that is meant for every day, if it is shipped. */
function calibrationFor({ calibrations }: ScenarioCatalogue): string | undefined {
  const ids = calibrations?.ids ?? []
  return ids.includes(EVERYDAY) ? EVERYDAY : ids[0]
}

/** A section with its entries one to a line, as far as they fit. */
function textOf(key: string, content: unknown): string {
  const document = new Document({ [key]: content })
  visit(document, {
    Collection: (_, node, path) => {
      const entries = path.filter((one) => isMap(one) || isSeq(one)).length
      if (entries >= 2) node.flow = JSON.stringify(node).length <= LONGEST_ENTRY
    },
  })
  return document.toString({ lineWidth: 0, flowCollectionPadding: true }).trimEnd()
}

/** An example of which nothing is left. */
function isNothing(content: unknown): boolean {
  if (content === undefined) return true
  if (typeof content !== 'object' || content === null) return false
  const values: unknown[] = Object.values(content)
  return values.length === 0 || (values.length === 1 && isNothing(values[0]))
}
