/**
 * `docs/MUTATIONS.md`: what a mutation run found, with the reasons why some mutants live.
 * @module
 */
import type { Mutant } from './mutants.ts'
import type { Outcome } from './outcome.ts'

/** Why a mutant may live; kept in `explained.json`, so that a rerun keeps it. */
export interface Explanation {
  readonly file: string
  /** The expression, and the change; without, every mutant of the file that lives. */
  readonly code?: string
  readonly change?: string
  readonly why: string
}

export interface Judged {
  readonly mutant: Mutant
  readonly outcome: Outcome | undefined
}

/** Equal reasons of one file stand together from this many mutants on. */
const RINGS = ['unit', 'property', 'metamorphic', 'statistical', 'verification'] as const

/** The page, ready to be written. */
export function mutationPage(
  judged: readonly Judged[],
  explanations: readonly Explanation[],
): string {
  const run = judged.filter(({ outcome }) => outcome !== undefined)
  const count = (verdict: string, among = run): number =>
    among.filter(({ outcome }) => outcome?.verdict === verdict).length
  const alive = run.filter(({ outcome }) => outcome?.verdict === 'survived')
  const unexplained = alive.filter(({ mutant }) => whyOf(mutant, explanations) === undefined)
  const folders = [...new Set(run.map(({ mutant }) => folderOf(mutant.file)))]
  const rows = folders.map((folder) => {
    const own = run.filter(({ mutant }) => folderOf(mutant.file) === folder)
    return [
      folder,
      own.length,
      count('killed', own),
      count('timed out', own),
      count('survived', own),
    ]
  })
  const total = ['all', run.length, count('killed'), count('timed out'), count('survived')]
  const rings = RINGS.map((ring) => [
    ring,
    run.filter(({ outcome }) => outcome?.by !== undefined && ringOf(outcome.by) === ring).length,
  ])
  return `# Mutations

Does a wrong sign in an equation turn a test red? \`npm run mutations\` changes one sign at a time — every \`+\` into \`-\` and back, \`+=\` into \`-=\` and back, every unary minus away — in the files that hold the equations of the model, the kernel, the metrics, the statistics, the measurement, the scores and the calibration, and puts each changed program to the unit, property, metamorphic and statistical tests and to the fast entries of \`zhudai verify\`. Golden files take no part: they would catch everything and explain nothing. This page is written by that command.

Not changed, because they are no equations: indices and sizes of arrays, headers of loops, texts, types, and −1 where it stands for nobody.

Result: ${run.length} mutants; ${count('killed')} killed, ${count('timed out')} stopped in a loop without an end, ${alive.length} survived, ${unexplained.length === 0 ? 'each of them explained below' : `${unexplained.length} of them unexplained`}.

${table(['folder', 'mutants', 'killed', 'without end', 'survived'], [...rows, total])}

The test that turned red first stands in this ring (cheap tests are asked first, so most fall to unit tests):

${table(['ring', 'mutants killed first'], rings)}

## Survivors
${survivors(alive, explanations)}`
}

function survivors(alive: readonly Judged[], explanations: readonly Explanation[]): string {
  const files = [...new Set(alive.map(({ mutant }) => mutant.file))]
  return files
    .map((file) => {
      const reasons = new Map<string, Mutant[]>()
      for (const { mutant } of alive) {
        if (mutant.file !== file) continue
        const why = whyOf(mutant, explanations) ?? 'NOT EXPLAINED.'
        reasons.set(why, [...(reasons.get(why) ?? []), mutant])
      }
      const parts = [...reasons].map(([why, mutants]) =>
        [
          ...mutants.map(({ line, code, change }) => `- ${line}: \`${code}\`, ${change}`),
          '',
          why,
        ].join('\n'),
      )
      return `\n### ${file}\n\n${parts.join('\n\n')}\n`
    })
    .join('')
}

function whyOf({ file, code, change }: Mutant, explanations: readonly Explanation[]) {
  return explanations.find(
    (one) =>
      one.file === file &&
      (one.code === undefined || one.code === code) &&
      (one.change === undefined || one.change === change),
  )?.why
}

function folderOf(file: string): string {
  const [layer, folder, name] = file.split('/')
  return name === undefined ? layer : `${layer}/${folder}`
}

function ringOf(by: string): string {
  return by.includes('.ring.ts') ? 'verification' : by.split('/')[1]
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join(
    '\n',
  )
}
