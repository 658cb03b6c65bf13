/**
 * What a row of each public table must look like; messages say what was expected.
 * @module
 */
import { z } from 'zod'
import { lastDay } from './observation-date.ts'
import { OBSERVATION_UNITS } from './observation-unit.ts'
import type { Confidence } from './public-data.ts'

/** Heading of the partner names of a list. */
export const NAMED = 'named_partners(;-separated)'

const isNumber = (text: string): boolean => text !== '' && Number.isFinite(Number(text))
const isCount = (text: string): boolean => text === '' || /^\d+$/.test(text)

const name = z.string().min(1, 'a name')
const date = z.string().refine((text) => text !== '' && lastDay(text) !== undefined, {
  error: 'a day, month, quarter, half, year or range, such as 2025-06-30, 2025-06, 2025Q2, FY2024',
})
const published = z.string().refine((text) => lastDay(text) !== undefined, {
  error: 'a publication date such as 2025-06-30, or blank',
})
const CONFIDENCE = /^(high|medium|low)( \(.*\))?$/
const confidence = z
  .string()
  .regex(CONFIDENCE, 'high, medium or low, with a remark in brackets if any')
  .transform((text) => text.split(' ')[0] as Confidence)
const count = z.string().refine(isCount, { error: 'a whole number, or blank when not seen' })

export const observationRow = z.object({
  entity: name,
  kind: name,
  date,
  metric: name,
  value: z.string().refine((text) => text === '' || isNumber(text), {
    error: 'a number, or blank when not known',
  }),
  unit: z.enum(OBSERVATION_UNITS as [string, ...string[]], {
    error: `a unit: ${OBSERVATION_UNITS.join(', ')}`,
  }),
  source_url: z.string(),
  published_date: published,
  confidence,
})

export const listRow = z.object({
  bank: name,
  bank_type: name,
  date,
  partners_total: count,
  platforms: count,
  [NAMED]: z.string(),
  source_url: z.string(),
  published_date: published,
  confidence,
})

export const groupRow = z.object({
  name,
  group: name,
  role: z.enum(['head', 'listed', 'small', 'lender', 'other'], {
    error: 'a role: head, listed, small, lender or other',
  }),
  confidence,
})

export const regionRow = z.object({
  id: z.string().regex(/^\d+$/, 'a whole number'),
  zh: name,
  en: name,
  weight: z.string().refine((text) => isNumber(text) && Number(text) > 0, {
    error: 'a number above 0',
  }),
  source: name,
  date,
  confidence,
})
