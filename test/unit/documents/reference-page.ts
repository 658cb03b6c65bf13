/**
 * `docs/reference.md`: everything with a name, a unit and a source, written from the code.
 * @module
 */
import { readFileSync } from 'node:fs'
import type { Lever } from '../../../agents/levers/lever.ts'
import { createLeverCatalogue } from '../../../agents/levers/catalogue.ts'
import {
  bankColumns,
  borrowerColumns,
  guarantorColumns,
  platformColumns,
  segmentColumns,
} from '../../../agents/market.ts'
import { parameterCatalogue, type ParameterValue } from '../../../agents/parameter-catalogue.ts'
import { shockMenu } from '../../../agents/shocks/shock-menu.ts'
import { metricCatalogue } from '../../../analysis/metrics/index.ts'
import type { Columns } from '../../../engine/table.ts'

const tables: readonly (readonly [string, Columns])[] = [
  ['Bank', bankColumns],
  ['Platform', platformColumns],
  ['Guarantor', guarantorColumns],
  ['Borrower', borrowerColumns],
  ['Segment', segmentColumns],
]

/** The page as Markdown, not yet formatted. */
export function referencePage(): string {
  const rules: unknown = JSON.parse(readFileSync('scenarios/data/rules.json', 'utf8'))
  const levers = createLeverCatalogue(rules).list
  return [
    '# Reference',
    'Written from the code by `npx vitest run test/unit/documents -u`; do not edit. More about any row: `zhudai explain <id>`.',
    '## State',
    ...tables.flatMap(([kind, columns]) => [
      `### ${kind}`,
      table(
        ['column', 'unit', 'meaning'],
        Object.entries(columns).map(([id, { unit, doc }]) => [code(id), unit, doc]),
      ),
    ]),
    '## Levers that act',
    table(
      ['lever', 'what', 'unit', 'enters', 'source'],
      levers.filter((lever) => lever.acts).map(leverRow),
    ),
    '## Levers recorded without effect in this version',
    levers
      .filter((lever) => !lever.acts)
      .map(({ id, label }) => `- ${code(id)}: ${label.en} (${label.zh})`)
      .join('\n'),
    '## Parameters',
    'An asterisk marks the ten estimated numbers.',
    table(
      ['parameter', 'what', 'baseline', 'unit', 'class', 'source'],
      parameterCatalogue.map((one) => [
        code(one.id) + (one.estimated ? ' \\*' : ''),
        `${one.label.en} (${one.label.zh})`,
        shown(one.baseline),
        one.unit,
        one.class,
        one.source,
      ]),
    ),
    '## Metrics',
    table(
      ['metric', 'what', 'unit', 'definition'],
      metricCatalogue.map(({ id, label, unit, doc }) => [
        code(id),
        `${label.en} (${label.zh})`,
        unit,
        doc,
      ]),
    ),
    '## Shocks',
    table(
      ['shock', 'what', 'effect'],
      shockMenu.map(({ kind, label, doc }) => [code(kind), `${label.en} (${label.zh})`, doc]),
    ),
  ].join('\n\n')
}

function leverRow({ id, label, unit, entersAt, source }: Lever): string[] {
  return [code(id), `${label.en} (${label.zh})`, unit, entersAt, source]
}

/** An identifier. */
export const code = (id: string): string => `\`${id}\``
const shown = (value: ParameterValue): string =>
  typeof value === 'object' ? value.join(' ') : String(value)

/** A table; bars inside cells are escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
