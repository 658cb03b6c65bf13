/**
 * The shape of a scenario file; the texts say what was expected. What a section holds is read against
 * the catalogue in `sections/`.
 * @module
 */
import { z } from 'zod'
import { MONTH_PATTERN } from './values.ts'

const LONGEST_RUN = 1200
export const MOST_REPLICATES = 1_000_000

/** The opening market is that of this month, so no run starts earlier. */
export const EARLIEST_START = '2024-11'

/** A month as written. */
export const monthSchema = z
  .string('a month such as 2026-07')
  .regex(MONTH_PATTERN, 'a month such as 2026-07')

/** Long enough for any name, short enough for a folder. */
const LONGEST_ID = 64

export const idSchema = z
  .string('lower-case words joined by hyphens')
  .max(LONGEST_ID, `an id of at most ${LONGEST_ID} characters`)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')

const text = z.string('a text').trim().min(1, 'a text that is not empty')

/** A title in both languages. */
export const titleSchema = z.strictObject({ en: text, zh: text }, 'a title { en, zh }')

const count = (most: number, expected: string) =>
  z.number(expected).int(expected).min(1, expected).max(most, expected)

/** Said of a calibration that is no name. */
export const CALIBRATION = 'the id of a calibration, a path to one, or none'

const REPLICATES = 'a whole number, at least 1, or { least, most, halfWidths, budget }'

/** One text as a list of one. */
const listed = (written: unknown): unknown => (typeof written === 'string' ? [written] : written)

const section = z.record(z.string(), z.unknown(), 'entries such as aprCapPerLoan: 24%')

/** Keys of a lever setting written out. */
export const settingSchema = z.strictObject(
  {
    value: z.unknown().optional(),
    announced: monthSchema.optional(),
    from: monthSchema.optional(),
    until: monthSchema.optional(),
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
    id: idSchema,
    extends: idSchema.optional(),
    title: titleSchema,
    question: text,
    law: z
      .union(
        [z.literal('dated'), z.strictObject({ asOf: monthSchema })],
        'dated, or { asOf: 2024-11 }',
      )
      .optional(),
    calibration: z.string(CALIBRATION).trim().min(1, CALIBRATION).optional(),
    levers: section.nullable().optional(),
    uncertainties: section.nullable().optional(),
    shocks: z.unknown().optional(),
    sweep: z.unknown().optional(),
    run: z
      .strictObject(
        {
          start: monthSchema
            .refine((one) => one >= EARLIEST_START, `a month from ${EARLIEST_START} on`)
            .optional(),
          periods: count(LONGEST_RUN, `a whole number of months, 1 to ${LONGEST_RUN}`).optional(),
          replicates: z
            .union(
              [count(MOST_REPLICATES, REPLICATES), z.record(z.string(), z.unknown())],
              REPLICATES,
            )
            .optional(),
          seed: z
            .union([z.number().int().min(0), z.string().min(1)], 'a whole number or a word')
            .optional(),
        },
        'start, periods, replicates, seed',
      )
      .optional(),
    metrics: z.unknown().optional(),
    keep: z.unknown().optional(),
    notes: z.preprocess(listed, z.array(text, 'a text or a list of texts')).optional(),
  },
  'a scenario: schema, id, title, question, levers, …',
)
export type ScenarioShape = z.infer<typeof scenarioSchema>
