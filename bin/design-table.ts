/**
 * Tables of inputs that were moved one at a time, or along trajectories.
 * @module
 */
import type { MetricDescription } from '../analysis/answer/readings.ts'
import { known } from '../analysis/results/summary.ts'
import type {
  DesignEffects,
  MorrisRanking,
  OneAtATimeRanking,
} from '../analysis/sensitivity/design-effects.ts'
import type { Quantity } from '../analysis/sensitivity/swept-result.ts'
import { designWordsIn } from '../analysis/words/design-effects.ts'
import type { InputWords } from '../analysis/words/input-value.ts'
import type { Language } from '../analysis/words/language.ts'
import { formatChange, formatChangeRange, formatLevel } from '../analysis/words/numbers.ts'

/** Rows of cells, the head first, and what is said below them. */
export interface DesignTable {
  readonly rows: readonly (readonly string[])[]
  readonly notes: readonly string[]
}

export function designTable(
  effects: DesignEffects,
  metric: MetricDescription,
  quantity: Quantity,
  say: InputWords,
  language: Language,
): DesignTable {
  return effects.design === 'morris'
    ? morrisTable(effects, metric, say, language)
    : oneAtATimeTable(effects, metric, quantity, say, language)
}

function oneAtATimeTable(
  { base, inputs }: OneAtATimeRanking,
  { label, unit }: MetricDescription,
  quantity: Quantity,
  say: InputWords,
  language: Language,
): DesignTable {
  const words = designWordsIn(language)
  const change = (value: number) => formatChange(value, unit, language)
  const level = quantity === 'change' ? change(base) : formatLevel(base, unit, language)
  const rows = inputs.flatMap(({ id, effects }) =>
    effects.map(({ value, change: { mean, low, high } }, k) => [
      k === 0 ? `  ${say.label(id)} (${id})` : '',
      say.value(id, value),
      change(mean),
      Number.isNaN(low) ? '' : formatChangeRange(low, high, unit, language),
      low <= 0 && high >= 0 ? words.unclear : '',
    ]),
  )
  const first = inputs.find(({ swing }) => swing > 0)
  return {
    rows: [[label[language], ...words.oneAtATime], [`  ${words.base}`, '', level], ...rows],
    notes: first
      ? [words.widest(say.inline(first.id), change(first.swing).replace(/^\+/, ''))]
      : [words.nothing],
  }
}

/** σ from this share of μ* on: the effect depends on where one stands; below the lower, it does not. */
const UNEVEN = 1
const EVEN = 0.5

function morrisTable(
  { inputs, luck, trajectories }: MorrisRanking,
  { label, unit }: MetricDescription,
  say: InputWords,
  language: Language,
): DesignTable {
  const words = designWordsIn(language)
  const change = (value: number) => formatChange(value, unit, language)
  const size = (value: number) => change(value).replace(/^\+/, '')
  const reading = (one: MorrisRanking['inputs'][number]): string => {
    if (one.low <= luck) return words.likeLuck
    if (one.sd >= UNEVEN * one.meanSize) return words.uneven
    return one.sd <= EVEN * one.meanSize ? words.even : ''
  }
  const [first, second] = inputs
  const isAhead = second === undefined || first.low > second.high
  const clear = inputs.filter(({ low }) => !(low <= luck))
  return {
    rows: [
      [label[language], ...words.morris],
      ...inputs.map((one) => [
        `  ${say.label(one.id)} (${one.id})`,
        size(one.meanSize),
        formatChangeRange(one.low, one.high, unit, language).replace(/\+/g, ''),
        change(one.mean),
        size(one.sd),
        reading(one),
      ]),
      ...(Number.isNaN(luck) ? [] : [[`  ${words.luck}`, size(luck)]]),
    ],
    notes:
      clear.length === 0
        ? [words.nothing]
        : [words.most(say.inline(first.id), size(first.meanSize), isAhead, trajectories)],
  }
}

/** What `--json` holds of them. */
export function designJson(effects: DesignEffects): object {
  if (effects.design === 'oneAtATime') {
    return {
      design: effects.design,
      base: known(effects.base),
      inputs: effects.inputs.map(({ id, swing, effects: own }) => ({
        id,
        swing: known(swing),
        effects: own.map(({ value, change: { mean, low, high, n } }) => ({
          value,
          mean: known(mean),
          low: known(low),
          high: known(high),
          n,
        })),
      })),
    }
  }
  const { design, trajectories, inputs, luck } = effects
  return {
    design,
    trajectories,
    luck: known(luck),
    inputs: inputs.map(({ id, mean, meanSize, low, high, sd }) => ({
      id,
      muStar: known(meanSize),
      low: known(low),
      high: known(high),
      mu: known(mean),
      sigma: known(sd),
    })),
  }
}
