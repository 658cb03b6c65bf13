/**
 * The part of a list of jobs that one of several machines runs.
 *
 * @module
 */
import { indicesOf } from './executor.ts'

/**
 * Shard `shard` of `shards`: neighbours in the list, groups kept whole, shards of nearly equal length.
 * All shards are disjoint and together the list; the same arguments give the same shard for ever.
 *
 * @param jobs   their indices, or a number n for 0..n−1
 * @param shard  from 0 to shards − 1
 * @param group  neighbours with the same number stay on one machine; default: every job is its own
 */
export function shardOf(
  jobs: number | readonly number[],
  shard: number,
  shards: number,
  group: (index: number) => number = (index) => index,
): readonly number[] {
  if (!Number.isInteger(shards) || shards < 1 || !Number.isInteger(shard)) {
    throw new RangeError(`no shard ${shard} of ${shards}`)
  }
  if (shard < 0 || shard >= shards) throw new RangeError(`no shard ${shard} of ${shards}`)
  const indices = indicesOf(jobs)
  return indices.slice(
    boundary(indices, shard / shards, group),
    boundary(indices, (shard + 1) / shards, group),
  )
}

/** First position at or after a share of the list where a group begins. */
function boundary(
  indices: readonly number[],
  share: number,
  group: (index: number) => number,
): number {
  let position = Math.round(share * indices.length)
  while (
    position > 0 &&
    position < indices.length &&
    group(indices[position - 1]) === group(indices[position])
  ) {
    position++
  }
  return position
}
