import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readResult } from '../../../analysis/results/read-result.ts'
import { changeRowsOf, comparisonOf, levelRowsOf } from '../../../analysis/results/summary-rows.ts'
import type { Summary } from '../../../analysis/results/summary.ts'
import { comparePairs } from '../../../analysis/statistics/paired.ts'
import { quantile } from '../../../analysis/statistics/quantile.ts'
import { messagesIn } from '../../../analysis/words/messages.ts'
import { finishedFolder } from './folder-at-rest.ts'
import { toyJobs, toyMetrics, toyPlan, toySubject, toyValue } from './toy.ts'

const path = await finishedFolder([toyJobs(0, 12)])
const { summary } = readResult(path)
const LAST = toyPlan.periods - 1
const [first, second] = ['cap.00000000', 'cap.00000001']

/** Values of a metric at the end, one per replicate. */
function ends(point: number, metric: number, replicates: readonly number[]): number[] {
  return replicates.map((r) => toyValue(r * toyPlan.points.length + point, metric, LAST))
}

function changeOf(point: string, metric: string, at = 'end') {
  return summary.changes.find(
    (one) => one.point === point && one.metric === metric && one.at === at,
  )
}

describe('a summary', () => {
  it('compares replicate by replicate, without those that failed on either side', () => {
    const compared = comparePairs(ends(0, 0, [0, 1, 3]), ends(2, 0, [0, 1, 3]))
    expect(changeOf(second, 'links')).toMatchObject({
      n: 3,
      verdict: 'higher',
      baseline: { mean: compared.baseline.mean, n: 3 },
      reform: { mean: compared.reform.mean },
      change: { mean: compared.change.mean, low: compared.change.low, high: compared.change.high },
    })
    expect(changeOf(first, 'links')?.n).toBe(4)
    expect(summary.pairs.map(({ pairs }) => pairs)).toEqual([4, 3])
    expect(summary.points.map(({ done, failed }) => [done, failed])).toEqual([
      [4, 0],
      [4, 0],
      [3, 1],
    ])
  })

  it('reads stocks at the end, flows over the last year, and lists before the rules take effect', () => {
    const level = summary.levels.find((one) => one.point === 'before' && one.metric === 'links')
    expect(level).toMatchObject({ at: 'end', median: quantile(ends(0, 0, [0, 1, 2, 3]), 0.5) })
    const flow = summary.levels.find((one) => one.metric === 'originations')
    const means = [0, 3, 6, 9].map((job) => {
      return (toyValue(job, 2, 0) + toyValue(job, 2, 1) + toyValue(job, 2, 2)) / 3
    })
    expect(flow?.at).toBe('lastYear')
    expect(flow?.mean).toBeCloseTo(means.reduce((sum, one) => sum + one, 0) / 4, 12)
    const early = changeOf(first, 'links', 'beforeEffective')
    expect(early?.baseline.mean).toBeCloseTo(
      [0, 3, 6, 9].reduce((sum, job) => sum + toyValue(job, 0, 0) / 4, 0),
      12,
    )
    expect(changeOf(second, 'links', 'beforeEffective')).toBeUndefined()
  })

  it('counts only what is defined, and says null where nothing is', () => {
    const cr5 = summary.levels.find((one) => one.point === 'before' && one.metric === 'cr5')
    expect(cr5?.n).toBe(3)
    const mine = changeOf(first, 'mine')
    expect(mine).toMatchObject({ verdict: 'identical', pairsNeeded: null, bootstrap: null })
    expect(readFileSync(join(path, 'summary.json'), 'utf8')).not.toMatch(/NaN|Infinity|undefined/)
  })

  it('shows months as bands, with the interval of the mean change', () => {
    const series = summary.series.find((one) => one.point === first && one.metric === 'links')
    expect(series?.level.mean).toHaveLength(toyPlan.periods)
    expect(series?.level.median[LAST]).toBe(quantile(ends(1, 0, [0, 1, 2, 3]), 0.5))
    expect(series?.change?.mean[LAST]).toBeCloseTo(1 / 3, 12)
    expect(series?.change?.low[LAST]).toBeLessThanOrEqual(1 / 3)
    expect(summary.series.find(({ point }) => point === 'before')?.change).toBeNull()
  })

  it('names the points that may be best, where a side is better', () => {
    expect(summary.best.map(({ metric }) => metric)).toEqual(['links'])
    const [{ standings, n }] = summary.best
    expect(n).toBe(3)
    expect(standings.map(({ point, mayBeBest }) => [point, mayBeBest])).toEqual([
      ['before', false],
      [first, false],
      [second, true],
    ])
  })

  it('is found identical only if every metric is, in every month, to the last bit', async () => {
    const same = toyJobs(0, 12).map(({ index }) => {
      const [{ outcome }] = toyJobs(index - (index % 3), index - (index % 3) + 1)
      if (!outcome.ok) throw new Error('a toy that fails')
      return { index, outcome: { ...outcome, result: outcome.result.slice() } }
    })
    const comparisons = { [first]: { sameness: 'sameRules' as const } }
    const subject = { ...toySubject(), comparisons }
    const identical = readResult(await finishedFolder([same], subject)).summary
    expect(identical.pairs.map((pair) => pair.identical)).toEqual([true, true])
    const findings = comparisonOf(identical, first, 4)
    expect(messagesIn('en').comparison(findings!)).toEqual([
      'Identical to the baseline in all 4 pairs, in every metric and month: no rule that acts and no ' +
        'parameter differs between the two scenarios.',
    ])
    same[4].outcome.result[0] += Number.EPSILON // the first month of a metric read at the end
    const almost = readResult(await finishedFolder([same], subject)).summary
    expect(almost.pairs.map((pair) => pair.identical)).toEqual([false, true])
  })

  it('gives the rows that tables and sentences are made of', () => {
    const rows = changeRowsOf(summary, first)
    const compared = comparePairs(ends(0, 0, [0, 1, 2, 3]), ends(1, 0, [0, 1, 2, 3]))
    // Pairs that differ by a constant: an infinite reduction is not defined in JSON.
    expect(rows[0].compared).toEqual({ ...compared, varianceReduction: NaN })
    expect(rows[0].metric).toMatchObject({ id: 'links', label: { zh: '指标links' } })
    expect(levelRowsOf(summary, first).map(({ metric }) => metric.id)).toEqual(
      toyMetrics.map(({ id }) => id),
    )
    const findings = comparisonOf(summary, first, 4)
    expect(findings).toMatchObject({ pairs: 4, monthBefore: '2025-11', lastMonth: '2026-01' })
    expect(findings?.row('links')?.compared.n).toBe(4)
    expect(comparisonOf(summary, 'before', 4)).toBeUndefined()
  })

  it('comes back from its text with the same numbers', () => {
    const text = readFileSync(join(path, 'summary.json'), 'utf8')
    const again = JSON.parse(text) as Summary
    expect(JSON.stringify(again)).toBe(JSON.stringify(summary))
    const digits = text.match(/"mean":(-?[\d.e-]+)/g)!.map((one) => one.slice('"mean":'.length))
    for (const written of digits) expect(String(Number(written))).toBe(written)
  })
})
