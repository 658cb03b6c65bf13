import { describe, expect, it } from 'vitest'
import type { Skill } from '../../../analysis/score/skill.ts'
import { scoreText, skillSentence } from '../../../analysis/words/score.ts'

const skill = (value: number, low = NaN, high = NaN, targets = 12): Skill => ({
  targets,
  forecast: 1 - value,
  benchmark: 1,
  skill: value,
  low,
  high,
  better: 6,
})

describe('what is said of a benchmark', () => {
  it('claims that the model is better only where the interval says so', () => {
    expect(skillSentence('noChange', skill(0.4, 0.1, 0.6), 'en')).toBe(
      'The model beats the forecast that nothing changes on this file: its score is 40.0% smaller (95% interval over targets +10.0% to +60.0%).',
    )
    expect(skillSentence('noChange', skill(0.4, -0.1, 0.6), 'en')).toContain(
      'another choice of targets could turn it',
    )
    expect(skillSentence('noChange', skill(0.4, NaN, NaN, 3), 'en')).toContain(
      '3 targets are too few',
    )
  })

  it('says where the model does not beat it, in both languages', () => {
    expect(skillSentence('randomDeletion', skill(-0.25, -1, 0.2), 'en')).toBe(
      'The model does not beat deleting as many links at random on this file: its score is 25.0% larger (95% interval of the skill −100.0% to +20.0%).',
    )
    expect(skillSentence('randomDeletion', skill(-0.25, -1, 0.2), 'zh')).toBe(
      '就本文件而言，模型不优于随机删除同样多的合作：得分高25.0%（技巧的95%区间：−100.0% 至 +20.0%）。',
    )
    expect(skillSentence('randomDeletion', skill(0), 'en')).toContain('scores are equal')
    expect(skillSentence('randomDeletion', skill(-1e-6), 'en')).toContain('scores are equal')
    expect(skillSentence('noChange', skill(-0.25, NaN, NaN, 2), 'en')).toContain('2 targets are too few') // prettier-ignore
  })

  it('sends the reader to the closed form where that is no worse, and only then', () => {
    expect(skillSentence('closedForm', skill(-0.1), 'en')).toContain('use the closed form')
    expect(skillSentence('closedForm', skill(-0.1), 'zh')).toContain('应使用闭式解')
    expect(skillSentence('closedForm', skill(-0.1, NaN, NaN, 2), 'en')).not.toContain(
      'closed form.',
    )
    expect(skillSentence('closedForm', skill(0.1), 'en')).not.toContain('use the closed form')
    expect(skillSentence('noChange', skill(-0.1), 'en')).not.toContain('use the closed form')
  })

  it('says so where nothing can be compared', () => {
    expect(skillSentence('closedForm', skill(NaN), 'en')).toContain('No comparison')
    expect(scoreText(NaN)).toBe('–')
    expect(scoreText(-0.004)).toBe('0.00')
    expect(scoreText(-1.5)).toBe('−1.50')
  })
})
