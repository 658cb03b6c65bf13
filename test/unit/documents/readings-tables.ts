/** The part of `docs/TARGETS.md` that is written from the catalogue of readings. */
import { readingCatalogue } from '../../../analysis/measurement/index.ts'

const kinds = [
  ['bank', 'Of a bank'],
  ['platform', 'Of a platform'],
  ['guarantor', 'Of a guarantor'],
] as const
const PART = /(?<=<!-- readings -->\n)[^]*(?=<!-- \/readings -->)/

/** The page with its tables as the code says they are, not yet formatted. */
export function withReadingTables(page: string): string {
  return page.replace(PART, () => `\n${tables()}\n\n`)
}

function tables(): string {
  return kinds
    .flatMap(([kind, heading]) => [
      `### ${heading}\n`,
      '| reading | what | unit | flow | definition |',
      '| --- | --- | --- | --- | --- |',
      ...readingCatalogue
        .filter((one) => one.kind === kind)
        .map(({ id, label, unit, flow, doc }) =>
          row([`\`${id}\``, `${label.en} (${label.zh})`, unit, flow ? 'yes' : 'no', doc]),
        ),
      '',
    ])
    .join('\n')
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
