/**
 * The parts of a figure of shares of variance: bars with whiskers on a scale of 0 to 100%.
 * @module
 */
import type { Markish } from '@observablehq/plot'
import type { PlotLibrary } from '../canvas.ts'
import { LABEL, LINE, PAD } from '../layout/sizes.ts'
import { textWidth } from '../layout/text-width.ts'
import { FAINT } from '../marks/axes.ts'
import { paint } from '../palette.ts'
import type { ShareCell } from './input-shares.ts'

export const SHARE_ROW = 32
const BAR = 12
const WHISKER = 1.5
const CAP = 3

export interface ShareBar extends ShareCell {
  readonly isRest: boolean
  /** The share, written. */
  readonly text: string
  readonly y: number
}

export interface SharePanel {
  readonly name: string
  readonly lines: readonly string[]
  readonly left: number
  /** Place of 100%. */
  readonly scaleEnd: number
  readonly top: number
  readonly bottom: number
  /** Between the inputs and the rest. */
  readonly rule: number
  readonly bars: readonly ShareBar[]
}

export function shareMarks(plot: PlotLibrary, panel: SharePanel): Markish[] {
  const { left, scaleEnd, top, bottom, rule, lines, name } = panel
  const place = (share: number) => left + share * (scaleEnd - left)
  const isCut = lines.join('').replace(/\s/g, '') !== name.replace(/\s/g, '')
  const ends = scaleEnd - left > textWidth('100%', LABEL) + 2 * PAD ? [0, 1] : [0]
  return [
    plot.text([lines.join('\n')], {
      x: [left],
      y: [top - PAD / 2],
      textAnchor: 'start',
      lineAnchor: 'bottom',
      lineHeight: LINE / LABEL,
      fontWeight: 600,
      className: 'panel-head',
      ...(isCut ? { title: [name] } : {}),
    }),
    plot.ruleX([0, 1 / 2, 1].map(place), {
      y1: top,
      y2: bottom,
      stroke: 'currentColor',
      strokeOpacity: FAINT,
    }),
    plot.ruleX([left], { y1: top, y2: bottom, stroke: 'currentColor', strokeOpacity: 0.75 }),
    plot.text(
      ends.map((one) => (one === 0 ? '0' : '100%')),
      {
        x: ends.map(place),
        y: bottom + PAD / 2,
        textAnchor: 'middle',
        lineAnchor: 'top',
        className: 'axis-x',
      },
    ),
    ...(rule > top
      ? [
          plot.ruleY([rule], {
            x1: left,
            x2: scaleEnd,
            stroke: 'currentColor',
            strokeOpacity: 0.4,
            strokeDasharray: '1.5 3',
          }),
        ]
      : []),
    ...panel.bars.flatMap((bar) => barMarks(plot, bar, place, scaleEnd)),
  ]
}

function barMarks(
  plot: PlotLibrary,
  bar: ShareBar,
  place: (share: number) => number,
  scaleEnd: number,
): Markish[] {
  const { share, low, high, total, y, isRest, isSettled, text } = bar
  const colour = paint(isRest ? 'quiet' : 'reform')
  const value = plot.text([text], {
    x: [scaleEnd + PAD],
    y: [y],
    textAnchor: 'start',
    className: 'row-value',
  })
  if (!Number.isFinite(share)) return [value]
  const line = { stroke: 'currentColor', strokeWidth: WHISKER, className: 'whisker' }
  return [
    plot.rect([bar], {
      x1: [place(0)],
      x2: [place(Math.min(1, share))],
      y1: [y - BAR / 2],
      y2: [y + BAR / 2],
      fill: isRest || isSettled ? colour : paint('page'),
      stroke: colour,
      strokeWidth: WHISKER,
      className: isSettled ? 'settled' : 'not-settled',
    }),
    ...(Number.isFinite(low) && Number.isFinite(high)
      ? [
          plot.ruleY([y], { ...line, x1: [place(low)], x2: [place(high)] }),
          plot.ruleX([place(low), place(high)], { ...line, y1: y - CAP, y2: y + CAP }),
        ]
      : []),
    ...(total !== undefined && Number.isFinite(total)
      ? [
          plot.dot([total], {
            x: [place(Math.min(1, total))],
            y: [y],
            symbol: 'diamond',
            r: 4,
            fill: paint('page'),
            stroke: 'currentColor',
            strokeWidth: WHISKER,
            className: 'total',
          }),
        ]
      : []),
    value,
  ]
}
