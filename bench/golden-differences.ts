import type { GoldenRun } from './golden-runs.ts'

/**
 * Where two runs of a scenario differ: `notice-9: links, replicate 0, period 5: 2700 became 2701`.
 * Every metric is named at its first difference in each replicate.
 */
export function compareGolden(kept: GoldenRun, now: GoldenRun): string[] {
  const { scenario } = kept
  const names = [...new Set([...Object.keys(kept.metrics), ...Object.keys(now.metrics)])]
  return [
    ...names.flatMap((id) => difference(`${scenario}: ${id}`, kept.metrics[id], now.metrics[id])),
    ...difference(`${scenario}: state`, kept.states, now.states),
  ]
}

type Rows = readonly (readonly (number | string | null)[])[] | undefined

function difference(what: string, kept: Rows, now: Rows): string[] {
  if (kept === undefined) return [`${what} is new`]
  if (now === undefined) return [`${what} is gone`]
  return kept.flatMap((row, replicate) => {
    const other = now[replicate] ?? []
    const period = row.findIndex((value, t) => value !== other[t])
    if (period < 0) return []
    return [
      `${what}, replicate ${replicate}, period ${period}: ${row[period]} became ${other[period]}`,
    ]
  })
}
