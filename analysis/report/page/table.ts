/**
 * Tables a screen reader can walk through: every head knows what it is the head of.
 * @module
 */
import { element, type Child, type Html } from './html.ts'

export interface TableColumn {
  readonly label: string
  readonly numeric?: boolean
}

export interface TableGroup {
  /** Head of the rows below it. */
  readonly title?: string
  /** The first cell of a row is its head. */
  readonly rows: readonly (readonly Child[])[]
}

export interface TableOptions {
  readonly caption: string
  /** Whether the caption is for screen readers only. */
  readonly quiet?: boolean
  readonly columns: readonly TableColumn[]
  readonly groups: readonly TableGroup[]
  readonly className?: string
}

export function table({ caption, quiet, columns, groups, className }: TableOptions): Html {
  const alignment = (c: number) => (columns[c]?.numeric === true ? 'number' : undefined)
  const shown = groups.filter(({ rows }) => rows.length > 0)
  const head = element(
    'thead',
    {},
    element(
      'tr',
      {},
      columns.map(({ label }, c) => element('th', { scope: 'col', class: alignment(c) }, label)),
    ),
  )
  const bodies = shown.map(({ title, rows }) =>
    element(
      'tbody',
      {},
      title === undefined
        ? undefined
        : element(
            'tr',
            { class: 'group' },
            element('th', { scope: 'rowgroup', colspan: columns.length }, title),
          ),
      rows.map((cells) =>
        element(
          'tr',
          {},
          cells.map((cell, c) =>
            c === 0
              ? element('th', { scope: 'row' }, cell)
              : element('td', { class: alignment(c) }, cell),
          ),
        ),
      ),
    ),
  )
  return element(
    'div',
    { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': caption },
    element(
      'table',
      { class: className },
      element('caption', { class: quiet === true ? 'unseen' : undefined }, caption),
      head,
      bodies,
    ),
  )
}
