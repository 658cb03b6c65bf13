/**
 * Progress of a run: one line redrawn on a terminal, one line per tenth otherwise.
 * @module
 */
import { comparePairs } from '../analysis/statistics/paired.ts'
import { estimateMean } from '../analysis/statistics/interval.ts'
import type { MetricDescription } from '../analysis/answer/readings.ts'
import type { Language } from '../analysis/words/language.ts'
import { messagesIn } from '../analysis/words/messages.ts'
import { formatChange, formatDuration, formatLevel } from '../analysis/words/numbers.ts'
import type { Terminal } from './terminal.ts'

const BAR = 20
const TENTHS = 10
const REDRAW_MS = 100

export interface Progress {
  /** One job is finished; with the readings of the first metric where it completes a pair. */
  advance(readings?: readonly number[]): void
}

/** @param metric  whose shrinking interval is shown */
export function createProgress(
  terminal: Terminal,
  language: Language,
  options: { jobs: number; threads: number; metric: MetricDescription | undefined },
): Progress {
  const words = messagesIn(language)
  const { jobs, threads, metric } = options
  const started = performance.now()
  const readings: number[][] = []
  let done = 0
  let tenth = 0
  let drawn = -Infinity
  if (jobs > 0) {
    terminal.redraw(words.running(jobs, threads))
    terminal.log(words.running(jobs, threads))
  }

  function line(): string {
    const seconds = (performance.now() - started) / 1000
    const left = formatDuration((seconds / done) * (jobs - done))
    const percent = `${Math.floor((100 * done) / jobs)}%`.padStart(4)
    return [percent, words.timeLeft(left), headline()].filter((part) => part !== '').join('   ')
  }

  /** `Partnerships −512.3 ± 20.1`, once two replicates say something. */
  function headline(): string {
    if (metric === undefined || readings.length < 2) return ''
    const first = readings.map((one) => one[0])
    const compared = readings[0].length > 1
    const { mean, high } = compared
      ? comparePairs(
          first,
          readings.map((one) => one[1]),
        ).change
      : estimateMean(first)
    if (Number.isNaN(high)) return ''
    const write = compared ? formatChange : formatLevel
    const half = formatLevel(high - mean, metric.unit, language)
    return words.interval(metric.label[language], write(mean, metric.unit, language), half)
  }

  return {
    advance(reading) {
      done++
      if (reading !== undefined) readings.push([...reading])
      const now = performance.now()
      if (terminal.live && (now - drawn > REDRAW_MS || done === jobs)) {
        drawn = now
        const full = Math.floor((BAR * done) / jobs)
        const bar = '█'.repeat(full) + '░'.repeat(BAR - full)
        terminal.redraw(`${words.running(jobs, threads)}   ${bar} ${line()}`)
      }
      const reached = Math.floor((TENTHS * done) / jobs)
      if (reached > tenth) {
        tenth = reached
        terminal.log(line())
      }
    },
  }
}
