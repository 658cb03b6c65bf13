/**
 * The rules table as it arrives: legal rules, drafts and guidance with their dates and sources.
 * @module
 */
import { z } from 'zod'
import { SimulationError } from '../../engine/errors.ts'
import { LEVER_KINDS } from './lever.ts'

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

const point = z.strictObject({ at: date, value: z.number() })

const value = z.union([
  z.number(),
  z.boolean(),
  z.string(),
  z.null(),
  z.array(z.string()),
  z.array(point),
])

const record = z.strictObject({
  id: z.string(),
  parameter: z.string(),
  label: z.strictObject({ en: z.string(), zh: z.string() }),
  kind: z.enum(LEVER_KINDS),
  unit: z.string(),
  bounds: z.tuple([z.number(), z.number()]).optional(),
  members: z.array(z.string()).optional(),
  value,
  offValue: value,
  baseline: value,
  history: z.array(z.strictObject({ from: date.nullable(), value })),
  announced: date.nullable(),
  inForce: date.nullable(),
  defaultOn: z.boolean(),
  status: z.string(),
  confidence: z.string(),
  valueBasis: z.string(),
  document: z.string(),
  article: z.string().nullable(),
  mechanism: z.string(),
  note: z.string(),
  sources: z.array(z.string()),
})
export type RuleRecord = z.infer<typeof record>

const table = z.object({ levers: z.array(record) })

/**
 * The records of a parsed rules table.
 *
 * @throws SimulationError RULES_INVALID with every place that does not fit
 */
export function parseRuleRecords(parsed: unknown): readonly RuleRecord[] {
  const result = table.safeParse(parsed)
  if (result.success) return result.data.levers
  throw new SimulationError(
    result.error.issues.map((issue) => ({
      code: 'RULES_INVALID',
      path: issue.path.join('.'),
      expected: issue.message,
      got: 'something else',
    })),
  )
}
