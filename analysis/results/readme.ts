/**
 * `README.md` of a result: what was asked, the answer in three lines, how to read the files, how to cite.
 * @module
 */
import type { Language } from '../words/language.ts'
import { messagesIn } from '../words/messages.ts'
import type { ResultPlan, ResultSubject } from './result-plan.ts'
import type { Summary } from './summary.ts'
import { comparisonOf, levelsOf, titleOf } from './summary-rows.ts'

const LINES = 3

const FILES: readonly (readonly [file: string, holds: string])[] = [
  ['manifest.json', 'how it was made; length and SHA-256 of every file'],
  ['definitions.csv', 'every metric and column: id, English, Chinese, unit, definition, source'],
  ['points.csv', 'every design point with its swept values'],
  ['levels.csv', 'mean, 95% interval and quantiles of every metric, by point'],
  ['changes.csv', 'the same of every paired change from the baseline'],
  ['summary.json', 'both of these, and months with their bands'],
  ['replicates.parquet', 'one row per replicate and point: status, fingerprints'],
  ['metrics.parquet', 'one row per point, replicate, metric and month'],
  ['agents.parquet', 'columns of every agent'],
  ['links.parquet', 'balance of every partnership'],
  ['ledger.parquet', 'why each partnership began or ended'],
]

/** @param files  names of the files the folder has */
export function readmeText(
  subject: ResultSubject,
  summary: Summary,
  folder: string,
  files: readonly string[],
): string {
  const { plan, model } = subject
  const point = headPoint(plan)
  const listed = FILES.filter(([file]) => files.includes(file) || file === 'manifest.json')
  const own = Object.keys(subject.documents).map((file): [string, string] => [file, 'what was run'])
  return (
    [
      `# ${titleOf(summary, point).en}`,
      plan.question,
      '## Answer',
      ...answer(subject, summary, point, 'en'),
      '## 结论',
      ...answer(subject, summary, point, 'zh'),
      '## Files',
      [...own, ...listed].map(([file, holds]) => `- \`${file}\`: ${holds}`).join('\n'),
      '## Reading them',
      'Means of metrics that count what happens in a month are over the last 12 months, all others ' +
        'are read at the end (column `moment`). Empty means not defined, never 0.',
      'R, nothing to install:',
      fenced('r', R_SNIPPET),
      'Python, nothing to install:',
      fenced('python', PYTHON_SNIPPET),
      'Parquet in R with arrow, in Python with pandas:',
      fenced('r', ARROW_SNIPPET),
      fenced('python', PANDAS_SNIPPET),
      'DuckDB, or `zhudai query` with the same tables as views:',
      fenced('sql', DUCKDB_SNIPPET),
      '## Citing',
      `zhudai ${model.version}, result ${folder}, fingerprint ${plan.fingerprint}, ` +
        `seed ${plan.seed}. \`zhudai reproduce\` on this folder runs it again and compares bit for bit.`,
    ].join('\n\n') + '\n'
  )
}

/** The point the answer is about: the first reform. */
function headPoint({ points }: ResultPlan): string {
  return (points.find(({ role }) => role === 'reform') ?? points[0]).id
}

function answer(
  { plan }: ResultSubject,
  summary: Summary,
  point: string,
  language: Language,
): string[] {
  const words = messagesIn(language)
  const { periods, replicates } = plan
  const compared = comparisonOf(summary, point, replicates)
  const levels = levelsOf(summary, point, replicates)
  const sentences = compared ? words.comparison(compared) : words.levels(levels)
  const n = compared ? compared.pairs : levels.replicates
  const several = plan.points.length > 2 ? [`\`${point}\`:`] : []
  return [
    ...several,
    sentences
      .slice(0, LINES)
      .map((line) => `- ${line}`)
      .join('\n'),
    words.reading(n, replicates, periods, compared !== undefined),
  ]
}

function fenced(language: string, code: string): string {
  return `\`\`\`${language}\n${code}\n\`\`\``
}

const R_SNIPPET = `changes <- read.csv("changes.csv")
subset(changes, metric == "links", c(point, mean, low, high))`

const PYTHON_SNIPPET = `import csv
with open("changes.csv", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        if row["metric"] == "links":
            print(row["point"], float(row["mean"]), float(row["low"]), float(row["high"]))`

const ARROW_SNIPPET = `metrics <- arrow::read_parquet("metrics.parquet")
aggregate(value ~ point + period, subset(metrics, metric == "links"), mean)`

const PANDAS_SNIPPET = `import pandas
metrics = pandas.read_parquet("metrics.parquet")
metrics[metrics.metric == "links"].groupby(["point", "period"]).value.mean()`

const DUCKDB_SNIPPET = `SET threads = 1; -- sums of numbers depend on their order
SELECT point, period, avg(value) FROM 'metrics.parquet'
WHERE metric = 'links' GROUP BY ALL ORDER BY ALL;`
