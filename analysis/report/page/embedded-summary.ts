/**
 * As much of the summary as may travel inside the page.
 * @module
 */
import { summaryText, type Summary } from '../../results/summary.ts'
import type { ReportSource } from '../report-source.ts'
import { markup, type Html } from './html.ts'

export interface EmbeddedSummary {
  readonly holds: 'whole' | 'shown' | 'without' | 'none'
  readonly text: string | undefined
}

/**
 * @param room  bytes left
 * @param drawn  metrics whose months the report shows
 */
export function embedSummary(
  summary: Summary,
  room: number,
  drawn: ReadonlySet<string>,
): EmbeddedSummary {
  const series = summary.series.filter(({ metric }) => drawn.has(metric))
  const parts: readonly (readonly ['whole' | 'shown' | 'without', Summary])[] = [
    ['whole', summary],
    ['shown', { ...summary, series }],
    ['without', { ...summary, series: [] }],
  ]
  for (const [holds, part] of parts) {
    const text = summaryText(part)
    if (byteLength(text) <= room) return { holds, text }
  }
  return { holds: 'none', text: undefined }
}

/** Nothing in it can end the element or begin another. */
export function summaryElement({ text }: EmbeddedSummary): Html | undefined {
  if (text === undefined) return undefined
  return markup(`<script type="application/json" id="summary">${escapeScript(text)}</script>`)
}

/** What the answer depends on: the numbers of section 7, which are not in the summary. */
export function dependenceElement({
  dependence,
}: Pick<ReportSource, 'dependence'>): Html | undefined {
  if (dependence === undefined) return undefined
  const text = escapeScript(JSON.stringify(dependence))
  return markup(`<script type="application/json" id="dependence">${text}</script>`)
}

/** Elements one after the other; undefined where there is none. */
export function together(...elements: readonly (Html | undefined)[]): Html | undefined {
  const there = elements.filter((one) => one !== undefined)
  return there.length === 0 ? undefined : markup(there.map(({ html }) => html).join('\n'))
}

/** JSON stays the same JSON: `<` is written as its code. */
function escapeScript(json: string): string {
  return json
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')
}

/** Length in UTF-8, escapes included. */
export function byteLength(text: string): number {
  let bytes = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === LESS_THAN) bytes += ESCAPED
    else if (code < ONE_BYTE) bytes += 1
    else if (code < TWO_BYTES) bytes += 2
    else if (code >= HIGH_SURROGATE && code < LOW_SURROGATE) {
      bytes += FOUR
      i++
    } else bytes += THREE
  }
  return bytes
}

const LESS_THAN = 0x3c
const ESCAPED = 6
const ONE_BYTE = 0x80
const TWO_BYTES = 0x800
const HIGH_SURROGATE = 0xd800
const LOW_SURROGATE = 0xdc00
const THREE = 3
const FOUR = 4
