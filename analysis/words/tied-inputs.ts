/**
 * What is said of shares of inputs that come from a calibration.
 * @module
 */
import { TIED, type TiedInputs } from '../sensitivity/tied-inputs.ts'
import type { InputWords } from './input-value.ts'
import type { Language } from './language.ts'

/** Pairs a sentence names. */
const MOST_NAMED = 6

const en = {
  overlap: (id: string) =>
    `Shares of inputs drawn from the calibrated set ${id} overlap, because the data tie these inputs together`,
  beyond: `; with a correlation beyond ±${TIED}: `,
  together: (one: string, other: string) => `${one} rises with ${other}`,
  opposed: (one: string, other: string) => `${one} falls as ${other} rises`,
  more: (count: number) => ` (and ${count} more ${count === 1 ? 'pair' : 'pairs'})`,
  join: '; ',
  stop: '.',
}

type TiedWords = typeof en

const zh: TiedWords = {
  overlap: (id) => `由校准集${id}抽取的各项，其占比互有重叠，因为数据使这些项相互牵连`,
  beyond: `；相关系数超过±${TIED}的有：`,
  together: (one, other) => `${one}与${other}同升同降`,
  opposed: (one, other) => `${one}与${other}此升彼降`,
  more: (count) => `（另有${count}对）`,
  join: '；',
  stop: '。',
}

/** One sentence: that shares overlap, and between which pairs most. */
export function tiedSentence(
  { calibration, pairs }: TiedInputs,
  say: InputWords,
  language: Language,
): string {
  const words = language === 'zh' ? zh : en
  const named = pairs.slice(0, MOST_NAMED).map(({ one, other, correlation }) => {
    const written = correlation > 0 ? words.together : words.opposed
    return written(say.inline(one), say.inline(other))
  })
  const unnamed = pairs.length - named.length
  return [
    words.overlap(calibration),
    ...(named.length > 0 ? [words.beyond, named.join(words.join)] : []),
    ...(unnamed > 0 ? [words.more(unnamed)] : []),
    words.stop,
  ].join('')
}
