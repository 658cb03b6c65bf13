/**
 * What the pages on calibration take from the shipped set and its targets.
 * @module
 */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { baselineParameters, parameterCatalogue } from '../../../agents/parameter-catalogue.ts'
import { readFacts } from '../../../agents/populate/read-facts.ts'
import { institutionsOf, targetCatalogue } from '../../../analysis/measurement/index.ts'
import { calibrationIn } from '../../../analysis/words/calibration.ts'
import type { Language } from '../../../analysis/words/language.ts'
import { formatChange, formatLevel, formatLevelRange } from '../../../analysis/words/numbers.ts'
import { scoreIn } from '../../../analysis/words/score.ts'
import { readObservations } from '../../../scenarios/observations.ts'
import { loadTargets } from '../../../scenarios/targets/load-targets.ts'
import type { Target } from '../../../scenarios/targets/target.ts'
import { readTables } from '../../../bin/sources.ts'
import type { Parts } from './page-parts.ts'
import { table } from './reference-page.ts'

const FOLDER = 'scenarios/calibration'
const DIGITS = 3

interface Interval {
  readonly mean: number
  readonly low: number
  readonly high: number
  readonly asDeep: number
}

type Verdict = 'met' | 'within' | 'missed'

/** The shown sections of a calibration, as `zhudai calibrate` writes them. */
interface Shipped {
  readonly obtained: Readonly<Record<string, string | number>>
  readonly members: readonly { readonly weight: number }[]
  readonly profiles: readonly {
    readonly parameter: string
    readonly prior: readonly [number, number]
    readonly low: number
    readonly median: number
    readonly high: number
    readonly contraction: number
    readonly members: readonly [number, number, number]
    readonly verdict: 'identified' | 'weaklyIdentified' | 'notIdentified'
  }[]
  readonly fit: readonly {
    readonly id: string
    readonly observed: number
    readonly weight: number
    readonly mean: number | null
    readonly low: number | null
    readonly high: number | null
    readonly verdict: Verdict
  }[]
  readonly recovery: {
    readonly truths: number
    readonly parameters: readonly {
      readonly parameter: string
      readonly coverage50: number
      readonly coverage90: number
      readonly standardError90: number
      readonly rankP: number
      readonly relativeError: number
    }[]
  }
  readonly scores: {
    readonly forecasts: readonly {
      readonly forecast: 'model' | 'noChange'
      readonly crps: number
      readonly interval: number
      readonly inside: number
      readonly skill?: number | null
      readonly low?: number | null
      readonly high?: number | null
    }[]
  }
  readonly stories: {
    readonly target: string
    readonly notice: Readonly<Record<'accounts' | 'steady' | 'distressed', Interval>>
    readonly before: Readonly<Record<'accounts' | 'steady' | 'distressed', Interval>>
    readonly shares: Readonly<
      Partial<
        Record<
          'accounts' | 'distressed' | 'asDeep',
          Readonly<Record<'policy' | 'distress' | 'churn' | 'leftOver', number>>
        >
      >
    >
  }
}

const text = (name: string): string => readFileSync(`${FOLDER}/${name}.yaml`, 'utf8')
const shipped = (): Shipped => parse(text('public-2025')) as Shipped

function targets(): readonly Target[] {
  const facts = readFacts(readObservations(readTables()), baselineParameters())
  const file = 'public-2025-targets'
  return loadTargets(text(file), file, targetCatalogue(institutionsOf(facts))).targets
}

const known = (value: number | null | undefined): number => value ?? NaN

/** `median (low–high)`. */
function membersOf(members: readonly [number, number, number]): string {
  const [low, median, high] = members.map((value) => value.toPrecision(DIGITS))
  return `${median} (${low}–${high})`
}

/** Parts of the page on calibration in a language. */
export function calibrationParts(language: Language): Parts {
  const words = calibrationIn(language)
  const share = (value: number | null | undefined): string =>
    formatLevel(known(value), 'share', language)
  const labelOf = (id: string): string =>
    parameterCatalogue.find((one) => one.id === id)!.label[language]
  return {
    obtained: () => {
      const { obtained, members } = shipped()
      const rows = Object.entries({ ...obtained, members: members.length })
      return rows.map(([key, value]) => `- \`${key}\`: ${value}`).join('\n')
    },
    parameters: () =>
      table(
        words.parameterColumns.slice(0, 7).concat(''),
        shipped().profiles.map((one) => [
          labelOf(one.parameter),
          one.prior.join('–'),
          one.low.toPrecision(DIGITS),
          one.median.toPrecision(DIGITS),
          one.high.toPrecision(DIGITS),
          share(one.contraction),
          membersOf(one.members),
          words.identification[one.verdict],
        ]),
      ),
    fit: () => {
      const known = targets()
      return table(
        words.fitColumns,
        shipped().fit.map(({ id, observed, weight, mean, low, high, verdict }) => {
          const { unit, title } = known.find((one) => one.id === id)!
          const level = (value: number | null): string => formatLevel(value ?? NaN, unit, language)
          const judged = words.verdicts[verdict]
          return [
            title?.[language] ?? id,
            level(observed),
            level(mean),
            formatLevelRange(low ?? NaN, high ?? NaN, unit, language),
            weight > 0 ? judged : `${judged} (${words.notCounted})`,
          ]
        }),
      )
    },
    recovery: () => {
      const { parameters } = shipped().recovery
      return table(
        ['', '90%', '±', '50%', 'p', 'RMSE/sd'],
        parameters.map((one) => [
          labelOf(one.parameter),
          share(one.coverage90),
          share(one.standardError90),
          share(one.coverage50),
          one.rankP.toPrecision(2),
          one.relativeError.toFixed(2),
        ]),
      )
    },
    scores: () =>
      table(
        words.scoreColumns,
        shipped().scores.forecasts.map((one) => [
          scoreIn(language).forecasts[one.forecast],
          one.crps.toPrecision(DIGITS),
          share(one.inside),
          ...(one.skill === undefined
            ? ['', '']
            : [
                share(one.skill),
                formatLevelRange(known(one.low), known(one.high), 'share', language),
              ]),
        ]),
      ),
    stories: () => {
      const { target, notice, before, shares } = shipped().stories
      const { unit } = targets().find(({ id }) => id === target)!
      const level = (value: number): string => formatLevel(value, unit, language)
      const change = (value: number): string => formatChange(value, unit, language)
      const cuts = table(
        words.storyColumns,
        (['accounts', 'steady', 'distressed'] as const).map((condition) => [
          words.conditions[condition],
          level(notice[condition].mean),
          formatLevelRange(notice[condition].low, notice[condition].high, unit, language),
          share(notice[condition].asDeep),
          level(before[condition].mean),
        ]),
      )
      const told = (['accounts', 'distressed', 'asDeep'] as const).flatMap((name) => {
        const one = shares[name]
        if (one === undefined) return []
        const causes = [one.policy, one.distress, one.churn, one.leftOver].map(change)
        const said = words.causes(...(causes as [string, string, string, string]))
        return [`- ${words.shares[name]}: ${said}`]
      })
      return `${cuts}\n\n${told.join('\n')}`
    },
  }
}
