import { describe, expect, it } from 'vitest'
import type { ComparisonFindings } from '../../../analysis/answer/findings.ts'
import type { Replicates } from '../../../analysis/answer/readings.ts'
import { changeRows, rowFinder } from '../../../analysis/answer/rows.ts'
import { chapters } from '../../../analysis/answer/headlines.ts'
import { metricCatalogue, metricOf } from '../../../analysis/metrics/index.ts'
import { LANGUAGES } from '../../../analysis/words/language.ts'
import { messagesIn } from '../../../analysis/words/messages.ts'

const PERIODS = 14
const PAIRS = 3

/** Pairs in which every metric is 100 (rates .5) in the baseline and `factor` times that after period 11. */
function pairsWith(factor: number, noise = 0): Replicates {
  const metrics = metricCatalogue.map((metric) => metric.id)
  const series = Array.from({ length: PAIRS }, (_, k) => {
    const one = new Float64Array(2 * metrics.length * PERIODS)
    metrics.forEach((id, m) => {
      const level = ['share', '1/year'].includes(metricOf(id)!.unit) ? 0.5 : 100
      const base = level * (1 + 0.01 * k)
      for (let t = 0; t < PERIODS; t++) {
        one[m * PERIODS + t] = base
        one[(metrics.length + m) * PERIODS + t] =
          t < 11 ? base * (1 - noise * (k - 1)) : base * factor * (1 + noise * (k - 1))
      }
    })
    return one
  })
  return { metrics, scenarios: 2, periods: PERIODS, indices: [0, 1, 2], series }
}

function findingsOf(replicates: Replicates): ComparisonFindings {
  return {
    baseline: { en: 'Before', zh: '此前' },
    reform: { en: 'After', zh: '此后' },
    pairs: PAIRS,
    wanted: PAIRS,
    periods: PERIODS,
    lastMonth: '2025-12',
    effectiveMonth: '2025-10',
    monthBefore: '2025-09',
    identical: undefined,
    row: rowFinder(changeRows(replicates, 11)),
  }
}

describe('the sentences of a comparison', () => {
  it('say before and after, by kind, by risk, with intervals', () => {
    const text = messagesIn('en')
      .comparison(findingsOf(pairsWith(0.8)))
      .join('\n')
    expect(text).toContain('In Sep 2025, the month before the rules take effect')
    expect(text).toContain('partnerships between banks and platforms: no change against')
    expect(text).toContain('By Dec 2025: −20.0% (')
    expect(text).toContain('80.8 partnerships instead of 101')
    expect(text).toContain('with niche small institutions −20.0%')
    expect(text).toMatch(/riskiest −5\.0% \(/)
    expect(text).toMatch(/hold 40\.4% of balances, −10\.1 pts \(/)
  })

  it('say the same numbers in Chinese', () => {
    const text = messagesIn('zh')
      .comparison(findingsOf(pairsWith(0.8)))
      .join('\n')
    expect(text).toContain('2025年9月')
    expect(text).toContain('到2025年12月：−20.0%（')
    expect(text).toContain('占余额的40.4%，−10.1个百分点（')
    expect(text).not.toMatch(/[a-z]{3}/)
  })

  it('do not claim what the interval does not show', () => {
    const text = messagesIn('en')
      .comparison(findingsOf(pairsWith(1, 0.2)))
      .join('\n')
    expect(text).toContain('By Dec 2025: not distinguishable from zero (')
    expect(text).not.toMatch(/By Dec 2025: [+−]/)
  })

  it('turn round with the sign of the change', () => {
    const more = messagesIn('en').comparison(findingsOf(pairsWith(1.25)))
    expect(more.join('\n')).toContain('By Dec 2025: +25.0% (')
  })

  it('are one sentence when nothing differs, with the reason', () => {
    for (const language of LANGUAGES) {
      const findings = { ...findingsOf(pairsWith(1)), identical: 'afterRun' as const }
      const said = messagesIn(language).comparison(findings)
      expect(said).toHaveLength(1)
      expect(said[0]).toContain('3')
    }
  })
})

describe('what else is said', () => {
  it('names guidance, unknown numbers and the origin of the opening market', () => {
    const said = messagesIn('en').caveats({
      guidance: [{ en: 'Run-down path', zh: '压降路径' }],
      unknown: [{ en: 'Inspection probability', zh: '检查概率' }],
      origins: { data: 0.2, derived: 0.1, imputed: 0.6, inverted: 0.1 },
      notes: ['A note.'],
    })
    expect(said[0]).toContain('not on law: Run-down path.')
    expect(said[1]).toContain('no number for: Inspection probability.')
    expect(said[2]).toContain('20.0% of its values are observed')
    expect(said[3]).toBe('A note.')
    expect(said[4]).toContain('not a forecast')
  })

  it('leaves out what does not apply', () => {
    const origins = { data: 1, derived: 0, imputed: 0, inverted: 0 }
    const empty = { guidance: [], unknown: [], origins, notes: [] }
    for (const language of LANGUAGES) {
      expect(messagesIn(language).caveats(empty)).toHaveLength(2)
    }
  })

  it('shows n and what was asked for when they differ', () => {
    expect(messagesIn('en').reading(197, 200, 36, true)).toContain('197 pairs of 200 asked for')
    expect(messagesIn('en').reading(200, 200, 36, true)).not.toContain('asked for')
    expect(messagesIn('zh').reading(197, 200, 36, true)).toContain('计划200对')
  })
})

describe('the chapters of the answer', () => {
  it('name metrics of the catalogue, each once and under its theme', () => {
    const ids = chapters.flatMap((chapter) => chapter.metrics)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { theme, metrics } of chapters) {
      for (const id of metrics) expect(metricOf(id)?.theme, id).toBe(theme)
    }
  })
})
