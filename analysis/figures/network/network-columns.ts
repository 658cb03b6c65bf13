/**
 * The two columns of a network: where rows stand, and how agents and their groups are named.
 * @module
 */
import type { Markish } from '@observablehq/plot'
import type { PlotLibrary } from '../canvas.ts'
import { say, type FigureFrame } from '../figure.ts'
import { BOLD, LABEL, PAD } from '../layout/sizes.ts'
import { truncate } from '../layout/text-width.ts'
import { paint } from '../palette.ts'
import type { NetworkGroup, Row } from './partnerships.ts'

/** Above the columns: the key [px]. */
export const KEY = 30
export const LARGEST_DOT = 8
const ROW = 20
const HEAD = 24

interface Place {
  readonly row: Row
  readonly y: number
}

export interface Column {
  readonly places: readonly Place[]
  readonly heads: readonly { readonly group: string; readonly y: number }[]
}

export function heightOf(rows: readonly Row[]): number {
  return rows.length * ROW + new Set(rows.map(({ group }) => group)).size * HEAD
}

/** Rows from top to bottom, with a head above each group; the shorter column is spread out. */
export function column(
  rows: readonly Row[],
  groups: readonly NetworkGroup[],
  height: number,
): Column {
  const pitch = ROW + (height - heightOf(rows)) / Math.max(1, rows.length)
  const places: Place[] = []
  const heads: { group: string; y: number }[] = []
  let y = KEY
  for (const { id } of groups) {
    const members = rows.filter(({ group }) => group === id)
    if (members.length === 0) continue
    heads.push({ group: id, y: y + HEAD / 2 })
    y += HEAD
    for (const row of members) {
      places.push({ row, y: y + pitch / 2 })
      y += pitch
    }
  }
  return { places, heads }
}

export interface ColumnStyle {
  readonly x: number
  readonly side: 'left' | 'right'
  readonly room: number
  readonly dot: (row: Row) => number
  readonly node: (row: Row) => string
}

export function columnMarks(
  plot: PlotLibrary,
  { places, heads }: Column,
  groups: readonly NetworkGroup[],
  { language }: FigureFrame,
  { x, side, room, dot, node }: ColumnStyle,
): Markish[] {
  const beside = side === 'left' ? x - LARGEST_DOT - PAD : x + LARGEST_DOT + PAD
  const textAnchor = side === 'left' ? 'end' : 'start'
  const nameOf = new Map(groups.map(({ id, name }) => [id, say(name, language)]))
  return [
    plot.text(heads, {
      x: beside,
      y: 'y',
      text: ({ group }: { group: string }) => truncate(nameOf.get(group) ?? '', room / BOLD, LABEL),
      title: ({ group }: { group: string }) => nameOf.get(group) ?? '',
      textAnchor,
      fontWeight: 600,
      className: 'group',
    }),
    plot.dot(places, {
      x,
      y: 'y',
      r: { value: ({ row }: Place) => dot(row), scale: null } as never,
      symbol: side === 'left' ? 'square' : 'circle',
      fill: 'currentColor',
      stroke: paint('page'),
      title: ({ row }: Place) => node(row),
      className: 'nodes',
    }),
    plot.text(places, {
      x: beside,
      y: 'y',
      text: ({ row }: Place) => truncate(row.short, room, LABEL),
      title: ({ row }: Place) => node(row),
      textAnchor,
      className: 'node-label',
    }),
  ]
}
