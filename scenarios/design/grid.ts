/**
 * Full crossing: every value of every list with every value of all others.
 * @module
 */

/**
 * All combinations, the last list running fastest.
 *
 * @returns one empty combination of no lists; nothing where a list is empty
 */
export function crossing<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>(
    (combinations, list) => combinations.flatMap((one) => list.map((value) => [...one, value])),
    [[]],
  )
}
