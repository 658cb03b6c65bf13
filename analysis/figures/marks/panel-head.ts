/**
 * The head of a panel: its name, as much of it as fits, and a number that is never cut.
 * @module
 */
import type { Markish } from '@observablehq/plot'
import type { PlotLibrary } from '../canvas.ts'
import type { Plane } from '../layout/plane.ts'
import { BOLD, LABEL, PAD } from '../layout/sizes.ts'
import { textWidth, truncate } from '../layout/text-width.ts'

export function panelHead(plot: PlotLibrary, plane: Plane, name: string, value: string): Markish {
  const room = (plane.right - plane.left) / BOLD - textWidth(`  ${value}`, LABEL)
  const fitted = truncate(name, room, LABEL)
  return plot.text([`${fitted}  ${value}`], {
    x: [plane.left],
    y: [plane.top - PAD],
    textAnchor: 'start',
    lineAnchor: 'bottom',
    fontWeight: 600,
    className: 'panel-head',
    ...(fitted === name ? {} : { title: [`${name}  ${value}`] }),
  })
}
