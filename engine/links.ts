/**
 * Links: which of two kinds are connected, stored sparsely.
 *
 * A pair gets a slot when it is first linked and keeps it for ever, so a column per slot may hold
 * what belongs to the pair. Two indexes list the active slots of each side in ascending order of
 * the other side; `indexLinks` rebuilds them.
 *
 * @module
 */

/** Links from one kind to another. Arrays are replaced when the capacity grows: do not keep them. */
export interface Links {
  readonly fromSize: number
  readonly toSize: number
  /** Slots that fit before the arrays grow. */
  capacity: number
  /** Slots ever used. */
  count: number
  /** Id on either side of each slot. */
  from: Int32Array
  to: Int32Array
  /** 1 while the link exists, else 0. */
  active: Uint8Array
  /** Active slots of `from` a: `fromSlots[fromStart[a]]` up to before `fromStart[a + 1]`. */
  fromStart: Int32Array
  fromSlots: Int32Array
  /** Active slots of `to` b, likewise. */
  toStart: Int32Array
  toSlots: Int32Array
  /** Open-addressing table from pair to slot + 1; 0 is free. */
  places: Int32Array
}

const PLACES_PER_SLOT = 2
const PAIR_FACTOR = 0x9e3779b1 | 0

/** No links yet, between ids 0..fromSize−1 and 0..toSize−1. */
export function createLinks(fromSize: number, toSize: number, capacity: number): Links {
  const room = Math.max(1, capacity)
  return {
    fromSize,
    toSize,
    capacity: room,
    count: 0,
    from: new Int32Array(room),
    to: new Int32Array(room),
    active: new Uint8Array(room),
    fromStart: new Int32Array(fromSize + 1),
    fromSlots: new Int32Array(room),
    toStart: new Int32Array(toSize + 1),
    toSlots: new Int32Array(room),
    places: new Int32Array(placesFor(room)),
  }
}

/** The slot of a pair, whether active or cut; −1 when the pair was never linked. */
export function slotOf(links: Links, from: number, to: number): number {
  return links.places[placeOf(links, from, to)] - 1
}

/** Links a pair and returns its slot: the same one as before if it was ever linked. */
export function addLink(links: Links, from: number, to: number): number {
  if (from < 0 || from >= links.fromSize || to < 0 || to >= links.toSize) {
    throw new RangeError(`no such pair: ${from}, ${to}`)
  }
  const known = slotOf(links, from, to)
  if (known >= 0) {
    links.active[known] = 1
    return known
  }
  if (links.count === links.capacity) grow(links)
  const slot = links.count++
  links.from[slot] = from
  links.to[slot] = to
  links.active[slot] = 1
  links.places[placeOf(links, from, to)] = slot + 1
  return slot
}

/** Cuts a link; its slot stays reserved for the pair. */
export function cutLink(links: Links, slot: number): void {
  links.active[slot] = 0
}

/** Rebuilds both indexes of active slots, in time proportional to slots and ids. */
export function indexLinks(links: Links): void {
  const { count, from, to, active, fromStart, toStart, fromSlots, toSlots } = links
  fromStart.fill(0)
  toStart.fill(0)
  let linked = 0
  for (let slot = 0; slot < count; slot++) {
    if (active[slot] === 0) continue
    linked++
    fromStart[from[slot]]++
    toStart[to[slot]]++
  }
  toEnds(fromStart, linked)
  toEnds(toStart, linked)
  // Placing from the back turns the ends into starts and keeps the order within an id, so
  // ordering by `to` and then by `from` leaves `to` ascending within `from`.
  for (let slot = count - 1; slot >= 0; slot--) {
    if (active[slot] !== 0) toSlots[--toStart[to[slot]]] = slot
  }
  for (let i = linked - 1; i >= 0; i--) {
    const slot = toSlots[i]
    fromSlots[--fromStart[from[slot]]] = slot
  }
  // Reading those in order fills each `to` by ascending `from`; the cursors end one id too far.
  for (let i = 0; i < linked; i++) {
    const slot = fromSlots[i]
    toSlots[toStart[to[slot]]++] = slot
  }
  for (let id = links.toSize; id > 0; id--) toStart[id] = toStart[id - 1]!
  toStart[0] = 0
}

/** New links with the same slots and indexes. */
export function cloneLinks(links: Links): Links {
  const clone = createLinks(links.fromSize, links.toSize, links.capacity)
  copyLinks(links, clone)
  return clone
}

/** Copies slots and indexes into links between the same kinds. */
export function copyLinks(source: Links, target: Links): void {
  if (source.fromSize !== target.fromSize || source.toSize !== target.toSize) {
    throw new RangeError('links between kinds of another size cannot be copied')
  }
  if (target.capacity !== source.capacity) resize(target, source.capacity)
  target.count = source.count
  target.from.set(source.from)
  target.to.set(source.to)
  target.active.set(source.active)
  target.fromStart.set(source.fromStart)
  target.fromSlots.set(source.fromSlots)
  target.toStart.set(source.toStart)
  target.toSlots.set(source.toSlots)
  target.places.set(source.places)
}

/** Counts become the position after the last slot of each id. */
function toEnds(counts: Int32Array, total: number): void {
  let end = 0
  for (let id = 0; id < counts.length - 1; id++) {
    end += counts[id]
    counts[id] = end
  }
  counts[counts.length - 1] = total
}

function grow(links: Links): void {
  const { from, to, active, fromSlots, toSlots } = links
  resize(links, 2 * links.capacity)
  links.from.set(from)
  links.to.set(to)
  links.active.set(active)
  links.fromSlots.set(fromSlots)
  links.toSlots.set(toSlots)
  for (let slot = 0; slot < links.count; slot++) {
    links.places[placeOf(links, links.from[slot], links.to[slot])] = slot + 1
  }
}

/** Empty arrays of another capacity. */
function resize(links: Links, capacity: number): void {
  links.capacity = capacity
  links.from = new Int32Array(capacity)
  links.to = new Int32Array(capacity)
  links.active = new Uint8Array(capacity)
  links.fromSlots = new Int32Array(capacity)
  links.toSlots = new Int32Array(capacity)
  links.places = new Int32Array(placesFor(capacity))
}

function placesFor(capacity: number): number {
  let places = 2
  while (places < PLACES_PER_SLOT * capacity) places *= 2
  return places
}

/** Where the pair is in `places`, or the free place where it belongs. */
function placeOf(links: Links, from: number, to: number): number {
  const { places } = links
  const last = places.length - 1
  let word = Math.imul(from * links.toSize + to, PAIR_FACTOR)
  word ^= word >>> 15
  for (let place = word & last; ; place = (place + 1) & last) {
    const slot = places[place] - 1
    if (slot < 0 || (links.from[slot] === from && links.to[slot] === to)) return place
  }
}
