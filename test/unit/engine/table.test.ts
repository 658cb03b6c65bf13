import { describe, expect, expectTypeOf, it } from 'vitest'
import { cloneTable, copyTable, createTable, defineColumns } from '../../../engine/table.ts'

const columns = defineColumns({
  active: { unit: '1', doc: 'Takes part', type: 'u8' },
  price: { unit: '1/year', doc: 'All-in cost' },
  partner: { unit: 'id', doc: 'Where it belongs', type: 'i32' },
  quotes: { unit: '1/year', doc: 'By segment', width: 5 },
  sign: { unit: '1', doc: 'Direction', type: 'i8' },
})

describe('createTable', () => {
  it('makes one array of zeros per column, as long as rows times width', () => {
    const table = createTable(columns, 3)
    expect(table.size).toBe(3)
    expect(table.active).toEqual(new Uint8Array(3))
    expect(table.price).toEqual(new Float64Array(3))
    expect(table.partner).toEqual(new Int32Array(3))
    expect(table.quotes).toEqual(new Float64Array(15))
    expect(table.sign).toEqual(new Int8Array(3))
  })

  it('types each column by its declaration', () => {
    const table = createTable(columns, 1)
    expectTypeOf(table.active).toEqualTypeOf<Uint8Array>()
    expectTypeOf(table.price).toEqualTypeOf<Float64Array>()
    expectTypeOf(table.partner).toEqualTypeOf<Int32Array>()
    expectTypeOf(table.sign).toEqualTypeOf<Int8Array>()
  })

  it('keeps all columns apart in one buffer', () => {
    const table = createTable(columns, 3)
    const arrays = [table.active, table.price, table.partner, table.quotes, table.sign]
    arrays.forEach((array, i) => array.fill(i + 1))
    arrays.forEach((array, i) => {
      expect(array.buffer).toBe(table.buffer)
      expect([...array].every((value) => value === i + 1)).toBe(true)
    })
  })

  it('holds no rows when asked for none', () => {
    expect(createTable(columns, 0).price).toHaveLength(0)
  })
})

describe('copies', () => {
  it('equal the original and are independent of it', () => {
    const table = createTable(columns, 2)
    table.price[1] = 0.24
    table.active[0] = 1
    const clone = cloneTable(table)
    expect(clone).toEqual(table)
    table.price[1] = 0.36
    expect(clone.price[1]).toBe(0.24)
    copyTable(table, clone)
    expect(clone.price[1]).toBe(0.36)
  })

  it('refuse another size', () => {
    expect(() => copyTable(createTable(columns, 2), createTable(columns, 3))).toThrow(RangeError)
  })
})

describe('defineColumns', () => {
  it('rejects names a table uses itself', () => {
    expect(() => defineColumns({ size: { unit: 'CNY', doc: 'Assets' } })).toThrow('size')
  })
})
