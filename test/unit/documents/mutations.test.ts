import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EXPLAINED, PAGE } from '../../mutations/places.ts'
import type { Explanation } from '../../mutations/page.ts'

describe('the page of mutations', () => {
  it('explains every changed sign that no test finds', () => {
    const page = readFileSync(PAGE, 'utf8')
    expect(page).toContain('each of them explained below')
    expect(page).not.toContain('NOT EXPLAINED')
  })

  it('explains expressions that are there', () => {
    const explanations = JSON.parse(readFileSync(EXPLAINED, 'utf8')) as Explanation[]
    const gone = explanations.filter(({ file, code = '' }) => {
      return !readFileSync(file, 'utf8').replace(/\s+/g, ' ').includes(code)
    })
    expect(gone).toEqual([])
  })
})
