/**
 * Text to target file, with every problem found and where.
 * @module
 */
import { z } from 'zod'
import { SimulationError, type Problem } from '../../engine/errors.ts'
import { createFindings } from '../findings.ts'
import { inOrder } from '../load.ts'
import { parsePlaced } from '../positions.ts'
import { reportIssues } from '../report-issues.ts'
import { readFields } from '../sections/read-fields.ts'
import { idSchema, notesSchema, readTarget, titleSchema } from './read-target.ts'
import type { Target, TargetCatalogue, TargetFile } from './target.ts'

const CODE = 'TARGET_INVALID'
const KEYS = ['schema', 'id', 'title', 'notes', 'targets']

const fileSchema = z.object({
  schema: z.literal(1, 'the number 1'),
  id: idSchema,
  title: titleSchema,
  notes: notesSchema.optional(),
  targets: z.array(z.unknown(), 'a list of targets').min(1, 'at least one target'),
})

/**
 * A target file read and checked.
 *
 * @param file name to show in messages
 * @throws SimulationError SCENARIO_SYNTAX or TARGET_INVALID, with all problems
 */
export function loadTargets(text: string, file: string, catalogue: TargetCatalogue): TargetFile {
  const placed = parsePlaced(text, file)
  if ('problems' in placed) throw new SimulationError(placed.problems)
  const { yaml } = placed
  const findings = createFindings(file, yaml)
  const fields = readFields(
    yaml.value,
    [],
    KEYS,
    'a target file: schema, id, title, targets',
    findings,
  )
  const parsed = fileSchema.safeParse(fields ?? {})
  if (!parsed.success && fields !== undefined) {
    reportIssues(parsed.error.issues, fields, [], findings)
  }
  const written: readonly unknown[] = Array.isArray(fields?.targets) ? fields.targets : []
  const targets = written.map((one, k) => readTarget(one, ['targets', k], catalogue, findings))
  reportSameIds(written, (k, id) => findings.value(['targets', k, 'id'], 'each id once', id))
  if (findings.problems.length > 0 || !parsed.success) {
    throw new SimulationError(inOrder(findings.problems).map(coded))
  }
  const { id, title, notes = [] } = parsed.data
  return { id, title, notes, targets: targets as readonly Target[] }
}

function coded(problem: Problem): Problem {
  return { ...problem, code: CODE }
}

function reportSameIds(
  written: readonly unknown[],
  report: (place: number, id: string) => void,
): void {
  const seen = new Set<string>()
  for (let k = 0; k < written.length; k++) {
    const id = (written[k] as { readonly id?: unknown } | null)?.id
    if (typeof id !== 'string') continue
    if (seen.has(id)) report(k, id)
    seen.add(id)
  }
}
