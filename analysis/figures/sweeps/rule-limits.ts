/**
 * Rules in plain limits: for each rule the inputs it restricts, each as the part of its range that the
 * rule keeps.
 * @module
 */
import type { Markish } from '@observablehq/plot'
import type { Canvas } from '../canvas.ts'
import { emptyFigure } from '../charts/empty-figure.ts'
import { drawFigure } from '../draw.ts'
import { PAGE_WIDTH, say, type Figure, type FigureFrame, type Label } from '../figure.ts'
import { BOLD, LABEL, LINE, PAD } from '../layout/sizes.ts'
import { textWidth, truncate, widest } from '../layout/text-width.ts'
import { paint } from '../palette.ts'
import { figureWords } from '../words/figure-words.ts'

/** One input of a rule. */
export interface LimitRow {
  readonly name: Label
  /** `at least 26.7%`. */
  readonly condition: Label
  /** Part of the range that is kept, in [0, 1]. */
  readonly from: number
  readonly to: number
  /** Ends of the range, written; empty for named values. */
  readonly least: Label
  readonly most: Label
  /** Quasi-p-value, written. */
  readonly chance: string
}

export interface LimitRule {
  readonly rows: readonly LimitRow[]
  /** Share of all cases of interest that it holds; of its cases that are of interest. */
  readonly coverage: number
  readonly density: number
  readonly cases: number
}

export interface RuleLimits {
  /** What the cases looked for are: `the change of partnerships is below −2,000`. */
  readonly outcome: Label
  readonly rules: readonly LimitRule[]
}

const ROW = 2 * LINE + PAD
const HEAD = LINE + PAD
const BAR = 10
const WIDEST_NAME = 0.36
const WIDEST_CONDITION = 0.3

export function ruleLimits(canvas: Canvas, shown: RuleLimits, frame: FigureFrame): Figure {
  const { plot } = canvas
  const { language } = frame
  const words = figureWords(language)
  const { limits } = words
  const outcome = say(shown.outcome, language)
  const columns = [
    { label: limits.columns.rule },
    { label: limits.columns.input },
    { label: limits.columns.limits },
    { label: limits.columns.range },
    { label: limits.columns.chance },
    { label: limits.columns.coverage, unit: 'share' },
    { label: limits.columns.density, unit: 'share' },
    { label: limits.columns.cases, unit: 'count' },
  ]
  const subtitle = limits.subtitle(outcome)
  if (shown.rules.length === 0) return emptyFigure(canvas, frame, subtitle, columns)

  const width = frame.width ?? PAGE_WIDTH
  const rules = shown.rules.map((rule, k) => {
    const rows = rule.rows.map((row) => ({
      ...row,
      name: say(row.name, language),
      condition: say(row.condition, language),
      least: say(row.least, language),
      most: say(row.most, language),
      chance: limits.chance(row.chance),
    }))
    return { ...rule, rows, head: limits.head(k + 1, rule.density, rule.coverage) }
  })
  const every = rules.flatMap(({ rows }) => rows)
  const names = Math.min(
    width * WIDEST_NAME,
    widest(
      every.map(({ name }) => name),
      LABEL,
    ),
  )
  const conditions = Math.min(
    width * WIDEST_CONDITION,
    widest(
      every.flatMap(({ condition, chance }) => [condition, chance]),
      LABEL,
    ),
  )
  const left = names + 2 * PAD
  const right = width - conditions - 2 * PAD
  const marks: Markish[] = []
  let top = 0
  for (const { head, rows } of rules) {
    const fitted = truncate(head, width / BOLD, LABEL)
    marks.push(
      plot.text([fitted], {
        x: [0],
        y: [top + PAD / 2],
        textAnchor: 'start',
        lineAnchor: 'top',
        fontWeight: 600,
        className: 'panel-head',
        ...(fitted === head ? {} : { title: [head] }),
      }),
    )
    rows.forEach((row, i) => {
      marks.push(...rowMarks(canvas, row, top + HEAD + i * ROW, { names, left, right, conditions }))
    })
    top += HEAD + rows.length * ROW + PAD
  }
  return drawFigure(canvas, frame, {
    kind: 'rule-limits',
    title: limits.title(
      outcome,
      rules[0].rows.map(({ name }) => name),
    ),
    subtitle,
    description: limits.description(
      outcome,
      rules
        .map(({ head, rows }) =>
          limits.rule(
            head,
            rows.map(({ name, condition, chance }) => limits.row(name, condition, chance)),
          ),
        )
        .join(words.semicolon),
    ),
    table: {
      columns,
      rows: rules.flatMap(({ rows, coverage, density, cases }, k) =>
        rows.map((row) => [
          String(k + 1),
          row.name,
          row.condition,
          row.least === '' ? '' : limits.range(row.least, row.most),
          row.chance,
          coverage,
          density,
          cases,
        ]),
      ),
    },
    height: top,
    margins: { top: 0, right: 0, bottom: 0, left: 0 },
    x: { type: 'identity' },
    y: { type: 'identity' },
    marks,
  })
}

interface WrittenRow {
  readonly name: string
  readonly condition: string
  readonly from: number
  readonly to: number
  readonly least: string
  readonly most: string
  readonly chance: string
}

interface Places {
  readonly names: number
  readonly left: number
  readonly right: number
  readonly conditions: number
}

function rowMarks(
  { plot }: Canvas,
  row: WrittenRow,
  top: number,
  { names, left, right, conditions }: Places,
): Markish[] {
  const y = top + LINE / 2 + PAD / 2
  const place = (share: number) => left + share * (right - left)
  const cut = (text: string, room: number) => {
    const fitted = truncate(text, room, LABEL)
    return { fitted, title: fitted === text ? {} : { title: [text] } }
  }
  const name = cut(row.name, names)
  const condition = cut(row.condition, conditions)
  const chance = cut(row.chance, conditions)
  const room = (right - left) / 2 - PAD
  const ends = [row.least, row.most]
  const areShown = ends.every((text) => text !== '' && textWidth(text, LABEL) <= room)
  const beside = { x: [right + 2 * PAD], textAnchor: 'start' } as const
  return [
    plot.text([name.fitted], {
      x: [names + PAD],
      y: [y],
      textAnchor: 'end',
      className: 'row-label',
      ...name.title,
    }),
    plot.ruleY([y], {
      x1: [left],
      x2: [right],
      stroke: paint('quiet'),
      strokeWidth: 2,
      className: 'range',
    }),
    plot.rect([row], {
      x1: [place(row.from)],
      x2: [place(row.to)],
      y1: [y - BAR / 2],
      y2: [y + BAR / 2],
      fill: paint('reform'),
      className: 'kept',
    }),
    ...(areShown ? ends : []).map((text, i) =>
      plot.text([text], {
        x: [i === 0 ? left : right],
        y: [y + BAR / 2 + 2],
        textAnchor: i === 0 ? 'start' : 'end',
        lineAnchor: 'top',
        fillOpacity: 0.8,
        className: 'range-end',
      }),
    ),
    plot.text([condition.fitted], {
      ...beside,
      y: [y],
      className: 'condition',
      ...condition.title,
    }),
    plot.text([chance.fitted], {
      ...beside,
      y: [y + LINE],
      fillOpacity: 0.8,
      className: 'chance',
      ...chance.title,
    }),
  ]
}
