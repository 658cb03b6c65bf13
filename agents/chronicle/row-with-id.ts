/** Row of the agent with an id; −1 when none has it. Rows are in the order of ids unless rearranged. */
export function rowWithId(ids: Int32Array, id: number): number {
  return ids[id] === id ? id : ids.indexOf(id)
}
