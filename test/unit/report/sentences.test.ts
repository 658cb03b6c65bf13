import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentencesOf } from '../../../analysis/report/answer-sentences.ts'
import { contextOf } from '../../../analysis/report/report-figure.ts'
import { indexSummary } from '../../../analysis/report/numbers/summary-index.ts'
import { readingOf } from '../../../analysis/report/sections/metric-table.ts'
import type { SummaryChange } from '../../../analysis/results/summary.ts'
import { formatLevel, formatRelative } from '../../../analysis/words/numbers.ts'
import { LANGUAGES, type Language } from '../../../analysis/words/language.ts'
import { valueAt } from './rendered.ts'
import { syntheticSource } from './synthetic.ts'

const RUNS = { numRuns: 25, seed: 20261123 }
const METRICS = ['links', 'originations', 'cr5', 'cr5Links', 'averageApr', 'shareAbove24']
const UNCLEAR: Record<Language, string> = { en: 'not distinguishable', zh: '无法区分' }
const SAME: Record<Language, string> = { en: 'no change', zh: '没有变化' }

/** The sentence on partnerships at the end, and that on new loans, without markup. */
function told(factor: number, noise: number, seed: string, language: Language) {
  const source = syntheticSource({
    points: [{ id: 'before' }, { id: 'after', baseline: 'before', factor, noise }],
    metrics: METRICS,
    periods: 9,
    replicates: 3,
    seed,
  })
  const index = indexSummary(source.summary)
  const sentences = sentencesOf(contextOf(source, language), 'after').map(({ html }) => html)
  const find = (start: RegExp) => sentences.find((one) => start.test(one.replace(/<[^>]*>/g, '')))
  return {
    source,
    sentences,
    partners: find(/^By |^到/) ?? '',
    lent: find(/^New loans|^新放款/) ?? '',
    links: index.change('after', 'links')!.entry,
    originations: index.change('after', 'originations')!.entry,
  }
}

const plain = (html: string) => html.replace(/<[^>]*>/g, '')

/** What a sentence on a relative change must say, from its numbers alone. */
function expected({ verdict, relative }: SummaryChange, language: Language): string {
  if (verdict === 'identical') return SAME[language]
  if (verdict === 'notDistinguishable') return UNCLEAR[language]
  return formatRelative(relative.mean!)
}

describe('the sentences of a report', () => {
  it('agree in sign and size with their numbers in both languages', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(
        fc.oneof(fc.constant(1), fc.double({ min: 0.5, max: 1.6, noNaN: true })),
        fc.constantFrom(0, 0.05, 1.5),
        fc.string({ minLength: 1, maxLength: 4 }),
        (factor, noise, seed) => {
          for (const language of LANGUAGES) {
            const { sentences, partners, lent, links, originations } = told(
              factor,
              noise,
              `s${seed}`,
              language,
            )
            seen.add(links.verdict)
            if (sentences.length === 1) {
              expect(links.verdict).toBe('identical')
              expect(plain(sentences[0])).toMatch(/^Identical .* all 3 pairs|^全部3对.*完全相同/)
              continue
            }
            const said = plain(partners).replace(/^By [^:]*: |^到[^：]*：/, '')
            expect(
              said.startsWith(expected(links, language)) ||
                said.startsWith(`与零${expected(links, language)}`),
            ).toBe(true)
            expect(plain(lent)).toContain(expected(originations, language))
            const direction = Math.sign(links.reform.mean! - links.baseline.mean!)
            if (links.verdict === 'higher') expect([direction, said[0]]).toEqual([1, '+'])
            if (links.verdict === 'lower') expect([direction, said[0]]).toEqual([-1, '−'])
            expect(said).toContain(formatLevel(links.reform.mean!, 'links', language))
            expect(said).toContain(formatLevel(links.baseline.mean!, 'links', language))
          }
        },
      ),
      RUNS,
    )
    expect([...seen].sort()).toEqual(['higher', 'identical', 'lower', 'notDistinguishable'])
  })

  it('name the place of each number, and it is the number', () => {
    for (const language of LANGUAGES) {
      const { source, partners } = told(0.7, 0.05, 'place', language)
      const marks = [...partners.matchAll(/value="([^"]*)" data-path="([^"]*)"/g)]
      expect(marks.map(([, , path]) => path.replace(/\d+/g, 'N'))).toEqual([
        'changes.N.relative.mean',
        'changes.N.relative.low changes.N.relative.high',
        'changes.N.reform.mean',
        'changes.N.baseline.mean',
      ])
      for (const [, value, paths] of marks) {
        expect(value).toBe(
          paths
            .split(' ')
            .map((path) => String(valueAt(source, path)))
            .join(' '),
        )
      }
    }
  })

  it('have a word of their own for every verdict', () => {
    for (const language of LANGUAGES) {
      const context = contextOf(
        syntheticSource({ points: [{ id: 'a' }], metrics: ['links'] }),
        language,
      )
      const verdicts = ['identical', 'higher', 'lower', 'notDistinguishable', 'undefined'] as const
      const words = verdicts.map((verdict) => plain(readingOf(context, verdict).html))
      expect(new Set(words).size).toBe(verdicts.length)
      expect(words.every((word) => word.trim() !== '')).toBe(true)
    }
  })
})
