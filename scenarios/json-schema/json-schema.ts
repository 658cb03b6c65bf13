/**
 * The JSON Schema of scenario files, from which editors complete keys and values and show what they
 * mean. It is wider than the reader where a schema cannot say it: bounds of written units, dates.
 * @module
 */
import { z } from 'zod'
import { NO_CALIBRATION } from '../calibrations/calibration.ts'
import type { MetricDescriptor, ScenarioCatalogue, Words } from '../catalogue.ts'
import { KEPT_TABLES } from '../keep.ts'
import { scenarioSchema } from '../schema.ts'
import { ALL } from '../sections/read-metrics.ts'
import { definitions, leverEntry, parameterEntry, MONTH, type Json } from './entry-schemas.ts'
import { shockSchema } from './shock-schema.ts'
import { blockSchema, sweepSchema } from './sweep-schema.ts'

const DRAFT = 'https://json-schema.org/draft/2020-12/schema'

/** The schema, in an order that does not depend on anything but the catalogue. */
export function scenarioJsonSchema(catalogue: ScenarioCatalogue): Json {
  const shape = z.toJSONSchema(scenarioSchema, { io: 'input', unrepresentable: 'any' }) as Json
  const properties = shape['properties'] as Record<string, Json>
  const run = properties['run'] as { properties: Record<string, Json> } & Json
  return {
    ...shape,
    $schema: DRAFT,
    title: 'zhudai scenario',
    properties: {
      ...properties,
      calibration: {
        description:
          'What is believed of the parameters: a set of which every replicate draws a member (校准)',
        anyOf: [
          { enum: [...(catalogue.calibrations?.ids ?? []), NO_CALIBRATION] },
          { type: 'string', minLength: 1 },
        ],
      },
      levers: {
        ...section('What the rules are, by lever (政策杠杆)'),
        properties: Object.fromEntries(
          catalogue.levers.map((lever) => [lever.id, leverEntry(lever)]),
        ),
      },
      uncertainties: {
        ...section('What nobody knows, by parameter: a value or a distribution (不确定性)'),
        properties: Object.fromEntries(
          catalogue.parameters.map((one) => [one.id, parameterEntry(one)]),
        ),
      },
      shocks: {
        description: 'Blows from outside, in a list (冲击)',
        type: 'array',
        items: shockSchema(catalogue),
      },
      sweep: sweepSchema(),
      run: { ...run, properties: { ...run.properties, replicates: replicatesSchema(catalogue) } },
      metrics: metricsSchema(catalogue.metrics ?? []),
      keep: keepSchema(),
      notes: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    },
    $defs: { ...definitions(catalogue), block: blockSchema(catalogue) },
  }
}

function section(description: string): Json {
  return { description, type: ['object', 'null'], additionalProperties: false }
}

/** Both names of something, as hover text. */
function hover(label: Words | undefined, rest: string | undefined): Json {
  const names = label === undefined ? [] : [`${label.en} (${label.zh})`]
  const parts = [...names, ...(rest === undefined ? [] : [rest])]
  return parts.length === 0 ? {} : { description: parts.join('. ') }
}

function replicatesSchema({ metrics }: ScenarioCatalogue): Json {
  const whole = { type: 'integer', minimum: 1 }
  const width = { type: ['number', 'string'] }
  const known = Object.fromEntries((metrics ?? []).map(({ id }) => [id, width]))
  return {
    description: 'How many replicates, or when to stop (重复次数)',
    anyOf: [
      whole,
      {
        type: 'object',
        additionalProperties: false,
        required: ['most', 'halfWidths'],
        properties: {
          least: whole,
          most: whole,
          halfWidths: {
            description: 'Widest half of the 95% interval, by metric',
            type: 'object',
            minProperties: 1,
            properties: known,
            additionalProperties: width,
          },
          budget: { type: 'string', examples: ['30 minutes', '2 hours'] },
        },
      },
    ],
  }
}

function metricsSchema(metrics: readonly MetricDescriptor[]): Json {
  const text = { type: 'string', minLength: 1 }
  const ids = metrics.map(({ id, label, doc, unit }) => ({
    const: id,
    ...hover(label, doc === undefined ? `[${unit}]` : `${doc} [${unit}]`),
  }))
  const formula = {
    type: 'object',
    additionalProperties: false,
    required: ['id', 'formula', 'unit'],
    properties: {
      id: { type: 'string', pattern: '^[a-z][A-Za-z0-9]*$' },
      formula: text,
      unit: text,
      title: {
        type: 'object',
        additionalProperties: false,
        required: ['en', 'zh'],
        properties: { en: text, zh: text },
      },
      better: { enum: ['higher', 'lower', 'neither'] },
    },
  }
  return {
    description: 'Shipped metrics and formulas over these; all by default (指标)',
    anyOf: [
      { const: ALL },
      { type: 'array', minItems: 1, items: { anyOf: [...ids, { const: ALL }, formula] } },
    ],
  }
}

function keepSchema(): Json {
  const amount = { enum: ['none', 'first', 'all'] }
  return {
    description: 'Tables kept besides metrics, and of which replicates (保留内容)',
    anyOf: [
      { type: 'array', uniqueItems: true, items: { enum: [...KEPT_TABLES] } },
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          ...Object.fromEntries(KEPT_TABLES.map((table) => [table, amount])),
          months: { type: 'array', minItems: 1, items: MONTH },
        },
      },
    ],
  }
}
