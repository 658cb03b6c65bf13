/** What is said of a thing: a heading, then what is known, in order. */
export interface Explanation {
  readonly title: string
  readonly facts: readonly (readonly [string, string])[]
  /** A table under the facts, its head first. */
  readonly table?: readonly (readonly string[])[]
  /** A command to go on with. */
  readonly next?: string
}
