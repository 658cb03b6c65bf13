/**
 * How many of something, in English.
 * @module
 */

/** `1 run`, `2 runs`. */
export const many = (count: number, one: string, more: string) =>
  `${count} ${count === 1 ? one : more}`
