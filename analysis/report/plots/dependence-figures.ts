/**
 * Section 7: which inputs results depend on, and within which limits of them they come about.
 * @module
 */
import { inputShares, type ShareCell, type ShareRow } from '../../figures/sweeps/input-shares.ts'
import { ruleLimits, type LimitRow } from '../../figures/sweeps/rule-limits.ts'
import { tradeOff } from '../../figures/sweeps/trade-off.ts'
import { figureWords, type FigureWords } from '../../figures/words/figure-words.ts'
import type {
  DependenceInput,
  MetricDependence,
  ScenarioDependence,
} from '../../sensitivity/dependence.ts'
import type { FoundLimit, FoundLimits } from '../../sensitivity/found-limits.ts'
import { chanceText } from '../../words/sensitivity.ts'
import { numberOf } from '../numbers/told.ts'
import { conditionOf, inputWordsOf, outcomeOf } from '../rule-sentences.ts'
import { frameOf, type PlotContext, type ReportFigure } from '../report-figure.ts'

/** Metrics whose rules are drawn; the first also with what its rule costs. */
const MOST_RULES = 2

export function dependenceFigures(context: PlotContext): ReportFigure[] {
  const { dependence } = context.source
  if (dependence === undefined) return []
  return dependence.scenarios.flatMap((scenario, s) => {
    const place = `dependence.scenarios.${s}`
    // The first keeps the plain name: most results have one.
    const tail = s === 0 ? '' : `-${s + 1}`
    return [
      ...sharesFigure(context, scenario, place, tail),
      ...scenario.metrics
        .map((metric, m) => ({ metric, place: `${place}.metrics.${m}` }))
        .filter(({ metric }) => (metric.limits?.rules.length ?? 0) > 0)
        .slice(0, MOST_RULES)
        .flatMap((one, k) =>
          rulesFigures(context, one.metric, one.place, tail).slice(0, k === 0 ? 2 : 1),
        ),
    ]
  })
}

interface Rest {
  readonly key: 'together' | 'sharedLuck' | 'ownLuck'
  readonly name: string
}

function sharesFigure(
  context: PlotContext,
  { metrics }: ScenarioDependence,
  place: string,
  tail: string,
): ReportFigure[] {
  const { index, canvas, language } = context
  const words = figureWords(language)
  const told = metrics
    .map((metric, m) => ({ metric, place: `${place}.metrics.${m}` }))
    .filter(({ metric: { verdict } }) => verdict === 'told' || verdict === 'noneStandsOut')
  if (told.length === 0) return []
  const ids = inputsOf(told.map(({ metric }) => metric))
  const rest = restOf(told[0].metric, words)
  const say = inputWordsOf(context)
  const rows: ShareRow[] = [
    ...ids.map((id) => ({
      name: say.label(id),
      isRest: false,
      cells: told.map(({ metric }) => cellOf(metric.inputs.find((input) => input.id === id))),
    })),
    ...rest.map(({ key, name }) => ({
      name,
      isRest: true,
      cells: told.map(({ metric }) => ({
        share: numberOf(metric[key]),
        low: NaN,
        high: NaN,
        isSettled: true,
      })),
    })),
  ]
  const name = `inputs${tail}`
  const figure = inputShares(
    canvas,
    { metrics: told.map(({ metric: { metric } }) => index.metric(metric)!.label), rows },
    frameOf(context, name),
  )
  const hasTotals = figure.table.columns.length > TOTAL_COLUMN + 1
  const path = (row: number, column: number): string | undefined => {
    const { metric, place: at } = told[Math.floor(row / rows.length)]
    const line = row % rows.length
    if (line >= ids.length) {
      return column === SHARE_COLUMN ? `${at}.${rest[line - ids.length].key}` : undefined
    }
    const input = metric.inputs.findIndex(({ id }) => id === ids[line])
    const end = SHARE_ENDS[column - SHARE_COLUMN]
    if (input < 0) return undefined
    if (end !== undefined) return `${at}.inputs.${input}.alone.${end}`
    const isTotal = hasTotals && column === TOTAL_COLUMN && metric.inputs[input].total !== null
    return isTotal ? `${at}.inputs.${input}.total.share` : undefined
  }
  return [{ name, section: 'assumptions', figure, path }]
}

const SHARE_COLUMN = 2
const SHARE_ENDS: readonly string[] = ['share', 'low', 'high']
const TOTAL_COLUMN = SHARE_COLUMN + SHARE_ENDS.length

/** Inputs of all metrics, the one with the largest share of any first. */
function inputsOf(metrics: readonly MetricDependence[]): string[] {
  const largest = new Map<string, number>()
  for (const { inputs } of metrics) {
    for (const { id, alone } of inputs) {
      largest.set(id, Math.max(largest.get(id) ?? -1, alone.share ?? -1))
    }
  }
  const order = [...largest.keys()]
  return order.sort(
    (one, other) => largest.get(other)! - largest.get(one)! || (one < other ? -1 : 1),
  )
}

/** What is left when inputs have had their shares. */
function restOf({ inputs }: MetricDependence, { inputs: words }: FigureWords): Rest[] {
  if (inputs.every(({ varies }) => varies === 'byReplicate')) {
    return [{ key: 'sharedLuck', name: words.luck }]
  }
  return [
    { key: 'together', name: words.together },
    { key: 'sharedLuck', name: words.sharedLuck },
    { key: 'ownLuck', name: words.ownLuck },
  ]
}

function cellOf(input: DependenceInput | undefined): ShareCell {
  if (input === undefined) return { share: NaN, low: NaN, high: NaN, isSettled: false }
  const { alone, total } = input
  return {
    share: numberOf(alone.share),
    low: numberOf(alone.low),
    high: numberOf(alone.high),
    isSettled: alone.isSettled,
    ...(total?.share == null ? {} : { total: total.share }),
  }
}

function rulesFigures(
  context: PlotContext,
  { metric, limits }: MetricDependence,
  place: string,
  tail: string,
): ReportFigure[] {
  const { canvas } = context
  const { rules } = limits as FoundLimits
  const outcome = outcomeOf(context, metric, limits as FoundLimits)
  const shown = ruleLimits(
    canvas,
    {
      outcome,
      rules: rules.map((rule) => ({
        ...rule,
        rows: rule.limits.map((limit) => rowOf(context, limit)),
      })),
    },
    frameOf(context, `rules-${metric}${tail}`),
  )
  const owners = rules.flatMap((rule, k) => rule.limits.map(() => k))
  const [first] = rules
  const curve = tradeOff(
    canvas,
    {
      outcome,
      path: first.path,
      turningPoints: first.turningPoints,
      chosen: { ...first, restricted: first.limits.length },
    },
    frameOf(context, `trade-off-${metric}${tail}`),
  )
  const ofRule = `${place}.limits.rules`
  return [
    {
      name: `rules-${metric}${tail}`,
      section: 'assumptions',
      figure: shown,
      path: (row, column) => {
        const end = RULE_ENDS[column - RULE_COLUMN]
        return end === undefined ? undefined : `${ofRule}.${owners[row]}.${end}`
      },
    },
    {
      name: `trade-off-${metric}${tail}`,
      section: 'assumptions',
      figure: curve,
      path: (row, column) => {
        const end = RULE_ENDS[column - 1]
        if (end === undefined) return undefined
        return row === 0 ? `${ofRule}.0.${end}` : `${ofRule}.0.turningPoints.${row - 1}.${end}`
      },
    },
  ]
}

const RULE_COLUMN = 5
const RULE_ENDS: readonly string[] = ['coverage', 'density', 'cases']

function rowOf(context: PlotContext, limit: FoundLimit): LimitRow {
  const { id, low, high, allowed, least, most, named, quasiP } = limit
  const say = inputWordsOf(context)
  const common = {
    name: say.label(id),
    condition: conditionOf(context, limit, ''),
    chance: chanceText(quasiP, context.language),
  }
  if (allowed || least === null || most === null) {
    return { ...common, from: 0, to: (allowed?.length ?? 0) / named, least: '', most: '' }
  }
  const place = (value: number) => (value - least) / (most - least)
  return {
    ...common,
    from: place(low ?? least),
    to: place(high ?? most),
    least: say.value(id, least),
    most: say.value(id, most),
  }
}
