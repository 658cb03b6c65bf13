/**
 * JSON Schema of the section `sweep`.
 * @module
 */
import type { ScenarioCatalogue } from '../catalogue.ts'
import { DESIGNS } from '../sweep.ts'
import { axisEntry, type Json } from './entry-schemas.ts'

/** One block. */
export function blockSchema({ levers, parameters }: ScenarioCatalogue): Json {
  return {
    type: 'object',
    additionalProperties: false,
    required: ['over'],
    properties: {
      design: { enum: [...DESIGNS] },
      points: { type: 'integer', minimum: 1 },
      trajectories: { type: 'integer', minimum: 2 },
      over: {
        anyOf: [
          {
            type: 'array',
            minItems: 1,
            uniqueItems: true,
            items: { enum: [...levers, ...parameters].map((one) => one.id) },
          },
          {
            type: 'object',
            minProperties: 1,
            additionalProperties: false,
            properties: Object.fromEntries([
              ...levers.map((lever) => [lever.id, axisEntry(lever.id, lever)] as const),
              ...parameters.map(({ id }) => [id, axisEntry(id, undefined)] as const),
            ]),
          },
        ],
      },
    },
  }
}

/** A block, a list of blocks, or none. */
export function sweepSchema(): Json {
  const block = { $ref: '#/$defs/block' }
  return {
    description: 'What is varied by design: blocks of axes, crossed with one another (参数扫描)',
    anyOf: [{ const: 'none' }, block, { type: 'array', minItems: 1, items: block }],
  }
}
