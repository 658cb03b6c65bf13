/**
 * A calibration as the file scenarios name: members first, then what a reader should know of them.
 * @module
 */
import type { Words } from '../../../scenarios/catalogue.ts'
import { FORECASTS } from '../../score/forecasts.ts'
import type { PointScore } from '../../score/score-points.ts'
import type { CalibrationOptions, CalibrationResult, Member } from './calibrate.ts'
import { priorValue, type PriorRange } from './prior.ts'
import type { Shares, Story, ToldStory } from './stories.ts'

export interface DocumentFacts {
  readonly id: string
  readonly title: Words
  readonly targets: string
  readonly scenario: string
  /** Last month of the data. */
  readonly data: string
  readonly version: string
  readonly command: string
}

/** Significant digits: more than the data know, few enough to read. */
const DIGITS = 6
/** A member this unlikely would not be drawn in ten thousand replicates. */
const LEAST_WEIGHT = 1e-4

/** Members as the file keeps them: rounded, the negligible left out. */
export function keptMembers(members: readonly Member[]): readonly Member[] {
  const kept = members.filter(({ weight }) => weight >= LEAST_WEIGHT)
  const total = kept.reduce((sum, { weight }) => sum + weight, 0)
  return kept.map(({ weight, values }) => ({
    weight: short(weight / total),
    values: values.map(short),
  }))
}

/** The text of the file. */
export function calibrationDocument(
  result: CalibrationResult,
  ranges: readonly PriorRange[],
  options: CalibrationOptions,
  facts: DocumentFacts,
  story: ToldStory | undefined,
  scores?: PointScore,
): string {
  const { waves, effectiveSize, incumbent } = result
  const list = (items: readonly string[]): string => items.map((item) => `  - ${item}`).join('\n')
  const entries = (items: readonly string[]): string => items.map((item) => `  ${item}`).join('\n')
  const sections = [
    'schema: 1',
    `id: ${facts.id}`,
    `title: ${flow({ en: facts.title.en, zh: facts.title.zh })}`,
    `# Written by ${facts.command}; weights and values are read by runs, the rest is for readers.`,
    'obtained:',
    entries([
      `targets: ${facts.targets}`,
      `scenario: ${facts.scenario}`,
      `data: ${JSON.stringify(facts.data)}`,
      `version: ${facts.version}`,
      `seed: ${JSON.stringify(options.seed)}`,
      `screened: ${options.screen}`,
      `rounds: ${options.rounds}`,
      `simulated: ${waves.at(-1)!.cases}`,
      `left: ${percent(waves.at(-1)!.shareLeft)}`,
      `replicates: ${options.replicates}`,
      `effectiveMembers: ${short(effectiveSize)}`,
      `dispersion: ${short(result.dispersion)}`,
      `command: ${JSON.stringify(facts.command)}`,
    ]),
    `parameters: [${ranges.map(({ parameter }) => parameter).join(', ')}]`,
    'members:',
    list(keptMembers(result.members).map((member) => flow(member))),
    '# Share of the prior range left by each wave; standing: fitted only to cases not ruled out; what each',
    '# target would cut alone in the first.',
    'screening:',
    `  waves: ${flow(waves.map(({ cases, isLocal, shareLeft }) => ({ cases, standing: isLocal, left: short(shareLeft) })))}`,
    '  targets:',
    list(
      result.fit.map(({ id }, m) =>
        flow({
          id,
          cutsAlone: maybe(result.screening.cutAlone[m]),
          surfaceR2: maybe(waves[0].emulator.leaveOneOutR2[m]),
        }),
      ),
    )
      .split('\n')
      .map((line) => `  ${line}`)
      .join('\n'),
    '# By the surfaces: 90% intervals; contraction is 1 less the width relative to the prior; drop is of the',
    '# profile, but for the slices of twenty that are ruled out. Members: 5%, median and 95% of the set.',
    'profiles:',
    list(profileRows(result, ranges)),
    ...linkedRows(result, ranges),
    '# observed against the set: mean and 90% interval over members and the replicates that weighed them.',
    'fit:',
    list(
      result.fit.map((fit) =>
        flow({
          id: fit.id,
          observed: short(fit.observed),
          sd: short(fit.sd),
          weight: fit.weight,
          mean: maybe(fit.mean),
          low: maybe(fit.low),
          high: maybe(fit.high),
          defined: short(fit.defined),
          verdict: fit.verdict,
        }),
      ),
    ),
    '# Known parameters, found again by the surface of the screening: the model’s own runs taken for data.',
    'recovery:',
    `  truths: ${result.recovery.truths}`,
    '  parameters:',
    result.recovery.parameters
      .map((one, d) =>
        flow({
          parameter: ranges[d].parameter,
          coverage90: short(one.coverage90),
          standardError90: short(one.standardError90),
          coverage50: short(one.coverage50),
          rankP: short(one.rankP),
          contraction: short(one.contraction),
          relativeError: short(one.relativeError),
        }),
      )
      .map((row) => `    - ${row}`)
      .join('\n'),
    ...(scores ? scoreRows(scores) : []),
    ...(story ? storyRows(story.target.id, story.told) : []),
    'notes:',
    list([
      JSON.stringify(
        `Best member, chosen by half of its replicates and judged by the other: log-likelihood ${short(incumbent.logLikelihood)}; by the replicates that chose it ${short(incumbent.chosenAt)}; by the search ${short(incumbent.believed)}.`,
      ),
    ]),
  ]
  return `${sections.join('\n')}\n`
}

function profileRows(result: CalibrationResult, ranges: readonly PriorRange[]): string[] {
  return result.profiles.parameters.map((one, d) =>
    flow({
      parameter: ranges[d].parameter,
      prior: [ranges[d].low, ranges[d].high],
      low: short(priorValue(ranges[d], one.low)),
      median: short(priorValue(ranges[d], one.median)),
      high: short(priorValue(ranges[d], one.high)),
      contraction: short(one.contraction),
      drop: short(one.drop),
      ruledOut: one.ruledOut,
      members: result.spread[d].map(short),
      verdict: one.verdict,
    }),
  )
}

function linkedRows({ profiles }: CalibrationResult, ranges: readonly PriorRange[]): string[] {
  return profiles.linked.map(
    ({ one, other, correlation }) =>
      `  # ${ranges[one].parameter} and ${ranges[other].parameter} are known together better than apart: correlation ${short(correlation)}`,
  )
}

function storyRows(target: string, { notice, before, ...shares }: Story): string[] {
  const rounded = (one: object): string =>
    flow(
      Object.fromEntries(Object.entries(one).map(([key, value]) => [key, short(value as number)])),
    )
  const cuts = (name: string, of: Story['notice']): string[] => [
    `  ${name}:`,
    ...Object.entries(of).map(([condition, cut]) => `    ${condition}: ${rounded(cut)}`),
  ]
  const named: [string, Shares | undefined][] = [
    ['accounts', shares.accounts],
    ['distressed', shares.distressed],
    ['asDeep', shares.asDeep],
  ]
  return [
    '# Distress and anticipation: the cut under the notice and before it, and what each cause makes of it.',
    'stories:',
    `  target: ${target}`,
    ...cuts('notice', notice),
    ...cuts('before', before),
    '  shares:',
    ...named.flatMap(([name, one]) => (one ? [`    ${name}: ${rounded(one)}`] : [])),
  ]
}

function scoreRows({ replicates, file, skill }: PointScore): string[] {
  return [
    '# The set and four benchmarks on the targets it was fitted to: lower scores are better; skill of the',
    '# model against each.',
    'scores:',
    `  replicates: ${replicates}`,
    '  forecasts:',
    ...FORECASTS.map((forecast) => {
      const { targets, crps, interval, inside } = file[forecast]
      const own = {
        forecast,
        targets,
        crps: maybe(crps),
        interval: maybe(interval),
        inside: maybe(inside),
      }
      if (forecast === 'model') return `    - ${flow(own)}`
      const against = skill[forecast]
      const beaten = {
        skill: maybe(against.skill),
        low: maybe(against.low),
        high: maybe(against.high),
      }
      return `    - ${flow({ ...own, ...beaten })}`
    }),
  ]
}

/** A flow value of YAML: JSON is one. */
function flow(value: unknown): string {
  return JSON.stringify(value).replaceAll(/([,:])(?=["[{\d-])/g, '$1 ')
}

function maybe(value: number): number | null {
  return Number.isFinite(value) ? short(value) : null
}

function short(value: number): number {
  return Number(value.toPrecision(DIGITS))
}

function percent(share: number): string {
  return `${short(100 * share)}%`
}
