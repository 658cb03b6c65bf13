import { describe, expect, it } from 'vitest'
import { createDelivery } from '../../../../engine/executors/delivery.ts'
import type { Outcome } from '../../../../engine/executors/executor.ts'

const MEGABYTE = 1024 * 1024

function outcome(bytes = 8): Outcome {
  return { ok: true, result: new Float64Array(bytes / 8), hashes: new Uint32Array(0) }
}

function deliveryOf(jobs: number, order: 'asked' | 'asFinished') {
  const seen: number[] = []
  const indices = Array.from({ length: jobs }, (_, index) => index + 100)
  const onResult = (index: number) => {
    seen.push(index)
  }
  return { seen, delivery: createDelivery(indices, { onResult, order }) }
}

describe('delivery', () => {
  it('in the order asked for waits for the oldest job', () => {
    const { seen, delivery } = deliveryOf(4, 'asked')
    for (const position of [2, 1]) delivery.accept(position, outcome())
    expect(seen).toEqual([])
    delivery.accept(0, outcome())
    expect(seen).toEqual([100, 101, 102])
    expect(delivery.finish()).toEqual({ delivered: 3, failed: 0, aborted: true })
  })

  it('lets no job start that is far ahead of the oldest one, and always the oldest', () => {
    const { delivery } = deliveryOf(5000, 'asked')
    expect(delivery.mayStart(1024)).toBe(true)
    expect(delivery.mayStart(1025)).toBe(false)
    delivery.accept(0, outcome())
    expect(delivery.mayStart(1025)).toBe(true)
  })

  it('lets only the oldest job start while it holds back much memory', () => {
    const { delivery } = deliveryOf(10, 'asked')
    delivery.accept(1, outcome(40 * MEGABYTE))
    expect(delivery.mayStart(3)).toBe(true)
    delivery.accept(2, outcome(40 * MEGABYTE))
    expect(delivery.mayStart(3)).toBe(false)
    expect(delivery.mayStart(0)).toBe(true)
    delivery.accept(0, outcome())
    expect(delivery.mayStart(4)).toBe(true)
  })

  it('as jobs finish holds nothing back and never makes a thread wait', () => {
    const { seen, delivery } = deliveryOf(5000, 'asFinished')
    for (const position of [4999, 7]) delivery.accept(position, outcome())
    expect(seen).toEqual([5099, 107])
    expect(delivery.mayStart(4998)).toBe(true)
  })

  it('of jobs that never finished leaves gaps, in order', () => {
    const { seen, delivery } = deliveryOf(6, 'asked')
    for (const position of [5, 3, 1]) delivery.accept(position, outcome())
    expect(delivery.finish().delivered).toBe(3)
    expect(seen).toEqual([101, 103, 105])
  })
})
