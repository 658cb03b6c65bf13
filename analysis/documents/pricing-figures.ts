/**
 * What a ceiling does to a quote, and what information is worth.
 *
 * @source Model document, sections 5.1 and 5.2
 * @module
 */
import { HEAD, LISTED, SMALL, TIERS } from '../../agents/parameters.ts'
import type { Canvas } from '../figures/canvas.ts'
import type { Figure } from '../figures/figure.ts'
import type { Role } from '../figures/palette.ts'
import type { Language } from '../words/language.ts'
import { curvePanels } from '../figures/diagrams/curve-panels.ts'
import { frameOf, percent } from './frame.ts'
import {
  CEILING_BEFORE,
  CEILING_LOWER,
  CEILING_UNDER,
  offerOf,
  parameters,
  placesBetween,
  type Offer,
} from './typical-pair.ts'
import { modelFigureWords } from './words/model-figure-words.ts'

const RISKIEST = 4
const HIGHEST_CEILING = 0.4
const LOWEST_CEILING = 0.14
const CEILING_STEPS = 260

const LEAST_ADVANTAGE = 0.05
const STEPS = 140
const SHOWN_SEGMENTS = [2, 3, 4]

const TIER_ROLES: readonly Role[] = ['third', 'reform', 'second']

/** Price and approval of three tiers as the ceiling falls. */
export function ceilingFigure(canvas: Canvas, language: Language): Figure {
  const words = modelFigureWords(language)
  const { ceiling: said } = words
  const places = placesBetween(LOWEST_CEILING, HIGHEST_CEILING, CEILING_STEPS)
  const offers = [HEAD, LISTED, SMALL].map((tier) =>
    places.map((ceiling) => offerOf(tier, RISKIEST, ceiling)),
  )
  const curves = (read: (offer: Offer) => number) =>
    offers.map((one, tier) => ({
      name: words.tiers[TIERS[tier]],
      role: TIER_ROLES[tier],
      values: one.map(read),
    }))
  const along = { label: said.along, unit: 'share', places, falls: true }
  const marks = [CEILING_BEFORE, CEILING_UNDER, CEILING_LOWER].map((at) => ({
    at,
    text: percent(at),
  }))
  const segment = words.segment(RISKIEST + 1, percent(parameters.defaultProbability[RISKIEST]))
  return curvePanels(
    canvas,
    'ceiling-curves',
    { ...said, subtitle: said.subtitle(segment) },
    [
      {
        title: said.price,
        unit: 'share',
        along,
        marks,
        curves: curves(({ price }) => price),
      },
      {
        title: said.approval,
        unit: 'share',
        ends: [0, 1],
        along,
        marks,
        curves: curves(({ approval }) => approval),
      },
    ],
    frameOf('quote-and-ceiling', language),
  )
}

/** Approval, risk and surplus against the data advantage. */
export function screeningFigure(canvas: Canvas, language: Language): Figure {
  const words = modelFigureWords(language)
  const { screening: said } = words
  const places = placesBetween(LEAST_ADVANTAGE, parameters.dataAdvantageMax, STEPS)
  const offers = SHOWN_SEGMENTS.map((s) => places.map((c) => offerOf(LISTED, s, CEILING_UNDER, c)))
  const curves = (read: (offer: Offer) => number) =>
    offers.map((one, i) => ({
      name: said.name(
        SHOWN_SEGMENTS[i] + 1,
        percent(parameters.defaultProbability[SHOWN_SEGMENTS[i]]),
      ),
      role: TIER_ROLES[i],
      values: one.map(read),
    }))
  const along = { label: said.along, unit: '', places }
  const marks = TIERS.map((tier, i) => ({
    at: parameters.dataAdvantage[i],
    text: said.tiers[tier],
  }))
  const panel = (title: string, read: (offer: Offer) => number, ends: [number, number]) => ({
    title,
    unit: 'share',
    ends,
    along,
    marks,
    curves: curves(read),
  })
  return curvePanels(
    canvas,
    'screening-curves',
    { ...said, subtitle: said.subtitle(percent(CEILING_UNDER)) },
    [
      panel(said.approval, ({ approval }) => approval, [0, 1]),
      panel(said.average, ({ averageDefault }) => averageDefault, [0, 0]),
      panel(said.surplus, ({ surplus }) => surplus, [0, 0]),
    ],
    frameOf('screening', language),
  )
}
