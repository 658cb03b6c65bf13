/**
 * JSON Schemas of one lever, one parameter, and their values.
 * @module
 */
import type { LeverDescriptor, ParameterDescriptor, ScenarioCatalogue } from '../catalogue.ts'
import { writeQuantity, type Notation } from '../units.ts'
import { leverNotation, MONTH_PATTERN, parameterNotation } from '../values.ts'

export type Json = Readonly<Record<string, unknown>>

export const MONTH: Json = { $ref: '#/$defs/month' }

/** Where the value of a lever or parameter is described, once for all its places. */
export function valueOf(id: string): Json {
  return { $ref: `#/$defs/value.${id}` }
}

/** What many entries share, and the value of each lever and parameter. */
export function definitions(catalogue: ScenarioCatalogue): Json {
  const { levers, parameters, licences, regions } = catalogue
  const listOf = (names: readonly string[]): Json => ({
    type: 'array',
    minItems: 1,
    items: { enum: [...names] },
  })
  const dates = { announced: MONTH, from: MONTH, until: MONTH }
  const scope = {
    type: 'object',
    additionalProperties: false,
    properties: { licences: listOf(licences), regions: listOf(regions) },
  }
  const written = { type: 'object', additionalProperties: false, required: ['value'] }
  return {
    month: { type: 'string', pattern: MONTH_PATTERN.source },
    scope,
    setting: { ...written, properties: { value: true, ...dates } },
    scopedSetting: { ...written, properties: { value: true, ...dates, scope: SCOPE } },
    ...distributions(),
    ...axes(dates),
    ...Object.fromEntries(levers.map((one) => [`value.${one.id}`, leverValue(one)])),
    ...Object.fromEntries(parameters.map((one) => [`value.${one.id}`, parameterValue(one)])),
  }
}

const SCOPE: Json = { $ref: '#/$defs/scope' }

/** Everything a lever may be set to, with its names and what it does. */
export function leverEntry(lever: LeverDescriptor): Json {
  const value = valueOf(lever.id)
  const shape = hasScope(lever) ? 'scopedSetting' : 'setting'
  const setting = { $ref: `#/$defs/${shape}`, properties: { value } }
  const dated =
    lever.kind === 'path' ? [] : [{ type: 'object', ...monthly(value), minProperties: 1 }]
  return {
    ...leverHover(lever),
    anyOf: [value, setting, { type: 'array', minItems: 1, items: setting }, ...dated],
  }
}

/** Names and effect of a lever. */
function leverHover({ label, doc, acts }: LeverDescriptor): Json {
  const effect = acts ? [] : ['Recorded, has no effect in this version.']
  const names = label === undefined ? [] : [`${label.en} (${label.zh}).`]
  const parts = [...names, ...(doc === undefined ? [] : [doc]), ...effect]
  return parts.length === 0 ? {} : { description: parts.join(' ') }
}

/** Whether a lever may bind some licences or regions alone. */
function hasScope({ scopable, acts }: LeverDescriptor): boolean {
  return scopable || !acts
}

/** One value of a lever. */
function leverValue(lever: LeverDescriptor): Json {
  const value = plainValue(lever)
  return lever.nullable ? { anyOf: [value, { type: 'null' }] } : value
}

function plainValue(lever: LeverDescriptor): Json {
  const members = [...(lever.members ?? [])]
  const notation = leverNotation(lever) ?? 'number'
  switch (lever.kind) {
    case 'boolean':
      return { type: 'boolean' }
    case 'enum':
      return { enum: members }
    case 'set':
      return { type: 'array', uniqueItems: true, items: { enum: members } }
    case 'list':
      return { type: 'array', items: quantity(notation) }
    case 'path':
      return { anyOf: [{ type: 'object', ...monthly(quantity(notation)) }, { const: [] }] }
    default:
      return { ...quantity(notation), ...ends(notation, lever.bounds) }
  }
}

function monthly(value: Json): Json {
  return { patternProperties: { [MONTH_PATTERN.source]: value }, additionalProperties: false }
}

/** A value or a distribution of a parameter. */
export function parameterEntry(parameter: ParameterDescriptor): Json {
  const { id, kind, label, source } = parameter
  const value = valueOf(id)
  const names = label === undefined ? [] : [`${label.en} (${label.zh}).`]
  const choices = { $ref: '#/$defs/choices', properties: { choices: { items: value } } }
  return {
    description: [...names, ...(source === undefined ? [] : [`Source: ${source}.`])].join(' '),
    anyOf: [value, ...(kind === 'number' ? [{ $ref: '#/$defs/spread' }] : []), choices],
  }
}

/** Distributions over numbers, and over choices of any kind. */
function distributions(): Json {
  const of = (name: string, length: number): Json => {
    const items = { type: ['number', 'string'] }
    return {
      type: 'object',
      additionalProperties: false,
      required: [name],
      properties: { [name]: { type: 'array', minItems: length, maxItems: length, items } },
    }
  }
  return {
    spread: { anyOf: [of('uniform', 2), of('normal', 2), of('triangular', 2 + 1)] },
    choices: {
      type: 'object',
      additionalProperties: false,
      required: ['choices'],
      properties: {
        choices: { type: 'array', minItems: 2, uniqueItems: true },
        weights: { type: 'array', items: { type: 'number', exclusiveMinimum: 0 } },
      },
    },
  }
}

/** Axes of a sweep in full, with and without dates. */
function axes(dates: Json): Json {
  const end = { type: ['number', 'string'] }
  const range = { low: end, high: end, step: end, points: { type: 'integer', minimum: 2 } }
  const values = { type: 'array', minItems: 1, uniqueItems: true }
  const shape = { type: 'object', additionalProperties: false }
  const forms = { anyOf: [{ required: ['values'] }, { required: ['low', 'high'] }] }
  return {
    axis: { ...shape, ...forms, properties: { values, ...range } },
    leverAxis: { ...shape, ...forms, properties: { values, ...range, ...dates } },
    scopedAxis: { ...shape, ...forms, properties: { values, ...range, ...dates, scope: SCOPE } },
  }
}

/** Values of one lever or parameter in a sweep: in a list, or a range. */
export function axisEntry(id: string, lever: LeverDescriptor | undefined): Json {
  const shape = lever === undefined ? 'axis' : hasScope(lever) ? 'scopedAxis' : 'leverAxis'
  const items = valueOf(id)
  return {
    anyOf: [
      { type: 'array', minItems: 1, uniqueItems: true, items },
      { $ref: `#/$defs/${shape}`, properties: { values: { items } } },
    ],
  }
}

/** One value of a parameter. */
function parameterValue(parameter: ParameterDescriptor): Json {
  if (parameter.kind === 'choice') return { enum: [...parameter.members] }
  const notation = parameterNotation(parameter.unit)
  const one = { ...quantity(notation), ...ends(notation, parameter.bounds) }
  if (parameter.kind === 'number') return one
  const length = (parameter.baseline as readonly number[]).length
  return { type: 'array', minItems: length, maxItems: length, items: one }
}

/** A number as written in its notation. */
export function quantity(notation: Notation): Json {
  switch (notation) {
    case 'share':
    case 'number':
    case 'count':
      return { type: ['number', 'string'] }
    case 'rate':
      return { type: 'string', pattern: '(%|/.+)$' }
    default:
      return { type: 'string' }
  }
}

/** Both ends, as examples to complete from: a schema cannot compare written units. */
function ends(notation: Notation, bounds: readonly [number, number] | undefined): Json {
  const finite = (bounds ?? []).filter((bound) => Number.isFinite(bound))
  return finite.length === 0
    ? {}
    : { examples: finite.map((bound) => writeQuantity(bound, notation)) }
}
