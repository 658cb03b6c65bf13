/**
 * What a partnership is worth against its balance, and who survives when the threshold moves.
 *
 *     V = 0 at q*;  surviving share (q*_old/q*_new)^a where balances are Pareto(a)
 *
 * @source Model document, sections 5.5 and 5.7
 * @module
 */
import { pow } from '../../engine/numerics/pow.ts'
import { netValue } from '../../agents/bank/partner-value.ts'
import type { LeverCatalogue } from '../../agents/levers/lever.ts'
import { CITY, SMALL } from '../../agents/parameters.ts'
import type { RuleBook } from '../../agents/regulator/rule-book.ts'
import type { Canvas } from '../figures/canvas.ts'
import type { Figure } from '../figures/figure.ts'
import type { Role } from '../figures/palette.ts'
import { toyMarket } from '../verification/market/toy-market.ts'
import { formatLevel } from '../words/numbers.ts'
import type { Language } from '../words/language.ts'
import { curvePanels } from '../figures/diagrams/curve-panels.ts'
import { frameOf, percent } from './frame.ts'
import { noticeMonths } from './timing-figures.ts'
import {
  CEILING_BEFORE,
  CEILING_UNDER,
  offerOf,
  parameters,
  placesBetween,
} from './typical-pair.ts'
import { modelFigureWords } from './words/model-figure-words.ts'

/** The segment that a small platform lends most to before the notice, after the riskiest. */
const SEGMENT = 3
const MOST_BALANCE = 300
const STEPS = 100
const TAILS = [0.8, 1, 1.2]
const TAIL_ROLES: readonly Role[] = ['third', 'reform', 'second']
const MOST_RATIO = 10

/** A city bank of middling capability and one platform of tier small. */
function pair() {
  return toyMarket({
    banks: [{ licence: CITY }],
    platforms: [
      {
        tier: SMALL,
        lenderSurplusShare: parameters.lenderSurplusShare[SMALL],
        complianceCapacity: parameters.platformCompliance[SMALL],
      },
    ],
  })
}

export function partnerFigure(
  canvas: Canvas,
  language: Language,
  catalogue: LeverCatalogue,
): Figure {
  const words = modelFigureWords(language)
  const { value: said } = words
  const market = pair()
  const months = noticeMonths(catalogue)
  const before = months[0].inForce
  const under = months[months.length - 1].inForce
  const worth = (rules: RuleBook, ceiling: number) => {
    const { surplus } = offerOf(SMALL, SEGMENT, ceiling)
    return (balance: number) => netValue(market, rules, 0, 0, balance * surplus)
  }
  const lines = [worth(before, CEILING_BEFORE), worth(under, CEILING_UNDER)]
  const thresholds = lines.map((line) => -line(0) / (line(1) - line(0)))
  const ratio = thresholds[1] / thresholds[0]
  const balances = placesBetween(0, MOST_BALANCE, STEPS)
  const ratios = placesBetween(1, MOST_RATIO, STEPS)
  const named: readonly [string, Role][] = [
    [said.before, 'baseline'],
    [said.under, 'reform'],
  ]
  const segment = words.segment(SEGMENT + 1, percent(parameters.defaultProbability[SEGMENT]))
  return curvePanels(
    canvas,
    'partner-value',
    { ...said, subtitle: said.subtitle(words.tiers.small, segment) },
    [
      {
        title: said.worth,
        unit: '',
        along: { label: said.balance, unit: '', places: balances },
        marks: thresholds.map((at) => ({ at, text: said.threshold(String(Math.round(at))) })),
        curves: named.map(([name, role], i) => ({ name, role, values: balances.map(lines[i]) })),
      },
      {
        title: said.surviving,
        unit: 'share',
        ends: [0, 1],
        along: { label: said.ratio, unit: '', places: ratios },
        marks: [{ at: ratio, text: said.here(formatLevel(ratio, '1', language)) }],
        curves: TAILS.map((tail, i) => ({
          name: said.tail(String(tail)),
          role: TAIL_ROLES[i],
          values: ratios.map((one) => 1 / pow(one, tail)),
        })),
      },
    ],
    frameOf('partner-value', language),
  )
}
