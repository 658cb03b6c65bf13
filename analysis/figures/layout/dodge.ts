/**
 * Moves labels apart along one axis, each as little as possible.
 * @module
 */

interface Cluster {
  /** Sum of the wanted places of the first member's line. */
  sum: number
  count: number
  first: number
}

/**
 * Places at least `gap` apart, in the order wanted, inside `low` to `high` where they fit.
 *
 * Overlapping neighbours become one block around the mean of what they want, as in isotonic regression.
 *
 * @returns places in the order of `wanted`
 */
export function dodge(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b] || a - b)
  const clusters: Cluster[] = []
  order.forEach((label, place) => {
    clusters.push({ sum: wanted[label] - place * gap, count: 1, first: place })
    while (clusters.length > 1 && start(clusters.at(-2)) >= start(clusters.at(-1))) merge(clusters)
  })
  const room = high - (order.length - 1) * gap
  const places = new Array<number>(wanted.length)
  for (const cluster of clusters) {
    const at = Math.max(low, Math.min(room, start(cluster)))
    for (let i = cluster.first; i < cluster.first + cluster.count; i++) {
      places[order[i]] = at + i * gap
    }
  }
  return places
}

/** Where a cluster's line crosses place 0. */
function start(cluster: Cluster | undefined): number {
  return cluster === undefined ? NaN : cluster.sum / cluster.count
}

function merge(clusters: Cluster[]): void {
  const last = clusters.pop() as Cluster
  const before = clusters[clusters.length - 1]
  before.sum += last.sum
  before.count += last.count
}
