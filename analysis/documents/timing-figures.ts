/**
 * When a rule is felt: the weight of an announced package, the pace of reviews, the life of a loan.
 *
 * @source Model document, sections 5.2, 5.5 and 5.7
 * @module
 */
import { monthAt, type Month } from '../../engine/time.ts'
import { lawSettings } from '../../agents/levers/law-settings.ts'
import type { LeverCatalogue } from '../../agents/levers/lever.ts'
import { CITY } from '../../agents/parameters.ts'
import { anticipation } from '../../agents/pricing/announcement.ts'
import { ageProfile, overhang } from '../../agents/pricing/stock.ts'
import { planRules, PRE_NOTICE_MONTH } from '../../agents/regulator/plan-rules.ts'
import type { RuleMonth } from '../../agents/regulator/rule-book.ts'
import type { Canvas } from '../figures/canvas.ts'
import type { Figure } from '../figures/figure.ts'
import type { Role } from '../figures/palette.ts'
import { formatMonth } from '../words/numbers.ts'
import type { Language } from '../words/language.ts'
import { curvePanels } from '../figures/diagrams/curve-panels.ts'
import { frameOf, percent } from './frame.ts'
import { parameters } from './typical-pair.ts'
import { modelFigureWords } from './words/model-figure-words.ts'

const PERIODS = 19
const HORIZONS = [1, 6, 12, 24]
const HORIZON_ROLES: readonly Role[] = ['baseline', 'second', 'reform', 'third']
/** Months between words along the axis. */
const TICK_MONTHS = 3

/** Notice 9 alone, on the law of November 2024, for one city bank. */
export function noticeMonths(catalogue: LeverCatalogue): readonly RuleMonth[] {
  const settings = [
    ...lawSettings(catalogue, { asOf: PRE_NOTICE_MONTH }),
    ...lawSettings(catalogue).filter(
      ({ lever, effective }) =>
        effective > PRE_NOTICE_MONTH && catalogue.byId.get(lever)?.package === 'notice9',
    ),
  ]
  return planRules({
    settings,
    catalogue,
    parameters,
    banks: { licence: Uint8Array.of(CITY), homeRegion: Int8Array.of(-1) },
    start: PRE_NOTICE_MONTH,
    periods: PERIODS,
  })
}

interface Dates {
  readonly announced: number
  readonly effective: number
  readonly ordinary: number
}

/** Periods in which the package is announced, takes effect, and reviews are ordinary again. */
function datesOf(months: readonly RuleMonth[]): Dates {
  const announced = months.findIndex(({ next }) => next !== undefined)
  return {
    announced,
    effective: months[announced].nextEffective,
    ordinary: months.findLastIndex(({ accelerated }) => accelerated[0] === 1) + 1,
  }
}

function monthsAlong(language: Language, label: string, periods = PERIODS) {
  const places = Array.from({ length: periods }, (_, period) => period)
  const month = (period: number): Month => monthAt(PRE_NOTICE_MONTH, period)
  const ticks = places
    .filter((period) => period % TICK_MONTHS === 2)
    .map((at) => ({ at, text: formatMonth(month(at), language) }))
  return { label, unit: '', places, ticks }
}

/** ω by month for four horizons. */
export function announcementFigure(
  canvas: Canvas,
  language: Language,
  catalogue: LeverCatalogue,
): Figure {
  const { announcement: said } = modelFigureWords(language)
  const months = noticeMonths(catalogue)
  const dates = datesOf(months)
  // The last value holds to the day the rules take effect; from then on they count in full.
  const weight = (planningHorizon: number) =>
    Array.from({ length: dates.effective + 1 }, (_, at) => {
      const period = Math.min(at, dates.effective - 1)
      return anticipation(months[period], { ...parameters, planningHorizon }, period)
    })
  return curvePanels(
    canvas,
    'announcement-weight',
    said,
    [
      {
        title: said.weight,
        unit: '',
        ends: [0, 1],
        steps: true,
        along: monthsAlong(language, said.along, dates.effective + 1),
        marks: [
          { at: dates.announced, text: said.announced },
          { at: dates.effective, text: said.inForce },
        ],
        curves: HORIZONS.map((horizon, i) => ({
          name: said.horizon(horizon),
          role: HORIZON_ROLES[i],
          values: weight(horizon),
        })),
      },
    ],
    frameOf('announcement-weight', language),
  )
}

/** Monthly probability of a review, and who has been reviewed since the announcement. */
export function reviewFigure(
  canvas: Canvas,
  language: Language,
  catalogue: LeverCatalogue,
): Figure {
  const { reviews: said } = modelFigureWords(language)
  const months = noticeMonths(catalogue)
  const { announced, effective, ordinary } = datesOf(months)
  const { reviewRate, reviewRateAnnounced } = parameters
  const fast = months.map(({ accelerated }) =>
    accelerated[0] === 1 ? reviewRateAnnounced : reviewRate,
  )
  const slow = months.map(() => reviewRate)
  const reviewed = (rates: readonly number[]) => {
    let left = 1
    return rates.map((rate, period) => {
      if (period >= announced) left *= 1 - rate
      return 1 - left
    })
  }
  const along = monthsAlong(language, said.along)
  const marks = [
    { at: announced, text: said.announced },
    { at: effective, text: said.inForce },
    { at: ordinary, text: said.over },
  ]
  const curves = (values: (rates: readonly number[]) => number[]) => [
    { name: said.fast, role: 'reform' as const, values: values(fast) },
    { name: said.ordinary, role: 'baseline' as const, values: values(slow) },
  ]
  const panel = { unit: 'share', along, marks, steps: true }
  return curvePanels(
    canvas,
    'review-hazards',
    said,
    [
      { ...panel, title: said.hazard, ends: [0, 0], curves: curves((rates) => [...rates]) },
      { ...panel, title: said.reviewed, ends: [0, 1], curves: curves(reviewed) },
    ],
    frameOf('reviews', language),
  )
}

/** Ages at which the names of the two lines stand. */
const NAME_ABOVE = 6
const NAME_BELOW = 5

/** What is owed of one month's loans by age, and how much of it lies ahead. */
export function vintageFigure(canvas: Canvas, language: Language): Figure {
  const { vintage: said } = modelFigureWords(language)
  const { tenor, prepayment } = parameters
  const places = Array.from({ length: tenor + 1 }, (_, age) => age)
  const along = { label: said.along, unit: '', places }
  const panel = (title: string, values: (prepaid: number) => number[]) => ({
    title,
    unit: 'share',
    along,
    curves: [
      {
        name: said.plain,
        role: 'baseline' as const,
        values: values(0),
        nameAt: { place: NAME_ABOVE, side: 'above' as const, anchor: 'start' as const },
      },
      {
        name: said.prepaid(percent(prepayment)),
        role: 'reform' as const,
        values: values(prepayment),
        nameAt: { place: NAME_BELOW, side: 'below' as const, anchor: 'end' as const },
      },
    ],
  })
  return curvePanels(
    canvas,
    'vintage-profile',
    said,
    [
      panel(said.owed, (prepaid) => [...ageProfile(tenor, prepaid), 0]),
      panel(said.overhang, (prepaid) => places.map((age) => overhang(age, tenor, prepaid))),
    ],
    frameOf('vintage', language),
  )
}
