/**
 * Moves labels apart along one axis, each as little as possible.
 * @module
 */

interface Cluster {
  /** Sum of where the members want the cluster to begin. */
  sum: number
  count: number
  first: number
}

/**
 * Places of labels that do not overlap, in the order wanted, inside `low` to `high` where they fit.
 *
 * Overlapping neighbours become one block around the mean of what they want, as in isotonic regression.
 *
 * @param wanted  middles of the labels
 * @param sizes  room each of them takes
 * @returns middles in the order of `wanted`
 */
export function dodge(
  wanted: readonly number[],
  sizes: readonly number[],
  low: number,
  high: number,
): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b] || a - b)
  const offsets = offsetsOf(order.map((label) => sizes[label]))
  const clusters: Cluster[] = []
  order.forEach((label, place) => {
    clusters.push({ sum: wanted[label] - offsets[place], count: 1, first: place })
    while (clusters.length > 1 && start(clusters.at(-2)) >= start(clusters.at(-1))) merge(clusters)
  })
  const room = sizes.reduce((sum, size) => sum + size, 0)
  const places = new Array<number>(wanted.length)
  for (const cluster of clusters) {
    const at = Math.max(low, Math.min(high - room, start(cluster)))
    for (let i = cluster.first; i < cluster.first + cluster.count; i++) {
      places[order[i]] = at + offsets[i]
    }
  }
  return places
}

/** Middle of each label when they stand one after the other from 0. */
function offsetsOf(sizes: readonly number[]): number[] {
  let before = 0
  return sizes.map((size) => {
    before += size
    return before - size / 2
  })
}

/** Where a cluster would have the row of labels begin. */
function start(cluster: Cluster | undefined): number {
  return cluster === undefined ? NaN : cluster.sum / cluster.count
}

function merge(clusters: Cluster[]): void {
  const last = clusters.pop() as Cluster
  const before = clusters[clusters.length - 1]
  before.sum += last.sum
  before.count += last.count
}
