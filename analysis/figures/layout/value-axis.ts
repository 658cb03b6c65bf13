/**
 * An axis of values: its ends, round ticks and their texts, all on one scale.
 * @module
 */
import type { Language } from '../../words/language.ts'
import { isRate, MINUS } from '../../words/numbers.ts'
import { scaleOf } from '../../words/scale.ts'
import { LABEL } from './sizes.ts'
import { widest } from './text-width.ts'
import { niceTicks } from './ticks.ts'

export interface ValueAxis {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
  readonly label: (value: number) => string
  /** The unit said once, at the end of the axis; empty where ticks carry it or there is none. */
  readonly unit: string
  /** Of the widest label [px]. */
  readonly width: number
}

export interface AxisWish {
  readonly unit: string
  readonly sort: 'level' | 'change'
  readonly language: Language
  /** About so many steps; 5 unless said. */
  readonly steps?: number
  /** Whether zero must be on it: bars and differences. */
  readonly zero?: boolean
}

/** @param values  everything that will be drawn; what is not finite is passed over */
export function valueAxis(values: readonly number[], wish: AxisWish): ValueAxis {
  const [low, high] = ends(values, wish)
  const { divisor, suffix } = scaleOf(
    Math.max(Math.abs(low), Math.abs(high)),
    wish.unit,
    wish.language,
    wish.sort,
  )
  const scaled = niceTicks(low / divisor, high / divisor, wish.steps ?? STEPS)
  const percent = suffix === '%'
  const label = (value: number) =>
    signed(value / divisor, scaled.decimals, wish.sort) + (percent ? '%' : '')
  const ticks = scaled.values.map((value) => value * divisor)
  return {
    low: ticks[0],
    high: ticks[ticks.length - 1],
    ticks,
    label,
    unit: percent ? '' : suffix.trim() + people(wish, suffix),
    width: widest(ticks.map(label), LABEL),
  }
}

const STEPS = 5

/** Lowest and highest, with room where they are one number. */
function ends(values: readonly number[], { zero, unit, sort }: AxisWish): [number, number] {
  let low = Infinity
  let high = -Infinity
  for (const value of zero === true ? [0, ...values] : values) {
    if (!Number.isFinite(value)) continue
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  if (low > high) return [0, 1]
  if (low < high) return [low, high]
  if (low !== 0) return low < 0 ? [low, 0] : [0, low]
  const room = isRate(unit) ? 1 / 100 : 1
  return sort === 'change' ? [-room, room] : [0, room]
}

function signed(value: number, decimals: number, sort: 'level' | 'change'): string {
  const [whole, rest] = Math.abs(value).toFixed(decimals).split('.')
  const body = [whole.replace(/\B(?=(\d{3})+$)/g, ','), rest].filter(Boolean).join('.')
  if (!/[1-9]/.test(body)) return '0'
  if (value < 0) return MINUS + body
  return sort === 'change' ? `+${body}` : body
}

/** Thousands and 万 of people need their noun. */
function people({ unit, language }: AxisWish, suffix: string): string {
  if (!unit.startsWith('borrowers')) return ''
  if (language === 'zh') return '人'
  return suffix === '' ? 'people' : ' people'
}

/**
 * Ticks whose labels fit beside each other along the bottom: every one, every second, …
 *
 * @param right  where the page ends; labels that would reach beyond it are left out
 */
export function thinTicks(
  axis: ValueAxis,
  place: (value: number) => number,
  right = Infinity,
): readonly number[] {
  const { ticks, width } = axis
  const apart = Math.abs(place(ticks[1]) - place(ticks[0]))
  const every = Math.max(1, Math.ceil((width + LABEL) / apart))
  const zero = Math.max(0, ticks.indexOf(0))
  return ticks.filter((tick, i) => (i - zero) % every === 0 && place(tick) + width / 2 <= right)
}
