import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBufferSink } from '../../../../engine/executors/buffer-sink.ts'
import type { Outcome } from '../../../../engine/executors/executor.ts'
import { movable, pack, unpack } from '../../../../engine/executors/parcel.ts'

const doubles = fc.float64Array({ maxLength: 5 })
const success = fc
  .record({
    result: doubles,
    hashes: fc.uint32Array({ maxLength: 4 }),
    kept: fc.option(fc.dictionary(fc.constantFrom('agents', 'links', 'ledger'), doubles)),
  })
  .map(({ result, hashes, kept }): Outcome => {
    const plain = { ok: true, result, hashes } as const
    return kept === null || Object.keys(kept).length === 0 ? plain : { ...plain, kept: { ...kept } }
  })
const failure = fc.constant({ ok: false, code: 'BROKEN', message: 'identity' })
const outcomes = fc.array(fc.oneof(success, failure), { maxLength: 8 })

describe('a parcel', () => {
  it('holds every bit of its outcomes, in order', () => {
    const check = (packed: readonly Outcome[]) => {
      const parcel = pack(packed)
      const moved = structuredClone(parcel, { transfer: movable(parcel) })
      expect(parcel.numbers.length).toBe(0)
      expect([...unpack(moved)]).toEqual(packed)
    }
    fc.assert(fc.property(outcomes, check), { seed: 20260701 })
  })

  it('keeps the bits of negative zero and of what is not defined', () => {
    const result = Float64Array.of(-0, NaN, 5e-324)
    const [outcome] = unpack(pack([{ ok: true, result, hashes: new Uint32Array(0) }]))
    if (!outcome.ok) throw new Error(outcome.message)
    expect(new BigUint64Array(outcome.result.buffer)).toEqual(new BigUint64Array(result.buffer))
  })

  it('leaves outcomes that own their arrays when its memory is freed', () => {
    const parcel = pack([{ ok: true, result: Float64Array.of(7), hashes: Uint32Array.of(3) }])
    const [outcome] = [...unpack(parcel)]
    createBufferSink()(movable(parcel))
    expect(parcel.numbers.byteLength).toBe(0)
    expect(outcome).toEqual({ ok: true, result: Float64Array.of(7), hashes: Uint32Array.of(3) })
  })
})
