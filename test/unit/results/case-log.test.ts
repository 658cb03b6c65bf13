import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openCaseLog } from '../../../analysis/results/case-log.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhudai-cases-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the log of a calibration', () => {
  it('knows what was added before it was opened again, undefined values included', () => {
    const path = join(folder, 'again.jsonl')
    openCaseLog(path).add('one', Float64Array.of(0.1 + 0.2, NaN, -0))
    const again = openCaseLog(path)
    expect(again.size).toBe(1)
    expect(Array.from(again.valuesOf('one')!)).toEqual([0.1 + 0.2, NaN, 0])
    expect(again.valuesOf('two')).toBeUndefined()
  })

  it('cuts off the line a kill left unfinished, and goes on after it', () => {
    const path = join(folder, 'killed.jsonl')
    openCaseLog(path).add('one', Float64Array.of(1))
    appendFileSync(path, '["two",[2')
    const log = openCaseLog(path)
    expect(log.size).toBe(1)
    log.add('three', Float64Array.of(3))
    expect(readFileSync(path, 'utf8')).toBe('["one",[1]]\n["three",[3]]\n')
    expect(Array.from(openCaseLog(path).valuesOf('three')!)).toEqual([3])
  })
})
