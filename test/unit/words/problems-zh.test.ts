import { describe, expect, it } from 'vitest'
import { problemInChinese } from '../../../analysis/words/problems-zh.ts'

describe('problemInChinese', () => {
  it('puts a phrase and its parts into Chinese', () => {
    expect(problemInChinese('a rate from 4% to 36%')).toBe('4% 至 36% 之间的比率')
    expect(problemInChinese('rates carry a percent sign: write 24%')).toBe(
      '比率要带百分号：请写 24%',
    )
    expect(problemInChinese('did you mean "hhi"?')).toBe('是否想写“hhi”？')
    expect(problemInChinese('a month such as 2026-07')).toBe('月份，如 2026-07')
  })

  it('leaves what it does not know as it is', () => {
    expect(problemInChinese('five golden rings')).toBe('five golden rings')
  })
})
