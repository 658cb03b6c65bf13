/**
 * One text per value, whatever order its keys were written in: what hashes are taken of.
 * @module
 */

/**
 * JSON without spaces, keys sorted, absent properties left out.
 *
 * @throws Error where two values would share a text: numbers that are not finite, values JSON cannot
 * hold
 */
export function canonicalText(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') {
    return JSON.stringify(value)
  }
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    const entries = Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : Number(left > right)))
      .map(([key, one]) => `${JSON.stringify(key)}:${canonicalText(one)}`)
    return `{${entries.join(',')}}`
  }
  throw new Error(`no canonical text for a value of type ${typeof value}`)
}
