import { describe, expect, it } from 'vitest'
import { createHash, hashNumbers, hashText, hashWords } from '../../../engine/hash.ts'

function hashOf(words: readonly number[]): string {
  const state = createHash()
  hashWords(state, Uint32Array.from(words))
  return hashText(state)
}

describe('the hash', () => {
  it('changes with any single bit, with order and with length', () => {
    const words = [1, 2, 3, 0]
    const seen = new Set([hashOf(words), hashOf([2, 1, 3, 0]), hashOf([1, 2, 3])])
    seen.add(hashOf([]))
    for (let i = 0; i < 4; i++) {
      for (let bit = 0; bit < 32; bit++) {
        seen.add(hashOf(words.map((word, j) => (i === j ? word ^ (1 << bit) : word))))
      }
    }
    expect(seen.size).toBe(4 + 4 * 32)
  })

  it('flips about half of its bits when one bit changes', () => {
    let flips = 0
    const states = 400
    for (let i = 0; i < states; i++) {
      const a = createHash()
      const b = createHash()
      hashWords(a, Uint32Array.of(i, 7, i * i))
      hashWords(b, Uint32Array.of(i ^ (1 << (i % 32)), 7, i * i))
      for (let word = 0; word < 2; word++) {
        for (let x = a[word] ^ b[word]; x !== 0; x &= x - 1) flips++
      }
    }
    const bits = 64 * states
    expect(Math.abs(flips - bits / 2)).toBeLessThan(5 * Math.sqrt(bits / 4))
  })

  it('sees every NaN as the same one and tells 0 from −0', () => {
    const bits = new Float64Array(1)
    new Uint32Array(bits.buffer).set([1, 0x7ff80000])
    const [a, b, zero, minus] = [
      bits,
      Float64Array.of(NaN),
      Float64Array.of(0),
      Float64Array.of(-0),
    ].map((numbers) => {
      const state = createHash()
      hashNumbers(state, numbers)
      return hashText(state)
    })
    expect(a).toBe(b)
    expect(zero).not.toBe(minus)
  })

  it('prints sixteen digits, and gives numbers the hash of their words', () => {
    expect(hashText(Uint32Array.of(1, 255))).toBe('00000001000000ff')
    const numbers = Float64Array.of(0.1, -3, 1e300)
    const a = createHash()
    const b = createHash()
    hashNumbers(a, numbers)
    hashWords(b, new Uint32Array(numbers.buffer))
    expect(hashText(a)).toBe(hashText(b))
  })
})
