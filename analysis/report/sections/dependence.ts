/**
 * What is said of inputs in section 7: which metrics could be ranked and by what, which inputs turn a
 * sign, and the rules within which results come about.
 * @module
 */
import type { DependenceInput, MetricDependence } from '../../sensitivity/dependence.ts'
import { tiedInputs } from '../../sensitivity/tied-inputs.ts'
import type { Language } from '../../words/language.ts'
import { formatChange } from '../../words/numbers.ts'
import { sensitivityIn } from '../../words/sensitivity.ts'
import { tiedSentence } from '../../words/tied-inputs.ts'
import { createMarker } from '../numbers/mark-numbers.ts'
import { tell, tellRange, toldText } from '../numbers/told.ts'
import { element, type Child, type Html } from '../page/html.ts'
import type { ReportContext } from '../report-figure.ts'
import { inputWordsOf, outcomeOf, ruleSentences } from '../rule-sentences.ts'
import { list, note, paragraph } from './section.ts'

/** Inputs a sentence names. */
const MOST_NAMED = 3

/** Nothing where nothing varies. */
export function dependenceParts(context: ReportContext): Child {
  const { source, words, language } = context
  const { dependence } = source
  if (dependence === undefined) return undefined
  const titled = dependence.scenarios.length > 1
  return dependence.scenarios.map(({ id, metrics }, s) => {
    const title = source.summary.reforms.find((one) => one.id === id)?.title[language] ?? id
    const lines = metrics.flatMap((metric, m) =>
      rankingLine(context, metric, `dependence.scenarios.${s}.metrics.${m}`),
    )
    const turns = metrics.flatMap((metric, m) =>
      turnLines(context, metric, `dependence.scenarios.${s}.metrics.${m}`),
    )
    return [
      titled ? element('h3', {}, title) : undefined,
      tooFewOf(context, metrics),
      lines.length > 0 ? list(lines) : undefined,
      turns.length > 0 ? list(turns) : undefined,
      rulesOf(context, metrics, s),
      metrics.some(({ verdict }) => verdict === 'told' || verdict === 'noneStandsOut')
        ? note([words.dependence.shares, ...overlapOf(context, id)].join(gapOf(language)))
        : undefined,
    ]
  })
}

/** That shares of inputs from a calibration overlap; nothing where a scenario draws from none. */
function overlapOf(context: ReportContext, scenario: string): string[] {
  const { summary, resolved } = context.source
  const { points, calibrations } = resolved.plan
  const first = summary.points.find((one) => one.role === 'reform' && one.scenario === scenario)
  const point = points.find(({ id }) => id === first?.id)
  const tied = point && tiedInputs(point, calibrations)
  return tied ? [tiedSentence(tied, inputWordsOf(context), context.language)] : []
}

/** How many cases a ranking would take, where there are too few. */
function tooFewOf(context: ReportContext, metrics: readonly MetricDependence[]): Child {
  const words = sensitivityIn(context.language)
  const most = (of: (metric: MetricDependence) => number | null) =>
    Math.max(0, ...metrics.map((metric) => of(metric) ?? 0))
  const points = most(({ pointsNeeded }) => pointsNeeded)
  const replicates = most(({ replicatesNeeded }) => replicatesNeeded)
  const few = metrics.find(({ verdict }) => verdict === 'tooFew')
  const said = [
    ...(few ? [context.words.dependence.tooFew(few.points, few.replicates)] : []),
    ...(points > 0 ? [words.tooFewPoints(points)] : []),
    ...(replicates > 0 ? [words.tooFewReplicates(replicates)] : []),
  ]
  return said.length === 0 ? undefined : paragraph(said.join(gapOf(context.language)))
}

function rankingLine(
  context: ReportContext,
  { metric, verdict, inputs }: MetricDependence,
  place: string,
): (Html | string)[] {
  const { index, language, words } = context
  const label = index.metric(metric)!.label[language]
  const { dependence } = words
  if (verdict === 'tooFew') return []
  if (verdict === 'same') return [dependence.same(label)]
  if (verdict === 'undefined') return [dependence.undefined(label)]
  const leading = inputs
    .map((input, i) => ({ input, at: `${place}.inputs.${i}.alone` }))
    .filter(({ input }) => (input.alone.low ?? 0) > 0)
    .slice(0, MOST_NAMED)
  if (leading.length === 0) return [dependence.none(label)]
  const say = inputWordsOf(context)
  const numbers = leading.flatMap(({ input: { alone }, at }) => [
    tell('level', 'share', alone.share, `${at}.share`),
    tellRange('levelRange', 'share', alone, at),
  ])
  const parts = leading.map(({ input }, k) =>
    dependence.part(
      say.inline(input.id),
      toldText(numbers[2 * k], language),
      toldText(numbers[2 * k + 1], language),
      input.alone.isSettled,
    ),
  )
  return [createMarker(numbers, language).mark(dependence.ranked(label, parts))]
}

/** Inputs that turn the sign of a change. */
function turnLines(
  context: ReportContext,
  { metric, inputs }: MetricDependence,
  place: string,
): Html[] {
  const { index, language, source } = context
  if (source.dependence?.quantity !== 'change') return []
  const { label, unit } = index.metric(metric)!
  const say = inputWordsOf(context)
  const words = sensitivityIn(language)
  return inputs.flatMap(({ id, turn, alone }: DependenceInput, i) => {
    if (turn === null || alone.share === null) return []
    const { below, above } = turn
    const at = ({ from, to }: typeof below) =>
      typeof from === 'number' && typeof to === 'number'
        ? say.range(id, from, to)
        : say.value(id, from)
    const change = ({ mean }: typeof below) => formatChange(mean ?? NaN, unit, language)
    const numbers = [below, above].map(({ mean }, k) =>
      tell('change', unit, mean, `${place}.inputs.${i}.turn.${k === 0 ? 'below' : 'above'}.mean`),
    )
    const sentence = words.turns(say.inline(id), at(below), change(below), at(above), change(above))
    const said = context.words.dependence.turns(label[language], sentence)
    return [createMarker(numbers, language).mark(said)]
  })
}

function rulesOf(
  context: ReportContext,
  metrics: readonly MetricDependence[],
  scenario: number,
): Child {
  const { words, language } = context
  const looked = metrics.flatMap((metric, m) =>
    metric.limits === null ? [] : [{ metric: metric.metric, limits: metric.limits, m }],
  )
  if (looked.length === 0) return undefined
  const say = sensitivityIn(language)
  const searched = looked.filter(({ limits }) => !limits.isTooFew)
  if (searched.length === 0) return paragraph(words.dependence.tooFewForRules)
  return [
    element('h3', {}, words.dependence.rules),
    searched.map(({ metric, limits, m }) => {
      const outcome = outcomeOf(context, metric, limits)
      const { casesAre, ofInterest, cases, rules } = limits
      return [
        paragraph(
          `${say.cases(sentenceStart(outcome), casesAre, ofInterest, cases)}${words.dependence.stop}`,
          limits.why === 'strongest' ? ` ${words.dependence.strongest}` : undefined,
        ),
        rules.length === 0
          ? paragraph(say.noRule)
          : list(
              rules.map((rule, k) => {
                const at = `dependence.scenarios.${scenario}.metrics.${m}.limits.rules.${k}`
                const numbers = [
                  tell('level', 'share', rule.density, `${at}.density`),
                  tell('level', 'share', rule.coverage, `${at}.coverage`),
                ]
                const said = ruleSentences(context, outcome, rule)
                return [
                  createMarker(numbers, language).mark(said.rule),
                  element('br', {}),
                  element('span', { class: 'note' }, said.evidence),
                ]
              }),
            ),
      ]
    }),
  ]
}

/** Between two sentences. */
function gapOf(language: Language): string {
  return language === 'zh' ? '' : ' '
}

function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
