/**
 * Colours by role, for light and dark pages, and the shapes that say the same without colour.
 *
 * Neither red and green nor colour alone ever carries a meaning. Marks name a variable of the page and
 * fall back to the light colour.
 * @module
 */

export const ROLES = ['baseline', 'reform', 'second', 'third', 'fourth'] as const
export type Role = (typeof ROLES)[number]

export interface RoleStyle {
  readonly light: string
  readonly dark: string
  /** Dashes of its line; none is solid. */
  readonly dash?: string
  readonly symbol: 'circle' | 'square' | 'triangle' | 'diamond'
  readonly hollow: boolean
}

/** Contrast with the page and distance for colour-blind readers were computed for these pairs. */
export const palette: Readonly<Record<Role, RoleStyle>> = {
  baseline: { light: '#374151', dark: '#E5E7EB', dash: '6 4', symbol: 'circle', hollow: true },
  reform: { light: '#0072B2', dark: '#56B4E9', symbol: 'circle', hollow: false },
  second: { light: '#D55E00', dark: '#F97316', symbol: 'square', hollow: false },
  third: { light: '#9333EA', dark: '#A855F7', symbol: 'triangle', hollow: false },
  fourth: { light: '#7A2E0E', dark: '#FCD34D', symbol: 'diamond', hollow: false },
}

/** What is neither a scenario nor text: the page itself, and marks that step back. */
const surfaces = {
  page: { light: '#FFFFFF', dark: '#111827' },
  quiet: { light: '#9CA3AF', dark: '#6B7280' },
} as const

export type Paint = Role | keyof typeof surfaces

/** Below zero blue, above it vermilion, in every chart of differences that has no scenario to show. */
export const BELOW: Role = 'reform'
export const ABOVE: Role = 'second'

/** The role of a scenario by its place: the baseline, then the reforms in order. */
export function roleOf(place: number): Role {
  return ROLES[Math.min(place, ROLES.length - 1)]
}

/** A colour as marks name it. */
export function paint(name: Paint): string {
  return `var(--figure-${name}, ${colours[name].light})`
}

/** Its colour on one kind of page, for drawings that leave the page. */
export function literalColours(svg: string, page: 'light' | 'dark'): string {
  return svg.replace(/var\(--figure-(\w+), #\w+\)/g, (whole, name: string) =>
    name in colours ? colours[name as Paint][page] : whole,
  )
}

const colours: Readonly<Record<Paint, { readonly light: string; readonly dark: string }>> = {
  ...palette,
  ...surfaces,
}

function variables(page: 'light' | 'dark'): string {
  return Object.entries(colours)
    .map(([name, colour]) => `--figure-${name}:${colour[page]}`)
    .join(';')
}

/** Links of a network look as their state says, at whatever moment a page shows. */
function networkStyle(): string {
  const links = 'svg.figure .links path'
  return `${links}{stroke:${paint('quiet')};stroke-opacity:.55}
${links}[data-state=n]{stroke:${paint(ABOVE)};stroke-opacity:.85}
${links}[data-state=l]{stroke:${paint(BELOW)};stroke-opacity:.85;stroke-dasharray:5 4}
${links}:not([data-state=l]){stroke-dasharray:none}
svg.figure .links [data-state="-"]{visibility:hidden}
svg.figure .links [data-state]:not([data-state="-"]){visibility:visible}
svg.figure :is(.ends,.fresh) [data-state]{visibility:hidden}
svg.figure :is(.ends,.fresh) [data-state=n]{visibility:visible}
svg.figure .lost [data-state]{visibility:hidden}
svg.figure .lost [data-state=l]{visibility:visible}
`
}

/** Style of a page with figures: its colours follow the reader's preference, and print is light. */
export const figureStyle = `:root{${variables('light')}}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${variables('dark')}}}
:root[data-theme=dark]{${variables('dark')}}
@media print{:root,:root[data-theme]{${variables('light')}}}
svg.figure{display:block;max-width:100%;height:auto}
svg.figure text{white-space:pre}
${networkStyle()}`
