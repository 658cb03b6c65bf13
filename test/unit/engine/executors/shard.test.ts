import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shardOf } from '../../../../engine/executors/shard.ts'

describe('shards', () => {
  it('are neighbours of nearly equal number', () => {
    expect([0, 1, 2].map((i) => shardOf(7, i, 3))).toEqual([
      [0, 1],
      [2, 3, 4],
      [5, 6],
    ])
  })

  it('keep a group whole', () => {
    const tens = (index: number) => Math.floor(index / 10)
    const shards = [0, 1, 2, 3].map((i) => shardOf(40, i, 4, tens).length)
    expect(shards).toEqual([10, 10, 10, 10])
    expect([0, 1, 2].map((i) => shardOf(40, i, 3, tens).length)).toEqual([20, 10, 10])
  })

  it('are disjoint, together the list in its order, and the same whenever asked for', () => {
    const list = fc.uniqueArray(fc.nat(1000), { maxLength: 60 })
    const group = fc.constantFrom(1, 3, 20, 2000)
    const check = (jobs: number[], shards: number, size: number) => {
      const groupOf = (index: number) => Math.floor(index / size)
      const shard = (i: number) => shardOf(jobs, i, shards, groupOf)
      const all = Array.from({ length: shards }, (_, i) => shard(i))
      expect(all.flat()).toEqual(jobs)
      expect(Array.from({ length: shards }, (_, i) => shard(i))).toEqual(all)
      const ends = all.filter((one) => one.length > 0)
      for (let i = 1; i < ends.length; i++) {
        expect(groupOf(ends[i][0])).not.toBe(groupOf(ends[i - 1].at(-1)!))
      }
    }
    fc.assert(fc.property(list, fc.integer({ min: 1, max: 70 }), group, check), { seed: 20260701 })
  })

  it('outside the number of shards do not exist', () => {
    expect(() => shardOf(10, 3, 3)).toThrow('no shard 3 of 3')
    expect(() => shardOf(10, -1, 3)).toThrow(RangeError)
    expect(() => shardOf(10, 0, 0)).toThrow(RangeError)
  })
})
