/**
 * JSON Schema of a shock: one shape for each kind.
 * @module
 */
import type { ScenarioCatalogue } from '../catalogue.ts'
import { SHOCK_SIZES, SHOCK_TARGETS } from '../sections/shock-fields.ts'
import { NATIONAL, SHOCK_KINDS } from '../shock.ts'
import { MONTH, quantity, type Json } from './entry-schemas.ts'

/** Any shock. */
export function shockSchema(catalogue: ScenarioCatalogue): Json {
  return { anyOf: SHOCK_KINDS.map((kind) => kindSchema(kind, catalogue)) }
}

function kindSchema(kind: (typeof SHOCK_KINDS)[number], catalogue: ScenarioCatalogue): Json {
  const target = SHOCK_TARGETS[kind]
  const sizes = SHOCK_SIZES[kind].map(({ key, notation }) => [key, quantity(notation)] as const)
  return {
    type: 'object',
    additionalProperties: false,
    required: ['kind', ...(target === undefined ? [] : [target])],
    properties: {
      kind: { const: kind },
      at: MONTH,
      monthlyProbability: quantity('share'),
      ...(target === undefined ? {} : { [target]: names(target, catalogue) }),
      ...Object.fromEntries(sizes),
    },
  }
}

/** Whom a shock meets: a name or a list of names. */
function names(target: string, { licences, tiers, regions }: ScenarioCatalogue): Json {
  const known =
    target === 'regions'
      ? [NATIONAL, ...regions]
      : target === 'banks'
        ? licences.map((name) => `licence:${name}`)
        : target === 'platform'
          ? (tiers ?? []).map((name) => `tier:${name}`)
          : []
  const pattern = { platform: '^(platform|tier):', guarantors: '^guarantor:' }[target]
  const one =
    target === 'regions'
      ? { enum: known }
      : {
          type: 'string',
          pattern: pattern ?? '^(bank|licence):',
          ...(known.length > 0 ? { examples: known } : {}),
        }
  return { anyOf: [one, { type: 'array', minItems: 1, uniqueItems: true, items: one }] }
}
