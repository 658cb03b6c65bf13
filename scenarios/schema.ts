/**
 * The shape of a scenario file; the texts say what was expected. Lever and parameter values are
 * checked against the catalogue afterwards.
 * @module
 */
import { z } from 'zod'
import { MONTH_PATTERN } from './values.ts'

const LONGEST_RUN = 1200
const MOST_REPLICATES = 1_000_000

/** The opening market is that of this month, so no run starts earlier. */
export const EARLIEST_START = '2024-11'

const month = z.string('a month such as 2026-07').regex(MONTH_PATTERN, 'a month such as 2026-07')

const id = z
  .string('lower-case words joined by hyphens')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')

const text = z.string('a text').trim().min(1, 'a text that is not empty')

const count = (most: number, expected: string) =>
  z.number(expected).int(expected).min(1, expected).max(most, expected)

const section = z.record(z.string(), z.unknown(), 'entries such as aprCapPerLoan: 24%')

/** Keys of a lever setting written out. */
export const settingSchema = z.strictObject(
  {
    value: z.unknown().optional(),
    announced: month.optional(),
    from: month.optional(),
    until: month.optional(),
    scope: z
      .strictObject(
        {
          licences: z
            .array(z.string('a licence'), 'a list of licences')
            .min(1, 'at least one licence')
            .optional(),
          regions: z
            .array(z.string('a region'), 'a list of regions')
            .min(1, 'at least one region')
            .optional(),
        },
        'licences and regions',
      )
      .optional(),
  },
  'a value, or { value, announced?, from?, until?, scope? }',
)

export const scenarioSchema = z.strictObject(
  {
    schema: z.literal(1, 'the number 1'),
    id,
    extends: id.optional(),
    title: z.strictObject({ en: text, zh: text }, 'a title { en, zh }'),
    question: text,
    law: z
      .union([z.literal('dated'), z.strictObject({ asOf: month })], 'dated, or { asOf: 2024-11 }')
      .optional(),
    levers: section.nullable().optional(),
    uncertainties: section.nullable().optional(),
    run: z
      .strictObject(
        {
          start: month
            .refine((one) => one >= EARLIEST_START, `a month from ${EARLIEST_START} on`)
            .optional(),
          periods: count(LONGEST_RUN, `a whole number of months, 1 to ${LONGEST_RUN}`).optional(),
          replicates: count(MOST_REPLICATES, 'a whole number, at least 1').optional(),
          seed: z
            .union([z.number().int().min(0), z.string().min(1)], 'a whole number or a word')
            .optional(),
        },
        'start, periods, replicates, seed',
      )
      .optional(),
    notes: z.union([text, z.array(text)], 'a text or a list of texts').optional(),
  },
  'a scenario: schema, id, title, question, levers, …',
)
export type ScenarioShape = z.infer<typeof scenarioSchema>
