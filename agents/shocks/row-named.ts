/**
 * Row of the agent with a persistent id.
 *
 * @throws RangeError when there is none: a shock on nobody is a mistake
 */
export function rowNamed(ids: Int32Array, id: number, kind: string): number {
  const row = ids.indexOf(id)
  if (row < 0) throw new RangeError(`a shock names ${kind} ${id}, which does not exist`)
  return row
}
