import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAllotment } from '../../../../engine/executors/allotment.ts'
import type { Allotment, Chunk } from '../../../../engine/executors/allotment.ts'

const always = () => true

/** An allotment of groups of `size` neighbours. */
function allot(jobs: number, threads: number, size = 1, chunk?: number): Allotment {
  const sameGroup = (a: number, b: number) => Math.floor(a / size) === Math.floor(b / size)
  return createAllotment(jobs, { threads, sameGroup, chunk })
}

function take(allotment: Allotment, thread = 0): Chunk {
  const chunk = allotment.take(thread, always)
  if (chunk === undefined || chunk === 'later') throw new Error('nothing to take')
  return chunk
}

/** Takes a chunk whose jobs last `each`, the first of a group `opening` more [ms]. */
function work(allotment: Allotment, each: number, thread = 0, opening = 0): Chunk {
  const chunk = take(allotment, thread)
  const first = each + (chunk.opens ? opening : 0)
  const milliseconds = first + each * (chunk.last - chunk.first - 1)
  allotment.learn(chunk, { milliseconds, first })
  return chunk
}

const length = ({ first, last }: Chunk) => last - first

describe('an allotment', () => {
  it('sends one job until it knows how long jobs are, then as many as suit', () => {
    const allotment = allot(10_000, 2)
    expect(length(work(allotment, 1))).toBe(1)
    expect(length(work(allotment, 1))).toBe(100) // 100 ms
    expect(length(work(allot(10, 2), 500))).toBe(1)
  })

  it('joins no more jobs than a message may hold', () => {
    const allotment = allot(10_000, 2)
    work(allotment, 0.001)
    expect(length(take(allotment))).toBe(256)
    const fixed = allot(100, 2, 1, 7)
    expect(length(take(fixed))).toBe(7)
  })

  it('recovers from a slow first job', () => {
    const allotment = allot(10_000, 2)
    work(allotment, 1, 0, 700)
    work(allotment, 1)
    expect(length(work(allotment, 1))).toBe(100)
  })

  it('shortens messages near the end, to no less than 5 ms', () => {
    const allotment = allot(41, 2)
    work(allotment, 1)
    expect(length(take(allotment))).toBe(10) // 40 ms for 2 threads, 2 messages each
    for (let taken = 11; taken < 36;) taken += length(take(allotment))
    expect(length(take(allotment))).toBeLessThanOrEqual(5)
  })

  it('joins short groups whole', () => {
    const allotment = allot(3000, 1, 3)
    work(allotment, 1)
    work(allotment, 1) // the rest of the first group, and others
    const chunk = take(allotment)
    expect(chunk.first % 3).toBe(0)
    expect(length(chunk)).toBe(102)
  })

  it('leaves a long group with the thread that began it', () => {
    const allotment = allot(200, 2, 100)
    for (let i = 0; i < 3; i++) {
      expect(work(allotment, 10, 0).last).toBeLessThanOrEqual(100)
      expect(work(allotment, 10, 1).first).toBeGreaterThanOrEqual(100)
    }
  })

  it('shares the last group with a thread that has nothing left', () => {
    const allotment = allot(101, 2, 101)
    work(allotment, 10) // one job: 100 are left
    expect(take(allotment, 1).first).toBe(51)
  })

  it('shares no more of a group than is worth opening it again', () => {
    const last = (jobs: number, opening: number) => {
      const allotment = allot(jobs, 2, jobs)
      work(allotment, 10, 0, opening) // one job
      work(allotment, 10, 0) // one again, as long as the first seemed typical
      return allotment.take(1, always)
    }
    // Opening costs 20 jobs: the other thread ends as early with 10 of 40 left as this one with 30.
    expect(last(42, 200)).toMatchObject({ first: 32, last: 42 })
    expect(last(42, 0)).toMatchObject({ first: 27 }) // half of 31, as ten jobs were sent at once
    expect(last(23, 200)).toBeUndefined()
  })

  it('gives every position to one thread once', () => {
    const arbitrary = fc.record({
      jobs: fc.nat(300),
      threads: fc.integer({ min: 1, max: 4 }),
      size: fc.integer({ min: 1, max: 90 }),
      each: fc.constantFrom(0, 0.01, 1, 40),
      opening: fc.constantFrom(0, 5, 500),
      chunk: fc.option(fc.integer({ min: 1, max: 50 }), { nil: undefined }),
      turns: fc.infiniteStream(fc.nat(3)),
    })
    const check = ({ jobs, threads, size, each, opening, chunk, turns }: Values) => {
      const allotment = allot(jobs, threads, size, chunk)
      const taken = new Uint8Array(jobs)
      const idle = new Set<number>()
      while (idle.size < threads) {
        const thread = Number(turns.next().value) % threads
        const got = allotment.take(thread, always)
        if (got === undefined || got === 'later') {
          idle.add(thread)
          continue
        }
        idle.clear()
        expect(length(got)).toBeGreaterThan(0)
        if (chunk !== undefined) expect(length(got)).toBeLessThanOrEqual(chunk)
        for (let position = got.first; position < got.last; position++) taken[position]++
        const first = each + (got.opens ? opening : 0)
        allotment.learn(got, { first, milliseconds: first + each * (length(got) - 1) })
      }
      expect(taken.every((times) => times === 1)).toBe(true)
    }
    type Values = Parameters<Parameters<typeof fc.property<[Generated]>>[1]>[0]
    type Generated = typeof arbitrary extends fc.Arbitrary<infer T> ? T : never
    fc.assert(fc.property(arbitrary, check), { seed: 20260701 })
  })

  it('keeps what may not start yet for later', () => {
    const allotment = allot(4, 1)
    expect(allotment.take(0, () => false)).toBe('later')
    expect(take(allotment)).toMatchObject({ first: 0 })
  })
})
