/**
 * What the three kinds of links look like, said beside a sample of each.
 * @module
 */
import type { Markish } from '@observablehq/plot'
import type { PlotLibrary } from '../canvas.ts'
import { LABEL, LINE, PAD } from '../layout/sizes.ts'
import { textWidth } from '../layout/text-width.ts'
import { ABOVE, BELOW, paint } from '../palette.ts'
import type { FigureWords } from '../words/figure-words.ts'

const SAMPLE = 30

/** Centred at the top. */
export function keyMarks(plot: PlotLibrary, words: FigureWords, width: number): Markish[] {
  const y = LINE / 2
  const entries = [
    { text: words.network.kept, colour: paint('quiet'), dash: undefined, diamond: false },
    { text: words.network.fresh, colour: paint(ABOVE), dash: undefined, diamond: true },
    { text: words.network.lost, colour: paint(BELOW), dash: '5 4', diamond: false },
  ]
  const widths = entries.map(({ text }) => SAMPLE + PAD + textWidth(text, LABEL) + 3 * PAD)
  let x = (width - widths.reduce((sum, one) => sum + one, 0)) / 2
  return entries.flatMap(({ text, colour, dash, diamond }, i) => {
    const from = x
    x += widths[i]
    return [
      plot.link([text], {
        x1: from,
        x2: from + SAMPLE,
        y1: y,
        y2: y,
        stroke: colour,
        strokeWidth: 3,
        ...(dash === undefined ? {} : { strokeDasharray: dash }),
      }),
      ...(diamond
        ? [
            plot.dot([text], {
              x: from + SAMPLE - PAD,
              y,
              r: 5,
              symbol: 'diamond',
              fill: colour,
              stroke: paint('page'),
            }),
          ]
        : []),
      plot.text([text], { x: from + SAMPLE + PAD, y, textAnchor: 'start' }),
    ]
  })
}
