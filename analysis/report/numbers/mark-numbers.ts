/**
 * Finds the numbers of a finished sentence and gives each its origin.
 *
 * Sentences are written by the same words the terminal uses, as text. What stands in them is looked for
 * among the numbers they were made of; of several that are written alike, the next in order is taken.
 * @module
 */
import type { Language } from '../../words/language.ts'
import { fragment, type Child, type Html } from '../page/html.ts'
import { toldAs, toldText, type Told } from './told.ts'

export interface Marker {
  mark(text: string): Html
}

/** @param numbers  in the order in which sentences speak of them */
export function createMarker(numbers: readonly Told[], language: Language): Marker {
  const byText = new Map<string, number[]>()
  numbers.forEach((one, place) => {
    const text = toldText(one, language)
    if (!/\d/.test(text)) return
    const places = byText.get(text)
    if (places) places.push(place)
    else byText.set(text, [place])
  })
  const pattern = patternOf([...byText.keys()])
  let last = 0
  return {
    mark(text) {
      if (pattern === undefined) return fragment(text)
      const children: Child[] = []
      let from = 0
      for (const { 0: found, index } of text.matchAll(pattern)) {
        const places = byText.get(found)
        if (places === undefined) continue // a month
        const place = places.find((one) => one >= last) ?? places[0]
        last = place
        children.push(text.slice(from, index), toldAs(numbers[place], found))
        from = index + found.length
      }
      return fragment(...children, text.slice(from))
    },
  }
}

/** Whole numbers only, the longest first. */
function patternOf(texts: readonly string[]): RegExp | undefined {
  if (texts.length === 0) return undefined
  const longestFirst = [...texts].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const any = longestFirst.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  return new RegExp(`${MONTH}|(?<![\\d.,−+])(?:${any})(?![\\d%]|[.,]\\d)`, 'g')
}

/** Months are no numbers of a result. */
const MONTH = '[A-Z][a-z]{2} \\d{4}(?!\\d)|\\d{4}年\\d+月'
