/** Whether a value fits a JSON Schema, for the words our own schema uses; any other word is an error. */
export type Schema = Readonly<Record<string, unknown>>

const SILENT = ['$schema', '$defs', 'title', 'description', 'examples', 'default']

export function fits(value: unknown, schema: Schema, root = schema): boolean {
  return Object.entries(schema).every(
    ([word, rule]) => SILENT.includes(word) || holds(word, rule, value, schema, root),
  )
}

function holds(word: string, rule: unknown, value: unknown, schema: Schema, root: Schema): boolean {
  const list = Array.isArray(value) ? (value as unknown[]) : undefined
  const isMap = typeof value === 'object' && value !== null && !list
  const map = isMap ? (value as Record<string, unknown>) : undefined
  const text = typeof value === 'string' ? value : undefined
  const number = typeof value === 'number' ? value : undefined
  const same = (one: unknown): boolean => JSON.stringify(one) === JSON.stringify(value)
  switch (word) {
    case '$ref': {
      const definitions = root['$defs'] as Record<string, Schema>
      return fits(value, definitions[(rule as string).replace('#/$defs/', '')], root)
    }
    case 'type':
      return [rule].flat().some((type) => isOfType(value, type as string))
    case 'enum':
      return (rule as unknown[]).some(same)
    case 'const':
      return same(rule)
    case 'anyOf':
    case 'oneOf':
      return (rule as Schema[]).some((one) => fits(value, one, root))
    case 'items':
      return list?.every((one) => fits(one, rule as Schema, root)) ?? true
    case 'minItems':
      return (list?.length ?? Infinity) >= (rule as number)
    case 'maxItems':
      return (list?.length ?? 0) <= (rule as number)
    case 'uniqueItems':
      return new Set(list?.map((one) => JSON.stringify(one))).size === (list?.length ?? 0)
    case 'required':
      return !map || (rule as string[]).every((key) => Object.hasOwn(map, key))
    case 'minProperties':
      return !map || Object.keys(map).length >= (rule as number)
    case 'propertyNames':
      return !map || Object.keys(map).every((key) => fits(key, rule as Schema, root))
    case 'properties':
      return Object.entries(rule as Record<string, Schema>).every(
        ([key, one]) => !map || !Object.hasOwn(map, key) || fits(map[key], one, root),
      )
    case 'patternProperties':
      return Object.entries(rule as Record<string, Schema>).every(
        ([pattern, one]) =>
          !map ||
          Object.keys(map).every(
            (key) => !new RegExp(pattern).test(key) || fits(map[key], one, root),
          ),
      )
    case 'additionalProperties':
      return (
        !map ||
        Object.keys(map).every((key) => isNamed(key, schema) || allows(rule, map[key], root))
      )
    case 'pattern':
      return text === undefined || new RegExp(rule as string).test(text)
    case 'minLength':
      return text === undefined || text.length >= (rule as number)
    case 'maxLength':
      return text === undefined || text.length <= (rule as number)
    case 'minimum':
      return number === undefined || number >= (rule as number)
    case 'maximum':
      return number === undefined || number <= (rule as number)
    case 'exclusiveMinimum':
      return number === undefined || number > (rule as number)
    default:
      throw new Error(`the schema says ${word}`)
  }
}

function isNamed(key: string, schema: Schema): boolean {
  const patterns = Object.keys(schema['patternProperties'] ?? {})
  return (
    Object.hasOwn(schema['properties'] ?? {}, key) ||
    patterns.some((pattern) => new RegExp(pattern).test(key))
  )
}

function allows(rule: unknown, value: unknown, root: Schema): boolean {
  return typeof rule === 'boolean' ? rule : fits(value, rule as Schema, root)
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'integer':
      return Number.isInteger(value)
    default:
      return typeof value === type
  }
}
