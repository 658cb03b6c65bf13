/**
 * What `zhudai verify` says, in both languages.
 * @module
 */
import type { Topic } from '../verification/entry.ts'
import type { Reading } from '../verification/reading.ts'
import type { Language } from './language.ts'

const en = {
  topics: {
    kernel: 'Known results of other models, on the kernel',
    statistics: 'Statistics',
    market: 'Limiting cases and invariants of the market',
  } satisfies Record<Topic, string>,
  heads: ['', 'expected', 'got', 'criterion', ''],
  source: 'source',
  holds: 'holds',
  fails: 'FAILS',
  stopped: (problem: string) => `stopped: ${problem}`,
  running: (id: string, place: number, all: number) => `${id}   ${place} of ${all}`,
  exact: 'exact',
  printed: 'to every printed digit',
  standardErrors: (room: string) => `± ${room}, three standard errors`,
  within: (room: string) => `± ${room}`,
  between: (low: string, high: string) => `${low} to ${high}`,
  atLeast: (low: string) => `at least ${low}`,
  atMost: (high: string) => `at most ${high}`,
  allHold: (entries: number, readings: number) =>
    `${entries} known ${entries === 1 ? 'result' : 'results'}, ${readings} ${readings === 1 ? 'reading' : 'readings'}: all hold.`,
  someFail: (failed: number, entries: number) => `${failed} of ${entries} known results fail.`,
  more: (count: number) => `${count} longer ones run with --full.`,
}

export type VerificationWords = typeof en

const zh: VerificationWords = {
  topics: {
    kernel: '内核上的已知模型结果',
    statistics: '统计方法',
    market: '市场的极限情形与恒等式',
  },
  heads: ['', '应为', '所得', '判据', ''],
  source: '来源',
  holds: '成立',
  fails: '不成立',
  stopped: (problem) => `中止：${problem}`,
  running: (id, place, all) => `${id}   第${place}项，共${all}项`,
  exact: '精确',
  printed: '印刷数字逐位一致',
  standardErrors: (room) => `± ${room}，三倍标准误`,
  within: (room) => `± ${room}`,
  between: (low, high) => `${low}至${high}`,
  atLeast: (low) => `至少${low}`,
  atMost: (high) => `至多${high}`,
  allHold: (entries, readings) => `${entries}项已知结果、${readings}个读数：全部成立。`,
  someFail: (failed, entries) => `${entries}项已知结果中${failed}项不成立。`,
  more: (count) => `另有${count}项较长的，加--full运行。`,
}

/** The words in one language. */
export function verificationIn(language: Language): VerificationWords {
  return language === 'zh' ? zh : en
}

const DIGITS = 6
const FEW_DIGITS = 2
const TINY = 1e-4

/** A number to six digits, a tiny one to two. */
export function readingText(value: number | undefined): string {
  if (value === undefined) return ''
  if (!Number.isFinite(value)) return String(value)
  const digits = Math.abs(value) < TINY ? FEW_DIGITS : DIGITS
  return String(Number(value.toPrecision(digits)))
}

/** What a reading is held to. */
export function criterionText(reading: Reading, words: VerificationWords): string {
  const { criterion, low, high } = reading
  const room = Number(((high - low) / 2).toPrecision(FEW_DIGITS))
  switch (criterion) {
    case 'exact':
      return words.exact
    case 'printed':
      return words.printed
    case 'standardErrors':
      return words.standardErrors(String(room))
    case 'within':
      return words.within(String(room))
    case 'between':
      return words.between(readingText(low), readingText(high))
    case 'atLeast':
      return words.atLeast(readingText(low))
    case 'atMost':
      return words.atMost(readingText(high))
  }
}
