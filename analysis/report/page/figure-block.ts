/**
 * A figure on the page: finding, metric and population, picture, source, the same in words and as a
 * table, and buttons that save it.
 * @module
 */
import type { Cell, FigureColumn } from '../../figures/figure.ts'
import { networkScrubber } from '../../figures/network/scrubber.ts'
import type { Language } from '../../words/language.ts'
import { formatMonth } from '../../words/numbers.ts'
import { reportWords } from '../../words/report/report-words.ts'
import { createMarker } from '../numbers/mark-numbers.ts'
import { told, toldText, type Form, type Told } from '../numbers/told.ts'
import type { ReportFigure } from '../report-figure.ts'
import { element, markup, type Html } from './html.ts'
import { table } from './table.ts'

const MONTH = /^\d{4}-\d{2}$/

/** @param number  of the figure in its report */
export function figureBlock(shown: ReportFigure, number: number): Html {
  const { figure, name } = shown
  const { language, title, subtitle, description, source, svg } = figure
  const words = reportWords(language).figure
  const marker = createMarker(numbersIn(shown), language)
  const titled = marker.mark(words.number(number, title))
  const save = (what: 'svg' | 'csv') =>
    element(
      'button',
      {
        type: 'button',
        'data-save': what,
        'data-name': `${name}-${language}`,
        'aria-label': words.save(words[what], title),
      },
      words[what],
    )
  return element(
    'figure',
    { id: `${language}-${name}`, class: 'plot' },
    element('h3', {}, titled),
    element('p', { class: 'subtitle' }, marker.mark(subtitle)),
    element('div', { class: 'drawing' }, pageSvg(svg)),
    markup(networkScrubber(figure)),
    element(
      'figcaption',
      {},
      element('p', { class: 'source' }, words.source(source)),
      element('p', { class: 'tools' }, save('svg'), save('csv')),
      element(
        'details',
        {},
        element('summary', {}, words.description),
        element('p', {}, marker.mark(description)),
      ),
      element(
        'details',
        { class: 'twin' },
        element('summary', {}, words.table),
        figureTable(shown),
      ),
    ),
  )
}

/** The figure alone: its finding, and what it shows in its description. */
export function pictureOf(shown: ReportFigure): Html {
  const { figure, name } = shown
  const { language, title, svg } = figure
  const marker = createMarker(numbersIn(shown), language)
  return element(
    'figure',
    { id: `${language}-${name}`, class: 'plot' },
    element('h3', {}, marker.mark(title)),
    element('div', { class: 'drawing' }, pageSvg(svg)),
    element(
      'details',
      { class: 'twin' },
      element('summary', {}, reportWords(language).figure.table),
      figureTable(shown),
    ),
  )
}

/** A strict page allows no style of an element's own; the sheet says the same. */
export function pageSvg(svg: string): Html {
  return markup(svg.replace(/^(<svg\b[^>]*?) style="[^"]*"/, '$1'))
}

/** The table behind a figure. */
export function figureTable({ figure, path }: ReportFigure): Html {
  const { columns, rows, units } = figure.table
  const { language } = figure
  return table({
    caption: figure.title,
    quiet: true,
    columns: columns.map((column, c) => ({
      label: column.label,
      numeric: rows.some((row) => typeof row[c] === 'number'),
    })),
    groups: [
      {
        rows: rows.map((cells, r) =>
          cells.map((cell, c) => {
            if (typeof cell === 'string') return textCell(cell, language)
            return told(toldOf(cell, columns[c], units?.[r], path(r, c)), language)
          }),
        ),
      },
    ],
  })
}

function textCell(cell: string, language: Language): Html | string {
  return MONTH.test(cell) ? element('time', { datetime: cell }, formatMonth(cell, language)) : cell
}

function toldOf(
  value: Cell,
  { unit, sort }: FigureColumn,
  rowUnit: string | undefined,
  path: string | undefined,
): Told {
  const of = unit ?? rowUnit ?? ''
  const form: Form = sort === 'change' ? 'change' : 'level'
  return { form, unit: of, values: [Number(value)], paths: path === undefined ? [] : [path] }
}

/** The numbers of the table as its title and description may write them. */
function numbersIn({ figure, path }: ReportFigure): Told[] {
  const { columns, rows, units } = figure.table
  const seen = new Set<string>()
  return rows
    .flatMap((cells, r) =>
      cells.flatMap((cell, c): Told[] => {
        const of = path(r, c)
        if (typeof cell !== 'number' || of === undefined) return []
        const one = toldOf(cell, columns[c], units?.[r], of)
        return one.form === 'change' ? [one, { ...one, form: 'size' }] : [one]
      }),
    )
    .reverse() // titles speak of the last month
    .filter((one) => {
      const text = toldText(one, figure.language)
      if (text.length < SHORTEST || seen.has(text)) return false
      seen.add(text)
      return true
    })
}

/** A digit or two may be anything, a count of pairs say. */
const SHORTEST = 3
