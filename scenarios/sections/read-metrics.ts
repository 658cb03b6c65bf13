/**
 * The section `metrics`: ids of shipped ones and formulas over these; `all` stands for all shipped.
 * @module
 */
import { z } from 'zod'
import type { ScenarioCatalogue } from '../catalogue.ts'
import type { Formula, MetricWish } from '../metric-wish.ts'
import { DEFAULT_METRICS } from '../metric-wish.ts'
import { didYouMean } from '../nearest.ts'
import type { Path } from '../positions.ts'
import { reportIssues } from '../report-issues.ts'
import type { Findings } from '../findings.ts'
import { isEntries, readFields, type Entries } from './read-fields.ts'

/** Stands for all shipped metrics. */
export const ALL = 'all'
const LONGEST_FORMULA = 500
const LONGEST_NAME = 60
const MOST_FORMULAS = 100
const KEYS = ['id', 'formula', 'unit', 'title', 'better']
const EXPECTED = 'a list of metrics and formulas, or all'

const name = (expected: string) =>
  z
    .string(expected)
    .trim()
    .min(1, expected)
    .max(LONGEST_NAME, `${expected}, ${LONGEST_NAME} characters at most`)

const formulaSchema = z.object({
  id: z
    .string('an id such as linksPerProgramme')
    .max(LONGEST_NAME, `an id of at most ${LONGEST_NAME} characters`)
    .regex(/^[a-z][A-Za-z0-9]*$/, 'an id such as linksPerProgramme'),
  formula: z
    .string('a formula such as links / programmes')
    .trim()
    .min(1, 'a formula such as links / programmes')
    .max(LONGEST_FORMULA, `a formula of at most ${LONGEST_FORMULA} characters`),
  unit: name('a unit such as count or share'),
  title: z
    .strictObject({ en: name('a text'), zh: name('a text') }, 'a title { en, zh }')
    .optional(),
  better: z.enum(['higher', 'lower', 'neither'], 'one of higher, lower, neither').optional(),
})

/** The metrics asked for. */
export function readMetrics(
  written: unknown,
  path: Path,
  catalogue: ScenarioCatalogue,
  findings: Findings,
): MetricWish {
  if (written === ALL) return DEFAULT_METRICS
  if (!Array.isArray(written) || written.length === 0) {
    findings.value(path, EXPECTED, written)
    return DEFAULT_METRICS
  }
  const known = catalogue.metrics?.map((metric) => metric.id)
  const shipped: string[] = []
  const formulas: Formula[] = []
  const taken = (id: string): boolean =>
    shipped.includes(id) || formulas.some((one) => one.id === id)
  for (const [k, one] of written.entries()) {
    const place = [...path, k]
    if (isEntries(one)) {
      const formula = readFormula(one, place, known, catalogue, findings)
      if (formula && taken(formula.id)) {
        findings.value([...place, 'id'], 'each metric once', formula.id)
      } else if (formula) formulas.push(formula)
    } else if (typeof one !== 'string' || (known && one !== ALL && !known.includes(one))) {
      const hint = typeof one === 'string' ? didYouMean(one, known ?? []).hint : undefined
      findings.value(place, 'a metric of the catalogue (zhudai list metrics)', one, hint)
    } else if (taken(one)) findings.value(place, 'each metric once', one)
    else shipped.push(one)
  }
  if (formulas.length > MOST_FORMULAS) {
    findings.value(path, `at most ${MOST_FORMULAS} formulas`, `${formulas.length} formulas`)
  }
  return { shipped: shipped.includes(ALL) ? ALL : shipped, formulas }
}

function readFormula(
  written: Entries,
  path: Path,
  known: readonly string[] | undefined,
  catalogue: ScenarioCatalogue,
  findings: Findings,
): Formula | undefined {
  const before = findings.problems.length
  readFields(written, path, KEYS, '', findings)
  const parsed = formulaSchema.safeParse(written)
  if (!parsed.success) {
    reportIssues(parsed.error.issues, written, path, findings)
    return undefined
  }
  const { id, formula: text, unit, title, better } = parsed.data
  if (id === ALL || Object.hasOwn(Object.prototype, id) || known?.includes(id)) {
    findings.value([...path, 'id'], 'an id that is not taken', id)
  }
  const wrong = catalogue.checkFormula?.(text, known ?? [])
  if (wrong !== undefined) findings.value([...path, 'formula'], wrong, text)
  if (findings.problems.length > before) return undefined
  const origin = findings.originOf([...path, 'formula'])
  const label = title ?? { en: id, zh: id }
  return { id, label, unit, text, ...(better === undefined ? {} : { better }), origin }
}
