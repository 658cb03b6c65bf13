/**
 * What the description in the ODD order takes from the code: state, month, numbers, submodels.
 * @module
 */
import { readFileSync } from 'node:fs'
import { LICENCES, TIERS } from '../../../agents/parameters.ts'
import {
  bankColumns,
  borrowerColumns,
  ENDED_REASONS,
  guarantorColumns,
  platformColumns,
  segmentColumns,
} from '../../../agents/market.ts'
import { month } from '../../../agents/month.ts'
import { parameterCatalogue } from '../../../agents/parameter-catalogue.ts'
import { metricCatalogue } from '../../../analysis/metrics/index.ts'
import type { Columns } from '../../../engine/table.ts'
import type { Parts } from './page-parts.ts'
import { levers } from './model-parts.ts'
import { code, table } from './reference-page.ts'
import { phaseFiles, statedComments, type Stated } from './source-scan.ts'

const kinds: readonly (readonly [string, Columns])[] = [
  ['Bank', bankColumns],
  ['Platform', platformColumns],
  ['Guarantor', guarantorColumns],
  ['Borrower (segment by region)', borrowerColumns],
  ['Segment', segmentColumns],
]

export const oddParts: Parts = {
  state: () =>
    kinds
      .map(
        ([kind, columns]) =>
          `#### ${kind}\n\n${table(
            ['variable', 'unit', 'meaning'],
            Object.entries(columns).map(([id, { unit, doc }]) => [code(id), unit, doc]),
          )}`,
      )
      .join('\n\n'),
  kinds: () =>
    [
      `- licences of banks: ${LICENCES.map(code).join(', ')}`,
      `- tiers of platforms: ${TIERS.map(code).join(', ')}`,
      `- why a partnership ended: ${ENDED_REASONS.slice(1).map(code).join(', ')}`,
    ].join('\n'),
  phases: () => {
    const files = phaseFiles()
    return month
      .map(({ id }, i) => `${i + 1}. ${code(id)} (${commentOf(id)}): \`${files.get(id)}\``)
      .join('\n')
  },
  counts: () =>
    `${parameterCatalogue.length} parameters, ${levers.filter(({ acts }) => acts).length} levers that act, ${levers.filter(({ acts }) => !acts).length} recorded without effect, ${metricCatalogue.length} metrics`,
  submodels: () => submodels(statedComments()),
}

/** What the list of the month says beside a phase. */
function commentOf(id: string): string {
  const name = id.slice(id.indexOf('.') + 1)
  const own = name === 'draw' ? 'drawEnvironment' : name
  const line = new RegExp(`^  ${own}, // (.*)$`, 'm').exec(readFileSync('agents/month.ts', 'utf8'))
  return line?.[1] ?? ''
}

/** Every comment with formulas, in the words and signs of the code, folder by folder. */
function submodels(all: readonly Stated[]): string {
  const shown = all.filter(
    ({ formulas, file }) => formulas.length > 0 && !file.startsWith('levers/'),
  )
  const folders = [...new Set(shown.map(({ file }) => folderOf(file)))]
  return folders
    .map((folder) => {
      const own = shown.filter(({ file }) => folderOf(file) === folder)
      return `#### ${code(folder)}\n\n${own.map(entry).join('\n\n')}`
    })
    .join('\n\n')
}

const folderOf = (file: string): string => (file.includes('/') ? `${file.split('/')[0]}/` : '.')

function entry({ file, about, formulas, source }: Stated): string {
  return `\`${file}\`: ${about}\n\n\`\`\`text\n${formulas.join('\n')}\n\`\`\`\n\nSource: ${source}`
}
